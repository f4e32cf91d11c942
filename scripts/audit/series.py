"""Rules on series: sizes of one source, one year after another."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import pairwise

from scripts.audit.sums import added, sums_by_year
from scripts.derive import Estimate, estimates, in_unit_of, quantity
from scripts.derive.growth import cagr, multiple, stepped_back
from scripts.derive.precision import allowed
from scripts.model import HELD, Catalog, Claim, Finding, Held, Market, Quantity, Severity
from scripts.notation import (
    compact,
    counted,
    full,
    known,
    listing,
    lower_first,
    number,
    period,
    rate,
    unit_name,
    whose,
)
from scripts.notation.figures import NBSP

LOSS = Decimal(-50)


def series_jump(market: Market, _catalog: Catalog) -> Iterator[Finding | Held]:
    """Two sizes of one source must not lie further apart than its own rate of growth can explain.

    A jump is a yearly growth more than twice the stated rate and at least 25 percentage points above it; where no
    rate is stated, more than a doubling. A fall is a loss of more than half in a year, beside no such rate. It usually
    means a slipped digit, another scope or another unit. Where a source gives all segments of several years and no total,
    their sums are such a series.

    Arithmetic: (later ÷ earlier)^(1 ÷ years) − 1, at the least that the printed digits allow, is compared with that limit.

    Fires: 2 bn in 2023 and 14.2 bn in 2024 beside a stated 24.5 % a year. 14.2 ÷ 2 = 7.1, a growth of 610 %.

    Silent: 11.4 bn in 2023 and 14.2 bn in 2024 beside the same rate. 14.2 ÷ 11.4 is a growth of 24.6 %.
    """
    for estimate in estimates(market):
        fastest = max(estimate.rates, key=lambda claim: quantity(claim).high, default=None)
        stated = quantity(fastest).high if fastest else None
        limit = 100 if stated is None else max(2 * stated, stated + 25)
        slowest = min((quantity(claim).low for claim in estimate.rates), default=Decimal(0))
        for first, second in _neighbours(estimate):
            yearly = cagr(in_unit_of(first, second), quantity(second), _years(first, second))
            if yearly is not None:
                jumps = yearly.low > limit or yearly.high < min(LOSS, 2 * slowest)
                yield _jump(market, first, second, yearly, fastest) if jumps else HELD
    yield from _sums(market)


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


def _sums(market: Market) -> Iterator[Finding | Held]:
    """The sums of segments, year by year, where a source gives the same segments of a dimension for several years.

    One series for each source: the dimensions of a market add up to the same sums.
    """
    told: set[tuple[str, str]] = set()
    for (source, scope, dimension), years in sums_by_year(market).items():
        steps = [(a, b) for a, b in pairwise(sorted(years)) if years[a].keys() == years[b].keys()]
        if not steps or (source, scope) in told:
            continue
        told.add((source, scope))
        rates = [e for e in estimates(market) if e.source and (e.source.id, e.scope) == (source, scope)]
        stated = max((c for e in rates for c in e.rates), key=lambda c: quantity(c).high, default=None)
        limit = max(2 * quantity(stated).high, quantity(stated).high + 25) if stated else Decimal(100)
        grown = {(a, b): cagr(added(years[a]), added(years[b]), b - a) for a, b in steps}
        jumps = [step for step, yearly in grown.items() if yearly and yearly.low > limit]
        if jumps:
            rises = [yearly for yearly in grown.values() if yearly]
            yield _summed(market, dimension, years, rises, stated)
        else:
            yield HELD


def _summed(
    market: Market,
    dimension: str,
    years: Mapping[int, Mapping[str, Claim]],
    rises: Sequence[Quantity],
    stated: Claim | None,
) -> Finding:
    lead = next(iter(years[max(years)].values()))
    sums = listing([f"{number(added(years[year]).point, 0)} ({year})" for year in sorted(years)])
    beside = f", beside {full(stated)} stated for {period(stated.period)}" if stated else ""
    assert lead.source
    return Finding(
        market.id,
        "series-jump",
        f"sums-{lead.source.slug}",
        Severity.WARNING,
        f"{whose(market, lead)}The segments by {lower_first(market.dimensions[dimension].name)} together grew by up to "
        f"{rate(max(rises, key=lambda r: r.point), 0)} in a year",
        f"sums in {unit_name(lead.unit)}: {sums}; growth of {listing([rate(r, 0) for r in rises])} a year{beside}",
        (*(claim.id for claim in years[max(years)].values()), *([stated.id] if stated else [])),
        lead.place,
        9,
    )


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
            f"gives {NBSP.join(part for part in (known(before), second.unit.label) if part)} for {_year(first)}"
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
