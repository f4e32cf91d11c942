"""The drawing of compared paths: one line a market, told apart by colour and by the shape of its points.

Wide, each name stands at the end of its line; narrow, all stand above the picture with a sample of the line.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil

from scripts import notation
from scripts.charts.drawing import Drawing, Mark, Word
from scripts.charts.figure import Specification
from scripts.charts.frame import Frame, ticks, written, year_ticks
from scripts.charts.rows import centred
from scripts.charts.theme import ACCENT, INK, MUTED, NARROW, PAPER, RULE, WARN, WIDE
from scripts.charts.typography import LINE, fitted, width, wrapped
from scripts.derive import Compared, Course, Point, in_unit
from scripts.model import Unit

TOP, BOTTOM = 14, 26
HEIGHT = {True: 340, False: 240}
ROOM = 190  # for names at the ends of lines
GAP = 12
KEY = 19
DASHED = (5, 4)


@dataclass(frozen=True, slots=True)
class Look:
    """How a market is drawn; a hollow symbol has the paper's colour within."""

    colour: str
    shape: str
    hollow: bool = False


LOOKS = (
    Look(ACCENT, "circle"),
    Look(INK, "square"),
    Look(MUTED, "diamond"),
    Look(ACCENT, "triangle-up", True),
)


@dataclass(frozen=True, slots=True)
class Line:
    """A course with its look and its values in the unit of the axis."""

    course: Course
    look: Look
    unit: Unit

    @property
    def name(self) -> str:
        """The market in short."""
        return self.course.market.short_title

    @property
    def end(self) -> Point:
        """The last point."""
        return self.course.points[-1]

    def height(self, point: Point) -> float:
        """A value, for drawing."""
        return float(in_unit(point.value, self.unit).point)

    def text(self, point: Point) -> str:
        """A value with its unit: as published, or with no more digits than are known."""
        return (
            notation.full(point.claim)
            if point.claim
            else notation.measured(in_unit(point.value, self.unit), self.unit)
        )

    def marks(self, points: Sequence[Point]) -> list[Mark]:
        """Points with their words."""
        return [Mark(point.year, self.height(point), self._says(point)) for point in points]

    def _says(self, point: Point) -> str:
        rate = self.course.rate
        how = "published" if point.claim or not rate else f"computed at {notation.full(rate)}"
        return f"{self.name}, {point.year}: {self.text(point)}, {how}"


def common_unit(known: Compared) -> Unit:
    """The largest of the units in which the sizes are stated."""
    return max((course.lead.unit for course in known.courses), key=lambda unit: unit.factor)


def drawn(known: Compared, *, wide: bool) -> Specification:
    """The picture, wide or narrow."""
    unit = common_unit(known)
    lines = [Line(course, look, unit) for course, look in zip(known.courses, LOOKS, strict=False)]
    drawing = Drawing(_frame(lines, unit, wide=wide))
    _background(drawing, unit, wide=wide)
    _rings(drawing, known, lines)
    for line in lines:
        _path(drawing, line)
    for line in lines:
        _points(drawing, line)
    (_names_at_ends if wide else _key)(drawing, lines)
    return drawing.specification()


def _rings(drawing: Drawing, known: Compared, lines: Sequence[Line]) -> None:
    """A ring, below the lines, where a part becomes larger than a whole of its."""
    by_market = {line.course.market.id: line for line in lines}
    rings = {
        (both.year, by_market[pair.one.market.id].height(both.one))
        for pair in known.inclusions
        if (both := pair.exceeding)
    }
    marks = [Mark(year, height, "") for year, height in sorted(rings)]
    drawing.points(marks, WARN, size=230, fill=PAPER, data=False)


def _frame(lines: Sequence[Line], unit: Unit, *, wide: bool) -> Frame:
    years = [point.year for line in lines for point in line.course.points]
    highest = max(line.height(point) for line in lines for point in line.course.points)
    first, last, top = min(years), max(years), highest * 1.08 or 1.0
    names = [written(tick) for tick in ticks(0, top, 6)]
    widest = [*names, notation.with_unit(names[-1], unit)] if wide else names
    left = ceil(max(width(name) for name in widest)) + 14
    side = 0.5 if first == last else (last - first) * 0.02
    right = ROOM + 2 * GAP if wide else 12
    upper = TOP if wide else LINE + len(lines) * KEY
    height = HEIGHT[wide] if wide else HEIGHT[wide] + len(lines) * KEY
    return Frame(
        WIDE if wide else NARROW, height, (first - side, last + side), (0, top), left, right, upper, BOTTOM
    )


def _background(drawing: Drawing, unit: Unit, *, wide: bool) -> None:
    """The grid with the unit once at its top value, and the years."""
    frame = drawing.frame
    heights = ticks(*frame.y, 6)
    drawing.rules([(frame.x[0], height, frame.x[1], height) for height in heights], RULE)
    edge = frame.value_across(frame.left - 10)
    top = notation.with_unit(written(heights[-1]), unit)
    for height in heights[:-1]:
        drawing.word(Word(edge, height, written(height), "right", MUTED))
    if wide:
        drawing.word(Word(edge, heights[-1], top, "right", MUTED))
    else:
        raised = frame.value_down(frame.down(heights[-1]) - 10)
        drawing.word(Word(frame.value_across(0), raised, top, colour=MUTED))
    first, last = ceil(frame.x[0]), int(frame.x[1])
    for year in year_ticks(first, last, 9 if wide else 5):
        drawing.word(centred(frame, year, frame.value_down(frame.height - 9), str(year)))


def _path(drawing: Drawing, line: Line) -> None:
    """Between neighbouring years: full where both are published, thin and dashed where one is computed."""
    stretches: list[tuple[bool, list[Point]]] = []
    for one, other in pairwise(line.course.points):
        if other.year != one.year + 1:  # nothing is known between them
            continue
        firm = one.claim is not None and other.claim is not None
        if stretches and stretches[-1][0] == firm and stretches[-1][1][-1] is one:
            stretches[-1][1].append(other)
        else:
            stretches.append((firm, [one, other]))
    for firm, points in stretches:
        places = [(float(point.year), line.height(point)) for point in points]
        drawing.path(places, line.look.colour, 2.5 if firm else 1.5, None if firm else DASHED)


def _points(drawing: Drawing, line: Line) -> None:
    """Computed years small, published ones large."""
    look, points = line.look, line.course.points
    computed, published = ([p for p in points if bool(p.claim) is firm] for firm in (False, True))
    drawing.points(line.marks(computed), look.colour, shape=look.shape, size=20)
    fill = PAPER if look.hollow else None
    drawing.points(line.marks(published), look.colour, shape=look.shape, size=90, fill=fill)


def _names_at_ends(drawing: Drawing, lines: Sequence[Line]) -> None:
    """Names right of the picture at the heights of the lines' ends, moved apart where they would meet."""
    frame = drawing.frame
    texts = [f"{wrapped(line.name, ROOM, bold=True)}\n{_short(line)}" for line in lines]
    heights = [(text.count("\n") + 1) * LINE + 4 for text in texts]
    wanted = [frame.down(line.height(line.end)) for line in lines]
    for line, text, middle in zip(lines, texts, _apart(wanted, heights, frame.height - 4), strict=True):
        start, end = frame.across(line.end.year) + 9, frame.width - ROOM - 5
        down = frame.down(line.height(line.end))
        drawing.rules(
            [
                (
                    frame.value_across(start),
                    frame.value_down(down),
                    frame.value_across(end),
                    frame.value_down(middle),
                )
            ],
            RULE,
        )
        _block(drawing, frame.width - ROOM, middle, text, line.look.colour)


def _short(line: Line) -> str:
    return f"{line.text(line.end)} in {line.end.year}"


def _apart(wanted: Sequence[float], heights: Sequence[float], lowest: float) -> list[float]:
    """Middles as near to those wanted as blocks of these heights can be without meeting or leaving the picture."""
    order = sorted(range(len(wanted)), key=lambda place: (wanted[place], place))
    middles = [0.0] * len(wanted)
    free = 0.0
    for place in order:
        middles[place] = max(wanted[place], free + heights[place] / 2)
        free = middles[place] + heights[place] / 2
    for place in reversed(order):
        middles[place] = min(middles[place], lowest - heights[place] / 2)
        lowest = middles[place] - heights[place] / 2
    return middles


def _block(drawing: Drawing, left: float, middle: float, text: str, colour: str) -> None:
    """A name in bold above a value."""
    frame, rows = drawing.frame, text.split("\n")
    for row, words in enumerate(rows):
        down = middle + (row - (len(rows) - 1) / 2) * LINE
        last = row == len(rows) - 1
        drawing.word(
            Word(
                frame.value_across(left),
                frame.value_down(down),
                words,
                "left",
                MUTED if last else colour,
                not last,
            )
        )


def _key(drawing: Drawing, lines: Sequence[Line]) -> None:
    """One row a market above the picture: sample, name, last value."""
    frame = drawing.frame
    for row, line in enumerate(lines):
        down, look = 9 + row * KEY, line.look
        y, fill = frame.value_down(down), PAPER if look.hollow else None
        drawing.rules([(frame.value_across(1), y, frame.value_across(23), y)], look.colour, 1.5)
        sample = Mark(frame.value_across(12), y, "")
        drawing.points([sample], look.colour, shape=look.shape, size=80, fill=fill, data=False)
        said = _short(line)
        name = fitted(line.name, frame.width - 32 - width(said) - GAP, bold=True)
        drawing.word(Word(frame.value_across(30), y, name, "left", look.colour, True))
        drawing.word(Word(frame.value_across(frame.width - 2), y, said, "right", MUTED))
