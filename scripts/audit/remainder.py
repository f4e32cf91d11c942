"""The rule on remainders: what no published part accounts for, and what is listed although nothing is left for it."""

from scripts.audit.rule import Found, finding, held
from scripts.audit.sums import written_sum
from scripts.derive import REGION, Breakdown, divisions
from scripts.derive.divisions import breakdowns
from scripts.model import Catalog, Claim, Finding, Grade, Market
from scripts.notation import NBSP, compact, in_words, known, listing, lower_first, share, when


def remainder_unpublished(market: Market, _catalog: Catalog) -> Found:
    """Where a source divides a market, it should say how all of it is divided.

    A leader without the others cannot be ranked against them, and what no part accounts for is shown as not published.
    The opposite is told too: parts that fill the whole leave nothing for a segment that is listed beside them, which is an
    open question where no segment such as Others may hold it. The rest are notes; a list that its source leaves open is no fault,
    nor is one where the rest is that of its only segment without a share, such as Others.
    Arithmetic: 100 % less the published shares, as wide as their digits allow.
    Fires: a share of 48.7 % for one of five segments: 51.3 % is not broken down.
    Silent: shares of 60.0 % and 40.0 % in a dimension of two segments.
    """
    every = divisions(market)
    full = [d for d in every if not d.scope and not d.segments and d.dimension != REGION and d.fills]
    named: set[str] = set()
    for breakdown in breakdowns(market, every):
        claims = [part.claim for part in breakdown.published if part.claim]
        if claims:
            code = breakdown.dimension.replace("_", "-")
            topic = f"{code}-{breakdown.slug}" if code in named else code
            named.add(code)
            left = _is_left(breakdown) and all(breakdown.dimension != one.dimension for one in full)
            yield _remainder(market, breakdown, claims, topic) if left else held(*claims)
    for dimension in dict.fromkeys(one.dimension for one in full):
        division = next(one for one in full if one.dimension == dimension)
        # What another edition sizes is not merely listed.
        sized = {c.segments[dimension] for c in market.in_order if c.measure.is_size}
        missing = [part.name for part in division.parts if part.code not in sized]
        if missing:
            yield _no_room(market, division, missing)


def _is_left(breakdown: Breakdown) -> bool:
    """Whether something is left for parts that have no share."""
    if breakdown.dimension == REGION:
        return breakdown.has_remainder and not breakdown.parent
    silent = breakdown.unpublished
    others = len(silent) == 1 and silent[0].residual
    return breakdown.has_remainder and bool(silent) and not others and not breakdown.is_open


def _remainder(market: Market, breakdown: Breakdown, claims: list[Claim], topic: str) -> Finding:
    rest = share(known(breakdown.remainder)) if breakdown.remainder else ""
    title = f"No region is given in the text that was read for {rest}"
    if breakdown.dimension != REGION:
        silent, of = len(breakdown.unpublished), in_words(len(breakdown.parts))
        some = f"{in_words(silent)} of {of} segments {'has' if silent == 1 else 'have'} no share"
        title = f"{breakdown.name}: {rest} is not broken down in the text that was read; {some}"
    line = f"100{NBSP}% − {' − '.join(map(compact, claims))} = {rest} in {when(claims[0])}"
    return finding(remainder_unpublished, market, claims, title, line, topic=topic, weight=2)


def _no_room(market: Market, division: Breakdown, missing: list[str]) -> Finding:
    whole, parts = division.whole, [part.size for part in division.sized if part.size]
    assert whole  # it is filled
    names = listing([lower_first(name) for name in missing])
    they = "it" if len(missing) == 1 else "they"
    title = f"{division.name}: nothing is left for {names}, listed without a size"
    line = f"{' + '.join(map(compact, parts))} = {written_sum(parts)} is the whole of {compact(whole)} in {when(whole)}"
    line += f", so {they} would stand within another segment"
    rule, topic = remainder_unpublished, f"{division.dimension.replace('_', '-')}-without-room"
    grade = Grade.NOTE if any(part.residual for part in division.parts) else Grade.QUESTION
    claims, reading = (whole, *parts), "another segment of the list holds what is listed without a size"
    at = parts[0].place
    return finding(rule, market, claims, title, line, grade, topic=topic, weight=2, reading=reading, place=at)
