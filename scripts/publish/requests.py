"""What a page would fetch by itself: nothing of it may come from another host."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from lxml import html

# What a browser fetches without being asked; a link that a reader may follow is not among it.
FETCHED = {
    "script": ("src",),
    "img": ("src", "srcset"),
    "source": ("src", "srcset"),
    "iframe": ("src",),
    "video": ("src", "poster"),
    "audio": ("src",),
    "track": ("src",),
    "embed": ("src",),
    "object": ("data",),
    "image": ("href",),
    "use": ("href",),
    "form": ("action",),
}
FETCHING_LINKS = {
    "stylesheet",
    "preload",
    "prefetch",
    "preconnect",
    "dns-prefetch",
    "icon",
    "modulepreload",
    "manifest",
}
STYLE_ADDRESS = re.compile(r"""(?:url\(\s*|@import\s+)["']?\s*((?:https?:)?//[^"')\s]+)""", re.IGNORECASE)


def requested(tree: html.HtmlElement) -> Iterator[str]:
    """The addresses on other hosts that a page would fetch."""
    for tag, attributes in FETCHED.items():
        for element in tree.iter(tag):
            for attribute in attributes:
                yield from _foreign(element.get(attribute) or "")
    for link in tree.iter("link"):
        if FETCHING_LINKS & set((link.get("rel") or "").lower().split()):
            yield from _foreign(link.get("href") or "")
    for style in tree.iter("style"):
        yield from styles_request(style.text or "")
    for element in tree.iter():
        yield from styles_request(element.get("style") or "")


def styles_request(css: str) -> Iterator[str]:
    """The addresses on other hosts that a style sheet would fetch."""
    yield from STYLE_ADDRESS.findall(css)


def _foreign(addresses: str) -> Iterator[str]:
    for address in addresses.split(","):
        if urlsplit(address.strip().split(" ")[0]).netloc:
            yield address.strip()
