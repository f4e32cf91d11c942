"""The rule on rivals: how far apart publishers put one field, each brought to one year by its own rate alone."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from scripts.derive import Estimate, Placed, common_year, estimates, placed, quantity
from scripts.derive.interval import scaled
from scripts.model import (
    HELD,
    WORLD,
    Catalog,
    Claim,
    Finding,
    Held,
    Market,
    Quantity,
    Rank,
    Relation,
    Severity,
)
from scripts.notation import compact, counted, full, lower_first, measured, number, period

# Rivals of one field that lie this far apart hardly describe the same thing.
FAR = 2
# A neighbour need not be as large, and is worth telling sooner.
BESIDE = Decimal("1.5")
POINTS = 5


def rivals_far_apart(market: Market, _catalog: Catalog) -> Iterator[Finding | Held]:
    """Publishers who describe one field should not lie further apart than a factor of two.

    Each estimate is taken in the year to which most can be brought, as stated or by its publisher's own rate, and never
    averaged. A larger range says that the field is drawn differently, or that one of them is far off; rates that differ
    by a factor of two and five percentage points say the same. A neighbouring field is told where this market is half as
    large again, or as small.

    Arithmetic: the largest at its least ÷ the smallest at its most.

    Fires: USD 0.95 bn, 6.82 bn and 12.71 bn for one market in 2024: 12.71 ÷ 0.95 = 13 times.

    Silent: USD 6.91 bn and 9.14 bn for one field in 2025: 9.14 ÷ 6.91 = 1.3 times.
    """
    groups: dict[str, list[Estimate]] = {}
    for estimate in estimates(market):
        if estimate.region == WORLD and estimate.source:
            groups.setdefault(estimate.scope, []).append(estimate)
    for field, group in groups.items():
        yield from _sizes(market, field, group)
        yield from _rates(market, field, group)
    for code, scope in market.scopes.items():
        if scope.relation == Relation.NEIGHBOUR and code in groups and "" in groups:
            yield from _beside(market, code, groups[""], groups[code])


def _in_year(group: Sequence[Estimate], year: int) -> list[Placed]:
    """One value for each voice in a year, the smallest first; the currency and measure of the first."""
    found: dict[str, Placed] = {}
    for estimate in group:
        at = placed(estimate, year)
        if at and estimate.source and all(_compares(at, other) for other in found.values()):
            found.setdefault(estimate.source.voice, at)
    return sorted(found.values(), key=lambda at: _dollars(at).point)


def _compares(one: Placed, other: Placed) -> bool:
    return (one.base.measure, one.base.unit.currency) == (other.base.measure, other.base.unit.currency)


def _dollars(at: Placed) -> Quantity:
    return scaled(at.value, at.base.unit.factor)


def _sizes(market: Market, scope: str, group: Sequence[Estimate]) -> Iterator[Finding | Held]:
    """The year with the most voices tells, or the next to it if only that one shows the range."""
    years = (market.base_year - 1, market.base_year, market.base_year + 1)
    told = sorted(((year, _in_year(group, year)) for year in years), key=lambda pair: -len(pair[1]))
    compared = [(year, found) for year, found in told if len(found) > 1]
    far = next(((year, found) for year, found in compared if _apart(found[0], found[-1])), None)
    if far:
        yield _spread(market, scope, *far)
    elif compared:
        yield HELD


def _apart(low: Placed, high: Placed) -> bool:
    return _dollars(low).point > 0 and _dollars(high).low / _dollars(low).high >= FAR


def _spread(market: Market, scope: str, year: int, found: Sequence[Placed]) -> Finding:
    low, high = found[0], found[-1]
    times = number(_dollars(high).point / _dollars(low).point, 1)
    return Finding(
        market.id,
        "rivals-far-apart",
        scope or "market",
        Severity.NOTICE,
        f"{counted(len(found), 'publisher').capitalize()} put {_name(market, scope)} in {year} between {_told(low)} and {_told(high)}",
        f"{_told(high)} ({_who(high)}{_how(high)}) ÷ {_told(low)} ({_who(low)}{_how(low)}) = {times} times",
        _subjects(found),
        low.base.place,
        int(_dollars(high).point / _dollars(low).point),
    )


def _rates(market: Market, scope: str, group: Sequence[Estimate]) -> Iterator[Finding | Held]:
    by_voice: dict[str, Claim] = {}
    for estimate in group:
        for rate in estimate.rates:
            if rate.rank != Rank.DEPRECATED and estimate.source:
                by_voice.setdefault(estimate.source.voice, rate)
    rates = sorted(by_voice.values(), key=lambda claim: claim.printed.value)
    if len(rates) < 2:
        return
    low, high = rates[0], rates[-1]
    least = quantity(high).low
    if low.printed.value <= 0 or least < FAR * quantity(low).high or least - quantity(low).high < POINTS:
        yield HELD
        return
    yield Finding(
        market.id,
        "rivals-far-apart",
        f"{scope or 'market'}-growth",
        Severity.NOTICE,
        f"{counted(len(rates), 'publisher').capitalize()} expect {_name(market, scope)} to grow between {compact(low)} and {full(high)}",
        f"{compact(high)} over {period(high.period)} ({_voice(high)}) ÷ {compact(low)} over {period(low.period)} ({_voice(low)}) "
        f"= {number(high.printed.value / low.printed.value, 1)} times",
        tuple(rate.id for rate in rates),
        low.place,
        3,
    )


def _beside(
    market: Market, scope: str, own: Sequence[Estimate], group: Sequence[Estimate]
) -> Iterator[Finding | Held]:
    """The market's own leading estimate beside those of a neighbouring field."""
    year = common_year(group, market.base_year)
    others = _in_year(group, year)
    lead = next((e for e in own if e.source and market.headline.size in e.sizes), None)
    at = placed(lead, year) if lead else None
    others = [other for other in others if at and _compares(at, other) and _dollars(other).point > 0]
    if at is None or not others:
        return
    low, high = _dollars(others[0]), _dollars(others[-1])
    mine = _dollars(at)
    above, below = mine.low / high.high, low.low / mine.high if mine.high > 0 else Decimal(0)
    if max(above, below) < BESIDE:
        yield HELD
        return
    span = _told(others[0]) if len(others) == 1 else f"{_told(others[0])} to {_told(others[-1])}"
    times = [number(mine.point / value.point, 1) for value in (high, low)]
    yield Finding(
        market.id,
        "rivals-far-apart",
        f"market-beside-{scope}",
        Severity.NOTICE,
        f"{_name(market, '')[:1].upper()}{_name(market, '')[1:]} is put at {_told(at)} in {year}, its neighbour {_name(market, scope)} at {span}",
        f"{_told(at)}{_how(at)}, {' to '.join(dict.fromkeys(times))} times as much as {counted(len(others), 'other publisher')} "
        f"{'gives' if len(others) == 1 else 'give'} the neighbour",
        _subjects([at, *others]),
        at.base.place,
        3,
    )


def _name(market: Market, scope: str) -> str:
    return lower_first(market.scopes[scope].name if scope else market.short_title)


def _told(at: Placed) -> str:
    """The value: as printed, or with the digits that the computation supports."""
    return full(at.base) if at.stated else measured(at.value, at.base.unit)


def _how(at: Placed) -> str:
    return f", from {compact(at.base)} at {compact(at.rate)} a year" if at.rate else ""


def _who(at: Placed) -> str:
    return _voice(at.base)


def _voice(claim: Claim) -> str:
    return claim.source.publisher.name if claim.source else "no source"


def _subjects(found: Iterable[Placed]) -> tuple[str, ...]:
    return tuple(claim.id for at in found for claim in (at.base, at.rate) if claim)
