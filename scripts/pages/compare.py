"""The pages of comparisons: some markets side by side, and a list of all comparisons."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from scripts.charts import Figure
from scripts.charts.compared_finding import answer, finding, written
from scripts.charts.compared_paths import figure_id
from scripts.charts.sparkline import sparkline
from scripts.derive import Compared, compare
from scripts.model import PORTFOLIO, Comparison
from scripts.notation import listing
from scripts.notation import told as describe
from scripts.pages.compare_rows import Column, coverage, leaders, money, reckoned, tags
from scripts.pages.compare_wholes import wholes
from scripts.pages.environment import rendered
from scripts.pages.figure_block import figure_block
from scripts.pages.page import Fragment, Page
from scripts.pages.view import MarketView
from scripts.render.drawn import Drawn

FOLDER = "compare"
DATA = "data/comparisons.yml"
Drawings = Mapping[str, tuple[Figure, Drawn]]


@dataclass(frozen=True, slots=True)
class Told:
    """A comparison in a list: `finding` is what follows from its markets, with the full stop."""

    comparison: Comparison
    markets: tuple[str, ...]
    finding: str


def told(views: Sequence[MarketView], comparisons: Iterable[Comparison]) -> list[Told]:
    """Each comparison with what it finds."""
    known = {view.market.id: view for view in views}
    return [
        Told(
            comparison,
            tuple(known[name].market.short_title for name in comparison.markets),
            f"{finding(_compared(comparison, known))}.",
        )
        for comparison in comparisons
    ]


def compare_pages(
    views: Sequence[MarketView],
    comparisons: Mapping[str, Comparison],
    figures: Iterable[tuple[Figure, Drawn]],
) -> tuple[list[Page], list[Fragment]]:
    """A page for each comparison and one that lists them, with the fragments they place; nothing where there is none."""
    if not comparisons:
        return [], []
    known = {view.market.id: view for view in views}
    drawings = {figure.id: (figure, drawn) for figure, drawn in figures}
    pages, fragments = [_index(told(views, comparisons.values()))], []
    for comparison in comparisons.values():
        columns = [Column.of(known[name]) for name in comparison.markets]
        placed = _figure(comparison, columns, drawings)
        others = [other for other in comparisons.values() if other is not comparison]
        pages.append(_page(_compared(comparison, known), columns, placed, others))
        fragments += placed
    return pages, fragments


def _compared(comparison: Comparison, known: Mapping[str, MarketView]) -> Compared:
    markets = {name: view.market for name, view in known.items()}
    return compare(comparison, markets, {name: view.derived for name, view in known.items()})


def _index(listed: Sequence[Told]) -> Page:
    body = rendered("comparisons.md.j2", listed=listed)
    about = "Markets side by side, each by its own figures, and what follows from setting them against each other."
    return Page(f"{FOLDER}/index.md", "Comparisons", about, body, (), DATA)


def _figure(comparison: Comparison, columns: Sequence[Column], drawings: Drawings) -> list[Fragment]:
    """The figure's fragment, named after the page that shows it; none where sizes cannot stand on one axis."""
    name = figure_id(comparison)
    if name not in drawings:
        return []
    by_market = {column.view.market.id: column for column in columns}

    def claim_link(record: str) -> str:
        market, _, claim = record.partition("/")
        return by_market[market].page.claim(claim)

    html = figure_block(*drawings[name], claim_link, root=columns[0].page.root)
    return [Fragment(f"{PORTFOLIO}/{comparison.id}/{name}", html)]


def _page(
    compared: Compared, columns: Sequence[Column], placed: Sequence[Fragment], others: Sequence[Comparison]
) -> Page:
    comparison = compared.comparison
    figure = "".join(f"\n{fragment.placeholder}\n" for fragment in placed)
    body = rendered(
        "compare.md.j2",
        comparison=comparison,
        compared=compared,
        answer=answer(compared),
        columns=columns,
        figure=Markup(figure),  # noqa: S704 - slugs only
        others=others,
        money=money(columns),
        leaders=leaders(columns),
        tags=tags(columns),
        wholes=wholes(compared, columns),
        years=list(dict.fromkeys(year for year in (compared.year, compared.last) if year)),
        written=written,
        reckoned=reckoned,
        coverage=coverage,
        sparkline=sparkline,
    )
    names = listing([column.name for column in columns])
    about = describe(answer(compared), f"{names} side by side.", "Each figure with its source.")
    return Page(f"{FOLDER}/{comparison.id}.md", comparison.title, about, body, (), DATA)
