"""Estimates: what each source says of one scope, and whether its own rate joins its own ends."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from scripts.derive import growth
from scripts.derive.precision import allowed, in_unit_of, quantity
from scripts.model import Claim, Market, Period, Quantity, Rank, Role, Source


@dataclass(frozen=True, slots=True)
class Triangle:
    """Two ends and a stated rate of one source; `implied` is the rate that joins the ends."""

    start: Claim
    end: Claim
    growth: Claim
    implied: Quantity | None
    reached: Quantity

    @property
    def years(self) -> int:
        """Yearly steps between the ends."""
        return self.growth.period.years if self.growth.period else 0

    @property
    def closes(self) -> bool:
        """Whether some values within the printed digits, and the qualifiers beside them, fit together."""
        if self.implied is None:
            return False
        start, end = allowed(self.start), allowed(self.end)
        unbounded_below = start.high.is_infinite() or end.low.is_infinite()
        unbounded_above = start.low.is_infinite() or end.high.is_infinite()
        low = Decimal("-Infinity") if unbounded_below else self.implied.low
        high = Decimal("Infinity") if unbounded_above else self.implied.high
        return Quantity(self.implied.point, low, high).meets(allowed(self.growth))


@dataclass(frozen=True, slots=True)
class Estimate:
    """All sizes and rates that one source gives for one scope and region."""

    source: Source | None
    scope: str
    region: str
    sizes: tuple[Claim, ...]
    rates: tuple[Claim, ...]

    @property
    def own(self) -> bool:
        """Whether it is of the market itself rather than of a neighbouring scope."""
        return not self.scope

    @property
    def triangles(self) -> tuple[Triangle, ...]:
        """Each stated rate with the sizes at its two ends, where the source gives both."""
        return tuple(triangle for rate in self.rates for triangle in self._at(rate))

    def _at(self, rate: Claim) -> Iterator[Triangle]:
        period = rate.period
        if period is None or period.years < 1:
            return
        starts = [size for size in self.sizes if size.period == Period(period.start, period.start)]
        ends = [size for size in self.sizes if size.period == Period(period.end, period.end)]
        for start in starts:
            for end in ends:
                if (start.measure, start.unit.currency) == (end.measure, end.unit.currency):
                    first, last = in_unit_of(start, end), quantity(end)
                    implied = growth.cagr(first, last, period.years)
                    yield Triangle(
                        start, end, rate, implied, growth.grown(first, quantity(rate), period.years)
                    )


def estimates(market: Market) -> tuple[Estimate, ...]:
    """The sizes and rates of a market grouped by scope, region and source, in the data's own order.

    Only whole markets: figures of a single segment are not rivals of anything.
    """
    groups: dict[tuple[str, str, str], list[Claim]] = {}
    for claim in market.claims.values():
        if claim.is_whole and claim.measure.role in (Role.SIZE, Role.GROWTH):
            groups.setdefault((claim.scope, claim.region.code, claim.source_id), []).append(claim)
    return tuple(
        Estimate(claims[0].source, scope, region, _of(claims, Role.SIZE), _of(claims, Role.GROWTH))
        for (scope, region, _), claims in groups.items()
    )


def _of(claims: Iterable[Claim], role: Role) -> tuple[Claim, ...]:
    chosen = [claim for claim in claims if claim.measure.role == role]
    return tuple(sorted(chosen, key=lambda claim: (claim.period.text if claim.period else "", claim.id)))


@dataclass(frozen=True, slots=True)
class Placed:
    """An estimate brought to one year: as stated for it, or by its own stated rate."""

    estimate: Estimate
    year: int
    value: Quantity
    base: Claim
    rate: Claim | None

    @property
    def stated(self) -> bool:
        """Whether the source itself gives the value for that year."""
        return self.rate is None


def placed(estimate: Estimate, year: int) -> Placed | None:
    """Bring an estimate to a year by its own stated rate, within that rate's own period; never beyond.

    Deprecated claims take no part. None where the source's figures do not reach the year.
    """
    sizes = [size for size in estimate.sizes if size.rank != Rank.DEPRECATED and size.period]
    for size in sizes:
        if size.period and size.period.start.year == year:
            return Placed(estimate, year, quantity(size), size, None)
    for rate in estimate.rates:
        period = rate.period
        if rate.rank == Rank.DEPRECATED or not period or not period.start.year <= year <= period.end.year:
            continue
        for size in sizes:
            if size.period and size.period.start.year == period.start.year:
                years = year - period.start.year
                return Placed(estimate, year, growth.grown(quantity(size), quantity(rate), years), size, rate)
    return None


def common_year(candidates: Iterable[Estimate], nearest: int) -> int:
    """The year, at most one from `nearest`, to which most estimates can be brought.

    Of equals it is the one nearest to `nearest`, then the earlier. Further from the base a comparison would rest on
    computed values more than on published ones.
    """
    known = tuple(candidates)
    counts: Mapping[int, int] = {
        year: sum(placed(estimate, year) is not None for estimate in known)
        for year in (nearest - 1, nearest, nearest + 1)
    }
    return min(counts, key=lambda year: (-counts[year], abs(year - nearest), year))
