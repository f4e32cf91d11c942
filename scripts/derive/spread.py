"""Spread: the estimates of one year as multiples of the market's own, never averaged."""

from collections.abc import Sequence
from dataclasses import dataclass

from scripts.derive.estimates import Estimate, Placed, common_year, placed
from scripts.derive.growth import multiple
from scripts.derive.interval import scaled
from scripts.model import WORLD, Claim, Market, Quantity


@dataclass(frozen=True, slots=True)
class Multiple:
    """An estimate, and how many times as much as the market's own it is."""

    at: Placed
    times: Quantity


@dataclass(frozen=True, slots=True)
class Spread:
    """The market's own estimate of a year, and the others of that year from the least to the greatest."""

    own: Placed
    others: tuple[Multiple, ...]


def spread(market: Market, known: Sequence[Estimate]) -> Spread | None:
    """The spread in the year to which most estimates can be brought; none without an own one and a rival."""
    candidates = [estimate for estimate in known if estimate.region == WORLD and estimate.sizes]
    year = common_year(candidates, market.base_year)
    there = [at for at in (placed(estimate, year) for estimate in candidates) if at]
    lead = market.headline.size
    own = next((at for at in there if at.estimate.own and lead and at.base.source == lead.source), None)
    if own is None or own.value.low <= 0:
        return None
    others = [_beside(at, own) for at in there if at is not own and _compares(at.base, own.base)]
    surely = sorted((other for other in others if other), key=lambda other: other.times.point)
    return Spread(own, tuple(surely)) if surely else None


def _beside(at: Placed, own: Placed) -> Multiple | None:
    """An estimate beside the market's own; none where either may be zero, since nothing is a multiple of that."""
    times = multiple(_money(own), _money(at))
    return Multiple(at, times) if times and at.value.low > 0 else None


def _compares(claim: Claim, reference: Claim) -> bool:
    return (claim.measure, claim.unit.currency) == (reference.measure, reference.unit.currency)


def _money(at: Placed) -> Quantity:
    """The estimate in the base of its unit, so that millions and billions compare."""
    return scaled(at.value, at.base.unit.factor)
