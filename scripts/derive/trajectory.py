"""Courses: a market's own sizes year by year, as published or, from its base on, at its own stated rate."""

from collections.abc import Iterator
from dataclasses import dataclass

from scripts.derive.outlook import Outlook, size_in
from scripts.derive.units import compares, in_base_units
from scripts.model import YEAR, Claim, Computed, Market, Quantity, Rank, UnitKind

# Measure, kind of unit, currency, months.
Kind = tuple[str, UnitKind, str | None, int]


@dataclass(frozen=True, slots=True)
class Point:
    """A size in one year, in the base of its unit (dollars); without a claim it is `computed`, in the unit of its course."""

    year: int
    value: Quantity
    claim: Claim | None
    computed: Computed | None

    @property
    def id(self) -> str:
        """The claim's id, or that of the market's computed size."""
        return self.claim.id if self.claim else self.computed.id if self.computed else ""

    def surely_exceeds(self, other: "Point") -> bool:
        """Whether it is larger whatever the digits printed stand for."""
        return self.value.opened.low > other.value.opened.high


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
        return self.lead.measure.code, self.lead.unit.kind, self.lead.unit.currency, self.lead.length

    @property
    def first(self) -> int:
        """The year from which the course is reckoned: that of its base."""
        return self.base.year if self.base and self.base.period else self.points[0].year

    def at(self, year: int) -> Point | None:
        """The size in a year, if the market's own figures reach it."""
        return next((point for point in self.points if point.year == year), None)

    def steps(self, point: Point) -> int:
        """Yearly steps from the base to a computed point."""
        return point.year - self.first

    @property
    def values(self) -> Iterator[Computed]:
        """The sizes that have an address of their own."""
        return (point.computed for point in self.points if point.computed)


def course(market: Market, ahead: Outlook | None) -> Course | None:
    """The course of a market's headline; none where neither size nor target is published, or not of years."""
    size, target, rate = market.headline.size, market.headline.target, market.headline.growth
    lead = target or size
    if lead is None or lead.length != YEAR:
        return None
    points = {point.year: point for point in _published(market, lead)}
    for point in _computed(lead, size, rate, ahead) if size and rate and (ahead or not target) else ():
        points.setdefault(point.year, point)
    every = tuple(points[year] for year in sorted(points))
    return Course(market, every, lead, size, rate) if every else None


def _published(market: Market, lead: Claim) -> Iterator[Point]:
    """The headline and the other sizes of its source, of one year the preferred one; later ones replace earlier ones."""
    same = [c for c in market.followed if market.is_own_whole(c) and c.source_id == lead.source_id]
    same.sort(key=lambda claim: claim.rank == Rank.PREFERRED)
    headline = [claim for claim in (market.headline.size, market.headline.target) if claim]
    for claim in (*same, *headline):
        if claim.period and compares(claim, lead):
            yield Point(claim.year, in_base_units(claim), claim, None)


def _computed(lead: Claim, size: Claim, rate: Claim, ahead: Outlook | None) -> Iterator[Point]:
    """The years of the outlook or, where no target is published, those that the stated rate covers."""
    path = [year.value for year in ahead.path] if ahead else []
    path = path or [size_in(year, size, rate, lead) for year in _reach(size, rate)]
    for year, value in enumerate(path, start=size.year + (ahead is None)):
        if isinstance(value, Computed):
            yield Point(year, value * lead.unit.factor, None, value)


def _reach(size: Claim, rate: Claim) -> range:
    """The years to which a rate leads from a size: none if it starts elsewhere, or may lose more than all there is."""
    starts = rate.period and size.period and size.year in (rate.period.start.year, rate.period.start.year - 1)
    return range(size.year + 1, rate.year + 1) if starts and rate.quantity.low > -100 else range(0)
