"""What the figure of size and forecast shows: the values, before any of them has a place or a colour."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from scripts import notation
from scripts.charts.figure import Row
from scripts.derive import Derivations, Estimate, ids, in_unit_of, placed
from scripts.model import WORLD, Claim, Market, Quantity, Rank, Relation, Role, Status, Unit

# A neighbouring scope more than this many times as large would squeeze the market's own line.
CROWDED = 2
NEIGHBOURS = 2


@dataclass(frozen=True, slots=True)
class Value:
    """A size in one year: as a source prints it, or computed at a stated rate; `subject` and `rate` are their ids."""

    year: int
    quantity: Quantity
    unit: Unit
    claim: Claim | None
    about: str
    basis: str
    publisher: str
    subject: str
    rate: str | None = None

    @property
    def height(self) -> float:
        """The value, for drawing."""
        return float(self.quantity.point)

    @property
    def text(self) -> str:
        """The value with its unit."""
        return notation.full(self.claim) if self.claim else notation.measured(self.quantity, self.unit)

    @property
    def bare(self) -> str:
        """The value alone, in the unit of the axis."""
        if self.claim and self.claim.unit == self.unit:
            return notation.bare(self.claim)
        return notation.known(self.quantity)

    @property
    def forecast(self) -> bool:
        """Whether the value is of a year that has not happened; computed years follow the last printed one."""
        return self.claim is None or self.claim.status == Status.FORECAST

    @property
    def row(self) -> Row:
        """The value as a row of the figure's table."""
        cells = (str(self.year), self.about, self.text, self.basis, self.publisher)
        rate = (self.rate,) if self.rate else ()
        return Row(cells, self.claim.id if self.claim else None, ((), (), (self.subject,), rate))


@dataclass(frozen=True, slots=True)
class Values:
    """Everything that the figure shows, in the unit of the headline."""

    unit: Unit
    line: tuple[Value, ...]
    rivals: tuple[Value, ...]
    rejected: tuple[Value, ...]
    neighbours: tuple[tuple[Value, ...], ...]

    @property
    def all(self) -> tuple[Value, ...]:
        """Every value, in the order of the table."""
        beside = (value for path in self.neighbours for value in path)
        return (*self.line, *self.rivals, *self.rejected, *beside)

    @property
    def boundary(self) -> int:
        """The last year that has happened, after which the line is a forecast."""
        known = [value.year for value in self.line if not value.forecast]
        return max(known) if known else self.line[0].year


def values(market: Market, derivations: Derivations) -> Values | None:
    """Collect the sizes of a market, or none where no size of the whole market is published."""
    claims = [
        c for c in market.claims.values() if c.measure.role == Role.SIZE and c.is_headline_kind and c.period
    ]
    headline = market.headline.target or market.headline.size
    reference = headline or next((c for c in claims if c.rank != Rank.DEPRECATED), None)
    if reference is None:
        return None
    claims = [claim for claim in claims if _compares(claim, reference)]
    line = _line(market, derivations, claims, reference)
    if not line:
        return None
    shown = {value.claim.id for value in line if value.claim}
    others = [_printed(claim, reference, market) for claim in claims if claim.id not in shown]
    rejected = tuple(v for v in others if v.claim and v.claim.rank == Rank.DEPRECATED)
    rivals = tuple(v for v in others if v not in rejected)
    neighbours = tuple(_neighbours(market, derivations, line, reference))
    return Values(reference.unit, line, rivals, rejected, neighbours)


def _compares(claim: Claim, reference: Claim) -> bool:
    """Whether two sizes can stand on one axis."""
    return (claim.measure, claim.unit.currency) == (reference.measure, reference.unit.currency)


def _line(
    market: Market, derivations: Derivations, claims: Iterable[Claim], reference: Claim
) -> tuple[Value, ...]:
    """The leading source's own years, with the years between base and target computed at its own rate."""
    line: dict[int, Value] = {}
    own = [c for c in claims if c.source_id == reference.source_id and c.rank != Rank.DEPRECATED and c.period]
    for claim in sorted(own, key=lambda claim: claim.rank != Rank.PREFERRED):
        value = _printed(claim, reference, market)
        line.setdefault(value.year, value)
    outlook = derivations.outlook
    if outlook:
        for year in outlook.path:
            subject = ids.size(year.year)
            computed = _computed(
                year.year, year.value, reference, market.short_title, outlook.growth, subject=subject
            )
            printed = _printed(year.claim, reference, market) if year.claim else computed
            line.setdefault(year.year, printed)
    return tuple(line[year] for year in sorted(line))


def _printed(claim: Claim, reference: Claim, market: Market) -> Value:
    assert claim.period  # chosen for having one
    about = market.scopes[claim.scope].name if claim.scope else market.short_title
    basis = "rejected" if claim.rank == Rank.DEPRECATED else f"published, {claim.status.value}"
    return Value(
        claim.period.start.year,
        in_unit_of(claim, reference),
        reference.unit,
        claim,
        about,
        basis,
        notation.publisher(claim),
        claim.id,
    )


def _computed(
    year: int, quantity: Quantity, reference: Claim, about: str, by: Claim, *, subject: str
) -> Value:
    how = f"computed at {notation.full(by)}"
    return Value(year, quantity, reference.unit, None, about, how, notation.publisher(by), subject, by.id)


def _neighbours(
    market: Market, derivations: Derivations, line: tuple[Value, ...], reference: Claim
) -> Iterator[tuple[Value, ...]]:
    """At most two paths for comparison: the same publisher's wider market, then the nearest scope."""
    found = 0
    for estimate in _candidates(market, derivations, reference):
        path = tuple(_path(estimate, market, line, reference))
        highest = max(value.height for value in line)
        if len(path) < 2 or max(value.height for value in path) > CROWDED * highest:
            continue
        found += 1
        yield path
        if found == NEIGHBOURS:
            return


def _candidates(market: Market, derivations: Derivations, reference: Claim) -> list[Estimate]:
    publisher = reference.source.publisher if reference.source else None
    worldwide = [e for e in derivations.estimates if e.scope and e.region == WORLD and e.sizes]
    same = [
        estimate
        for estimate in worldwide
        if estimate.source and estimate.source.publisher == publisher
        if market.scopes[estimate.scope].relation == Relation.WIDER
    ]
    # One per scope, in the market's own order of scopes: the analysts name the nearest first.
    nearest = [
        next((e for e in worldwide if e.scope == scope and e.triangles), None) for scope in market.scopes
    ]
    chosen = [*same[:1], *(estimate for estimate in nearest if estimate)]
    return [estimate for place, estimate in enumerate(chosen) if estimate not in chosen[:place]]


def _path(estimate: Estimate, market: Market, line: tuple[Value, ...], reference: Claim) -> Iterator[Value]:
    """The years of a neighbouring estimate that the market's own line spans."""
    about = market.scopes[estimate.scope].name
    for year in range(line[0].year, line[-1].year + 1):
        at = placed(estimate, year)
        if at is None or not _compares(at.base, reference):
            continue
        if at.rate is None:
            yield _printed(at.base, reference, market)
            continue
        scale = at.base.unit.factor, reference.unit.factor
        low, point, high = (
            known * scale[0] / scale[1] for known in (at.value.low, at.value.point, at.value.high)
        )
        value, subject = Quantity(point, low, high), ids.brought(market, at)
        yield _computed(year, value, reference, about, at.rate, subject=subject)
