"""The page types of a market, in the order in which readers meet them; this tuple is all there is."""

from collections.abc import Callable
from dataclasses import dataclass

from scripts.derive import REGION
from scripts.pages.view import MarketView


@dataclass(frozen=True, slots=True)
class Kind:
    """A page type: its address, its name, what it answers, and when there is something to show."""

    slug: str
    label: str
    answers: str
    has_data: Callable[[MarketView], bool]

    @property
    def template(self) -> str:
        """The template beside this module."""
        return f"{self.slug or 'overview'}.md.j2"


def _prose(*headings: str) -> Callable[[MarketView], bool]:
    return lambda view: any(section.heading in headings for section in view.market.commentary)


DYNAMICS = ("Drivers", "Restraints", "Opportunities", "Challenges", "Trends", "Use cases")
_has_prose = _prose(*DYNAMICS)


def _has_shares(view: MarketView) -> bool:
    return any(b.published or b.sized for b in view.derived.breakdowns if b.code != REGION)


def _has_regions(view: MarketView) -> bool:
    return any(pivot.own and pivot.is_regional for pivot in view.pivots) or _prose("Regions")(view)


def _has_estimates(view: MarketView) -> bool:
    wholes = [estimate for estimate in view.derived.estimates if estimate.is_whole or not estimate.own]
    return (
        any(not estimate.own for estimate in wholes) or len({e.source.voice for e in wholes if e.source}) > 1
    )


KINDS: tuple[Kind, ...] = (
    Kind("", "Overview", "The market on one page", lambda _: True),
    Kind(
        "forecast",
        "Forecast",
        "How the market is expected to grow, year by year",
        lambda view: view.derived.outlook is not None,
    ),
    Kind(
        "segments",
        "Segments",
        "How the market is divided",
        lambda view: _has_shares(view) or _prose("Segments")(view),
    ),
    Kind("regions", "Regions", "Which part of the world holds how much", _has_regions),
    Kind(
        "series",
        "Series",
        "Every published figure in tables by measure",
        lambda view: bool(view.market.claims),
    ),
    Kind(
        "dynamics",
        "Dynamics",
        "What moves the market, and what happened",
        lambda view: bool(view.market.events) or _has_prose(view),
    ),
    Kind(
        "evidence",
        "Evidence",
        "What studies and independent publications say",
        lambda view: bool(view.market.studies or view.market.fact_checks),
    ),
    Kind(
        "estimates", "Estimates", "What other publishers say of this field and its neighbours", _has_estimates
    ),
    Kind(
        "quality",
        "Quality",
        "What the checks found, with the arithmetic",
        lambda view: bool(view.market.claims),
    ),
    Kind("data", "Data", "Every claim with source and locator", lambda view: bool(view.market.claims)),
)
