"""The parts of hand-written pages that follow from the data: portfolio, sources, rules."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from scripts.audit import HOUSE_RULES, guide, guides
from scripts.charts import Figure
from scripts.charts.sparkline import sparkline
from scripts.model import Catalog, Claim, Grade
from scripts.pages.compare import told
from scripts.pages.environment import rendered
from scripts.pages.figure_block import figure_block
from scripts.pages.leads import lead_of_several
from scripts.pages.page import Fragment
from scripts.pages.view import GRAVE, MarketView
from scripts.render.drawn import Drawn


def site_fragments(
    views: Sequence[MarketView],
    catalog: Catalog,
    notebooks: Sequence[tuple[str, str, str]],
    figures: Iterable[tuple[Figure, Drawn]] = (),
) -> list[Fragment]:
    """The portfolio and the comparisons for the home page, and the lists of sources, rules, measures and notebooks.

    A notebook is given by its name, its title and a sentence about it; `figures` are those of all markets
    together, which stand on the home page.
    """
    used = {
        source_id: [view for view in views if source_id in _sources_of(view)] for source_id in catalog.sources
    }
    rules = [*guides(), *map(guide, HOUSE_RULES)]
    leads = partial(lead_of_several, {view.market.id: view for view in views}, "")
    return [
        Fragment("portfolio", rendered("portfolio.html.j2", rows=[_row(view) for view in views])),
        Fragment("portfolio-figures", "".join(figure_block(*pair, leads, root="") for pair in figures)),
        Fragment(
            "comparisons",
            rendered("comparisons.html.j2", listed=told(views, catalog.comparisons.values()), leads=leads),
        ),
        Fragment("sources", rendered("sources.html.j2", catalog=catalog, used=used)),
        Fragment("rules", rendered("rules.html.j2", rules=rules, views=views)),
        Fragment("notebooks", rendered("notebooks.html.j2", notebooks=notebooks)),
        Fragment("measures", rendered("measures.html.j2", catalog=catalog)),
    ]


@dataclass(frozen=True, slots=True)
class PortfolioRow:
    """A market in the portfolio: `figures` are label, claim and the exact decimal that it sorts by, empty if none.

    `path` is the sparkline's; `doubt` counts contradictions, then open questions, empty where nothing is claimed.
    """

    view: MarketView
    figures: tuple[tuple[str, Claim | None, str], ...]
    path: str | None
    doubt: str


def _row(view: MarketView) -> PortfolioRow:
    head, lead = view.market.headline, view.market.lead
    torn, asked = len(view.graded(*GRAVE)), len(view.graded(Grade.QUESTION))
    stated = (
        ("Size", lead if lead != head.target else None),
        ("Forecast", head.target),
        ("Growth", head.growth),
    )
    return PortfolioRow(
        view,
        tuple((label, claim, _order(claim)) for label, claim in stated),
        sparkline(view.derived),
        f"{torn}.{asked:04}" if view.market.claims else "",
    )


def _order(claim: Claim | None) -> str:
    """A claim's value in its unit's base (dollars, not billions of them) as a plain decimal, for sorting."""
    return f"{(claim.printed.value * claim.unit.factor).normalize():f}" if claim else ""


def _sources_of(view: MarketView) -> set[str]:
    market = view.market
    stated = [claim.source for claim in market.in_order]
    stated += [event.source for event in market.events]
    stated += [study.source for study in market.studies]
    checking = {source.id for check in market.fact_checks for source in check.sources}
    return checking | {source.id for source in stated if source}
