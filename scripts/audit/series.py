"""Rules on series: sizes of one source, one year after another."""

from collections.abc import Iterable
from decimal import Decimal
from itertools import pairwise

from scripts.audit.growth import graded
from scripts.audit.parts import sums_by_year
from scripts.audit.rule import Found, finding, grouped, held, of_what_part, reads
from scripts.audit.sums import labelled, summed
from scripts.derive import Estimate, estimates, in_unit
from scripts.derive.growth import cagr, multiple, stepped_back
from scripts.model import Catalog, Claim, Finding, Grade, Market, Quantity
from scripts.notation import compact, full, known, number, rate, unit_name, when, whose
from scripts.notation.words import counted, listing, lower_first

LOSS = Decimal(-50)
# A size so many times as large, or as small, as those before and after it stands out of its series.
OUT_OF_LINE, IN_LINE = 5, 2


def series_jump(market: Market, _catalog: Catalog) -> Found:
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
    for estimate in estimates(market):
        if not estimate.is_whole:
            yield from _out_of_line(market, estimate)
            continue
        fastest = max(estimate.rates, key=lambda claim: reads(claim).high, default=None)
        slowest = min((reads(claim).low for claim in estimate.rates), default=Decimal(0))
        for first, second in (pair for sizes in _series(estimate) for pair in pairwise(sizes)):
            yearly = cagr(reads(first), reads(second), second.year - first.year)
            # At least 2, or less than 14.2: then the step between them may be as small as you like.
            if yearly is None or reads(first).above or reads(second).below:
                continue
            if yearly.low > _limit(fastest) or yearly.high < min(LOSS, 2 * slowest):
                over = [t.growth.period for t in broken if {t.start.id, t.end.id} & {first.id, second.id}]
                covered = any(p and p.start.year <= first.year and second.year <= p.end.year for p in over)
                grade = Grade.CONTRADICTION if covered else Grade.NOTE
                yield _jump(market, [first, second], yearly, fastest, grade)
            else:
                yield held(first, second)
    yield from _sums(market)


def _limit(fastest: Claim | None) -> Decimal:
    stated = reads(fastest).high if fastest else None
    return Decimal(100) if stated is None else max(2 * stated, stated + 25)


def _series(estimate: Estimate) -> Iterable[list[Claim]]:
    """Sizes in one currency, in the order of their periods."""
    return grouped(estimate.sizes, lambda size: size.unit.currency).values()


def _jump(market: Market, pair: list[Claim], yearly: Quantity, stated: Claim | None, grade: Grade) -> Finding:
    first, second = pair
    a, b, times = first.year, second.year, multiple(reads(first), reads(second))
    assert times  # as there is a yearly growth, the first size is above zero
    by = f"{number(times.point, 1)} times as much in {counted(b - a, 'year')}"
    line = f"{compact(second)} ÷ {compact(first)} = {by}, a growth of {rate(yearly, 0)} a year"
    if stated and stated.quantity.low > -100:
        before = in_unit(stepped_back(reads(second), stated.quantity, b - a), second.unit)
        back = f"stepping back from {compact(second)} at that rate gives {labelled(known(before), second)} for {a}"
        line += f", beside {compact(stated)} a year as stated; {back}"
    prefix, what, turn = whose(market, second), second.measure.name, "rises" if yearly.point > 0 else "falls"
    what = lower_first(what) if prefix else what
    title = f"{prefix}{what} {turn} from {full(first)} in {a} to {full(second)} in {b}"
    claims, weight = [*pair, *([stated] if stated else [])], int(abs(yearly.point))
    rule, topic = series_jump, f"{first.id}-{second.id}"
    return finding(rule, market, second, title, line, grade, topic=topic, subjects=claims, weight=weight)


def _out_of_line(market: Market, estimate: Estimate) -> Found:
    """Sizes of a part that are far from those of the year before and the year after, which are near each other."""
    for sizes in _series(estimate):
        for three in zip(sizes, sizes[1:], sizes[2:], strict=False):
            before, size, after = three
            low, high = sorted((reads(before).point, reads(after).point))
            if low <= 0 or high > IN_LINE * low or after.year - before.year != 2:
                continue
            middle = reads(size)
            if high * OUT_OF_LINE > middle.low and middle.high > low / OUT_OF_LINE:
                yield held(*three)
                continue
            line = listing([f"{compact(one)} ({when(one)})" for one in three])
            title = f"{of_what_part(market, size)}{full(size)} in {when(size)}, after {full(before)} the year before and before "
            title += f"{full(after)} the year after"
            yield finding(series_jump, market, size, title, line, subjects=three, weight=5)


def _sums(market: Market) -> Found:
    """The sums of the same segments over several years: one series for each source, as its dimensions add up alike."""
    told: set[tuple[str, str, str]] = set()
    for (*where, dimension), years in sums_by_year(market).items():
        source, scope, of = where
        steps = [(a, b) for a, b in pairwise(sorted(years)) if years[a].keys() == years[b].keys()]
        if not steps or (source, scope, of) in told:
            continue
        told.add((source, scope, of))
        same = [e for e in estimates(market) if e.is_whole and e.scope == scope]
        rates = [r for e in same for r in e.rates if (r.source_id, r.measure.of) == (source, of)]
        stated = max(rates, key=lambda claim: reads(claim).high, default=None)
        sums = {year: summed(years[year].values()) for year in sorted(years)}
        rises = {(a, b): rise for a, b in steps if (rise := cagr(sums[a], sums[b], b - a))}
        if not any(rise.low > _limit(stated) for rise in rises.values()):
            yield held(*(claim for parts in years.values() for claim in parts.values()))
            continue
        start, end = max(rises, key=lambda pair: rises[pair].point)
        told_of = [claim for year in (end, start) for claim in years[year].values()]
        first, highest = told_of[0], rate(rises[start, end], 0)
        unit, prefix = first.unit, whose(market, first)
        added = listing([f"{number(in_unit(value, unit).point, 0)} ({year})" for year, value in sums.items()])
        grown = f"growth of {listing([rate(rise, 0) for rise in rises.values()])} a year"
        beside = f", beside {full(stated)} stated for {when(stated)}" if stated else ""
        within = stated and stated.period and stated.period.start.year < max(years)
        by = lower_first(market.dimensions[dimension].name)
        what = lower_first(first.measure.name) if prefix else first.measure.name
        yearly = " a year" if end - start > 1 else ""
        title = f"{prefix}{what} of all segments by {by} rose by {highest}{yearly} from {start} to {end}"
        line = f"sums in {unit_name(unit)}: {added}; {grown}{beside}"
        claims = [*told_of, *([stated] if stated else [])]
        topic, grade = f"sums-{source.replace('/', '-')}", Grade.QUESTION if within else Grade.NOTE
        reading = "the list of segments was not the same in all years"
        yield finding(series_jump, market, claims, title, line, grade, topic=topic, weight=9, reading=reading)
