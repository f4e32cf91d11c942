"""What an edition of the site consists of: every generated file of docs/, by its path."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

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
from scripts.model import PORTFOLIO, Catalog
from scripts.pages import (
    Fragment,
    MarketView,
    audit_fragment,
    compare_pages,
    market_pages,
    rule_pages,
    site_fragments,
)
from scripts.publish import Publication
from scripts.render.drawn import Drawn
from scripts.render.pictures import Picture
from scripts.sharing import (
    Preview,
    figure_page,
    found_numbers,
    live_page,
    moved_page,
    number_pages,
    shared,
    withdrawn_page,
)

Files = Iterator[tuple[str, str | bytes]]


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
    def reports(self) -> tuple[Report, ...]:
        """The audit of each market."""
        return tuple(view.report for view in self.views)


def contents(edition: Edition, notebooks: list[tuple[str, str, str]]) -> dict[str, bytes]:
    """Every generated file. A notebook is given by its name, its title and a sentence about it."""
    together = [pair for pair in edition.drawn if pair[0].market == PORTFOLIO]
    compared = {figure_id(comparison) for comparison in edition.catalog.comparisons.values()}
    home = [pair for pair in together if pair[0].id not in compared]
    fragments = site_fragments(edition.views, edition.catalog, notebooks, home)
    files: dict[str, str | bytes] = {}
    drafts = [market_pages(view) for view in edition.views]
    drafts.append(compare_pages(edition.views, edition.catalog.comparisons, together))
    for pages, placed in drafts:
        files |= {page.path: page.text for page in pages}
        fragments += placed
    files |= {page.path: page.text for page in rule_pages(edition.views, edition.house)}
    fragments.append(audit_fragment(edition.views, edition.house))
    files |= {f"_fragments/{fragment.name}.html": fragment.html for fragment in fragments}
    files |= dict(_of_figures(edition, fragments))
    files |= dict(number_pages(edition.views, edition.address))
    files |= dict(_for_machines(edition))
    return {path: c if isinstance(c, bytes) else c.encode("utf-8") for path, c in files.items()}


def publication(edition: Edition) -> Publication:
    """What MkDocs' pages are completed with: what they are about, and what the search finds beside them."""
    entries = [*found_numbers(edition.views, edition.address)]
    entries += [
        (f"f/{figure.market}/{figure.id}/", figure.title, f"{figure.subtitle}. {figure.source_line}")
        for figure, _ in edition.drawn
    ]
    about = {f"markets/{v.market.id}/data/": [dataset(v, edition.address)] for v in edition.views}
    return Publication(edition.address, edition.catalog.newest_date, about, entries)


def old_addresses(edition: Edition, files: Mapping[str, bytes]) -> dict[str, bytes]:
    """What readers of an address that moved or was withdrawn are shown; a file that moved is there as a copy."""
    shown: dict[str, bytes] = {}
    for known in edition.catalog.permalinks.values():
        path = known.address[1:]
        if path.endswith("/") and known.moved_to:
            shown[f"{path}index.html"] = moved_page(known, edition.address).encode("utf-8")
        elif path.endswith("/") and known.withdrawn:
            shown[f"{path}index.html"] = withdrawn_page(
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
    yield "feeds/catalysts.ics", catalysts_ics(views, edition.catalog.newest_date, site)
    yield "llms.txt", llms_txt(views, edition.catalog.comparisons.values(), site)


def _of_figures(edition: Edition, fragments: Iterable[Fragment]) -> Files:
    """Each figure's page, its files and its live frame; and what live frames have in common."""
    for known in shared(edition.drawn, edition.views, fragments, edition.address):
        picture = edition.pictures[known.figure.market, known.figure.id]
        card = Preview(picture.card, f"{known.figure.title}. {known.figure.subtitle}")
        yield card.path, card.png
        yield f"{known.path}/index.html", figure_page(known, card, edition.catalog.newest_date)
        yield f"{known.path}/live/index.html", live_page(known)
        yield f"{known.path}.svg", picture.svg
        yield f"{known.path}.png", picture.png
        yield f"{known.path}.csv", figure_csv(known.figure, known.address)
        yield f"{known.path}.json", figure_json(known.figure, known.address)
    script, styles = edition.runtime
    yield "assets/live.js", script
    yield "assets/live.css", styles
