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
    apart = compares(size, target) and size.length == YEAR and size.year < target.year
    if not apart or rate.quantity.low <= -100:  # nothing can lose more than all of itself
        return None
    triangles = [triangle for estimate in estimates for triangle in estimate.triangles]
    head, back_casts = (size, target, rate), _back_casts(market, size, rate)
    own = next((t for t in triangles if (t.start, t.end, t.growth) == head), None)
    return Outlook(*head, own, _path(*head), *_both_ends(*head), back_casts)


def _both_ends(size: Claim, target: Claim, rate: Claim) -> tuple[Computed, Computed | None, Computed | None]:
    """Increase, multiple and doubling time."""
    base, both, ends = in_unit_of(size, target), (size.id, target.id), (size.year, target.year)
    said, formula = f"{size.year} to {target.year}", f"{compact(target)} − {compact(size)}"
    known_as, value = ids.between("increase", *ends), target.quantity - base
    increase = Computed.of(value, known_as, f"Increase, {said}", target.unit, formula, both)
    multiple = half = None
    if times := growth.multiple(base, target.quantity):
        known_as, formula = ids.between("multiple", *ends), f"{compact(target)} ÷ {compact(size)}"
        multiple = Computed.of(times, known_as, f"Multiple of the base, {said}", TIMES, formula, both)
    if doubling := growth.doubling_time(rate.quantity):
        name, formula = "Time in which the market doubles", f"ln 2 ÷ ln(1 + {compact(rate)})"
        half = Computed.of(doubling, ids.DOUBLING, name, YEARS, formula, (rate.id,))
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
    if steps < 0:
        value, said = growth.stepped_back(base, rate.quantity, -steps), f"stepped back to {year}"
        formula = f"{compact(size)} ÷ {factor(rate, -steps)}"
    else:
        value, said, formula = growth.grown(base, rate.quantity, steps), f"{year}", grown(size, rate, steps)
    name = f"{like.measure.name}, {said}"
    return Computed.of(value, ids.size(year), name, like.unit, formula, (size.id, rate.id))


def _rise(size: Claim, target: Claim, rate: Claim, before: Year) -> Computed:
    """What the year after another one adds: at the stated rate, at last what the target leaves."""
    year, steps, inputs = before.year + 1, before.year - size.year, [size.id, rate.id]
    if year == target.year:
        start = compact(size) if before.claim else f"the computed size of {before.year}"
        value, formula = target.quantity - before.value, f"{compact(target)} − {start}"
        inputs.append(target.id)
    else:
        value = growth.next_rise(in_unit_of(size, target), rate.quantity, steps)
        formula = f"{grown(size, rate, steps)} × {compact(rate)}"
    name = f"Increase in {year} over the year before"
    return Computed.of(value, ids.increase(year), name, target.unit, formula, inputs)


def _back_casts(market: Market, size: Claim, rate: Claim) -> tuple[BackCast, ...]:
    """Earlier years for which the market's own data hold a size: what the headline itself says of them."""
    earlier: defaultdict[int, list[Claim]] = defaultdict(list)
    for claim in market.in_order:
        alike = compares(claim, size) and market.is_own_whole(claim) and not claim.superseded
        if alike and claim.year < size.year:
            earlier[claim.year].append(claim)
    years = sorted(earlier.items())
    return tuple(BackCast(year, size_in(year, size, rate, size), tuple(some)) for year, some in years)


def rival_bases(market: Market) -> tuple[Claim, ...]:
    """Every yearly size of the market itself up to its base year, also rejected ones: where a path may start from."""
    lead, year = market.lead, market.year
    if lead is None or year is None:
        return ()
    yearly = [c for c in market.in_order if c.length == YEAR and c.year <= year and not c.superseded]
    sizes = [claim for claim in yearly if claim.measure == lead.measure and market.is_own_whole(claim)]
    return tuple(sorted(sizes, key=lambda claim: (claim.rank == Rank.DEPRECATED, claim.id)))
