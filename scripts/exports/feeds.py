"""What changed, as Atom (RFC 4287) and JSON Feed 1.1, for each market and for all of them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from lxml import etree

from scripts.exports.document import as_json
from scripts.exports.records import LICENCE_NOTE
from scripts.history import Release, releases
from scripts.history.changes import Revision
from scripts.model import PORTFOLIO, Claim, Moment, Rank
from scripts.model.addresses import FEEDS, claim_address, feed_file, market_address
from scripts.notation import NBSP, as_published, capital, counted, full, in_words, publisher, when
from scripts.pages import MarketView

ATOM = "http://www.w3.org/2005/Atom"
NAME = "Market Almanac"
MOST_ENTRIES, MOST_CHANGES = 50, 20


@dataclass(frozen=True, slots=True)
class Entry:
    """One release of a market: `changes` are lines with the address that each leads to."""

    id: str
    title: str
    address: str
    updated: str
    changes: tuple[tuple[str, str], ...]
    more: int


def feed_files(views: Sequence[MarketView], newest: str, site: str) -> Iterator[tuple[str, str]]:
    """The feeds by path; `newest` is the date of the data, `site` the home page's absolute address."""
    every: list[Entry] = []
    for view in views:
        entries = [_entry(view, release, site) for release in releases(view.market, view.catalog)]
        every += entries
        home = f"{site}{market_address(view.market.id)}"
        yield from _both(view.market.id, f"{NAME}: {view.market.title}", home, entries, newest, site)
    every.sort(key=lambda entry: entry.updated, reverse=True)
    yield from _both(PORTFOLIO, f"{NAME}: all markets", site, every, newest, site)


def _both(
    name: str, title: str, home: str, entries: Iterable[Entry], newest: str, site: str
) -> Iterator[tuple[str, str]]:
    shown = list(entries)[:MOST_ENTRIES]
    about = (name, title, home)
    yield feed_file(name, "xml"), _atom(about, shown, _instant(Moment(newest)), site)
    yield feed_file(name, "json"), _json(about, shown, site)


def _entry(view: MarketView, release: Release, site: str) -> Entry:
    claims = view.market.claims
    page = partial(claim_address, view.market.id)
    lines = [
        (_changed(view, claims[revision.claim], revision), f"{site}{page(revision.claim)}")
        for revision in release.revised
        if revision.claim in claims
    ]
    lines += [(_told(view, claims[name]), f"{site}{page(name)}") for name in release.added if name in claims]
    return Entry(
        # Not an http address: the id must outlive the host that the site is published on (RFC 4151).
        f"tag:market-almanac,2026:{view.market.id}:{release.date.text}",
        f"{view.market.short_title}: {_what(release)}",
        f"{site}{market_address(view.market.id)}",
        _instant(release.date),
        tuple(lines[:MOST_CHANGES]),
        max(len(lines) - MOST_CHANGES, 0),
    )


def _what(release: Release) -> str:
    if release.is_first:
        return f"{counted(len(release.added), 'figure')} published"
    parts = [
        f"{counted(len(some), 'figure')} {word}"
        for some, word in ((release.revised, "revised"), (release.added, "added"))
        if some
    ]
    return ", ".join(parts) or "confirmed unchanged"


def _told(view: MarketView, claim: Claim) -> str:
    time = f", {when(claim)}" if claim.period else ""
    aside = ", not followed" if claim.rank is Rank.DEPRECATED else ""
    aside += ", of an earlier edition" if claim.superseded else ""
    return f"{view.about(claim)}{time}: {full(claim)} ({publisher(claim)}{aside})".replace(NBSP, " ")


def _changed(view: MarketView, claim: Claim, revision: Revision) -> str:
    """What it was before, and why it changed; the data keep the reason of the newest revision alone."""
    before = as_published(claim, revision.before, view.catalog.codelists.units).replace(NBSP, " ")
    why = f": {claim.revision_reason}" if claim.revision_reason and revision.after == claim.typed else ""
    return f"{_told(view, claim)}, before {before}{why}"


def _instant(day: Moment) -> str:
    """A day as RFC 3339 writes an instant; a month or a year is its first day."""
    return f"{(day.text + '-01-01')[:10]}T00:00:00Z"


def _lines(entry: Entry) -> list[str]:
    return [line for line, _ in entry.changes] + ([f"and {in_words(entry.more)} more"] if entry.more else [])


def _atom(about: tuple[str, str, str], entries: Sequence[Entry], newest: str, site: str) -> str:
    name, title, home = about
    feed = etree.Element(f"{{{ATOM}}}feed", nsmap={None: ATOM})
    _add(feed, "id", f"tag:market-almanac,2026:{FEEDS}{name}")
    _add(feed, "title", title)
    _add(feed, "updated", max((entry.updated for entry in entries), default=newest))
    _add(_add(feed, "author"), "name", NAME)
    _add(feed, "rights", LICENCE_NOTE)
    _link(feed, "self", f"{site}{feed_file(name, 'xml')}", "application/atom+xml")
    _link(feed, "alternate", home, "text/html")
    for entry in entries:
        item = _add(feed, "entry")
        _add(item, "id", entry.id)
        _add(item, "title", entry.title)
        _add(item, "updated", entry.updated)
        _link(item, "alternate", entry.address, "text/html")
        _add(item, "content", _html(entry)).set("type", "html")
    text: bytes = etree.tostring(feed, xml_declaration=True, encoding="utf-8", pretty_print=True)
    return text.decode("utf-8")


def _add(parent: etree._Element, tag: str, text: str = "") -> etree._Element:
    element = etree.SubElement(parent, f"{{{ATOM}}}{tag}")
    element.text = text or None
    return element


def _link(parent: etree._Element, rel: str, href: str, kind: str) -> None:
    _add(parent, "link").attrib.update({"rel": rel, "href": href, "type": kind})


def _html(entry: Entry) -> str:
    """The changes as a list with links; built as a tree, so that no text of the data becomes markup."""
    listed = etree.Element("ul")
    for line, address in entry.changes:
        link = etree.SubElement(etree.SubElement(listed, "li"), "a", href=address)
        link.text = line
    if entry.more:
        etree.SubElement(listed, "li").text = f"and {in_words(entry.more)} more"
    text: str = etree.tostring(listed, encoding="unicode")
    return text if len(listed) else f"<p>{capital('nothing changed')}.</p>"


def _json(about: tuple[str, str, str], entries: Sequence[Entry], site: str) -> str:
    name, title, home = about
    items: list[Mapping[str, str]] = [
        {
            "id": entry.id,
            "url": entry.address,
            "title": entry.title,
            "date_published": entry.updated,
            "content_text": "\n".join(_lines(entry)) or "Nothing changed.",
        }
        for entry in entries
    ]
    return as_json(
        {
            "version": "https://jsonfeed.org/version/1.1",
            "title": title,
            "home_page_url": home,
            "feed_url": f"{site}{feed_file(name, 'json')}",
            "language": "en",
            "authors": [{"name": NAME, "url": site}],
            "items": items,
        }
    )
