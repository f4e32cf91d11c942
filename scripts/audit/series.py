"""Rules on series: sizes of one source, one year after another."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from scripts.audit.growth import graded
from scripts.audit.parts import Series, sums_by_year
from scripts.audit.rule import finding, held, reads
from scripts.derive import Estimate, estimates, in_unit
from scripts.derive.growth import cagr, multiple, stepped_back
from scripts.model import Catalog, Claim, Finding, Grade, Held, Market, Quantity, total
from scripts.notation import (
    capital,
    compact,
    counted,
    full,
    listing,
    lower_first,
    measured,
    number,
    rate,
    unit_name,
    when,
    whose,
)

LOSS = Decimal(-50)
# A size so many times as large, or as small, as those before and after it stands out of its series.
OUT_OF_LINE, IN_LINE = 5, 2


def series_jump(market: Market, _catalog: Catalog) -> Iterator[Finding | Held]:
    """Two sizes of one source should not lie further apart than its own rate of growth can explain.

    A jump is a yearly growth more than twice the stated rate and at least 25 percentage points above it; where no
    rate is stated, more than a doubling. A fall is a loss of more than half in a year, beside no such rate. A year may grow by any
    amount, so it is a note; but a contradiction where one of the two sizes stands in a start, an end and a rate that contradict
    each other over those years. Parts of a market are told only where one size is five times the sizes before and after it, or a
    fifth. Where a source gives all segments of several years and no total, their sums are such a series.

    Arithmetic: (later ÷ earlier)^(1 ÷ years) − 1, at the least that the printed digits allow, is compared with that limit.

    Fires: 2 bn in 2023 and 14.2 bn in 2024 beside a stated 24.5 % a year. 14.2 ÷ 2 = 7.1, a growth of 610 %.

    Silent: 11.4 bn in 2023 and 14.2 bn in 2024 beside the same rate. 14.2 ÷ 11.4 is a growth of 24.6 %.
    """
    broken = [triangle for triangle, grade in graded(market) if grade is Grade.CONTRADICTION]
    spans = {c.id: t.growth for t in broken for c in (t.start, t.end)}
    for estimate in estimates(market):
        if not estimate.is_whole:
            yield from _out_of_line(market, estimate)
            continue
        fastest = max(estimate.rates, key=lambda claim: reads(claim).high, default=None)
        slowest = min((reads(claim).low for claim in estimate.rates), default=Decimal(0))
        for first, second in _neighbours(estimate):
            yearly = cagr(reads(first), reads(second), _year(second) - _year(first))
            if yearly is not None:
                jumps = yearly.low > _limit(fastest) or yearly.high < min(LOSS, 2 * slowest)
                rates = (spans[c.id] for c in (first, second) if c.id in spans)
                covered = any(_covers(span, first, second) for span in rates)
                grade = Grade.CONTRADICTION if covered else Grade.NOTE
                yield _jump(market, (first, second), yearly, fastest, grade) if jumps else held(first, second)
    yield from _sums(market)


def _limit(fastest: Claim | None) -> Decimal:
    stated = reads(fastest).high if fastest else None
    return Decimal(100) if stated is None else max(2 * stated, stated + 25)


def _covers(span: Claim, first: Claim, second: Claim) -> bool:
    assert span.period  # rates have one
    return span.period.start.year <= _year(first) and _year(second) <= span.period.end.year


def _series(estimate: Estimate) -> Iterator[list[Claim]]:
    """Sizes in one currency, in the order of their periods, without those that a qualifier leaves open."""
    series: dict[str | None, list[Claim]] = {}
    for size in estimate.sizes:
        series.setdefault(size.unit.currency, []).append(size)
    yield from series.values()


def _neighbours(estimate: Estimate) -> Iterator[tuple[Claim, Claim]]:
    """Each size with the next one of its series."""
    for sizes in _series(estimate):
        for first, second in pairwise(sizes):
            # At least 2, or less than 14.2: then the step between them may be as small as you like.
            if not (reads(first).above or reads(second).below):
                yield first, second


def _out_of_line(market: Market, estimate: Estimate) -> Iterator[Finding | Held]:
    """Sizes of a part that are far from those of the year before and the year after, which are near each other."""
    for sizes in _series(estimate):
        for before, size, after in zip(sizes, sizes[1:], sizes[2:], strict=False):
            low, high = sorted((reads(before).point, reads(after).point))
            if low <= 0 or high > IN_LINE * low or _year(after) - _year(before) != 2:
                continue
            middle = reads(size)
            if high * OUT_OF_LINE > middle.low and middle.high > low / OUT_OF_LINE:
                yield held(before, size, after)
                continue
            yield finding(
                series_jump,
                market,
                size,
                title=f"{whose(market, size)}{full(size)} in {when(size)} stands between {full(before)} and {full(after)}",
                arithmetic=f"{compact(before)} ({when(before)}), {compact(size)} ({when(size)}), {compact(after)} ({when(after)})",
                subjects=(before, size, after),
                weight=5,
            )


def _sums(market: Market) -> Iterator[Finding | Held]:
    """The sums of segments, year by year, where a source gives the same segments of a dimension for several years.

    One series for each source: the dimensions of a market add up to the same sums.
    """
    told: set[tuple[str, str, str]] = set()
    for (source, scope, dimension, of), years in sums_by_year(market).items():
        steps = [(a, b) for a, b in pairwise(sorted(years)) if years[a].keys() == years[b].keys()]
        if not steps or (source, scope, of) in told:
            continue
        told.add((source, scope, of))
        same = [
            e
            for e in estimates(market)
            if e.is_whole and (e.source.id if e.source else "", e.scope) == (source, scope)
        ]
        rates = [rate for estimate in same for rate in estimate.rates if rate.measure.of == of]
        stated = max(rates, key=lambda claim: reads(claim).high, default=None)
        sums = {year: total(map(reads, parts.values())) for year, parts in years.items()}
        grown = [rise for a, b in steps if (rise := cagr(sums[a], sums[b], b - a))]
        if any(rise.low > _limit(stated) for rise in grown):
            yield _summed(market, dimension, years, grown, stated)
        else:
            yield held(*(claim for parts in years.values() for claim in parts.values()))


def _summed(
    market: Market, dimension: str, years: Series, rises: Sequence[Quantity], stated: Claim | None
) -> Finding:
    lead = next(iter(years[max(years)].values()))
    added = {
        year: in_unit(total(map(reads, years[year].values())), lead.unit).point for year in sorted(years)
    }
    sums = listing([f"{number(value, 0)} ({year})" for year, value in added.items()])
    beside = f", beside {full(stated)} stated for {when(stated)}" if stated else ""
    within = stated is not None and stated.period is not None and stated.period.start.year < max(years)
    highest = rate(max(rises, key=lambda rise: rise.point), 0)
    return finding(
        series_jump,
        market,
        lead,
        topic=f"sums-{lead.source.slug if lead.source else 'no-source'}",
        grade=Grade.QUESTION if within else Grade.NOTE,
        title=f"{whose(market, lead)}The segments by {lower_first(market.dimensions[dimension].name)} together grew by up to "
        f"{highest} in a year",
        arithmetic=f"sums in {unit_name(lead.unit)}: {sums}; growth of {listing([rate(rise, 0) for rise in rises])} a "
        f"year{beside}",
        subjects=(*years[max(years)].values(), *([stated] if stated else [])),
        weight=9,
        reading="the list of segments was not the same in all years",
    )


def _year(size: Claim) -> int:
    assert size.period  # sizes have a period, the loader sees to it
    return size.period.end.year


def _jump(
    market: Market, sizes: tuple[Claim, Claim], yearly: Quantity, stated: Claim | None, grade: Grade
) -> Finding:
    first, second = sizes
    years = _year(second) - _year(first)
    times = multiple(reads(first), reads(second))
    assert times  # as there is a yearly growth, the first size is above zero
    arithmetic = (
        f"{compact(second)} ÷ {compact(first)} = {number(times.point, 1)} times as much in {counted(years, 'year')}, "
        f"a growth of {rate(yearly, 0)} a year"
    )
    if stated and stated.quantity.low > -100:
        before = in_unit(stepped_back(reads(second), stated.quantity, years), second.unit)
        arithmetic += (
            f", beside {compact(stated)} a year as stated; stepping back from {compact(second)} at that rate "
            f"gives {measured(before, second.unit)} for {_year(first)}"
        )
    word = "rises" if yearly.point > 0 else "falls"
    return finding(
        series_jump,
        market,
        second,
        topic=f"{first.id}-{second.id}",
        grade=grade,
        title=f"{whose(market, second)}{capital(_what(market, first))} {word} from {full(first)} in {_year(first)} to "
        f"{full(second)} in {_year(second)}",
        arithmetic=arithmetic,
        subjects=(first, second, *([stated] if stated else [])),
        weight=int(abs(yearly.point)),
    )


def _what(market: Market, size: Claim) -> str:
    return lower_first(market.scopes[size.scope].name if size.scope else size.measure.name)
