"""The parts of hand-written pages that follow from the data: portfolio, sources, rules."""

from collections.abc import Sequence

from scripts.audit import RULES, name, says
from scripts.model import Catalog
from scripts.pages.environment import rendered
from scripts.pages.page import Fragment
from scripts.pages.view import MarketView


def site_fragments(
    views: Sequence[MarketView], catalog: Catalog, notebooks: Sequence[tuple[str, str, str]]
) -> list[Fragment]:
    """The portfolio for the home page, and the lists of sources, rules, measures and notebooks.

    A notebook is given by its name, its title and a sentence about it.
    """
    used = {
        source_id: [view for view in views if source_id in _sources_of(view)] for source_id in catalog.sources
    }
    rules = [(name(rule), *says(rule)) for rule in RULES]
    return [
        Fragment("portfolio", rendered("portfolio.html.j2", views=views)),
        Fragment("sources", rendered("sources.html.j2", catalog=catalog, used=used)),
        Fragment("rules", rendered("rules.html.j2", rules=rules, views=views)),
        Fragment("notebooks", rendered("notebooks.html.j2", notebooks=notebooks)),
        Fragment("measures", rendered("measures.html.j2", catalog=catalog)),
    ]


def _sources_of(view: MarketView) -> set[str]:
    market = view.market
    stated = [claim.source for claim in market.claims.values()]
    stated += [event.source for event in market.events]
    stated += [study.source for study in market.studies]
    checking = {source.id for check in market.fact_checks for source in check.sources}
    return checking | {source.id for source in stated if source}
