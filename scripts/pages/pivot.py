"""Pivots: every published figure in tables by measure: what each is of in rows, the times that they are of in columns."""

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from scripts.derive import REGION
from scripts.model import YEAR, Claim, Market, Measure, Role
from scripts.notation import listing, lower_first, unit_name
from scripts.pages.grid import Grid, grid
from scripts.pages.lines import axes

LENGTHS = {1: "months", 3: "quarters", 6: "half-years"}
# What runs over time and is divided; all else is told line by line, whatever its time and place.
DIVIDED = {Role.SIZE, Role.VOLUME, Role.PRICE, Role.SHARE, Role.GROWTH, Role.SHARE_RANK, Role.GROWTH_RANK}

# What figures of one table share: measure, whether they are of the market itself, axes of breakdown, months.
Group = tuple[str, bool, tuple[str, ...], int]


@dataclass(frozen=True, slots=True)
class Pivot:
    """A table of one measure; `older` is what editions said that a newer one has replaced."""

    measure: Measure
    own: bool
    axes: tuple[str, ...]
    length: int
    title: str
    now: Grid
    older: Grid

    @property
    def anchor(self) -> str:
        """Its place on a page."""
        parts = [self.measure.code, "" if self.own else "neighbours", *self.axes]
        parts.append("" if self.length == YEAR else LENGTHS.get(self.length, f"{self.length}-months"))
        return "-".join(["table", *(part.replace("_", "-") for part in parts if part)])

    @property
    def unit(self) -> str:
        """The unit of all its figures, where they share one: `USD bn`."""
        unit = self.now.unit or self.older.unit
        return unit_name(unit) if unit else ""

    @property
    def is_regional(self) -> bool:
        """Whether it tells regions apart."""
        return REGION in self.axes

    @property
    def claims(self) -> Iterator[Claim]:
        """Every claim in it."""
        yield from (claim for grid in (self.now, self.older) for line in grid.lines for claim in line.claims)

    def adds_to(self, shown: Container[str]) -> bool:
        """Whether it holds a claim that is not among those shown."""
        return any(claim.id not in shown for claim in self.claims)


def by_measure(every: Iterable[Pivot]) -> list[tuple[Measure, list[Pivot]]]:
    """Tables by their measure, in their order."""
    found: dict[str, list[Pivot]] = {}
    for pivot in every:
        found.setdefault(pivot.measure.code, []).append(pivot)
    return [(some[0].measure, some) for some in found.values()]


def pivots(market: Market) -> tuple[Pivot, ...]:
    """Every claim of a market in at least one table: measure by measure, the market's own before neighbouring fields."""
    groups: dict[Group, list[Claim]] = {}
    for claim in market.in_order:
        groups.setdefault(_group(market, claim), []).append(claim)
    totals = {key: _totals(market, groups, key, claims) for key, claims in groups.items()}
    placed = {claim.id for claims in totals.values() for claim in claims}
    made = [
        _pivot(market, key, claims, totals[key])
        for key, claims in groups.items()
        if key[2] or not key[1] or any(claim.id not in placed for claim in claims)
    ]
    return tuple(sorted(made, key=partial(_precedence, market)))


def _group(market: Market, claim: Claim) -> Group:
    own, divided = not claim.scope, claim.measure.role in DIVIDED
    ranked = claim.measure.role in {Role.SHARE_RANK, Role.GROWTH_RANK}
    by = axes(market, claim) if own or divided else ()
    return claim.measure.code, own, by, claim.length if divided and not ranked else YEAR


def _precedence(market: Market, pivot: Pivot) -> tuple[object, ...]:
    """What leads the market first, and what is said of that; the whole before its parts, years before quarters."""
    lead = market.lead.measure.code if market.lead else ""
    order = list(Role)
    of = pivot.measure.of or pivot.measure.code
    return (
        of != lead,
        order.index(pivot.measure.role),
        pivot.measure.code,
        not pivot.own,
        len(pivot.axes),
        [
            list(market.dimensions).index(axis) if axis != REGION else len(market.dimensions)
            for axis in pivot.axes
        ],
        abs(pivot.length - YEAR),
    )


def _totals(market: Market, groups: dict[Group, list[Claim]], key: Group, claims: list[Claim]) -> list[Claim]:
    """The wholes that stand below the parts of one axis: of the same publications.

    Of a dimension that breaks down a segment of another one it is that segment.
    """
    measure, own, by, length = key
    if not own or len(by) != 1:
        return []
    dimension = market.dimensions.get(by[0])
    outer, _, segment = (dimension.part_of if dimension else "").partition("/")
    wholes = groups.get((measure, True, (outer,) if outer else (), length), [])
    sources = {claim.source_id for claim in claims}
    return [w for w in wholes if w.source_id in sources and (not outer or w.segments[outer] == segment)]


def _pivot(market: Market, key: Group, claims: list[Claim], totals: list[Claim]) -> Pivot:
    _, own, by, length = key
    known = [(claim, False) for claim in claims] + [(claim, True) for claim in totals]
    now = [pair for pair in known if not pair[0].superseded]
    older = [pair for pair in known if pair[0].superseded]
    return Pivot(
        claims[0].measure,
        own,
        by,
        length,
        _title(market, claims[0].measure, key),
        grid(market, by, now),
        grid(market, by, older),
    )


def _title(market: Market, measure: Measure, key: Group) -> str:
    _, own, by, length = key
    axis = [lower_first(market.dimensions[code].name) if code != REGION else "region" for code in by]
    fields = "" if own else " in neighbouring fields"
    times = (
        f", {LENGTHS[length]}"
        if length in LENGTHS
        else f", {length} months"
        if length not in (0, YEAR)
        else ""
    )
    parts = f"{',' if ' by ' in measure.name else ''} by {listing(axis)}" if axis else ""
    return f"{measure.name}{fields}{parts}{times}"
