"""What a claim is about and who says so, in words: measure, segment, scope, region, publisher."""

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


def publisher(claim: Claim) -> str:
    """The name of who published a claim."""
    return claim.source.publisher.name if claim.source else "no source"


def whose(market: Market, claim: Claim) -> str:
    """`Cell therapy, Emergen Research: ` before a figure of another scope; nothing before one of the market's own."""
    return f"{market.scopes[claim.scope].name}, {publisher(claim)}: " if claim.scope else ""
