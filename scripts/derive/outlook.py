"""The outlook: what follows from the headline's base, target and rate."""

from collections.abc import Iterator
from dataclasses import dataclass

from scripts.derive import growth, ids
from scripts.derive.estimates import Estimate, Triangle
from scripts.derive.units import TIMES, YEARS, factor, grown, in_unit_of
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
    alike = (size.measure, size.unit.currency, size.length) == (
        target.measure,
        target.unit.currency,
        target.length,
    )
    if not alike or size.length != YEAR or size.period.end.year >= target.period.end.year:
        return None
    if rate.quantity.low <= -100:  # nothing can lose more than all of itself
        return None
    triangles = [triangle for estimate in estimates for triangle in estimate.triangles]
    return Outlook(
        size,
        target,
        rate,
        next(
            (t for t in triangles if (t.start.id, t.end.id, t.growth.id) == (size.id, target.id, rate.id)),
            None,
        ),
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
    first, last, base = size.year, target.year, in_unit_of(size, target)
    fiscal = "FY" if size.period and size.period.is_fiscal else ""
    years = [Year(first, f"{fiscal}{first}", base, None, size)]
    for step in range(1, last - first):
        value = _computed(size, target, rate, step, growth.grown(base, rate.quantity, step))
        rise = _rise(size, target, rate, step, growth.next_rise(base, rate.quantity, step - 1))
        years.append(Year(first + step, f"{fiscal}{first + step}", value, rise, None))
    rest = _rise(size, target, rate, last - first, target.quantity - years[-1].value)
    return (*years, Year(last, f"{fiscal}{last}", target.quantity, rest, target))


def _computed(size: Claim, target: Claim, rate: Claim, step: int, value: Quantity) -> Computed:
    year = size.year + step
    return Computed.of(
        value,
        id=ids.size(year),
        name=f"{target.measure.name}, {year}",
        unit=target.unit,
        formula=grown(size, rate, step),
        inputs=(size.id, rate.id),
    )


def _rise(size: Claim, target: Claim, rate: Claim, step: int, value: Quantity) -> Computed:
    year = size.year + step
    last = year == target.year
    before = (
        f"{compact(target)} − the computed size of {year - 1}"
        if step > 1
        else f"{compact(target)} − {compact(size)}"
    )
    return Computed.of(
        value,
        id=ids.increase(year),
        name=f"Increase in {year} over the year before",
        unit=target.unit,
        formula=before if last else f"{grown(size, rate, step - 1)} × {compact(rate)}",
        inputs=(size.id, rate.id, target.id) if last else (size.id, rate.id),
    )


def _back_casts(market: Market, size: Claim, rate: Claim) -> tuple[BackCast, ...]:
    """Earlier years for which the market's own data hold a size: what the headline itself says of them."""
    base_year = size.year
    earlier: dict[int, list[Claim]] = {}
    for claim in market.in_order:
        alike = claim.measure == size.measure and claim.length == size.length and not claim.superseded
        if (
            alike
            and market.is_own_whole(claim)
            and claim.unit.currency == size.unit.currency
            and claim.year < base_year
        ):
            earlier.setdefault(claim.year, []).append(claim)
    return tuple(
        BackCast(year, _stepped_back(size, rate, year), tuple(earlier[year])) for year in sorted(earlier)
    )


def _stepped_back(size: Claim, rate: Claim, year: int) -> Computed:
    steps = size.year - year
    return Computed.of(
        growth.stepped_back(size.quantity, rate.quantity, steps),
        id=ids.size(year),
        name=f"{size.measure.name}, stepped back to {year}",
        unit=size.unit,
        formula=f"{compact(size)} ÷ {factor(rate, steps)}",
        inputs=(size.id, rate.id),
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
