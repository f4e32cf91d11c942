"""The rule on remainders: what no published part accounts for, and what is listed although nothing is left for it."""

from collections.abc import Iterator, Sequence

from scripts.audit.rule import finding, held, reads
from scripts.derive import REGION, Breakdown, divisions, in_unit
from scripts.derive.divisions import breakdowns
from scripts.model import Catalog, Claim, Finding, Grade, Held, Market, total
from scripts.notation import (
    NBSP,
    compact,
    in_words,
    known,
    listing,
    lower_first,
    number,
    share,
    when,
)


def remainder_unpublished(market: Market, _catalog: Catalog) -> Iterator[Finding | Held]:
    """Where a source divides a market, it should say how all of it is divided.

    A leader without the others cannot be ranked against them, and what no part accounts for is shown as not published.
    The opposite is told too: parts that fill the whole leave nothing for a segment that is listed beside them, which is an
    open question where no segment such as Others may hold it. The rest are notes; a list that its source leaves open is no fault.

    Arithmetic: 100 % less the published shares, as wide as their digits allow.

    Fires: a share of 48.7 % for one of five segments: 51.3 % is not broken down.

    Silent: shares of 60.0 % and 40.0 % in a dimension of two segments.
    """
    every = divisions(market)
    own = [d for d in every if not d.scope and not d.segments and d.dimension != REGION and d.fills]
    filled = {division.dimension for division in own}
    named: set[str] = set()
    for breakdown in breakdowns(market, every):
        claims = [part.claim for part in breakdown.published if part.claim]
        if not claims:
            continue
        code = breakdown.dimension.replace("_", "-")
        topic = code if code not in named else f"{code}-{breakdown.slug}"
        named.add(code)
        open_ = _is_left(market, breakdown) and breakdown.dimension not in filled
        yield _remainder(market, breakdown, claims, topic) if open_ else held(*claims)
    told: set[str] = set()
    for division in own:
        missing = [part.name for part in division.parts if not part.size]
        if missing and division.dimension not in told:
            told.add(division.dimension)
            yield _no_room(market, division, missing)


def _is_left(market: Market, breakdown: Breakdown) -> bool:
    """Whether something is left for parts that have no share."""
    if breakdown.dimension == REGION:
        return breakdown.has_remainder and not breakdown.parent
    is_open = market.dimensions[breakdown.dimension].open
    return breakdown.has_remainder and bool(breakdown.unpublished) and not is_open


def _remainder(market: Market, breakdown: Breakdown, claims: Sequence[Claim], topic: str) -> Finding:
    assert breakdown.remainder  # the caller has looked
    rest = share(known(breakdown.remainder))
    if breakdown.dimension == REGION:
        title = f"No region is given in the text that was read for {rest}"
    else:
        silent, of = len(breakdown.unpublished), in_words(len(breakdown.parts))
        verb = "has" if silent == 1 else "have"
        title = (
            f"{breakdown.name}: {rest} is not broken down in the text that was read; {in_words(silent)} of {of} "
            f"segments {verb} no share"
        )
    shares = " − ".join(map(compact, claims))
    return finding(
        remainder_unpublished,
        market,
        claims[0],
        topic=topic,
        title=title,
        arithmetic=f"100{NBSP}% − {shares} = {rest} in {when(claims[0])}",
        subjects=claims,
        weight=2,
    )


def _no_room(market: Market, division: Breakdown, missing: Sequence[str]) -> Finding:
    whole, parts = division.whole, [part.size for part in division.sized if part.size]
    assert whole  # it is filled
    sums = in_unit(total(map(reads, parts)), parts[0].unit).point
    added = NBSP.join((number(sums, max(part.printed.decimals for part in parts)), parts[0].unit.label))
    has_rest = any(part.residual for part in division.parts)
    return finding(
        remainder_unpublished,
        market,
        parts[0],
        topic=f"{division.dimension.replace('_', '-')}-without-room",
        grade=Grade.NOTE if has_rest else Grade.QUESTION,
        title=f"{division.name}: nothing is left for {listing([lower_first(n) for n in missing])}, listed without a size",
        arithmetic=f"{' + '.join(map(compact, parts))} = {added} is the whole of {compact(whole)} in {when(whole)}, so "
        f"{'it' if len(missing) == 1 else 'they'} would stand within another segment",
        subjects=(whole, *parts),
        weight=2,
        reading="another segment of the list holds what is listed without a size",
    )
