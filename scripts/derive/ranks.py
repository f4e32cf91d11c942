"""Ranks: the rate that is published beside a place in the order of growth."""

from scripts.model import Claim, Market, Role


def rate_beside(market: Market, place: Claim) -> Claim | None:
    """The growth rate of the same part by the same publisher, if one is published and followed."""
    for claim in market.followed:
        same = (claim.scope, claim.segments, claim.region) == (place.scope, place.segments, place.region)
        if claim.measure.role == Role.GROWTH and same and claim.voice == place.voice:
            return claim
    return None
