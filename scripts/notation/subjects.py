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
    """Before a figure of another scope `Cell therapy, Emergen Research: `, before one of a rival `Emergen Research: `.

    Nothing before one of the source that leads the market.
    """
    if claim.scope:
        return f"{market.scopes[claim.scope].name}, {publisher(claim)}: "
    lead = market.headline.size or market.headline.target
    return f"{publisher(claim)}: " if lead and claim.source and claim.source != lead.source else ""
