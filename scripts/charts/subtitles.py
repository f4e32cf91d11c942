"""What stands below titles: the place a market is of, what a share is of, and how long a figure runs."""

from collections.abc import Iterable

from scripts import notation
from scripts.derive import Breakdown
from scripts.model import TOTAL, YEAR, Claim, Market, Measure, Period, Role, Unit

PACES = {YEAR: "a year", 6: "a half-year", 3: "a quarter", 1: "a month"}


def share_of(measure: Measure | None) -> str:
    """What a share is a share of: `Share of revenue`, `Share of units shipped`; a share's own name where nothing else is known."""
    if measure is None:
        return "Share of the whole"
    if measure.role is Role.SIZE or measure.code == "market-size":
        return "Share of revenue"
    return measure.name if measure.role is Role.SHARE else f"Share of {notation.lower_first(measure.name)}"


def shares_of(measures: Iterable[Measure | None]) -> str:
    """Several of them, each once: `Share of revenue and share of shipments`."""
    names = list(dict.fromkeys(map(share_of, measures)))
    return notation.listing([*names[:1], *map(notation.lower_first, names[1:])])


def within(market: Market, breakdown: Breakdown) -> str:
    """The part of the market that a breakdown divides; nothing where it is the market itself."""
    if breakdown.parent:
        return breakdown.parent_name
    outer = [
        market.dimensions[dimension].segments[code].name
        for dimension, code in breakdown.segments
        if dimension != breakdown.dimension and code != TOTAL
    ]
    return ", ".join(outer)


def paced(claim: Claim, unit: Unit | None = None) -> str:
    """The unit of a size with the time in which so much is sold: `USD bn a year`, `m units a quarter`; of users alone."""
    name = notation.unit_name(unit or claim.unit)
    pace = PACES.get(claim.length, "") if claim.measure.over_time == "sum" else ""
    return f"{name} {pace}".strip()


def dated(claim: Claim) -> str:
    """A size's period in a sentence after `in`: `2024`, `FY2024`, `Q4 2023`, `the twelve months to March 2024`."""
    period = claim.period
    if period and period.is_fiscal and not period.is_interval and claim.length == YEAR:
        return period.text
    told = notation.when(claim)
    return f"the {told}" if period and told.startswith(("first", "second", "twelve")) else told


def since(period: Period) -> float:
    """Where a period begins on an axis of years: 2023.75 for the last quarter of 2023."""
    return period.start.first_month / YEAR
