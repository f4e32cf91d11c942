"""Vitals: the forecast and the growth that stand for a whole market, also where none was chosen to lead."""

from scripts.model import YEAR, Claim, Market, Rank, Role, Status


def growth(market: Market) -> Claim | None:
    """The growth that leads or, without one, that of the whole market to the latest year; of several the shortest."""
    lead = market.lead
    known = [
        claim
        for claim in market.followed
        if claim.measure.role is Role.GROWTH and market.is_own_whole(claim) and claim.period
        if claim.length == YEAR
        and (not lead or not claim.measure.of or claim.measure.of == lead.measure.code)
    ]
    return market.headline.growth or max(known, key=_newest, default=None)


def forecast(market: Market) -> Claim | None:
    """The target that leads or, without one, the forecast of the whole market for the latest year."""
    lead = market.lead
    known = [
        claim
        for claim in market.followed
        if claim.status is Status.FORECAST and market.is_own_whole(claim) and claim.length == YEAR
        if lead and claim.measure.code == lead.measure.code
    ]
    return market.headline.target or max(known, key=_newest, default=None)


def _newest(claim: Claim) -> tuple[int, int, bool]:
    """The latest end, then the latest start, then what is preferred."""
    assert claim.period  # what has a length has one
    ends = claim.period.end.last_month, claim.period.start.first_month
    return *ends, claim.rank is Rank.PREFERRED


def has_regional_shares(market: Market) -> bool:
    """Whether a size or a share of any region within the market is published."""
    own = (claim for claim in market.followed if not claim.scope and market.holds(claim.region))
    return any(claim.measure.is_size or claim.measure.role is Role.SHARE for claim in own)
