"""The outlook: what follows from the headline's base, target and rate."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from scripts.derive import growth, ids
from scripts.derive.estimates import Estimate, Triangle
from scripts.derive.units import TIMES, YEARS, compares, factor, grown, in_unit_of
from scripts.model import YEAR, Claim, Computed, Market, Quantity, Rank
from scripts.notation import compact


@dataclass(frozen=True, slots=True)
class Year:
    """One year of a path: its value, its rise over the year before, and the claim where one is published."""

    year: int
    label: str
    value: Quantity
    increment: Computed | None
    claim: Claim | None

    @property
    def id(self) -> str:
        """The id of the claim, or of the computed value."""
        return self.value.id if isinstance(self.value, Computed) else self.claim.id if self.claim else ""


@dataclass(frozen=True, slots=True)
class BackCast:
    """The base stepped back to a year for which the data have another size."""

    year: int
    value: Computed
    rivals: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Outlook:
    """Everything that the headline figures imply together."""

    size: Claim
    target: Claim
    growth: Claim
    triangle: Triangle | None
    path: tuple[Year, ...]
    increase: Computed
    multiple: Computed | None
    doubling: Computed | None
    back_casts: tuple[BackCast, ...]

    @property
    def values(self) -> Iterator[Computed]:
        """Every number of it that has an address."""
        for year in self.path:
            yield from (value for value in (year.value, year.increment) if isinstance(value, Computed))
        yield from (back.value for back in self.back_casts)
        yield from (value for value in (self.increase, self.multiple, self.doubling) if value)


def outlook(market: Market, estimates: tuple[Estimate, ...]) -> Outlook | None:
    """The outlook of a market, or none where base, target and rate are not all published."""
    size, target, rate = market.headline.size, market.headline.target, market.headline.growth
    if not (size and target and rate and size.period and target.period and rate.period):
        return None
    if not compares(size, target) or size.length != YEAR or size.year >= target.year:
        return None
    if rate.quantity.low <= -100:  # nothing can lose more than all of itself
        return None
    triangles = [triangle for estimate in estimates for triangle in estimate.triangles]
    return Outlook(
        size,
        target,
        rate,
        next((t for t in triangles if (t.start, t.end, t.growth) == (size, target, rate)), None),
        _path(size, target, rate),
        *_both_ends(size, target, rate),
        _back_casts(market, size, rate),
    )


def _both_ends(size: Claim, target: Claim, rate: Claim) -> tuple[Computed, Computed | None, Computed | None]:
    """Increase, multiple and doubling time."""
    base, both = in_unit_of(size, target), (size.id, target.id)
    first, last = size.year, target.year
    said = f"{first} to {last}"
    increase = Computed.of(
        target.quantity - base,
        id=ids.between("increase", first, last),
        name=f"Increase, {said}",
        unit=target.unit,
        formula=f"{compact(target)} − {compact(size)}",
        inputs=both,
    )
    times, doubling = growth.multiple(base, target.quantity), growth.doubling_time(rate.quantity)
    multiple = half = None
    if times:
        multiple = Computed.of(
            times,
            id=ids.between("multiple", first, last),
            name=f"Multiple of the base, {said}",
            unit=TIMES,
            formula=f"{compact(target)} ÷ {compact(size)}",
            inputs=both,
        )
    if doubling:
        half = Computed.of(
            doubling,
            id=ids.DOUBLING,
            name="Time in which the market doubles",
            unit=YEARS,
            formula=f"ln 2 ÷ ln(1 + {compact(rate)})",
            inputs=(rate.id,),
        )
    return increase, multiple, half


def _path(size: Claim, target: Claim, rate: Claim) -> tuple[Year, ...]:
    """Base, then each year at the stated rate, then the target as published; in the target's unit."""
    fiscal = "FY" if size.period and size.period.is_fiscal else ""
    path = [Year(size.year, f"{fiscal}{size.year}", in_unit_of(size, target), None, size)]
    for year in range(size.year + 1, target.year):
        value, rise = size_in(year, size, rate, target), _rise(size, target, rate, path[-1])
        path.append(Year(year, f"{fiscal}{year}", value, rise, None))
    rest = _rise(size, target, rate, path[-1])
    return (*path, Year(target.year, f"{fiscal}{target.year}", target.quantity, rest, target))


def size_in(year: int, size: Claim, rate: Claim, like: Claim) -> Computed:
    """A size some years on, or back, at its stated rate; in the unit of another claim."""
    base, steps = in_unit_of(size, like), year - size.year
    is_back = steps < 0
    step = growth.stepped_back if is_back else growth.grown
    return Computed.of(
        step(base, rate.quantity, abs(steps)),
        id=ids.size(year),
        name=f"{like.measure.name}, {'stepped back to ' if is_back else ''}{year}",
        unit=like.unit,
        formula=f"{compact(size)} ÷ {factor(rate, -steps)}" if is_back else grown(size, rate, steps),
        inputs=(size.id, rate.id),
    )


def _rise(size: Claim, target: Claim, rate: Claim, before: Year) -> Computed:
    """What the year after another one adds: at the stated rate, at last what the target leaves."""
    steps, is_last = before.year - size.year, before.year + 1 == target.year
    base = in_unit_of(size, target)
    start = compact(size) if before.claim else f"the computed size of {before.year}"
    return Computed.of(
        target.quantity - before.value if is_last else growth.next_rise(base, rate.quantity, steps),
        id=ids.increase(before.year + 1),
        name=f"Increase in {before.year + 1} over the year before",
        unit=target.unit,
        formula=f"{compact(target)} − {start}"
        if is_last
        else f"{grown(size, rate, steps)} × {compact(rate)}",
        inputs=(size.id, rate.id, target.id) if is_last else (size.id, rate.id),
    )


def _back_casts(market: Market, size: Claim, rate: Claim) -> tuple[BackCast, ...]:
    """Earlier years for which the market's own data hold a size: what the headline itself says of them."""
    earlier: defaultdict[int, list[Claim]] = defaultdict(list)
    for claim in market.in_order:
        alike = compares(claim, size) and market.is_own_whole(claim) and not claim.superseded
        if alike and claim.year < size.year:
            earlier[claim.year].append(claim)
    return tuple(
        BackCast(year, size_in(year, size, rate, size), tuple(earlier[year])) for year in sorted(earlier)
    )


def rival_bases(market: Market) -> tuple[Claim, ...]:
    """Every yearly size of the market itself up to its base year, also rejected ones: where a path may start from."""
    lead, year = market.lead, market.year
    if lead is None or year is None:
        return ()
    sizes = [
        claim
        for claim in market.in_order
        if claim.measure == lead.measure and market.is_own_whole(claim) and claim.length == YEAR
        if not claim.superseded and claim.period and claim.year <= year
    ]
    return tuple(sorted(sizes, key=lambda claim: (claim.rank == Rank.DEPRECATED, claim.id)))
