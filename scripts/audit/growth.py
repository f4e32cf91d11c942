"""Rules on growth: do the ends and the rate of one source fit together?"""

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from scripts.derive import Estimate, Triangle, estimates, in_unit_of, quantity
from scripts.derive.growth import cagr, multiple, stepped_back
from scripts.derive.precision import allowed
from scripts.model import HELD, Catalog, Claim, Finding, Held, Market, Quantity, Severity
from scripts.notation import compact, counted, full, known, number, period, rate, span, superscript, whose
from scripts.notation.figures import NBSP

# Percentage points below which a publisher may have rounded twice: worth a notice, not a warning.
SLIGHT = Decimal("0.15")


def growth_triangle(market: Market, _catalog: Catalog) -> Iterator[Finding | Held]:
    """A start, an end and a yearly rate of one source must fit together within the digits printed.

    Any two of them give the third: if they disagree, at least one of the three is misprinted, or the rate counts
    from a year that the source does not name. Both the full number of yearly steps and one step fewer are tried.

    Arithmetic: start × (1 + rate)ⁿ is compared with the end, each figure standing for all values that round to it.

    Fires: 2 bn in 2023, 24.5 % a year, 127.1 bn in 2033. 2 × 1.245¹⁰ = 17.9, and even 2.5 × 1.2455¹⁰ is only 22.5.

    Silent: 14.2 bn in 2024, 24.5 % a year, 127.1 bn in 2034. 14.2 × 1.245¹⁰ = 127.05, which rounding explains.
    """
    named: set[str] = set()
    for estimate in estimates(market):
        for triangle in estimate.triangles:
            if triangle.implied is None:
                continue
            if triangle.closes:
                yield HELD
                continue
            stated = triangle.growth.id
            topic = f"{stated}-{triangle.start.id}-{triangle.end.id}" if stated in named else stated
            named.add(stated)
            yield _open_triangle(market, triangle, triangle.implied, topic)


def _open_triangle(market: Market, triangle: Triangle, implied: Quantity, topic: str) -> Finding:
    start, end, stated = triangle.start, triangle.end, triangle.growth
    gap = implied.point - quantity(stated).point
    factor = number(1 + quantity(stated).point / 100, stated.printed.decimals + 2)
    reached = number(triangle.reached.point, min(max(end.printed.decimals, 1), 2))
    needed = rate(implied, max(stated.printed.decimals, 1))
    arithmetic = (
        f"{compact(start)} × {factor}{superscript(triangle.years)} = {_labelled(reached, end)}, not {compact(end)}; "
        f"getting there needs {needed} a year{_within(implied)}, not {compact(stated)}"
    )
    shorter = cagr(in_unit_of(start, end), quantity(end), triangle.years - 1)
    if shorter is not None and shorter.meets(quantity(stated)):
        arithmetic += f"; over {triangle.years - 1} steps it would fit"
    return Finding(
        market.id,
        "growth-triangle",
        topic,
        Severity.WARNING if abs(gap) >= SLIGHT else Severity.NOTICE,
        f"{whose(market, stated)}{full(start)} ({period(start.period)}) growing {full(stated)} "
        f"does not become {full(end)} ({period(end.period)})",
        arithmetic,
        (start.id, end.id, stated.id),
        stated.place,
        int(abs(gap)),
    )


def _labelled(text: str, like: Claim) -> str:
    """A computed number with the unit's label, as `compact` writes a claim."""
    return NBSP.join(part for part in (text, like.unit.label) if part)


def _within(implied: Quantity) -> str:
    """The interval, where it is wider than the first decimal."""
    if implied.high - implied.low <= Decimal("0.2"):
        return ""
    return f" ({span(implied)} % within the digits printed)"


def series_jump(market: Market, _catalog: Catalog) -> Iterator[Finding | Held]:
    """Two sizes of one source must not lie further apart than its own rate of growth can explain.

    A jump is a yearly growth more than twice the stated rate and at least 25 percentage points above it; where no
    rate is stated, more than a doubling. It usually means a slipped digit, another scope or another unit.

    Arithmetic: (later ÷ earlier)^(1 ÷ years) − 1, at the least that the printed digits allow, is compared with that limit.

    Fires: 2 bn in 2023 and 14.2 bn in 2024 beside a stated 24.5 % a year. 14.2 ÷ 2 = 7.1, a growth of 610 %.

    Silent: 11.4 bn in 2023 and 14.2 bn in 2024 beside the same rate. 14.2 ÷ 11.4 is a growth of 24.6 %.
    """
    for estimate in estimates(market):
        fastest = max(estimate.rates, key=lambda claim: quantity(claim).high, default=None)
        stated = quantity(fastest).high if fastest else None
        limit = 100 if stated is None else max(2 * stated, stated + 25)
        for first, second in _neighbours(estimate):
            yearly = cagr(in_unit_of(first, second), quantity(second), _years(first, second))
            if yearly is not None:
                jumps = yearly.low > limit
                yield _jump(market, first, second, yearly, fastest) if jumps else HELD


def _neighbours(estimate: Estimate) -> Iterator[tuple[Claim, Claim]]:
    """Each size with the next one of its series: of one measure, in one currency."""
    series: dict[tuple[str, str | None], list[Claim]] = {}
    for size in estimate.sizes:  # in the order of their periods
        series.setdefault((size.measure.code, size.unit.currency), []).append(size)
    for sizes in series.values():
        for first, second in pairwise(sizes):
            # At least 2, or less than 14.2: then the step between them may be as small as you like.
            if not (allowed(first).high.is_infinite() or allowed(second).low.is_infinite()):
                yield first, second


def _year(size: Claim) -> int:
    assert size.period  # sizes have a period, the loader sees to it
    return size.period.start.year


def _years(first: Claim, second: Claim) -> int:
    return _year(second) - _year(first)


def _jump(market: Market, first: Claim, second: Claim, yearly: Quantity, stated: Claim | None) -> Finding:
    years = _years(first, second)
    times = multiple(in_unit_of(first, second), quantity(second))
    assert times  # as there is a yearly growth, the first size is above zero
    arithmetic = (
        f"{compact(second)} ÷ {compact(first)} = {number(times.point, 1)} times as much in {counted(years, 'year')}, "
        f"a growth of {rate(yearly, 0)} a year"
    )
    if stated and quantity(stated).low > -100:
        before = stepped_back(quantity(second), quantity(stated), years)
        arithmetic += (
            f", beside {compact(stated)} a year as stated; stepping back from {compact(second)} at that rate "
            f"gives {_labelled(known(before), second)} for {_year(first)}"
        )
    return Finding(
        market.id,
        "series-jump",
        f"{first.id}-{second.id}",
        Severity.WARNING,
        f"{whose(market, second)}{full(first)} in {_year(first)} and {full(second)} in {_year(second)} hardly belong to one series",
        arithmetic,
        (first.id, second.id, *([stated.id] if stated else [])),
        second.place,
        int(yearly.point),
    )
