"""Courses: a market's own sizes year by year, as published or, between its base and target, at its own stated rate."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from scripts.derive import ids
from scripts.derive.estimates import Estimate, placed
from scripts.derive.outlook import Outlook
from scripts.derive.precision import NO_LOWER_END, NO_UPPER_END, in_base_units, quantity
from scripts.model import Claim, Market, Quantity, Rank, Unit, UnitKind

# Measure, kind of unit, currency.
Kind = tuple[str, UnitKind, str | None]


@dataclass(frozen=True, slots=True)
class Point:
    """A size in one year, in the base of its unit (dollars); without a claim it is computed.

    `bounds` leave open what a qualifier leaves open: a base of `more than 50` has no upper end, nor has what follows.
    """

    year: int
    value: Quantity
    bounds: Quantity
    claim: Claim | None

    @property
    def id(self) -> str:
        """The claim's id, or that of the market's computed size."""
        return self.claim.id if self.claim else ids.size(self.year)

    def surely_exceeds(self, other: "Point") -> bool:
        """Whether it is larger whatever the digits printed stand for."""
        return self.bounds.low > other.bounds.high


@dataclass(frozen=True, slots=True)
class Course:
    """A market's points in the order of their years; `lead` says in what they are counted, `base` and `rate` how they follow."""

    market: Market
    points: tuple[Point, ...]
    lead: Claim
    base: Claim | None
    rate: Claim | None

    @property
    def kind(self) -> Kind:
        """What is counted: two courses of one kind can be set against each other."""
        return _kind(self.lead)

    @property
    def first(self) -> int:
        """The year from which the course is reckoned: that of its base."""
        return self.base.period.start.year if self.base and self.base.period else self.points[0].year

    def at(self, year: int) -> Point | None:
        """The size in a year, if the market's own figures reach it."""
        return next((point for point in self.points if point.year == year), None)

    def steps(self, point: Point) -> int:
        """Yearly steps from the base to a computed point."""
        return point.year - self.first


def course(market: Market, ahead: Outlook | None) -> Course | None:
    """The course of a market's headline; none where neither size nor target is published."""
    size, target, rate = market.headline.size, market.headline.target, market.headline.growth
    lead = target or size
    if lead is None:
        return None
    points = {point.year: point for point in _published(market, lead)}
    for point in _computed(size, rate, ahead) if size and rate and (ahead or not target) else ():
        points.setdefault(point.year, point)
    known = tuple(points[year] for year in sorted(points))
    return Course(market, known, lead, size, rate) if known else None


def in_unit(value: Quantity, unit: Unit) -> Quantity:
    """A number of dollars in a unit, such as billions of them."""
    return Quantity(value.point / unit.factor, value.low / unit.factor, value.high / unit.factor)


def _published(market: Market, lead: Claim) -> Iterator[Point]:
    """The headline and the other sizes of its source, of one year the preferred one; later ones replace earlier ones."""
    found = [
        claim
        for claim in market.claims.values()
        if claim.is_headline_kind and claim.source_id == lead.source_id and claim.rank != Rank.DEPRECATED
    ]
    found.sort(key=lambda claim: claim.rank == Rank.PREFERRED)
    headline = [claim for claim in (market.headline.size, market.headline.target) if claim]
    for claim in (*found, *headline):
        if claim.period and _kind(claim) == _kind(lead):
            value = in_base_units(claim)
            yield Point(claim.period.start.year, value, _open(value, claim), claim)


def _computed(size: Claim, rate: Claim, ahead: Outlook | None) -> Iterator[Point]:
    """The years of the outlook or, where no target is published, those that the stated rate covers."""
    if ahead:
        values = [(year.year, year.value) for year in ahead.path]
        factor = ahead.target.unit.factor
    else:
        values, factor = list(_grown(size, rate)), size.unit.factor
    for year, value in values:
        base = Quantity(value.point * factor, value.low * factor, value.high * factor)
        yield Point(year, base, _open(base, size, rate), None)


def _grown(size: Claim, rate: Claim) -> Iterator[tuple[int, Quantity]]:
    if rate.period is None or quantity(rate).low <= -100:  # nothing can lose more than all of itself
        return
    alone = Estimate(size.source, size.scope, size.region.code, (size,), (rate,))
    for year in range(rate.period.start.year, rate.period.end.year + 1):
        if reached := placed(alone, year):
            yield year, reached.value


def _kind(claim: Claim) -> Kind:
    return claim.measure.code, claim.unit.kind, claim.unit.currency


def _open(value: Quantity, *claims: Claim) -> Quantity:
    """A value with the ends that the qualifiers of what it rests on leave it."""
    qualifiers = {claim.printed.qualifier for claim in claims}
    low = Decimal("-Infinity") if qualifiers & NO_LOWER_END else value.low
    high = Decimal("Infinity") if qualifiers & NO_UPPER_END else value.high
    return Quantity(value.point, low, high)
