"""What a claim is about, in words: measure, segment, scope, region."""

from scripts.model import TOTAL, WORLD, Claim, Market


def subject(market: Market, claim: Claim) -> str:
    """`Revenue share, Cancer, Autologous cell therapy, North America`: all but what is total, own or worldwide."""
    parts = [claim.measure.name, *segments(market, claim)]
    if claim.scope:
        parts.append(market.scopes[claim.scope].name)
    if claim.region.code not in (WORLD, "not-stated"):
        parts.append(claim.region.name)
    return ", ".join(parts)


def segments(market: Market, claim: Claim) -> list[str]:
    """The names of the segments that a claim is of; none for the total."""
    return [
        market.dimensions[dimension].segments[code].name
        for dimension, code in claim.segments.items()
        if code != TOTAL
    ]
