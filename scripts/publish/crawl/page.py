"""A page as a browser reads it: its anchors, what it points to, and what its head says; gathered in one pass."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

from lxml import etree

from scripts.publish.crawl.addresses import Addresses, Target
from scripts.publish.crawl.css import asked
from scripts.publish.crawl.requests import fetches
from scripts.publish.tags import Tag

ARIA = (
    "labelledby",
    "describedby",
    "controls",
    "owns",
    "details",
    "flowto",
    "activedescendant",
    "errormessage",
)
PARSER = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)


class Link(NamedTuple):
    """A link as written, what it leads to, and its line."""

    written: str
    target: Target
    line: int


@dataclass(slots=True)
class Page:
    """What one pass over a page gathers: of thousands of pages, only what another check has to look at.

    `named` are its ids and the names of its anchors, `links` those that are dead or lead to an anchor, `fetched` what is
    asked of other hosts, `lost` references to ids that it lacks (attribute, id, line), `head` what its head says by name.
    """

    file: str
    named: set[str] = field(default_factory=set)
    twice: list[str] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    fetched: list[Link] = field(default_factory=list)
    lost: list[tuple[str, str, int]] = field(default_factory=list)
    strange: list[str] = field(default_factory=list)
    tags: list[Tag] = field(default_factory=list)
    head: dict[str, list[str]] = field(default_factory=dict)
    linked: list[str] = field(default_factory=list)
    config: str = ""

    def says(self, name: str) -> str:
        """What the head says first under a name."""
        return next(iter(self.head.get(name, ())), "")

    @property
    def is_found(self) -> bool:
        """Whether search engines may list it: a frame, an old address and the page for lost readers are not for them."""
        return "noindex" not in self.says("robots")


def read_page(content: bytes, file: str, addresses: Addresses) -> Page:
    """Gather what a page says, from the bytes of its file."""
    reader = _Reader(Page(file), addresses)
    if (root := etree.fromstring(content, PARSER)) is not None:
        reader.read(root)
    return reader.page


class _Reader:
    def __init__(self, page: Page, addresses: Addresses) -> None:
        self.page = page
        self.addresses = addresses
        self.ids: set[str] = set()

    def read(self, root: etree._Element) -> None:
        """Look at each element, each attribute and each text once: this is what a site of thousands of pages costs."""
        page, home = self.page, self.addresses.home
        for element in root.iter("*"):
            tag = str(element.tag)
            if tag in ELEMENTS:
                ELEMENTS[tag](self, element)
            for name, value in element.items():
                ATTRIBUTES[name](self, element, name, value)
            for text in (element.text, element.tail):
                if text and home in text:
                    self.texts(element, text)
        page.named |= self.ids
        page.lost = [reference for reference in page.lost if reference[1] not in page.named]

    def link(self, element: etree._Element, name: str, value: str) -> None:
        """An address in an attribute."""
        target = self.addresses.target(value, self.page.file)
        link = Link(value, target, element.sourceline or 0)
        if target.foreign:
            if fetches(str(element.tag), name, element.get("rel") or ""):
                self.page.fetched.append(link)
        elif target.unsafe:
            self.page.strange.append(f"line {link.line}: {name}={value[:40]!r} on <{element.tag!s}>")
        elif target.fault or target.anchor:
            self.page.links.append(link)

    def candidates(self, element: etree._Element, name: str, value: str) -> None:
        """Addresses of a picture in several sizes."""
        for candidate in value.split(","):
            self.link(element, name, candidate.strip().partition(" ")[0])

    def style(self, element: etree._Element, css: str) -> None:
        """Addresses in CSS on the page itself, which a browser fetches without being asked."""
        for address, line in asked(css):
            target = self.addresses.target(address, self.page.file)
            link = Link(address, target, (element.sourceline or 0) + line - 1)
            (self.page.fetched if target.foreign else self.page.links).append(link)

    def references(self, element: etree._Element, name: str, value: str) -> None:
        """Ids of other elements of the page."""
        line = element.sourceline or 0
        self.page.lost += [(name, one.removeprefix("#"), line) for one in value.split()]

    def anchor(self, element: etree._Element, name: str, value: str) -> None:
        """An id, or the name of an anchor as pages had it before there were ids."""
        if name == "id":
            if value in self.ids:
                self.page.twice.append(value)
            self.ids.add(value)
        elif element.tag in ("a", "map"):
            self.page.named.add(value)

    def handler(self, element: etree._Element, name: str, _: str) -> None:
        """Code in an attribute."""
        self.page.strange.append(f"line {element.sourceline}: event handler {name} on <{element.tag!s}>")

    def other(self, element: etree._Element, _: str, value: str) -> None:
        """Any other attribute may quote an address of ours, or be a drawing's reference to a pattern."""
        if self.addresses.home in value:
            self.texts(element, value)
        elif "url(" in value:
            self.style(element, value)

    def texts(self, element: etree._Element, text: str) -> None:
        """Addresses of ours that stand in a text: a citation, an embed code, data for programs."""
        for written, at in self.addresses.named(text):
            target = self.addresses.target(written, self.page.file)
            if target.fault or target.anchor:
                line = (element.sourceline or 0) + text.count("\n", 0, at)
                self.page.links.append(Link(written, target, line))

    def says(self, element: etree._Element, name: str, value: str) -> None:
        """What the head says; a title in a drawing is none of the page's."""
        if (parent := element.getparent()) is not None and parent.tag == "head":
            self.page.head.setdefault(name.lower(), []).append(value.strip())

    def meta(self, element: etree._Element) -> None:
        """A fact about the page, or an instruction to the browser."""
        content, instruction = element.get("content") or "", (element.get("http-equiv") or "").lower()
        if name := element.get("name") or element.get("property"):
            self.says(element, name, content)
        elif instruction == "refresh":
            self.link(element, "content", content.partition("=")[2].strip(" '\""))
        elif instruction:
            self.page.tags.append(Tag("meta", dict(element.items()), 0, 0))

    def relation(self, element: etree._Element) -> None:
        """Which address the page gives as its own, and where it stands in other forms."""
        rel = (element.get("rel") or "").lower()
        if rel == "canonical":
            self.says(element, rel, element.get("href") or "")
        elif rel == "alternate":
            self.says(element, f"{rel} {element.get('type')}", element.get("href") or "")

    def script(self, element: etree._Element) -> None:
        """A script, or data in the place of one."""
        text = element.text or ""
        if element.get("type") == "application/ld+json":
            self.page.linked.append(text)
        elif element.get("id") == "__config":
            self.page.config = text
        elif element.get("src") is None:
            self.page.tags.append(Tag("script", dict(element.items()), 0, 0, text))

    def forbidden(self, element: etree._Element) -> None:
        """What may only have come in with the data."""
        self.page.strange.append(f"line {element.sourceline}: <{element.tag!s}> has no place on our pages")


class _Attributes(dict[str, Callable[[_Reader, etree._Element, str, str], None]]):
    """How attributes are read, by name; how one that is not named here is read is worked out once."""

    def __missing__(self, name: str) -> Callable[[_Reader, etree._Element, str, str], None]:
        self[name] = _Reader.handler if name.lower().startswith("on") else _Reader.other
        return self[name]


ATTRIBUTES = _Attributes(
    dict.fromkeys(("id", "name"), _Reader.anchor)
    | dict.fromkeys(
        ("href", "xlink:href", "src", "data", "poster", "action", "formaction", "cite", "background"),
        _Reader.link,
    )
    | dict.fromkeys(("srcset", "imagesrcset"), _Reader.candidates)
    | dict.fromkeys(
        ("for", "form", "list", "headers", "usemap", "data-copy", *(f"aria-{relation}" for relation in ARIA)),
        _Reader.references,
    )
    | {"style": lambda reader, element, _, value: reader.style(element, value)}
)
ELEMENTS: dict[str, Callable[[_Reader, etree._Element], None]] = {
    "meta": _Reader.meta,
    "link": _Reader.relation,
    "script": _Reader.script,
    "title": lambda reader, element: reader.says(element, "title", element.text or ""),
    "style": lambda reader, element: reader.style(element, element.text or ""),
} | dict.fromkeys(("object", "embed", "iframe", "base", "applet", "frame"), _Reader.forbidden)
