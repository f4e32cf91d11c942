"""Ranks: what is said of a part's growth without a number."""

from scripts import notation
from scripts.derive import REGION
from scripts.derive.ranks import rate_beside
from scripts.model import Claim, Market, Role


def growth_rank(market: Market, dimension: str, code: str) -> Claim | None:
    """The followed claim that places a segment, or a region as a whole, in an order of growth."""
    for claim in market.followed:
        if claim.measure.role != Role.GROWTH_RANK or claim.scope:
            continue
        if dimension == REGION:
            if claim.is_whole and claim.region.code == code:
                return claim
        elif market.only_segment(claim) == (dimension, code) and claim.region == market.geography:
            return claim
    return None


def rate_of(market: Market, rank: Claim) -> Claim | None:
    """The growth rate beside a rank, where both are of one measure: growth of money says nothing of wearers."""
    rate = rate_beside(market, rank)
    return rate if rate and rate.measure.of == rank.measure.of else None


def place_words(rank: Claim) -> str:
    """The place in words: the source's own, where they do not say of what the growth is."""
    if rank.wording and not rank.measure.of:
        return f"“{rank.wording}”"
    return "fastest" if rank.printed.value == 1 else f"growth {notation.full(rank)}"


def rank_words(market: Market, rank: Claim) -> tuple[str, Claim]:
    """The place with the rate beside it, or with a word on its absence; and the claim that bears the number."""
    rate = rate_of(market, rank)
    if rate:
        return f"{place_words(rank)}, {notation.full(rate)}", rate
    return f"{place_words(rank)}, no number published", rank
