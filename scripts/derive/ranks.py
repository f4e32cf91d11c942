"""Ranks: the rate that is published beside a place in the order of growth."""

from scripts.model import Claim, Market, Rank, Role


def rate_beside(market: Market, place: Claim) -> Claim | None:
    """The growth rate of the same part by the same publisher, if one is published and followed."""
    for claim in market.claims.values():
        same = (claim.scope, claim.segments, claim.region) == (place.scope, place.segments, place.region)
        voices = (claim.source and claim.source.voice, place.source and place.source.voice)
        if (
            claim.measure.role == Role.GROWTH
            and same
            and voices[0] == voices[1]
            and claim.rank != Rank.DEPRECATED
        ):
            return claim
    return None
