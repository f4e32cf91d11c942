"""Addresses: what a link leads to, read as a browser reads it."""

import re
from collections.abc import Collection, Iterator
from typing import NamedTuple
from urllib.parse import unquote, urljoin, urlsplit

# What a link must never begin with: it would run, or show, what is written in the link itself.
UNSAFE = ("javascript", "data", "vbscript")
# A site that is built for another address than the one it is published at would lead its readers here.
THIS_MACHINE = ("localhost", "127.0.0.1")
# Where an address ends that stands in a text, a table, a citation or an embed code.
END = r"""[^\s"'<>{}()\[\]\\^`|,;&]*"""
# A way from folder to folder that means just what it says; anything else is worked out by the rules of browsers.
PLAIN = re.compile(r"(?:[\w-][\w.-]*/)*(?:[\w-][\w.-]*)?(?:#[\w.-]*)?", re.ASCII)


class Target(NamedTuple):
    """What a link means: a file of the site and an anchor in it, another site, or what is wrong with it."""

    file: str = ""
    anchor: str = ""
    fault: str = ""
    foreign: bool = False
    unsafe: bool = False


class Addresses:
    """The addresses of a site whose home page is published at `home`, and the files that they lead to."""

    def __init__(self, home: str, files: Collection[str]) -> None:
        """Take over the home page's address, with or without a slash at its end."""
        self.home = home.rstrip("/") + "/"
        self._files = files
        parts = urlsplit(self.home)
        self._origin, self._base = (parts.scheme, parts.netloc), parts.path
        self._own = re.compile(re.escape(self.home) + END)
        self._known: dict[tuple[str, str], Target] = {}

    def of(self, file: str) -> str:
        """The absolute address of a file."""
        return self.home + (file.removesuffix("index.html") if f"/{file}".endswith("/index.html") else file)

    def target(self, link: str, file: str) -> Target:
        """What a link that stands in a file leads to.

        Thousands of pages link the same few files: a link is worked out once for the folder that it sets out from.
        """
        if link.startswith("../"):
            place = file[: file.rfind("/") + 1]
            while place and link.startswith("../"):
                place, link = place[: place.rfind("/", 0, -1) + 1], link[3:]
        elif link.startswith(self.home):
            place = ""
        else:
            place = file if link[:1] in ("#", "?", "") else file[: file.rfind("/") + 1]
        found = self._known.get((place, link))
        if found is None:
            found = self._known[place, link] = self._read(link, place)
        return found

    def named(self, text: str) -> Iterator[tuple[str, int]]:
        """The site's own absolute addresses in a text, each with the place where it begins."""
        for match in self._own.finditer(text):
            yield match.group().rstrip(".:!?*_"), match.start()

    def _read(self, link: str, place: str) -> Target:
        way = link.removeprefix(self.home)
        if PLAIN.fullmatch(way):
            path, _, anchor = way.partition("#")
            return self._led(place + path, anchor)
        scheme, colon, _ = "".join(link.split()).lower().partition(":")
        if colon and scheme in UNSAFE:
            return Target(unsafe=True)
        try:
            return self._joined(link, place)
        except ValueError:
            return Target(fault="is no address that a browser understands")

    def _joined(self, link: str, place: str) -> Target:
        written, parts = urlsplit(link), urlsplit(urljoin(self.home + place, link))
        if (parts.scheme, parts.netloc) != self._origin:
            here = parts.hostname in THIS_MACHINE
            return Target(fault="leads to the machine that built the site") if here else Target(foreign=True)
        above = not place and written.path.startswith("..")
        if above or not parts.path.startswith(self._base):
            # Another site may be published at the same host; it is told from ours by an address that is whole.
            return Target(foreign=True) if written.netloc else Target(fault="leaves the site's own folder")
        if "//" in written.path:
            return Target(fault="leads nowhere: no folder has an empty name")
        return self._led(unquote(parts.path[len(self._base) :]), unquote(parts.fragment))

    def _led(self, path: str, anchor: str) -> Target:
        file = path + ("index.html" if not path or path.endswith("/") else "")
        if file in self._files:
            return Target(file, anchor)
        slash = f"{file}/index.html" in self._files
        return Target(fault="leads nowhere" + (": a slash is missing at its end" if slash else ""))
