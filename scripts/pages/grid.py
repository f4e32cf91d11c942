"""Grids: figures of one measure in rows by what they are of, and columns by the time that they are of."""

from collections.abc import Iterable
from dataclasses import dataclass

from scripts.derive import REGION
from scripts.model import TOTAL, Claim, Market, Source, Unit, UnitKind
from scripts.notation import listing, lower_first, unit_name, when

# Longer tables are folded, wider ones scroll in a box of their own.
MOST_LINES, MOST_COLUMNS = 40, 14
# With more columns than these and two of three cells empty, each line lists its figures instead.
SPARSE = 3
# Units that stand once above a table; of others each figure bears its own.
SHARED = {
    UnitKind.MONEY,
    UnitKind.QUANTITY,
    UnitKind.PERCENT,
    UnitKind.RATE,
    UnitKind.DURATION,
    UnitKind.POINTS,
}
NOWHERE = "not-stated"
LAST = (1 << 30, 1 << 30)

# What figures of one row share: scope, title, segments, region by code and name, author.
About = tuple[str, str, tuple[tuple[str, str], ...], str, str, str]


@dataclass(frozen=True, slots=True)
class Column:
    """A time; `forecast` says that nobody gives a figure for it that is more than expected."""

    label: str
    forecast: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A row: what it is of, what that is part of, who says so, and the claims of each column, followed ones first.

    `ended` is the year since which the edition that replaced this one has no such row; `is_total` that it is the whole of the
    other rows.
    """

    name: str
    within: str
    sources: tuple[Source, ...]
    cells: tuple[tuple[Claim, ...], ...]
    is_total: bool = False
    is_residual: bool = False
    ended: str = ""

    @property
    def claims(self) -> tuple[Claim, ...]:
        """All its claims, by time."""
        return tuple(claim for cell in self.cells for claim in cell)


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows and columns; `unit` is that of all figures, where one can stand above them."""

    columns: tuple[Column, ...]
    lines: tuple[Line, ...]
    unit: Unit | None

    @property
    def is_wide(self) -> bool:
        """Whether it has more columns than a page holds."""
        return len(self.columns) > MOST_COLUMNS

    @property
    def is_long(self) -> bool:
        """Whether it is folded."""
        return len(self.lines) > MOST_LINES

    @property
    def is_sparse(self) -> bool:
        """Whether most cells are empty, so that each line lists its figures with their times instead."""
        filled = sum(bool(cell) for line in self.lines for cell in line.cells)
        return len(self.columns) > SPARSE and 3 * filled < len(self.columns) * len(self.lines)

    @property
    def sources(self) -> tuple[Source, ...]:
        """Who says all this, each once."""
        return tuple({source.id: source for line in self.lines for source in line.sources}.values())

    @property
    def names(self) -> int:
        """How many things it is of: of one, it is the authors that tell the rows apart."""
        return len({line.name for line in self.lines})

    @property
    def is_of_one(self) -> bool:
        """Whether one author says all of it, who then need not stand in each row."""
        return len({source.voice for source in self.sources}) < 2


def is_abroad(market: Market, claim: Claim) -> bool:
    """Whether a claim is of a region within the market's geography, or beyond it."""
    return claim.region.code not in (market.geography.code, NOWHERE)


def axes(market: Market, claim: Claim) -> tuple[str, ...]:
    """What a claim is a part by: dimensions, of nested ones the inner one, and `region`."""
    broken = {dimension: code for dimension, code in claim.segments.items() if code != TOTAL}
    outer = (market.dimensions[dimension].part_of.partition("/")[::2] for dimension in broken)
    wholes = {dimension for dimension, code in outer if broken.get(dimension) == code}
    abroad = (REGION,) if is_abroad(market, claim) else ()
    return (*(code for code in market.dimensions if code in broken and code not in wholes), *abroad)


def grid(market: Market, by: tuple[str, ...], known: list[tuple[Claim, bool]]) -> Grid:
    """Claims in rows and columns, each with whether it is the whole of the others; of older editions each has its own row."""
    claims = [claim for claim, _ in known]
    times: dict[tuple[int, int] | None, list[Claim]] = {}
    for claim in claims:
        times.setdefault(claim.when, []).append(claim)
    order = sorted(times, key=lambda time: time or LAST)
    columns = [
        Column(when(times[time][0]), all(c.status == "forecast" for c in times[time])) for time in order
    ]
    rows: dict[tuple[About, bool, str], list[Claim]] = {}
    for claim, is_total in known:
        edition = claim.source_id if claim.superseded else ""
        rows.setdefault((_about(claim), is_total, edition), []).append(claim)
    there = {(claim.scope, claim.region.code) for claim in claims}
    lines = {
        (key, _newest_first(row)): _line(
            market, by, row, key[1], [[c for c in row if c.when == time] for time in order], there
        )
        for key, row in rows.items()
    }
    units = {claim.unit for claim in claims}
    unit = next(iter(units)) if len(units) == 1 else None
    ordered = sorted(
        lines, key=lambda key: (key[0][1], _order(market, rows[key[0]][0], there), key[0][0], key[1])
    )
    shared = unit if unit and unit.kind in SHARED and unit_name(unit) else None
    return Grid(tuple(columns), tuple(lines[key] for key in ordered), shared)


def _about(claim: Claim) -> About:
    broken = tuple((dimension, code) for dimension, code in claim.segments.items() if code != TOTAL)
    return claim.scope, claim.title, broken, claim.region.code, claim.region.name, claim.voice


def _newest_first(row: list[Claim]) -> tuple[int, ...]:
    source = row[0].source
    return tuple(-ord(letter) for letter in source.published.text) if source and source.published else ()


def _line(
    market: Market,
    by: tuple[str, ...],
    row: list[Claim],
    is_total: bool,
    cells: Iterable[list[Claim]],
    there: set[tuple[str, str]],
) -> Line:
    claim = row[0]
    sources = {c.source.id: c.source for c in row if c.source}
    innermost = [market.dimensions[code].segments[claim.segments[code]] for code in _inner(market, claim)]
    residual = claim.region.residual if REGION in by else any(segment.residual for segment in innermost)
    return Line(
        _total(market, claim, by) if is_total else _name(market, claim),
        "" if is_total else _held(market, claim, by, there),
        tuple(sources.values()),
        tuple(
            tuple(sorted(cell, key=lambda c: (not c.is_followed, c.rank != "preferred", c.id)))
            for cell in cells
        ),
        is_total,
        residual and not is_total,
        _ended(market, claim) if claim.superseded else "",
    )


def _total(market: Market, claim: Claim, by: tuple[str, ...]) -> str:
    return claim.region.name if by == (REGION,) else "Total"


def _name(market: Market, claim: Claim) -> str:
    """What a row is of, in full: title, field, segments, region."""
    parts = [claim.title] if claim.title else []
    parts += [market.scopes[claim.scope].name] if claim.scope else []
    parts += [market.dimensions[by].segments[claim.segments[by]].name for by in _inner(market, claim)]
    parts += [claim.region.name] if is_abroad(market, claim) else []
    return ", ".join(parts) or market.short_title


def _inner(market: Market, claim: Claim) -> list[str]:
    return [code for code in axes(market, claim) if code != REGION]


def within(market: Market, claim: Claim) -> str:
    """What the segments of a claim are part of: `information technology`; nothing where they nest in nothing."""
    wholes = []
    for code in _inner(market, claim):
        dimension = market.dimensions[code]
        outer, _, segment = dimension.part_of.partition("/")
        if inside := dimension.segments[claim.segments[code]].part_of:
            wholes.append(dimension.segments[inside].name)
        elif outer:
            wholes.append(market.dimensions[outer].segments[segment].name)
    return listing([lower_first(whole) for whole in wholes])


def _held(market: Market, claim: Claim, by: tuple[str, ...], there: set[tuple[str, str]]) -> str:
    """What a row is part of, where that stands in another one."""
    whole, parts = claim.region.part_of, [within(market, claim)]
    if REGION in by and (claim.scope, whole) in there and whole != market.geography.code:
        parts += [c.region.name for c in market.in_order if c.region.code == whole][:1]
    told = listing([part for part in parts if part])
    return f"part of {told}" if told else ""


def _order(market: Market, claim: Claim, there: set[tuple[str, str]]) -> tuple[object, ...]:
    """Where a row stands: in the market's own order, a whole before its parts, what is left last."""
    scopes = list(market.scopes)
    return (
        scopes.index(claim.scope) if claim.scope else -1,
        claim.title,
        [_path(market, code, claim.segments[code]) for code in _inner(market, claim)],
        _region_path(market, claim, there),
    )


def _path(market: Market, dimension: str, segment: str) -> list[tuple[bool, int]]:
    segments = market.dimensions[dimension].segments
    own = [(segments[segment].residual, list(segments).index(segment))]
    whole = segments[segment].part_of
    return [*_path(market, dimension, whole), *own] if whole else own


def _region_path(market: Market, claim: Claim, there: set[tuple[str, str]]) -> list[tuple[bool, int, str]]:
    listed = [region.code for region in market.regions]
    own = [(claim.region.residual, _place(listed, claim.region.code), claim.region.name)]
    whole = claim.region.part_of
    if whole and (claim.scope, whole) in there and whole != market.geography.code:
        name = next(c.region.name for c in market.in_order if c.region.code == whole)
        return [(False, _place(listed, whole), name), *own]
    return own


def _place(listed: list[str], code: str) -> int:
    return listed.index(code) if code in listed else len(listed)


def _ended(market: Market, claim: Claim) -> str:
    """The year of the first later edition without this row, where no edition that leads has it."""
    assert claim.source  # editions have one
    editions = {}
    for other in market.in_order:
        if (
            other.source
            and other.source.edition_of == claim.source.edition_of
            and other.measure == claim.measure
        ):
            editions.setdefault(other.source.id, (other.source, []))[1].append(other)
    having = {
        name for name, (_, said) in editions.items() if any(_about(one) == _about(claim) for one in said)
    }
    if any(one.is_followed and _about(one) == _about(claim) for _, said in editions.values() for one in said):
        return ""
    dates = {name: source.published.text for name, (source, _) in editions.items() if source.published}
    last = max((dates[name] for name in having if name in dates), default="")
    later = [date for name, date in dates.items() if name not in having and date > last]
    return min(later)[:4] if later else ""
