"""Rules on time: what is published of shorter periods against the longer one that they make up."""

from collections.abc import Iterator
from decimal import Decimal

from scripts.audit.rule import Found, field, finding, held, reads
from scripts.audit.slips import adds_up, slip
from scripts.audit.sums import surely_exceeds
from scripts.derive import in_unit
from scripts.model import Catalog, Claim, Finding, Grade, Market, Quantity, Rank, Role, total
from scripts.notation import compact, full, measured, subject, when, whose

SPANS = {12: "years", 6: "halves", 3: "quarters", 1: "months"}
# What may add up over time, follow as a mean or stand at the end.
ROLES = {Role.SIZE, Role.VOLUME, Role.PRICE}


def quarters_and_years(market: Market, _catalog: Catalog) -> Found:
    """Quarters, halves or months must make up the year that the same publication prints, where all of them are there.

    They add up where the measure is of a whole period, such as sales; of what is counted at its end, such as users, the last
    one is the year's; a mean lies between the smallest and the largest. Some of them alone cannot exceed a year that adds up. What is
    not printed is never made up. In one publication a difference is a contradiction; a mean that is weighted is an open question.
    Arithmetic: the parts at all values that their digits allow are compared with the whole at all of its own.
    Fires: quarters of 20, 22, 24 and 30 beside a year of 81: they come to 96.
    Silent: quarters of 20, 22, 24 and 30 beside a year of 96; and three of them beside any year above 66.
    """
    timed: dict[tuple[object, ...], dict[tuple[int, ...], Claim]] = {}
    for claim in sorted(market.followed, key=lambda claim: (claim.rank is not Rank.PREFERRED, claim.id)):
        if claim.measure.role in ROLES and claim.when and claim.length and claim.source:
            key = (claim.measure.code, claim.unit.currency, *field(claim), claim.source_id)
            timed.setdefault(key, {}).setdefault(claim.when, claim)
    for at in timed.values():
        for whole in at.values():
            for length in SPANS:
                parts = list(_within(at, whole, length))
                if parts:
                    yield from _held_against(market, whole, parts, len(parts) * length == whole.length)


def _within(at: dict[tuple[int, ...], Claim], whole: Claim, length: int) -> Iterator[Claim]:
    """What is published of the stretches of one length that make up a longer one, in their order."""
    assert whole.when
    first, last = whole.when[:2]
    if length < whole.length and whole.length % length == 0:
        for month in range(first, last + 1, length):
            if part := at.get((month, month + length - 1)):
                yield part


def _held_against(market: Market, whole: Claim, parts: list[Claim], is_all: bool) -> Found:
    claims, over = [*parts, whole], _over(whole)
    *values, year = map(reads, claims)
    if over == "end":
        last = claims[-2:]
        if parts[-1].when and whole.when and parts[-1].when[1] == whole.when[1]:
            yield held(*last) if values[-1].meets(year) else _differ(market, last, values[-1])
    elif over == "sum" and not is_all:
        if not whole.measure.may_fall and surely_exceeds(total(values), year):
            yield _differ(market, claims, total(values), than="more than")
    elif over == "sum":
        yield held(*claims) if total(values).meets(year) else _differ(market, claims, total(values))
    elif is_all:
        mean = total(values) * (Decimal(1) / len(parts))
        least, most = min(values, key=lambda v: v.opened.low), max(values, key=lambda v: v.opened.high)
        within = Quantity(mean.point, least.low, most.high, least.below, most.above).meets(year)
        if within and (mean.meets(year) or whole.measure.role is Role.PRICE):
            yield held(*claims)
        else:
            yield _differ(market, claims, mean, why="the mean is weighted" if within else "")


def _over(whole: Claim) -> str:
    """How it runs over time; a price is a mean of prices whatever its measure says."""
    return "mean" if whole.measure.role is Role.PRICE else whole.measure.over_time


def _differ(market: Market, claims: list[Claim], made: Quantity, than: str = "not", why: str = "") -> Finding:
    *parts, whole = claims
    span, adds = SPANS[parts[0].length], _over(whole) == "sum"
    these, line = when(parts[0]), (" + " if adds else ", ").join(map(compact, parts))
    if len(parts) > 1:
        these = f"the {span} of {when(whole)}"
        line += f" {'=' if adds else 'on average'} {measured(in_unit(made, whole.unit), whole.unit)}"
    line += f", {than} {full(whole)}"
    if adds and than == "not":
        line += slip(market, claims, adds_up)
    title = f"{whose(market, whole)}{subject(market, whole)}: {these} and {full(whole)} for {when(whole)} do not fit"
    rule, topic, those = quarters_and_years, f"{whole.id}-{span}", [whole, *parts]
    grade = Grade.QUESTION if why else Grade.CONTRADICTION
    return finding(rule, market, those, title, line, grade, topic=topic, weight=8, reading=why)
