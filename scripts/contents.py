"""What an edition of the site consists of: every generated file of docs/, by its path."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from scripts.audit import Report
from scripts.charts import Figure, figure_id
from scripts.exports import (
    api_files,
    catalysts_ics,
    dataset,
    feed_files,
    figure_csv,
    figure_json,
    llms_txt,
    market_files,
)
from scripts.model import PORTFOLIO, Catalog, Grade, addresses
from scripts.notation import capital, counted
from scripts.pages import (
    Fragment,
    MarketView,
    Page,
    audit_fragment,
    compare_pages,
    market_pages,
    rule_pages,
    site_fragments,
)
from scripts.pages.view import GRAVE
from scripts.publish import About, Publication
from scripts.render.drawn import Drawn
from scripts.render.pictures import Picture
from scripts.sharing import (
    Preview,
    figure_page,
    found_numbers,
    live_page,
    moved_page,
    number_pages,
    placed_figures,
    shared,
    withdrawn_page,
)

Files = Iterator[tuple[str, str | bytes]]
# Its name, its title and a sentence about it.
Notebook = tuple[str, str, str]


@dataclass(frozen=True)
class Edition:
    """Everything that a site says, not yet written."""

    catalog: Catalog
    views: tuple[MarketView, ...]
    house: Report
    drawn: tuple[tuple[Figure, Drawn], ...]
    pictures: Mapping[tuple[str, str], Picture]
    runtime: tuple[str, str]
    address: str

    @property
    def together(self) -> list[tuple[Figure, Drawn]]:
        """The figures of all markets, which stand on the home page."""
        compared = {figure_id(comparison) for comparison in self.catalog.comparisons.values()}
        return [pair for pair in self.drawn if pair[0].market == PORTFOLIO and pair[0].id not in compared]

    @cached_property
    def drafts(self) -> tuple[list[Page], list[Fragment]]:
        """The pages that follow from the data, and the fragments that stand on them."""
        of_several = [pair for pair in self.drawn if pair[0].market == PORTFOLIO]
        drafts = [market_pages(view) for view in self.views]
        drafts.append(compare_pages(self.views, self.catalog.comparisons, of_several))
        pages = [page for pages, _ in drafts for page in pages] + rule_pages(self.views, self.house)
        return pages, [fragment for _, placed in drafts for fragment in placed]

    @cached_property
    def unshown(self) -> list[str]:
        """Each claim to which no page of its market leads but that of its data, as `place: what - why`."""
        return [line for view in self.views for line in self._unshown(view)]

    def _unshown(self, view: MarketView) -> Iterator[str]:
        pages, placed = self.drafts
        home, name = addresses.market_address(view.market.id), view.market.id
        listed = addresses.market_address(name, "data")
        texts = [page.body for page in pages if page.place.startswith(home) and page.place != listed]
        texts += [fragment.html for fragment in placed if fragment.name.startswith(f"{name}/")]
        led = re.compile(re.escape(addresses.claim_address(name, "#")).replace(r"\#", "([^/]+)"))
        shown = {claim for text in texts for claim in led.findall(text)}
        for claim in view.market.in_order:
            if claim.id not in shown:
                yield f"{claim.place}: the claim {claim.id} is on no page but Data - no table of its market holds it"


def contents(edition: Edition, notebooks: list[Notebook]) -> dict[str, bytes]:
    """Every generated file."""
    pages, placed = edition.drafts
    fragments = site_fragments(edition.views, edition.catalog, notebooks, edition.together) + placed
    fragments.append(audit_fragment(edition.views, edition.house))
    files: dict[str, str | bytes] = {page.path: page.text for page in pages}
    files |= {f"_fragments/{fragment.name}.html": fragment.html for fragment in fragments}
    files |= dict(_of_figures(edition, placed))
    files |= dict(number_pages(edition.views, edition.address))
    files |= dict(_for_machines(edition))
    return {path: c if isinstance(c, bytes) else c.encode("utf-8") for path, c in files.items()}


def publication(edition: Edition, files: Iterable[str], notebooks: Iterable[Notebook]) -> Publication:
    """What MkDocs' pages are completed with: what they are about, and what stands beside them; `files` are by path."""
    entries = [*found_numbers(edition.views, edition.address)]
    entries += [
        (addresses.figure_address(figure.market, figure.id), figure.title, figure.subtitle)
        for figure, _ in edition.drawn
    ]
    light = (path.removesuffix("index.html") for path in files if path.endswith("/index.html"))
    places = [
        place
        for place in light
        if place.startswith((addresses.CLAIMS, addresses.FIGURES)) and not place.endswith("/live/")
    ]
    return Publication(
        edition.address, edition.catalog.newest_date, _about(edition, notebooks), entries, places
    )


def _about(edition: Edition, notebooks: Iterable[Notebook]) -> dict[str, About]:
    """What is known of each page beside its text, by its place below the home page."""
    pages, placed = edition.drafts
    drawn = {(figure.market, figure.id): figure for figure, _ in edition.drawn}
    leading: dict[str, Figure] = {"": edition.together[0][0]} if edition.together else {}
    for place, key in placed_figures(placed):
        if key in drawn:  # some fragments are tables
            leading.setdefault(place, drawn[key])
    cards = {place: _card(edition, figure) for place, figure in leading.items()}
    datasets = {
        addresses.market_address(view.market.id, "data"): (dataset(view, edition.address),)
        for view in edition.views
    }
    markets = {view.market.id for view in edition.views}
    about = {"": About(cards.get(""), says=_said(edition)), addresses.AUDIT: About(says=_said(edition))}
    about |= {addresses.notebook_address(name): About(says=says) for name, _, says in notebooks}
    for page in pages:
        feed = next((step for step in page.place.split("/")[1:2] if step in markets), PORTFOLIO)
        about[page.place] = About(cards.get(page.place), feed, datasets.get(page.place, ()))
    return about


def _said(edition: Edition) -> str:
    """What the audit of all markets came to, for the pages that show it."""
    claims = sum(len(view.market.claims) for view in edition.views)
    examined = sum(view.report.examined for view in edition.views)
    torn, asked = (
        sum(len(view.graded(*some)) for view in edition.views) for some in (GRAVE, (Grade.QUESTION,))
    )
    of_markets = f"{counted(claims, 'published figure')} in {counted(len(edition.views), 'market')}"
    return (
        f"{capital(of_markets)}, held against themselves and each other: {examined:,} checks, "
        f"{counted(torn, 'contradiction')}, {counted(asked, 'open question')}."
    )


def _card(edition: Edition, figure: Figure) -> Preview:
    """A figure's preview card."""
    picture = edition.pictures[figure.market, figure.id]
    return Preview(picture.card, f"{figure.title}. {figure.subtitle}")


def old_addresses(edition: Edition, files: Mapping[str, bytes]) -> dict[str, bytes]:
    """What readers of an address that moved or was withdrawn are shown; a file that moved is there as a copy."""
    shown: dict[str, bytes] = {}
    for known in edition.catalog.permalinks.values():
        path = known.address[1:]
        if path.endswith("/") and known.moved_to:
            shown[addresses.page_file(path)] = moved_page(known, edition.address).encode("utf-8")
        elif path.endswith("/") and known.withdrawn:
            shown[addresses.page_file(path)] = withdrawn_page(
                known, edition.address, edition.catalog.markets
            ).encode("utf-8")
        elif known.moved_to[1:] in files:
            shown[path] = files[known.moved_to[1:]]
    return shown


def _for_machines(edition: Edition) -> Files:
    """Downloads, the API, and what tells programs of them."""
    views, site = edition.views, edition.address
    for view in views:
        yield from market_files(view, site)
    yield from api_files(views, site)
    yield from feed_files(views, edition.catalog.newest_date, site)
    yield addresses.CATALYSTS, catalysts_ics(views, edition.catalog.newest_date, site)
    yield "llms.txt", llms_txt(views, edition.catalog.comparisons.values(), site)


def _of_figures(edition: Edition, fragments: Iterable[Fragment]) -> Files:
    """Each figure's page, its files and its live frame; and what live frames have in common."""
    for known in shared(edition.drawn, edition.views, fragments, edition.address):
        picture = edition.pictures[known.figure.market, known.figure.id]
        card = _card(edition, known.figure)
        yield card.path, card.png
        yield addresses.page_file(known.place), figure_page(known, card, edition.catalog.newest_date)
        yield addresses.page_file(known.live), live_page(known)
        yield known.file("svg"), picture.svg
        yield known.file("png"), picture.png
        yield known.file("csv"), figure_csv(known.figure, known.address)
        yield known.file("json"), figure_json(known.figure, known.address)
    script, styles = edition.runtime
    yield "assets/live.js", script
    yield "assets/live.css", styles
