"""Grids: figures of one measure in rows by what they are of, and columns by the time that they are of."""

from collections.abc import Iterable
from dataclasses import dataclass

from scripts.derive import REGION
from scripts.model import Claim, Market, Rank, Source, Status, Unit, UnitKind
from scripts.notation import unit_name, when
from scripts.pages.lines import About, There, about, ended, held, inner, name, order, whole

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
LAST = (1 << 30, 1 << 30)

# What it is of, whether it is the whole of the others, and of which edition, if that was replaced.
Row = tuple[About, bool, str]


@dataclass(frozen=True, slots=True)
class Column:
    """A time; `forecast` says that nobody gives a figure for it that is more than expected."""

    label: str
    forecast: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A row: what it is of, what that is part of, who says so, and the claims of each column, followed ones first.

    `ended` is the date of the newest edition, where that has no such row; `is_total` that it is the whole of the other rows.
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


def grid(market: Market, by: tuple[str, ...], known: list[tuple[Claim, bool]]) -> Grid:
    """Claims in rows and columns, each with whether it is the whole of the others; of older editions each has its own row."""
    claims = [claim for claim, _ in known]
    times: dict[tuple[int, ...] | None, list[Claim]] = {}
    rows: dict[Row, list[Claim]] = {}
    there = {(claim.scope, claim.region.code) for claim in claims}
    for claim, is_total in known:
        times.setdefault(claim.when, []).append(claim)
        edition = claim.source_id if claim.superseded else ""
        rows.setdefault((about(claim), is_total, edition), []).append(claim)
    across = sorted(times, key=lambda time: time or LAST)

    def down(row: Row) -> tuple[object, ...]:
        return row[1], order(market, rows[row][0], there), row[0], _newest_first(rows[row])

    lines = []
    for row in sorted(rows, key=down):
        cells = [[claim for claim in rows[row] if claim.when == time] for time in across]
        lines.append(_line(market, by, rows[row], row[1], cells, there))
    columns = tuple(
        Column(when(times[time][0]), all(claim.status is Status.FORECAST for claim in times[time]))
        for time in across
    )
    return Grid(columns, tuple(lines), _shared(claims))


def _shared(claims: list[Claim]) -> Unit | None:
    """The unit of all claims, where it can stand once above them."""
    units = {claim.unit for claim in claims}
    unit = next(iter(units)) if len(units) == 1 else None
    return unit if unit and unit.kind in SHARED and unit_name(unit) else None


def _newest_first(row: list[Claim]) -> tuple[int, ...]:
    source = row[0].source
    return tuple(-ord(letter) for letter in source.published.text) if source and source.published else ()


def _line(
    market: Market,
    by: tuple[str, ...],
    row: list[Claim],
    is_total: bool,
    cells: Iterable[list[Claim]],
    there: There,
) -> Line:
    claim = row[0]
    sources = {c.source.id: c.source for c in row if c.source}
    innermost = [market.dimensions[code].segments[claim.segments[code]] for code in inner(market, claim)]
    residual = claim.region.residual if REGION in by else any(segment.residual for segment in innermost)
    return Line(
        whole(market, claim, by) if is_total else name(market, claim),
        "" if is_total else held(market, claim, by, there),
        tuple(sources.values()),
        tuple(
            tuple(sorted(cell, key=lambda c: (not c.is_followed, c.rank is not Rank.PREFERRED, c.id)))
            for cell in cells
        ),
        is_total,
        residual and not is_total,
        ended(market, claim) if claim.superseded else "",
    )
