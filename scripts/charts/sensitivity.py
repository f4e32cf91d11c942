"""Sensitivity: the target year on other bases and at other rates, as a heat-map with the headline outlined."""

from dataclasses import dataclass
from math import ceil

from scripts import notation
from scripts.charts.drawing import Drawing, Mark, Word
from scripts.charts.figure import Figure, Row, Specification, sources_of
from scripts.charts.frame import Frame
from scripts.charts.subtitles import dated
from scripts.charts.theme import ACCENT, INK, MUTED, NARROW, WARN, WIDE
from scripts.charts.typography import fitted, width
from scripts.charts.verdicts import of_headline
from scripts.derive import Base, Derivations, Outlook, Rate, Sensitivity, arrives
from scripts.model import Market, Quantity, Rank

# Shades of the accent; above the last one text on them would fall below a contrast of 4.5.
SHADES = (0.06, 0.15, 0.24, 0.33, 0.42)
HEAD = 24
STEP = {True: 38, False: 56}
CELL = 30
EDGE = 3
# Of what a step takes off: more would not be read.
DIGITS = 3


@dataclass(frozen=True, slots=True)
class Cell:
    """One field of the grid with its base, its rate and its shade."""

    base: Base
    rate: Rate
    value: Quantity
    row: int
    column: int
    shade: float


def sensitivity(market: Market, derivations: Derivations) -> tuple[Figure, ...]:
    """The figure, where the headline has an outlook."""
    grid, outlook = derivations.sensitivity, derivations.outlook
    if not (grid and outlook):
        return ()
    cells, year = _cells(grid), outlook.path[-1].label
    measure, place = outlook.target.measure.name, notation.place(market.geography)
    return (
        Figure(
            id="sensitivity",
            market=market.id,
            title=_title(grid, year),
            subtitle=f"{measure} in {year}, {notation.unit_name(grid.unit)}, by base and yearly growth, {place}",
            reading=_reading(market, outlook),
            sources=sources_of([*(b.claim for b in grid.bases), *(r.claim for r in grid.rates)]),
            alt=_alt(grid, year),
            columns=("Base", "Base year", "Base rank", "Growth", f"Value in {year}", "Interval"),
            rows=tuple(_row(cell, grid) for cell in cells),
            wide=_draw(grid, cells, wide=True),
            narrow=_draw(grid, cells, wide=False),
            marks=len(cells),
            subjects=(outlook.target.id,),
        ),
    )


def _cells(grid: Sensitivity) -> list[Cell]:
    values = [value.point for line in grid.cells for value in line]
    low, spread = min(values), max(values) - min(values)
    return [
        Cell(base, rate, value, row, column, _shade(float((value.point - low) / spread) if spread else 0.5))
        for row, (base, line) in enumerate(zip(grid.bases, grid.cells, strict=True))
        for column, (rate, value) in enumerate(zip(grid.rates, line, strict=True))
    ]


def _shade(part: float) -> float:
    return SHADES[min(int(part * len(SHADES)), len(SHADES) - 1)]


def _base(base: Base, grid: Sensitivity) -> str:
    """A base as printed, or a step with the digits of the print beside it."""
    return notation.full(base.claim) if base.claim else notation.measured(base.value, grid.unit)


def _rate(rate: Rate) -> str:
    """A rate in short, `24.5 %`."""
    return notation.share(notation.known(rate.value))


def _bare(value: Quantity, grid: Sensitivity) -> str:
    return notation.number(value.point, grid.decimals)


def _value(value: Quantity, grid: Sensitivity) -> str:
    return notation.with_unit(_bare(value, grid), grid.unit)


def _reading(market: Market, outlook: Outlook) -> str:
    pair = "outlined is the headline’s own pair"
    if not arrives(outlook):
        fits = of_headline(market, outlook)
        target = f"the published {notation.full(outlook.target)}"
        how = fits.removeprefix("fits").strip()
        pair += f", which leads to {target} {how}" if fits else f", which does not lead to {target}"
    return f"Each field is its base grown at its rate; {pair}. The table has the intervals."


def _points(grid: Sensitivity) -> str:
    """The step of the rates in words: `two percentage points`."""
    step = grid.rate_step
    whole = step == step.to_integral_value()
    number = (
        notation.in_words(int(step))
        if whole
        else notation.number(step, -int(step.normalize().as_tuple().exponent))
    )
    return f"{number} percentage {'point' if step == 1 else 'points'}"


def _title(grid: Sensitivity, year: str) -> str:
    """What one step of the rate is worth; where its digits vanish in rounding, the range of the whole grid."""
    if grid.lost and grid.lost.low > 0 and grid.lost.point >= grid.lost.high - grid.lost.low:
        step = _points(grid)
        verb = "takes" if grid.rate_step == 1 else "take"
        decimals = min(notation.supported_decimals(grid.lost), DIGITS - 1 - grid.lost.point.adjusted())
        lost = notation.with_unit(notation.number(grid.lost.point, decimals), grid.unit)
        return f"{step[:1].upper()}{step[1:]} less growth a year {verb} {lost} off {year}"
    values = [value for line in grid.cells for value in line]
    low, high = (pick(values, key=lambda value: value.point) for pick in (min, max))
    if _value(low, grid) == _value(high, grid):
        return f"{_value(low, grid)} in {year} on every base and at every rate shown"
    return f"From {_value(low, grid)} to {_value(high, grid)} in {year}, by base and growth rate"


def _alt(grid: Sensitivity, year: str) -> str:
    headline = grid.cells[grid.row][grid.column]
    first, last = grid.rates[0], grid.rates[-1]
    return (
        f"A grid of {notation.in_words(len(grid.bases))} bases and {notation.in_words(len(grid.rates))} growth rates from "
        f"{_rate(first)} to {_rate(last)}. The headline’s own pair, {_base(grid.bases[grid.row], grid)} at "
        f"{_rate(grid.rates[grid.column])}, gives {_value(headline, grid)} in {year}. On the same base: "
        f"{_value(grid.cells[grid.row][0], grid)} at {_rate(first)}, {_value(grid.cells[grid.row][-1], grid)} at {_rate(last)}."
    )


def _rank(base: Base) -> str:
    if base.claim is None:
        return "step"
    return "rejected" if base.claim.rank == Rank.DEPRECATED else "published"


def _row(cell: Cell, grid: Sensitivity) -> Row:
    cells = (
        _base(cell.base, grid),
        dated(cell.base.claim) if cell.base.claim else str(cell.base.year),
        _rank(cell.base),
        _rate(cell.rate),
        _value(cell.value, grid),
        notation.with_unit(notation.span(cell.value), grid.unit),
    )
    base, rate = ((known.id,) if known else () for known in (cell.base.claim, cell.rate.claim))
    return Row(cells, cell.base.claim.id if cell.base.claim else None, (base, (), (), rate))


def _name(base: Base, grid: Sensitivity) -> str:
    """What stands at a row; the year only where a source gives it."""
    text = _base(base, grid)
    if base.claim is None:
        return text
    told = f"{text} in {dated(base.claim)}"
    return f"{told}, rejected" if base.claim.rank == Rank.DEPRECATED else told


def _draw(grid: Sensitivity, cells: list[Cell], *, wide: bool) -> Specification:
    names = [_name(base, grid) for base in grid.bases]
    step, height = STEP[wide], STEP[wide] * len(names)
    left = min(ceil(max(width(name, bold=True) for name in names)) + 14, 330) if wide else EDGE
    frame = Frame(
        WIDE if wide else NARROW,
        height + HEAD + 4,
        (0, len(grid.rates)),
        (height, 0),
        left,
        EDGE,
        HEAD,
        4,
    )
    drawing = Drawing(frame)
    for shade in SHADES:
        drawing.bars([_mark(c, grid, step, frame) for c in cells if c.shade == shade], ACCENT, opacity=shade)
    _outline(drawing, grid, step)
    _write_values(drawing, grid, cells, step)
    _heads(drawing, grid, names, step, wide=wide)
    return drawing.specification()


def _write_values(drawing: Drawing, grid: Sensitivity, cells: list[Cell], step: float) -> None:
    """The number in each field; where one has no room none has, since a gap would look like a missing number."""
    room = drawing.frame.inner_width / len(grid.rates) - 4
    if any(width(_bare(cell.value, grid), bold=True) > room for cell in cells):
        return
    for cell in cells:
        text, leads = _bare(cell.value, grid), (cell.row, cell.column) == (grid.row, grid.column)
        middle = _edges(cell.row, step)[0] + CELL / 2
        drawing.word(Word(cell.column + 0.5, middle, text, "center", INK, leads))


def _edges(row: int, step: float) -> tuple[float, float]:
    """Upper and lower edge of a row's fields: the last pixels of its room."""
    return (row + 1) * step - CELL - 2, (row + 1) * step - 2


def _mark(cell: Cell, grid: Sensitivity, step: float, frame: Frame) -> Mark:
    upper, lower = _edges(cell.row, step)
    gap = len(grid.rates) / frame.inner_width
    says = f"{_base(cell.base, grid)} in {cell.base.year} at {_rate(cell.rate)}: {_value(cell.value, grid)}"
    return Mark(cell.column + gap, upper, says, cell.column + 1 - gap, lower)


def _outline(drawing: Drawing, grid: Sensitivity, step: float) -> None:
    """A heavy line around the headline's field."""
    upper, lower = _edges(grid.row, step)
    left, right = grid.column, grid.column + 1
    edges = [(left, upper, right, upper), (left, lower, right, lower)]
    drawing.rules([*edges, (left, upper, left, lower), (right, upper, right, lower)], INK, 2)


def _heads(drawing: Drawing, grid: Sensitivity, names: list[str], step: float, *, wide: bool) -> None:
    """Rates above the columns, bases beside the rows or, narrow, above them; published ones stand out."""
    frame = drawing.frame
    room = frame.inner_width / len(grid.rates)
    for column, rate in enumerate(grid.rates):
        text, bold = _rate(rate), rate.claim is not None
        if width(text, bold=bold) + 4 <= room:
            place = column + 0.5, frame.value_down(9)
            drawing.word(Word(*place, text, "center", INK if bold else MUTED, bold))
    for row, (base, name) in enumerate(zip(grid.bases, names, strict=True)):
        leads, rejected = row == grid.row, _rank(base) == "rejected"
        colour = WARN if rejected else INK if base.claim else MUTED
        upper, _ = _edges(row, step)
        if wide:
            x, y, align = frame.left - 12, upper + CELL / 2, "right"
        else:
            x, y, align = EDGE + 1, upper - 11, "left"
        short = fitted(name, x - 2 if wide else frame.width - 8, bold=leads)
        drawing.word(Word(frame.value_across(x), y, short, align, colour, leads))
