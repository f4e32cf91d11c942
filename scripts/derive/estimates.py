"""Estimates: what each source says of one field in one measure, and whether its own rates join its own sizes."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import product

from scripts.derive import growth, ids
from scripts.derive.units import A_YEAR, compares, grown, implied, in_unit_of
from scripts.model import YEAR, Claim, Computed, Market, Moment, Quantity, Role, Source
from scripts.notation import lower_first, period, publisher, subject

# A printed window (2026 to 2035) may count its first growth from the year before it.
EARLIER = (0, 1)


@dataclass(frozen=True, slots=True)
class Triangle:
    """A start, an end and a stated rate of one source; `implied` is the rate that joins the ends in `years` steps.

    `before` says that the start is of the year before the rate's printed window, whose own first year is not published.
    """

    start: Claim
    end: Claim
    growth: Claim
    years: int
    before: bool
    implied: Computed | None
    reached: Quantity

    @property
    def closes(self) -> bool:
        """Whether some values within the printed digits, and the qualifiers beside them, fit together."""
        return self.implied is not None and self.implied.meets(self.growth.quantity)

    def fits_in(self, years: int) -> bool:
        """Whether it would close with another number of yearly steps."""
        found = growth.cagr(in_unit_of(self.start, self.end), self.end.quantity, years)
        return found is not None and found.meets(self.growth.quantity)


@dataclass(frozen=True, slots=True)
class Estimate:
    """All yearly sizes of one measure, and the rates of it, that one source gives for one field.

    A field is a scope, segments (those that are not total) and a region.
    """

    market: Market
    source: Source | None
    scope: str
    segments: tuple[tuple[str, str], ...]
    region: str
    sizes: tuple[Claim, ...]
    rates: tuple[Claim, ...]

    @property
    def own(self) -> bool:
        """Whether it is of the market itself rather than of a neighbouring scope."""
        return not self.scope

    @property
    def is_whole(self) -> bool:
        """Whether it is of all segments together, in the market's own geography."""
        return not self.segments and self.region == self.market.geography.code

    @property
    def triangles(self) -> tuple[Triangle, ...]:
        """Each stated rate with the sizes at its two ends, where the source gives both."""
        return tuple(triangle for rate in self.rates for triangle in self._at(rate))

    def _at(self, rate: Claim) -> Iterator[Triangle]:
        if rate.period is None or rate.period.years < 1:
            return
        ends = self._of(rate.period.end)
        for early in EARLIER:
            starts = self._of(rate.period.start, early)
            if pairs := [(s, e) for s, e in product(starts, ends) if compares(s, e) and s is not e]:
                yield from (self._triangle(start, end, rate, early) for start, end in pairs)
                return

    def _of(self, moment: Moment, earlier: int = 0) -> list[Claim]:
        """The sizes of a year, or of one some years before it."""
        first = moment.first_month - earlier * YEAR
        return [s for s in self.sizes if s.when and s.when[0] == first and s.length == moment.length]

    def _triangle(self, start: Claim, end: Claim, rate: Claim, early: int) -> Triangle:
        assert rate.period  # the caller has looked
        years = rate.period.years + early
        first = in_unit_of(start, end)
        found = growth.cagr(first, end.quantity, years)
        named = _implied(self.market, found, start, end, years) if found else None
        reached = growth.grown(first, rate.quantity, years)
        return Triangle(start, end, rate, years, bool(early), named, reached)


def _implied(market: Market, rate: Quantity, start: Claim, end: Claim, years: int) -> Computed:
    who = f"{lower_first(subject(market, end))}, {publisher(end)}"
    name = f"Growth implied by the two ends, {who}, {period(start.period)} to {period(end.period)}"
    known_as, both = ids.implied(market, start, end), (start.id, end.id)
    return Computed.of(rate, known_as, name, A_YEAR, implied(start, end, years), both)


def estimates(market: Market) -> tuple[Estimate, ...]:
    """The yearly sizes and rates of a market by source, field and measure; editions that were replaced take no part."""
    groups: defaultdict[tuple[object, ...], list[Claim]] = defaultdict(list)
    for claim in market.in_order:
        measure = claim.measure
        if claim.length == YEAR and not claim.superseded and (measure.is_size or measure.role is Role.GROWTH):
            field = claim.scope, tuple(claim.broken.items()), claim.region.code
            groups[*field, claim.source_id, measure.of or measure.code].append(claim)
    found, lead = [_estimate(market, claims) for claims in groups.values()], market.lead
    return tuple(sorted(found, key=lambda e: (not (lead and lead in e.sizes), e.scope, e.region, e.segments)))


def _estimate(market: Market, claims: list[Claim]) -> Estimate:
    first = claims[0]
    in_time = sorted(claims, key=lambda claim: (claim.period.text if claim.period else "", claim.id))
    sizes = tuple(claim for claim in in_time if claim.measure.is_size)
    rates = tuple(claim for claim in in_time if not claim.measure.is_size)
    segments = tuple(first.broken.items())
    return Estimate(market, first.source, first.scope, segments, first.region.code, sizes, rates)


@dataclass(frozen=True, slots=True)
class Placed:
    """An estimate brought to one year: as stated for it, or by its own stated rate; then `value` is computed."""

    estimate: Estimate
    year: int
    value: Quantity
    base: Claim
    rate: Claim | None

    @property
    def stated(self) -> bool:
        """Whether the source itself gives the value for that year."""
        return self.rate is None

    @property
    def id(self) -> str:
        """The id of the claim, or of the computed value."""
        return self.value.id if isinstance(self.value, Computed) else self.base.id

    @property
    def steps(self) -> int:
        """Yearly steps from the base."""
        return self.year - self.base.year


def placed(estimate: Estimate, year: int) -> Placed | None:
    """Bring an estimate to a year by its own stated rate, within that rate's own period; never beyond.

    Claims that we do not follow take no part. None where the source's figures do not reach the year.
    """
    sizes = [size for size in estimate.sizes if size.is_followed]
    for size in sizes:
        if size.year == year:
            return Placed(estimate, year, size.quantity, size, None)
    for rate in (rate for rate in estimate.rates if rate.is_followed and rate.period):
        assert rate.period
        for early, size in product(EARLIER, sizes):
            if size.year == rate.period.start.year - early and size.year < year <= rate.year:
                return Placed(estimate, year, _brought(estimate, size, rate, year), size, rate)
    return None


def _brought(estimate: Estimate, base: Claim, rate: Claim, year: int) -> Computed:
    steps, known_as = year - base.year, ids.brought(estimate.market, base, rate, year)
    name = f"{subject(estimate.market, base)}, {publisher(base)}, brought to {year}"
    value, formula = growth.grown(base.quantity, rate.quantity, steps), grown(base, rate, steps)
    return Computed.of(value, known_as, name, base.unit, formula, (base.id, rate.id))


def reached(estimate: Estimate) -> Iterator[Computed]:
    """The estimate in every year that only its rates reach."""
    spans = [rate.period for rate in estimate.rates if rate.period]
    years = {year for span in spans for year in range(span.start.year - 1, span.end.year + 1)}
    at = (placed(estimate, year) for year in sorted(years))
    yield from (one.value for one in at if one and isinstance(one.value, Computed))


def common_year(candidates: Iterable[Estimate], nearest: int) -> int:
    """The year, at most one from `nearest`, to which most estimates can be brought.

    Of equals it is the one nearest to `nearest`, then the earlier. Further from the base a comparison would rest on
    computed values more than on published ones.
    """
    every = tuple(candidates)
    years = nearest - 1, nearest, nearest + 1
    counts = {year: sum(placed(estimate, year) is not None for estimate in every) for year in years}
    return min(counts, key=lambda year: (-counts[year], abs(year - nearest), year))
