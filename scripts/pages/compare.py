"""The pages of comparisons: some markets side by side, and a list of all comparisons."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from scripts.charts import Figure
from scripts.charts.compared_finding import answer, finding, subjects, written
from scripts.charts.compared_paths import figure_id
from scripts.charts.sparkline import sparkline
from scripts.derive import Compared, compare
from scripts.model import PORTFOLIO, Comparison
from scripts.model.addresses import COMPARISONS, compare_address, draft, twin
from scripts.notation import listing
from scripts.notation import told as describe
from scripts.pages.compare_rows import Column, coverage, leaders, money, reckoned, tags
from scripts.pages.compare_wholes import wholes
from scripts.pages.environment import rendered
from scripts.pages.figure_block import figure_block
from scripts.pages.leads import Leads, lead_of_several, linked
from scripts.pages.page import Fragment, Page
from scripts.pages.view import MarketView
from scripts.render.drawn import Drawn

DATA = "data/comparisons.yml"
Drawings = Mapping[str, tuple[Figure, Drawn]]


@dataclass(frozen=True, slots=True)
class Told:
    """A comparison in a list: `finding` is what follows from its markets, with the full stop, `subjects` its numbers."""

    comparison: Comparison
    markets: tuple[str, ...]
    finding: str
    subjects: tuple[str, ...]

    def linked(self, leads: Leads) -> Markup:
        """The finding, its numbers linked."""
        return linked(self.finding, map(leads, self.subjects))


def told(views: Sequence[MarketView], comparisons: Iterable[Comparison]) -> list[Told]:
    """Each comparison with what it finds."""
    known = {view.market.id: view for view in views}
    found = []
    for comparison in comparisons:
        names = tuple(known[name].market.short_title for name in comparison.markets)
        compared = _compared(comparison, known)
        found.append(Told(comparison, names, f"{finding(compared)}.", subjects(compared)))
    return found


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
    pages, fragments = [_index(told(views, comparisons.values()), known)], []
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


def _index(listed: Sequence[Told], known: Mapping[str, MarketView]) -> Page:
    body = rendered("comparisons.md.j2", listed=listed, leads=partial(lead_of_several, known, "../"))
    about = "Markets side by side, each by its own figures, and what follows from setting them against each other."
    return Page(twin(COMPARISONS), "Comparisons", about, body, (), DATA)


def _figure(comparison: Comparison, columns: Sequence[Column], drawings: Drawings) -> list[Fragment]:
    """The figure's fragment, named after the page that shows it; none where sizes cannot stand on one axis."""
    name = figure_id(comparison)
    if name not in drawings:
        return []
    views, root = {column.view.market.id: column.view for column in columns}, columns[0].page.root
    html = figure_block(*drawings[name], partial(lead_of_several, views, root), root=root)
    return [Fragment(f"{PORTFOLIO}/{comparison.id}/{name}", html)]


def _page(
    compared: Compared, columns: Sequence[Column], placed: Sequence[Fragment], others: Sequence[Comparison]
) -> Page:
    comparison = compared.comparison
    figure = "".join(f"\n{fragment.placeholder}\n" for fragment in placed)
    views = {column.view.market.id: column.view for column in columns}
    leads = partial(lead_of_several, views, columns[0].page.root)
    body = rendered(
        "compare.md.j2",
        comparison=comparison,
        compared=compared,
        answer=linked(answer(compared), map(leads, subjects(compared))),
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
        linked=linked,
        sparkline=sparkline,
    )
    names = listing([column.name for column in columns])
    about = describe(answer(compared), f"{names} side by side.", "Each figure with its source.")
    return Page(draft(compare_address(comparison.id)), comparison.title, about, body, (), DATA)
