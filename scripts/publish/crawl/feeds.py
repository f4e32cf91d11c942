"""Feeds and calendars: what a reader subscribes to leads back to the site."""

from collections import Counter
from collections.abc import Iterable, Iterator

from icalendar import Calendar
from pydantic import BaseModel

from scripts.publish.crawl.drawings import xml
from scripts.publish.crawl.site import Site, UnreadableError

ATOM = "{http://www.w3.org/2005/Atom}"


class Item(BaseModel):
    """An entry of a JSON feed."""

    id: str
    url: str


class JsonFeed(BaseModel):
    """A feed as JSON Feed 1.1 has it, as far as it leads anywhere."""

    version: str
    home_page_url: str
    feed_url: str
    items: list[Item]


def atom_feed(site: Site, file: str) -> Iterator[str]:
    """An Atom feed names itself, and each of its entries leads to a page; no two entries share an id."""
    root = xml(site.bytes(file))
    if root.tag != f"{ATOM}feed":
        raise UnreadableError(f"is no Atom feed: its root is {root.tag!s}")
    for part in (root, *root.iter(f"{ATOM}entry")):
        name = (
            part.findtext(f"{ATOM}title") or part.findtext(f"{ATOM}id") or f"entry at line {part.sourceline}"
        )
        for need in ("id", "title", "updated"):
            if not part.findtext(f"{ATOM}{need}"):
                yield f"line {part.sourceline}: {name!r} has no {need}"
        hrefs = {link.get("rel", "alternate"): link.get("href", "") for link in part.findall(f"{ATOM}link")}
        yield from _leads(site, file, hrefs.get("alternate", ""), f"{name!r}, alternate")
        if part is root:
            yield from _itself(site, file, hrefs.get("self", ""))
    yield from _twice(entry.findtext(f"{ATOM}id") or "" for entry in root.iter(f"{ATOM}entry"))


def json_feed(site: Site, file: str) -> Iterator[str]:
    """The same of a JSON feed."""
    feed = site.document(file, JsonFeed)
    yield from _itself(site, file, feed.feed_url)
    yield from _leads(site, file, feed.home_page_url, "home_page_url")
    for item in feed.items:
        yield from _leads(site, file, item.url, f"the item {item.id}")
    yield from _twice(item.id for item in feed.items)


def calendar(site: Site, file: str) -> Iterator[str]:
    """Each event of a calendar leads to a page, and no two share an id, which calendars would show as one."""
    try:
        events = Calendar.from_ical(site.text(file)).walk("VEVENT")
    except ValueError as wrong:
        raise UnreadableError(f"cannot be read as a calendar: {wrong}") from None
    for event in events:
        name = f"the event {event.get('UID', '')}"
        yield from (f"{name} cannot be read: {part or 'a line'}: {wrong}" for part, wrong in event.errors)
        yield from _leads(site, file, str(event.get("URL", "")), name)
    yield from _twice(str(event.get("UID", "")) for event in events)


def _itself(site: Site, file: str, address: str) -> Iterator[str]:
    if address != (own := site.addresses.of(file)):
        yield f"gives {address or 'nothing'} as its own address, which is {own}"


def _leads(site: Site, file: str, address: str, name: str) -> Iterator[str]:
    """To a page of this site, by an address that is whole: readers open it far from here."""
    if not address.startswith(site.addresses.home):
        yield f"{name} leads to {address or 'nothing'}, not to an absolute address of this site"
    elif wrong := site.dead(site.addresses.target(address, file)):
        yield f"{name} leads to {address}, which {wrong}"


def _twice(ids: Iterable[str]) -> Iterator[str]:
    yield from (f"the id {one!r} stands twice" for one, count in Counter(ids).items() if count > 1)
