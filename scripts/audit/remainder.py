"""The rule on remainders: what no published part accounts for, and what is listed although nothing is left for it."""

from collections.abc import Iterator, Sequence

from scripts.derive import REGION, Breakdown, Division, breakdowns, divisions
from scripts.derive.interval import total
from scripts.derive.precision import NO_UPPER_END, in_unit_of
from scripts.model import HELD, Catalog, Finding, Held, Market, Severity
from scripts.notation import compact, in_words, known, listing, lower_first, number, period, share
from scripts.notation.figures import NBSP


def remainder_unpublished(market: Market, _catalog: Catalog) -> Iterator[Finding | Held]:
    """Where a source divides a market, it should say how all of it is divided.

    A leader without the others cannot be ranked against them, and what no part accounts for is shown as not published.
    The opposite is told too: parts that fill the whole leave nothing for a segment that is listed beside them.

    Arithmetic: 100 % less the published shares, as wide as their digits allow.

    Fires: a share of 48.7 % for one of five segments: 51.3 % is not broken down.

    Silent: shares of 60.0 % and 40.0 % in a dimension of two segments.
    """
    sized = [
        division
        for division in divisions(market)
        if not division.whole.scope and division.fills and division.dimension != REGION
    ]
    filled = {division.dimension for division in sized}
    for breakdown in breakdowns(market):
        if breakdown.published:
            yield _remainder(market, breakdown) if _is_open(breakdown, filled) else HELD
    told: set[str] = set()
    for division in sized:
        missing = [] if division.dimension in told else _missing(market, division)
        if missing:
            told.add(division.dimension)
            yield _no_room(market, division, missing)


def _is_open(breakdown: Breakdown, filled: set[str]) -> bool:
    """Whether something is left for parts that have neither a share nor, elsewhere in the source, a size."""
    split = bool(breakdown.unpublished) or breakdown.code == REGION
    return breakdown.has_remainder and split and breakdown.code not in filled


def _remainder(market: Market, breakdown: Breakdown) -> Finding:
    claims = [part.claim for part in breakdown.published if part.claim]
    open_ended = any(claim.printed.qualifier in NO_UPPER_END for claim in claims)
    rest = f"{'up to ' if open_ended else ''}{share(known(breakdown.remainder))}"
    if breakdown.code == REGION:
        title = f"{rest} of the market has no region"
    else:
        silent, of = len(breakdown.unpublished), in_words(len(breakdown.parts))
        verb = "has" if silent == 1 else "have"
        title = f"{breakdown.name}: {rest} is not broken down; {in_words(silent)} of {of} segments {verb} no share"
    return Finding(
        market.id,
        "remainder-unpublished",
        breakdown.code.replace("_", "-"),
        Severity.NOTICE,
        title[0].upper() + title[1:],
        f"100{NBSP}% − {' − '.join(compact(claim) for claim in claims)} = {share(known(breakdown.remainder))} in {breakdown.year}",
        tuple(claim.id for claim in claims),
        claims[0].place,
        2,
    )


def _missing(market: Market, division: Division) -> list[str]:
    """The names of segments without a size."""
    segments = market.dimensions[division.dimension].segments
    return [segment.name for code, segment in segments.items() if code not in division.codes]


def _no_room(market: Market, division: Division, missing: Sequence[str]) -> Finding:
    whole, parts = division.whole, division.parts
    added = number(
        total([in_unit_of(part, parts[0]) for part in parts]).point,
        max(part.printed.decimals for part in parts),
    )
    names = listing([lower_first(name) for name in missing])
    unit = parts[0].unit.label
    return Finding(
        market.id,
        "remainder-unpublished",
        f"{division.dimension.replace('_', '-')}-without-room",
        Severity.NOTICE,
        f"{market.dimensions[division.dimension].name}: nothing is left for {names}, listed without a size",
        f"{' + '.join(compact(part) for part in parts)} = {NBSP.join((added, unit))} is the whole of {compact(whole)} in "
        f"{period(whole.period)}, so {'it stands' if len(missing) == 1 else 'they stand'} within another segment",
        (whole.id, *(part.id for part in parts)),
        parts[0].place,
        2,
    )
