"""Spread: the estimates of one year as multiples of the market's own, never averaged."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scripts.derive.estimates import Estimate, Placed, common_year, placed
from scripts.derive.growth import multiple
from scripts.derive.ids import PREFIX
from scripts.derive.units import TIMES, compares, grown
from scripts.model import Computed, Market
from scripts.notation import compact, lower_first, publisher, subject


@dataclass(frozen=True, slots=True)
class Multiple:
    """An estimate, and how many times as much as the market's own it is."""

    at: Placed
    times: Computed


@dataclass(frozen=True, slots=True)
class Spread:
    """The market's own estimate of a year, and the others of that year from the least to the greatest."""

    own: Placed
    others: tuple[Multiple, ...]

    @property
    def values(self) -> Iterator[Computed]:
        """Every number of it that has an address."""
        yield from (other.times for other in self.others)


def spread(market: Market, estimates: Sequence[Estimate]) -> Spread | None:
    """The spread in the year to which most estimates can be brought; none without an own one and a rival."""
    lead = market.headline.size
    if lead is None or market.year is None:
        return None
    candidates = [e for e in estimates if e.is_whole and any(compares(size, lead) for size in e.sizes)]
    year = common_year(candidates, market.year)
    every = (placed(estimate, year) for estimate in candidates)
    there = [at for at in every if at and compares(at.base, lead)]
    own = next((at for at in there if at.estimate.own and at.base.source == lead.source), None)
    if own is None or own.value.low <= 0:
        return None
    others = [_beside(market, at, own) for at in there if at is not own]
    surely = sorted((other for other in others if other), key=lambda other: other.times.point)
    return Spread(own, tuple(surely)) if surely else None


def _beside(market: Market, at: Placed, own: Placed) -> Multiple | None:
    """An estimate beside the market's own; none where either may be zero, since nothing is a multiple of that."""
    times = multiple(own.value * own.base.unit.factor, at.value * at.base.unit.factor)
    if times is None or at.value.low <= 0:
        return None
    who = f"{lower_first(subject(market, at.base))}, {publisher(at.base)}"
    inputs = [claim.id for one in (at, own) for claim in (one.base, one.rate) if claim]
    known_as = f"{PREFIX}{at.base.id}-over-{own.base.id}-in-{own.year}"
    name = f"Multiple of the market’s own estimate of {own.year}: {who}"
    return Multiple(at, Computed.of(times, known_as, name, TIMES, f"{_sum(at)} ÷ {_sum(own)}", inputs))


def _sum(at: Placed) -> str:
    """An estimate as a factor of a larger sum."""
    return f"({grown(at.base, at.rate, at.steps)})" if at.rate else compact(at.base)
