"""The pages of one market."""

from collections.abc import Iterable
from functools import partial

from scripts.audit import guides
from scripts.charts.shares import figure_id
from scripts.derive import Estimate
from scripts.model import Event, FactCheck
from scripts.model.addresses import draft, edited_file, market_address, twin
from scripts.pages.description import description
from scripts.pages.environment import rendered
from scripts.pages.kinds import DYNAMICS, KINDS, Kind
from scripts.pages.page import Fragment, Page, Tab
from scripts.pages.pivot import by_measure
from scripts.pages.setting import Setting
from scripts.pages.view import VERDICT_WORDS, WORST_FIRST, MarketView

# Where the data of a page type are edited; of all others they are the claims.
EDITED = {"": "market.yml", "dynamics": "commentary.md", "evidence": "fact_checks.csv"}


def market_pages(view: MarketView) -> tuple[list[Page], list[Fragment]]:
    """Each page type for which the market has data, with the fragments it places."""
    present = [kind for kind in KINDS if kind.has_data(view)]
    pages, fragments = [], []
    for kind in present:
        setting = Setting(view, kind.slug)
        pages.append(_page(kind, present, setting))
        fragments += setting.fragments
    return pages, fragments


def _page(kind: Kind, present: list[Kind], page: Setting) -> Page:
    view = page.view
    absent = [other for other in KINDS if other not in present]
    body = rendered(
        kind.template,
        page=page,
        view=view,
        market=view.market,
        derived=view.derived,
        report=view.report,
        kind=kind,
        present=present,
        absent=absent,
        dynamics=DYNAMICS,
        verdicts=VERDICT_WORDS,
        regions=view.catalog.codelists.regions,
        publishers=view.catalog.codelists.publishers,
        events=_by_date(view.market.events),
        fact_checks=_gravest_first(view.market.fact_checks),
        by_measure=by_measure(view.pivots),
        shown_as=partial(figure_id, view.market),
        shown_in=partial(_shown_in, view),
        scopes=_by_scope(view.derived.estimates),
        rule_says={told.name: told.says for told in guides()},
    )
    tabs = tuple(Tab(other.label, page.to(other.slug), other is kind) for other in present)
    title = view.market.title if not kind.slug else f"{view.market.short_title}: {kind.label.lower()}"
    place = market_address(view.market.id, kind.slug)
    path = draft(place) if kind.slug else twin(place)
    edited = edited_file(view.market.id, EDITED.get(kind.slug, "observations.csv"))
    return Page(path, title, description(kind, view, page.says), body, tabs, edited)


def _shown_in(view: MarketView, dimension: str) -> set[str]:
    """The claims that the breakdowns of a dimension show."""
    parts = [part for b in view.derived.breakdowns if b.code == dimension for part in b.parts]
    return {claim.id for part in parts for claim in (part.claim, part.size) if claim}


def _by_date(events: Iterable[Event]) -> list[Event]:
    """Newest first; events without a date last."""
    return sorted(events, key=lambda event: event.date.text if event.date else "", reverse=True)


def _gravest_first(checks: Iterable[FactCheck]) -> list[FactCheck]:
    """What was contradicted comes before what was confirmed; within a verdict the data's order."""
    return sorted(checks, key=lambda check: WORST_FIRST.index(check.verdict))


def _by_scope(estimates: Iterable[Estimate]) -> list[tuple[str, list[Estimate]]]:
    """Estimates of wholes by scope, the market's own first, the others by their codes."""
    groups: dict[str, list[Estimate]] = {"": []}
    for estimate in (known for known in estimates if not known.segments):
        groups.setdefault(estimate.scope, []).append(estimate)
    return [(scope, group) for scope, group in groups.items() if group]
