"""Rules on what one line of arithmetic joins: price and volume, a growth and its two values."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import product

from scripts.audit.rule import Found, by_authors, field, finding, held, reads
from scripts.audit.slips import slip
from scripts.derive import compares, in_unit
from scripts.model import Catalog, Claim, Finding, Grade, Market, Moment, Quantity, Role
from scripts.notation import compact, full, measured, rate, subject, when, whose

# Percentage points below which a publisher may have rounded twice: worth a note, no more.
SLIGHT = Decimal("0.15")


def price_times_volume(market: Market, _catalog: Catalog) -> Found:
    """A price times the number sold must be the money spent, as far as the digits printed tell.

    Of one field and one period any two of the three give the third. A factor of ten or a thousand between them is a misplaced
    point or another unit. In one publication it is a contradiction. Other publications are asked only where its own does not
    give all three; they may be drawn otherwise: an open question where one slip explains it or they are of one author,
    else a note. What a user pays is of the users of a whole year and not of its last day: an open question.
    Arithmetic: price × volume, as wide as the digits allow, is compared with the size.
    Fires: USD 2.7 bn beside 41.54 m units at USD 650 each: 27.0 bn, a factor of ten.
    Silent: USD 27 bn beside 41.54 m units at USD 650 each: 27.0 bn.
    """
    prices, volumes = _in(market, Role.PRICE), _in(market, Role.VOLUME)
    for size in _in(market, Role.SIZE):
        triples = [(p, v, size) for p, v in product(prices, volumes) if _are_of_one(p, v, size)]
        own = [claims for claims in triples if len({claim.source_id for claim in claims}) == 1]
        for claims in own or triples:  # what other sources say is asked only where its own does not
            if _multiplies([reads(claim) for claim in claims]):
                yield held(*claims)
            else:
                several = len({volume.measure.code for volume in volumes}) > 1 and not claims[0].measure.of
                yield _off(market, claims, several)


def _in(market: Market, role: Role) -> list[Claim]:
    return [claim for claim in market.followed if claim.measure.role is role and claim.when]


def _are_of_one(price: Claim, volume: Claim, size: Claim) -> bool:
    """Whether all are of one field and period, the price for one of what it names, else for one of what is sold over a period."""
    at, of = {(c.when, field(c)) for c in (price, volume, size)}, price.measure.of
    is_for = of == volume.measure.code if of else volume.measure.over_time == "sum"
    return is_for and len(at) == 1 and size.unit.currency == price.unit.currency


def _multiplies(values: Sequence[Quantity]) -> bool:
    price, volume, size = values
    return (price * volume).meets(size)


def _off(market: Market, claims: tuple[Claim, Claim, Claim], several: bool) -> Finding:
    price, volume, size = claims
    made, sold = in_unit(reads(price) * reads(volume), size.unit), volume.measure.name.lower()
    reading, slipped = "", slip(market, claims, _multiplies)
    if several:
        reading = "the price is for one of another volume"
    elif volume.measure.over_time != "sum":
        reading = f"the price counts the {sold} of the whole period, not those at its end"
    elif len({claim.source_id for claim in claims}) > 1:
        reading = "the publications do not count the same sales, or not at the same prices"
    grade = by_authors(*claims)
    if reading and (grade is Grade.CONTRADICTION or slipped):
        grade = Grade.QUESTION
    topic = "-".join([size.id, *(c.id for c in claims[:2] if c.source_id != size.source_id)])
    title = f"{whose(market, size)}{full(price)} times {full(volume)} in {when(size)} is not {full(size)}"
    line = f"{full(price)} × {compact(volume)} = {measured(made, size.unit)}, not {full(size)}{slipped}"
    rule, those = price_times_volume, (size, price, volume)
    return finding(rule, market, those, title, line, grade, topic=topic, weight=9, reading=reading)


def yearly_growth(market: Market, _catalog: Catalog) -> Found:
    """A growth over one year must lead from the value of the one year to that of the next, as one publication gives them.

    So must a quarter's growth on the same quarter of the year before, of money, volumes and users, of the whole and of any
    part. In one publication it is a contradiction; less than 0.15 percentage points may be rounding done twice: a note.
    Arithmetic: later ÷ earlier − 1, as wide as the digits allow, is compared with the growth.
    Fires: 272.1 m units, then 260.9 m units, said to be growth of 40.1 %: 260.9 ÷ 272.1 − 1 = −4.1 %.
    Silent: 116, then 122, said to be growth of 5.2 %: 122 ÷ 116 − 1 = 5.17 %.
    """
    spoken = [claim for claim in market.in_order if not claim.superseded and claim.period]
    sizes: dict[tuple[object, ...], list[Claim]] = {}
    for size in spoken:
        if size.measure.is_size and size.period:
            sizes.setdefault(_at(size, size.measure.code, size.period.start), []).append(size)
    for growth in spoken:
        span = growth.period
        if not span or growth.measure.role is not Role.GROWTH or span.years != 1:
            continue
        ends = [sizes.get(_at(growth, growth.measure.of, end), []) for end in (span.start, span.end)]
        pairs = [(a, b) for a, b in product(*ends) if compares(a, b) and reads(a).low > 0]
        fits = next((pair for pair in pairs if _grows([reads(claim) for claim in (*pair, growth)])), None)
        if fits:
            yield held(*fits, growth)
        elif pairs:
            yield _not_grown(market, *pairs[0], growth)


def _at(claim: Claim, measure: str, moment: Moment) -> tuple[object, ...]:
    return measure, field(claim), claim.source_id, moment.first_month, claim.length


def _grows(values: Sequence[Quantity]) -> bool:
    start, end, growth = values
    return start.low > 0 and ((end / start - 1) * 100).meets(growth)


def _not_grown(market: Market, start: Claim, end: Claim, growth: Claim) -> Finding:
    claims = (start, end, growth)
    grown = (reads(end) / reads(start) - 1) * 100
    gap = abs(grown.point - growth.quantity.point)
    title = f"{whose(market, growth)}{subject(market, end)}: {full(start)} to {full(end)} is no growth of {compact(growth)}"
    title += f" ({when(growth)})"
    made = rate(grown, max(growth.printed.decimals, 1))
    line = f"{compact(end)} ÷ {compact(start)} − 1 = {made}, not {compact(growth)}"
    line += slip(market, claims, _grows)
    grade, weight = Grade.NOTE if gap < SLIGHT else Grade.CONTRADICTION, int(min(gap, Decimal(1000)))
    return finding(yearly_growth, market, growth, title, line, grade, subjects=claims, weight=weight)
