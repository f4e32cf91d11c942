"""Rules on growth: do the ends and the rate of one source fit together?"""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import pairwise

from scripts.derive import Triangle, estimates, in_unit_of, quantity
from scripts.derive.growth import cagr, multiple
from scripts.model import Catalog, Claim, Finding, Market, Quantity, Severity
from scripts.notation import compact, full, number, period, rate, span, superscript


# Percentage points below which a publisher may have rounded twice: worth a notice, not a warning.
SLIGHT = Decimal("0.15")


def growth_triangle(market: Market, _catalog: Catalog) -> Iterator[Finding]:
    """A start, an end and a yearly rate of one source must fit together within the digits printed.

    Any two of them give the third: if they disagree, at least one of the three is misprinted, or the rate counts
    from a year that the source does not name. Both the full number of yearly steps and one step fewer are tried.
    """
    for estimate in estimates(market):
        for triangle in estimate.triangles:
            if triangle.implied is not None and not triangle.closes:
                yield _open_triangle(market, triangle)


def _open_triangle(market: Market, triangle: Triangle) -> Finding:
    start, end, stated = triangle.start, triangle.end, triangle.growth
    implied = triangle.implied
    assert implied is not None  # the caller has looked
    gap = implied.point - quantity(stated).point
    factor = number(1 + quantity(stated).point / 100, stated.printed.decimals + 2)
    arithmetic = (
        f"{compact(start)} × {factor}{superscript(triangle.years)} = "
        f"{number(triangle.reached.point, 1)}, not {compact(end)}; "
        f"getting there needs {rate(implied)} a year{_within(implied)}, not {compact(stated)}"
    )
    shorter = cagr(in_unit_of(start, end), quantity(end), triangle.years - 1)
    if shorter is not None and shorter.meets(quantity(stated)):
        arithmetic += f"; over {triangle.years - 1} steps it would fit"
    return Finding(
        market.id,
        "growth-triangle",
        stated.id,
        Severity.WARNING if abs(gap) >= SLIGHT else Severity.NOTICE,
        f"{_who(market, stated)}{full(start)} ({period(start.period)}) growing {full(stated)} does not become {full(end)} ({period(end.period)})",
        arithmetic,
        (start.id, end.id, stated.id),
        stated.place,
        int(abs(gap)),
    )


def _who(market: Market, claim: Claim) -> str:
    """Whose figure of what, before the figures of a rival."""
    if not claim.scope or claim.source is None:
        return ""
    return f"{claim.source.publisher.name}, {market.scopes[claim.scope].name}: "


def _within(implied: Quantity) -> str:
    """The interval, where it is wide enough to show in the digits given."""
    if number(implied.low, 1) == number(implied.high, 1):
        return ""
    return f" ({span(implied)} % within the digits printed)"


def series_jump(market: Market, _catalog: Catalog) -> Iterator[Finding]:
    """Two sizes of one source must not lie further apart than its own rate of growth can explain.

    A jump is a yearly growth more than twice the stated rate and at least 25 percentage points above it; where no
    rate is stated, more than a doubling. It usually means a slipped digit, another scope or another unit.
    """
    for estimate in estimates(market):
        stated = max((quantity(claim).high for claim in estimate.rates), default=None)
        limit = 100 if stated is None else max(2 * stated, stated + 25)
        for first, second in pairwise(_by_year(estimate.sizes)):
            assert first.period  # sizes have a period, the loader sees to it
            assert second.period
            years = second.period.start.year - first.period.start.year
            if years < 1 or first.unit.currency != second.unit.currency:
                continue
            yearly = cagr(in_unit_of(first, second), quantity(second), years)
            if yearly is not None and yearly.low > limit:
                yield _jump(market, first, second, estimate.rates)


def _by_year(sizes: Iterable[Claim]) -> list[Claim]:
    return sorted(sizes, key=lambda claim: claim.period.start.text if claim.period else "")


def _jump(market: Market, first: Claim, second: Claim, rates: tuple[Claim, ...]) -> Finding:
    assert first.period
    assert second.period
    years = second.period.start.year - first.period.start.year
    times = multiple(in_unit_of(first, second), quantity(second))
    yearly = cagr(in_unit_of(first, second), quantity(second), years)
    assert times
    assert yearly
    within = "one year" if years == 1 else f"{years} years"
    beside = f", beside {compact(rates[0])} a year as stated" if rates else ""
    return Finding(
        market.id,
        "series-jump",
        f"{first.id}-{second.id}",
        Severity.WARNING,
        f"{_who(market, second)}{full(first)} in {first.period.start.year} and {full(second)} in {second.period.start.year} "
        "cannot belong to one series",
        f"{compact(second)} ÷ {compact(first)} = {number(times.point, 1)} times in {within}, "
        f"a growth of {rate(yearly, 0)} a year{beside}",
        (first.id, second.id, *(claim.id for claim in rates[:1])),
        second.place,
        int(yearly.point),
    )
