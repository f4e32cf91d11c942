"""What the figure of size and forecast shows: the values, before any of them has a place or a colour."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from scripts import notation
from scripts.charts.figure import Row
from scripts.charts.subtitles import dated, since
from scripts.derive import Derivations, Estimate, compares, in_unit, in_unit_of, placed
from scripts.model import YEAR, Claim, Market, Quantity, Rank, Relation, Status, Unit

# A neighbouring scope more than this many times as large would squeeze the market's own line.
CROWDED = 2
NEIGHBOURS = 2


@dataclass(frozen=True, slots=True)
class Value:
    """A size in one period, which begins `at` a decimal year: as a source prints it, or computed at a stated rate.

    `subject` and `rate` are the ids of the value and of its rate.
    """

    at: float
    label: str
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
    def range(self) -> tuple[float, float] | None:
        """Both ends, where a source gives a range."""
        ends = self.claim.printed.ends if self.claim else (0, 0)
        return (float(self.quantity.low), float(self.quantity.high)) if ends[0] != ends[1] else None

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
        """Whether the value is of a time that has not happened; computed years follow the last printed one."""
        return self.claim is None or self.claim.status == Status.FORECAST

    @property
    def row(self) -> Row:
        """The value as a row of the figure's table."""
        cells = (self.label, self.about, self.text, self.basis, self.publisher)
        rate = (self.rate,) if self.rate else ()
        return Row(cells, self.claim.id if self.claim else None, ((), (), (self.subject,), rate))


@dataclass(frozen=True, slots=True)
class Values:
    """Everything that the figure shows, in the unit of `lead`; all of periods of one length."""

    lead: Claim
    line: tuple[Value, ...]
    rivals: tuple[Value, ...]
    rejected: tuple[Value, ...]
    neighbours: tuple[tuple[Value, ...], ...]

    @property
    def unit(self) -> Unit:
        """The unit of the axis."""
        return self.lead.unit

    @property
    def all(self) -> tuple[Value, ...]:
        """Every value, in the order of the table."""
        beside = (value for path in self.neighbours for value in path)
        return (*self.line, *self.rivals, *self.rejected, *beside)

    @property
    def boundary(self) -> float:
        """The last time that has happened, after which the line is a forecast."""
        known = [value.at for value in self.line if not value.forecast]
        return max(known) if known else self.line[0].at

    @property
    def is_of_calendar_years(self) -> bool:
        """Whether round years name the points of the line."""
        return all(value.label == f"{value.at:.0f}" for value in self.line)


def values(market: Market, derivations: Derivations) -> Values | None:
    """The sizes of a market in what leads it, or none where no size of the whole market is published.

    Years where the leading source gives any; else its quarters, halves or months. The two never stand in one figure.
    """
    if market.lead is None:
        return None
    own = [c for c in market.in_order if _is_size(market, c, market.lead)]
    of_lead = {c.length for c in own if c.is_followed and c.source_id == market.lead.source_id}
    length = YEAR if YEAR in of_lead else market.lead.length
    claims = [claim for claim in own if claim.length == length]
    lead = _reference(market, claims)
    if lead is None:
        return None
    line = _line(market, derivations, claims, lead)
    shown = {value.claim.id for value in line if value.claim}
    others = [_printed(claim, lead, market) for claim in claims if claim.id not in shown]
    others.sort(key=lambda value: (value.at, value.publisher))
    rejected = tuple(v for v in others if v.claim and v.claim.rank == Rank.DEPRECATED)
    # What several pages repeat of one author is one publication.
    rivals = tuple({(v.publisher, v.at, v.quantity): v for v in others if v not in rejected}.values())
    neighbours = tuple(_neighbours(market, derivations, line, lead))
    return Values(lead, line, rivals, rejected, neighbours)


def _is_size(market: Market, claim: Claim, lead: Claim) -> bool:
    """Whether a claim is a size of the market itself in what leads, in an edition that none has replaced."""
    alike = (claim.measure.code, claim.unit.kind, claim.unit.currency) == (
        lead.measure.code,
        lead.unit.kind,
        lead.unit.currency,
    )
    return alike and market.is_own_whole(claim) and claim.period is not None and not claim.superseded


def _reference(market: Market, claims: list[Claim]) -> Claim | None:
    """The headline or, where that is of another length, the latest that we follow."""
    head = (market.headline.target, market.headline.size, market.lead)
    followed = [claim for claim in claims if claim.is_followed and claim.period]
    latest = max(followed, key=lambda c: (c.period.end.last_month if c.period else 0, c.id), default=None)
    return next((claim for claim in head if claim and claim in claims), latest)


def _line(
    market: Market, derivations: Derivations, claims: Iterable[Claim], lead: Claim
) -> tuple[Value, ...]:
    """The leading source's own periods, with the years between base and target computed at its own rate."""
    line: dict[float, Value] = {}
    own = [claim for claim in claims if claim.source_id == lead.source_id and claim.is_followed]
    for claim in sorted(own, key=lambda claim: claim.rank != Rank.PREFERRED):
        value = _printed(claim, lead, market)
        line.setdefault(value.at, value)
    outlook = derivations.outlook
    if outlook and outlook.size.period and compares(outlook.size, lead):
        first = since(outlook.size.period)
        for year in outlook.path:
            at = first + year.year - outlook.path[0].year
            computed = _computed(
                at, year.label, year.value, lead, market.short_title, outlook.growth, subject=year.id
            )
            line.setdefault(at, _printed(year.claim, lead, market) if year.claim else computed)
    return tuple(line[at] for at in sorted(line))


def _printed(claim: Claim, lead: Claim, market: Market) -> Value:
    assert claim.period  # chosen for having one
    about = market.scopes[claim.scope].name if claim.scope else market.short_title
    basis = "rejected" if claim.rank == Rank.DEPRECATED else f"published, {claim.status.value}"
    return Value(
        since(claim.period),
        dated(claim),
        in_unit_of(claim, lead),
        lead.unit,
        claim,
        about,
        basis,
        notation.publisher(claim),
        claim.id,
    )


def _computed(
    at: float, label: str, quantity: Quantity, lead: Claim, about: str, by: Claim, *, subject: str
) -> Value:
    how = f"computed at {notation.full(by)}"
    return Value(at, label, quantity, lead.unit, None, about, how, notation.publisher(by), subject, by.id)


def _neighbours(
    market: Market, derivations: Derivations, line: tuple[Value, ...], lead: Claim
) -> Iterator[tuple[Value, ...]]:
    """At most two paths for comparison: the same publisher's wider market, then the nearest scope."""
    found = 0
    for estimate in _candidates(market, derivations, lead):
        path = tuple(_path(estimate, market, line, lead))
        highest = max(value.height for value in line)
        if len(path) < 2 or max(value.height for value in path) > CROWDED * highest:
            continue
        found += 1
        yield path
        if found == NEIGHBOURS:
            return


def _candidates(market: Market, derivations: Derivations, lead: Claim) -> list[Estimate]:
    """Estimates of other scopes in the market's own geography."""
    here = [e for e in derivations.estimates if e.scope and e.is_whole and e.sizes]
    same = [
        estimate
        for estimate in here
        if estimate.source and estimate.source.voice == lead.voice
        if market.scopes[estimate.scope].relation == Relation.WIDER
    ]
    # One per scope, in the market's own order of scopes: the analysts name the nearest first. Sound arithmetic goes before.
    sound = sorted(here, key=lambda e: not any(triangle.closes for triangle in e.triangles))
    nearest = [next((e for e in sound if e.scope == scope and e.triangles), None) for scope in market.scopes]
    chosen = [*same[:1], *(estimate for estimate in nearest if estimate)]
    return [estimate for place, estimate in enumerate(chosen) if estimate not in chosen[:place]]


def _path(estimate: Estimate, market: Market, line: tuple[Value, ...], lead: Claim) -> Iterator[Value]:
    """The years of a neighbouring estimate that the market's own line spans."""
    about = market.scopes[estimate.scope].name
    for year in range(int(line[0].at), int(line[-1].at) + 1):
        there = placed(estimate, year)
        if there is None or not there.base.period or not compares(there.base, lead):
            continue
        if there.rate is None:
            yield _printed(there.base, lead, market)
            continue
        at = since(there.base.period) + there.steps
        value = in_unit(there.value * there.base.unit.factor, lead.unit)
        label = f"FY{year}" if there.base.period.is_fiscal else str(year)
        yield _computed(at, label, value, lead, about, there.rate, subject=there.id)
