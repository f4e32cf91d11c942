"""Rules on parts and wholes: segments and regions against the size that the same publisher gives the whole."""

from collections.abc import Iterator, Sequence

from scripts.audit.sums import across_dimensions
from scripts.derive import REGION, Breakdown, Division, breakdowns, divisions
from scripts.derive.interval import total
from scripts.derive.precision import allowed, in_unit_of
from scripts.model import HELD, Catalog, Claim, Finding, Held, Market, Severity
from scripts.notation import compact, full, listing, lower_first, number, period, share, whose
from scripts.notation.figures import NBSP


def parts_exceed_whole(market: Market, _catalog: Catalog) -> Iterator[Finding | Held]:
    """The parts of a market must not be larger than the market, as one publisher gives both for one year.

    Segments of a dimension and regions side by side are added up; a single part counts too. If they come to more than
    the whole, one of the figures is of another year, another scope or another unit.

    Arithmetic: the parts at the least that their digits allow are compared with the whole at its most.

    Fires: USD 8.04 bn in the United States and USD 7.21 bn worldwide in 2025, both by one publisher.

    Silent: USD 4,137.9 m, 3,223.1 m and 1,083.6 m beside a whole of USD 8.44 bn: 8,444.6 m, which 8.44 bn may stand for.
    """
    for division in divisions(market):
        least = total([allowed(part) for part in division.parts]).low
        if least <= allowed(division.whole).high:
            yield HELD
        else:
            yield _not_the_sum(market, "parts-exceed-whole", division, "more than")


def total_is_not_the_sum(market: Market, _catalog: Catalog) -> Iterator[Finding | Held]:
    """Where every part is published, the parts add up to the whole.

    A complete dimension that falls short has lost a part, or one of its figures is misprinted. Sizes are held against
    the size of the whole, shares against 100 %; and two dimensions that add up alike in one year do so in the others.

    Arithmetic: the parts at the most that their digits allow are compared with the whole at its least.

    Fires: shares of 58.2 %, 21.0 % and 14.8 % where the dimension has three segments: 94.0 %.

    Silent: 33.3 %, 33.3 % and 33.3 %: 99.9 %, which rounding explains.
    """
    for division in divisions(market):
        if division.dimension == REGION or division.codes < set(
            market.dimensions[division.dimension].segments
        ):
            continue
        most = total([allowed(part) for part in division.parts]).high
        if most >= allowed(division.whole).low:
            yield HELD
        else:
            yield _not_the_sum(market, "total-is-not-the-sum", division, "less than")
    for breakdown in breakdowns(market):
        claims = [part.claim for part in breakdown.published if part.claim]
        if breakdown.code == REGION or breakdown.unpublished or not claims:
            continue
        if total([allowed(claim) for claim in claims]).high >= 100:
            yield HELD
        else:
            yield _shares_fall_short(market, breakdown, claims)
    yield from across_dimensions(market)


def _not_the_sum(market: Market, rule: str, division: Division, compared: str) -> Finding:
    whole, parts = division.whole, division.parts
    # A sum that a reader redoes shows what the digits printed give, in the unit of the parts.
    added = total([in_unit_of(part, parts[0]) for part in parts])
    decimals = max(part.printed.decimals for part in parts)
    said = NBSP.join(part for part in (number(added.point, decimals), parts[0].unit.label) if part)
    names = listing([_name(market, part, division.dimension) for part in parts])
    when = period(whole.period)
    if len(parts) == 1:
        title = f"{whose(market, whole)}{names} alone is put at {full(parts[0])} in {when}, {compared} the whole of {full(whole)}"
        line = f"{compact(parts[0])} beside {compact(whole)}, both of one publisher"
    else:
        title = f"{whose(market, whole)}the parts by {_dimension(market, division.dimension)} come to {compared} the whole in {when}"
        line = f"{' + '.join(compact(part) for part in parts)} = {said}, {compared} {compact(whole)}"
    return Finding(
        market.id,
        rule,
        division.topic,
        Severity.WARNING,
        title[0].upper() + title[1:],
        line,
        (whole.id, *(part.id for part in parts)),
        parts[0].place,
        8,
    )


def _shares_fall_short(market: Market, breakdown: Breakdown, claims: Sequence[Claim]) -> Finding:
    added = share(number(total([allowed(claim) for claim in claims]).point, 1))
    return Finding(
        market.id,
        "total-is-not-the-sum",
        f"shares-by-{breakdown.code.replace('_', '-')}",
        Severity.WARNING,
        f"{breakdown.name}: every share of {breakdown.year} is published, and they add up to {added} alone",
        f"{' + '.join(compact(claim) for claim in claims)} = {added}, less than the whole",
        tuple(claim.id for claim in claims),
        claims[0].place,
        6,
    )


def _name(market: Market, claim: Claim, dimension: str) -> str:
    return (
        claim.region.name
        if dimension == REGION
        else market.dimensions[dimension].segments[claim.segments[dimension]].name
    )


def _dimension(market: Market, code: str) -> str:
    return REGION if code == REGION else lower_first(market.dimensions[code].name)
