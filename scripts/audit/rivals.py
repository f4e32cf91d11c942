"""The rule on rivals: how far apart publishers put one field, each brought to one year by its own rate alone."""

from collections.abc import Sequence
from decimal import Decimal

from scripts.audit.lineage import in_ones
from scripts.audit.rule import Found, finding, grouped, held, meets_in_time
from scripts.derive import Estimate, Placed, common_year, estimates, placed
from scripts.model import Catalog, Claim, Market, Relation
from scripts.notation import capital, compact, counted, full, lower_first, measured, number, publisher, when

# Rivals of one field that lie this far apart hardly describe the same thing.
FAR = 2
# A neighbour need not be as large, and is worth telling sooner.
BESIDE = Decimal("1.5")
POINTS = 5


def rivals_far_apart(market: Market, _catalog: Catalog) -> Found:
    """Publishers who describe one field should not lie further apart than a factor of two.

    Each estimate is taken in the year to which most can be brought, as stated or by its author's own rate, never averaged. A
    larger range says that the field is drawn differently or one of them is far off; so do rates that differ by a factor of two and
    five percentage points. A neighbour is told where this market is half as large again, or as small. All are notes.
    Arithmetic: the largest at its least ÷ the smallest at its most.
    Fires: USD 0.95 bn, 6.82 bn and 12.71 bn for one market in 2024: 12.71 ÷ 0.95 = 13 times.
    Silent: USD 6.91 bn and 9.14 bn for one field in 2025: 9.14 ÷ 6.91 = 1.3 times.
    """
    said = [e for e in estimates(market) if e.is_whole and e.source]
    groups = grouped(said, lambda e: (e.scope, e.sizes[0].measure.code if e.sizes else e.rates[0].measure.of))
    lead = market.lead.measure.code if market.lead else ""
    for (field, of), group in groups.items():
        topic = f"{field or 'market'}{f'-{of}' if lead and of != lead else ''}"
        yield from _sizes(market, field, topic, group)
        yield from _rates(market, field, topic, group)
    for code, scope in market.scopes.items():
        if scope.relation == Relation.NEIGHBOUR and {(code, lead), ("", lead)} <= groups.keys():
            yield from _beside(market, code, groups["", lead], groups[code, lead])


def _in_year(group: Sequence[Estimate], year: int) -> list[Placed]:
    """One value for each voice in a year, the smallest first; the currency and calendar of the first."""
    found: dict[str, Placed] = {}
    for estimate in group:
        at = placed(estimate, year)
        if at and all(meets_in_time(at.base, other.base) for other in found.values()):
            found.setdefault(at.base.voice, at)
    return sorted(found.values(), key=lambda at: (in_ones(at).point, at.base.id))


def _sizes(market: Market, scope: str, topic: str, group: Sequence[Estimate]) -> Found:
    """The year with the most voices tells, or the next to it if only that one shows the range."""
    years = () if market.year is None else (market.year - 1, market.year, market.year + 1)
    compared = [(year, there) for year in years if len(there := _in_year(group, year)) > 1]
    compared.sort(key=lambda pair: -len(pair[1]))
    ends = [(one, in_ones(one[1][0]), in_ones(one[1][-1])) for one in compared]
    far = [one for one, low, high in ends if low.low > 0 and high.low / low.high >= FAR]
    if not far:
        yield from (held(*_claims(there)) for _, there in compared[:1])
        return
    year, there = far[0]
    small, large = there[0], there[-1]
    times = in_ones(large).point / in_ones(small).point
    some = f"{counted(len(there), 'publisher')} put {_name(market, scope)} in {year}"
    title = f"{some} between {_told(small)} and {_told(large)}"
    who = [f"{_told(at)} ({publisher(at.base)}{_how(at)})" for at in (large, small)]
    line, all_ = f"{who[0]} ÷ {who[1]} = {number(times, 1)} times", _claims(there)
    rule, weight = rivals_far_apart, int(times)
    yield finding(rule, market, small.base, title, line, topic=topic, subjects=all_, weight=weight)


def _rates(market: Market, scope: str, topic: str, group: Sequence[Estimate]) -> Found:
    by_voice: dict[str, Claim] = {}
    for rate in (rate for estimate in group for rate in estimate.rates):
        if rate.is_followed and rate.period and rate.period.years > 1:
            by_voice.setdefault(rate.voice, rate)
    rates = sorted(by_voice.values(), key=lambda claim: claim.printed.value)
    if len(rates) < 2:
        return
    low, high = rates[0], rates[-1]
    least, most = high.quantity.low, low.quantity.high
    if low.printed.value <= 0 or least < FAR * most or least - most < POINTS:
        yield held(*rates)
        return
    some = f"{counted(len(rates), 'publisher')} expect {_name(market, scope)} to grow"
    title = f"{some} between {compact(low)} and {full(high)}"
    who = [f"{compact(rate)} over {when(rate)} ({publisher(rate)})" for rate in (high, low)]
    line = f"{who[0]} ÷ {who[1]} = {number(high.printed.value / low.printed.value, 1)} times"
    topic = f"{topic}-growth"
    yield finding(rivals_far_apart, market, low, title, line, topic=topic, subjects=rates, weight=3)


def _beside(market: Market, scope: str, own: Sequence[Estimate], group: Sequence[Estimate]) -> Found:
    """The market's own leading estimate beside those of a neighbouring field."""
    year = common_year(group, market.year) if market.year is not None else 0
    at = next((placed(one, year) for one in own if market.headline.size in one.sizes), None)
    there = [other for other in _in_year(group, year) if in_ones(other).low > 0]
    others = [other for other in there if at and meets_in_time(at.base, other.base)]
    if at is None or not others:
        return
    low, high, mine, claims = in_ones(others[0]), in_ones(others[-1]), in_ones(at), _claims([at, *others])
    above, below = mine.low / high.high, low.low / mine.high if mine.high > 0 else Decimal(0)
    if max(above, below) < BESIDE:
        yield held(*claims)
        return
    span = " to ".join(_told(other) for other in (others[0], *others[1:][-1:]))
    times = dict.fromkeys(number(mine.point / value.point, 1) for value in (high, low))
    who = f"{counted(len(others), 'other publisher')} {'gives' if len(others) == 1 else 'give'}"
    title = f"{capital(_name(market, ''))} is put at {_told(at)} in {year}, its neighbour {_name(market, scope)} at {span}"
    line = f"{_told(at)}{_how(at)}, {' to '.join(times)} times as much as {who} the neighbour"
    topic = f"market-beside-{scope}"
    yield finding(rivals_far_apart, market, at.base, title, line, topic=topic, subjects=claims, weight=3)


def _name(market: Market, scope: str) -> str:
    return lower_first(market.scopes[scope].name if scope else market.short_title)


def _told(at: Placed) -> str:
    """The value: as printed, or with the digits that the computation supports."""
    return full(at.base) if at.stated else measured(at.value, at.base.unit)


def _how(at: Placed) -> str:
    return f", from {compact(at.base)} at {compact(at.rate)} a year" if at.rate else ""


def _claims(there: Sequence[Placed]) -> list[Claim]:
    return [claim for at in there for claim in (at.base, at.rate) if claim]
