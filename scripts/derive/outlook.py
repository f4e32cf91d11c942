"""The outlook: what follows from the headline's base, target and rate."""

from dataclasses import dataclass

from scripts.derive import growth
from scripts.derive.estimates import Triangle, estimates
from scripts.derive.precision import in_unit_of, quantity
from scripts.model import Claim, Market, Quantity, Rank, Role


@dataclass(frozen=True, slots=True)
class Year:
    """One year of a path: its value, its rise over the year before, and the claim where one is published."""

    year: int
    value: Quantity
    increment: Quantity | None
    claim: Claim | None


@dataclass(frozen=True, slots=True)
class BackCast:
    """The base stepped back to a year for which the data have another size."""

    year: int
    value: Quantity
    rivals: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Outlook:
    """Everything that the headline figures imply together."""

    size: Claim
    target: Claim
    growth: Claim
    triangle: Triangle | None
    path: tuple[Year, ...]
    increase: Quantity
    multiple: Quantity | None
    doubling: Quantity | None
    back_casts: tuple[BackCast, ...]


def outlook(market: Market) -> Outlook | None:
    """The outlook of a market, or none where base, target and rate are not all published."""
    size, target, rate = market.headline.size, market.headline.target, market.headline.growth
    if not (size and target and rate and size.period and target.period and rate.period):
        return None
    if size.unit.currency != target.unit.currency or size.period.end.year >= target.period.end.year:
        return None
    if quantity(rate).low <= -100:  # nothing can lose more than all of itself
        return None
    base = in_unit_of(size, target)
    triangles = [triangle for estimate in estimates(market) for triangle in estimate.triangles]
    return Outlook(
        size,
        target,
        rate,
        next((t for t in triangles if (t.start, t.end, t.growth) == (size, target, rate)), None),
        _path(size, target, rate),
        growth.increase(base, quantity(target)),
        growth.multiple(base, quantity(target)),
        growth.doubling_time(quantity(rate)),
        _back_casts(market, size, rate),
    )


def _path(size: Claim, target: Claim, rate: Claim) -> tuple[Year, ...]:
    """Base, then each year at the stated rate, then the target as published; in the target's unit."""
    assert size.period  # the caller has looked
    assert target.period
    first, last = size.period.start.year, target.period.start.year
    base = in_unit_of(size, target)
    values = [growth.grown(base, quantity(rate), year - first) for year in range(first, last)]
    rises = [growth.next_rise(base, quantity(rate), step) for step in range(last - first - 1)]
    rises.append(growth.increase(values[-1], quantity(target)))
    published = {first: size, last: target}
    return tuple(
        Year(first + step, value, rises[step - 1] if step else None, published.get(first + step))
        for step, value in enumerate([*values, quantity(target)])
    )


def _back_casts(market: Market, size: Claim, rate: Claim) -> tuple[BackCast, ...]:
    """Earlier years for which the market's own data hold a size: what the headline itself says of them."""
    assert size.period
    base_year = size.period.start.year
    earlier: dict[int, list[Claim]] = {}
    for claim in market.claims.values():
        if claim.measure != size.measure or not claim.is_headline_kind or not claim.period:
            continue
        if claim.period.start.year < base_year and claim.unit.currency == size.unit.currency:
            earlier.setdefault(claim.period.start.year, []).append(claim)
    return tuple(
        BackCast(
            year, growth.stepped_back(quantity(size), quantity(rate), base_year - year), tuple(earlier[year])
        )
        for year in sorted(earlier)
    )


def rival_bases(market: Market) -> tuple[Claim, ...]:
    """Every published size of the market itself up to its base year, whatever its rank: bases for money values."""
    sizes = [
        claim
        for claim in market.claims.values()
        if claim.measure.role == Role.SIZE and claim.is_headline_kind and claim.period
        if claim.period.start.year <= market.base_year
    ]
    return tuple(sorted(sizes, key=lambda claim: (claim.rank == Rank.DEPRECATED, claim.id)))
