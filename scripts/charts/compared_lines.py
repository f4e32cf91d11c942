"""The lines of compared paths: how each market is drawn, and where its name stands.

Wide, each name stands at the end of its line; narrow, all stand above the picture with a sample of the line.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from scripts import notation
from scripts.charts.drawing import Drawing, Mark, Word
from scripts.charts.theme import ACCENT, INK, MUTED, PAPER, RULE
from scripts.charts.typography import LINE, fitted, width, wrapped
from scripts.derive import Course, Point, in_unit
from scripts.model import Unit

ROOM = 190  # for names at the ends of lines
GAP = 12
KEY = 19


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


def names_at_ends(drawing: Drawing, lines: Sequence[Line]) -> None:
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


def _shorter(line: Line) -> str:
    """The same in the unit of the axis, which is named there."""
    claim = line.end.claim
    value = in_unit(line.end.value, line.unit)
    bare = notation.bare(claim) if claim and claim.unit == line.unit else notation.known(value)
    return f"{bare} in {line.end.year}"


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


def key(drawing: Drawing, lines: Sequence[Line]) -> None:
    """One row a market above the picture: sample, name, last value."""
    frame = drawing.frame
    for row, line in enumerate(lines):
        down, look = 9 + row * KEY, line.look
        y, fill = frame.value_down(down), PAPER if look.hollow else None
        drawing.rules([(frame.value_across(1), y, frame.value_across(23), y)], look.colour, 1.5)
        sample = Mark(frame.value_across(12), y, "")
        drawing.points([sample], look.colour, shape=look.shape, size=80, fill=fill, data=False)
        wanted = width(line.name, bold=True)
        room = {said: frame.width - 32 - width(said) - GAP for said in (_short(line), _shorter(line))}
        said = next((text for text, left in room.items() if wanted <= left), _shorter(line))
        name = fitted(line.name, room[said], bold=True)
        drawing.word(Word(frame.value_across(30), y, name, "left", look.colour, True))
        drawing.word(Word(frame.value_across(frame.width - 2), y, said, "right", MUTED))
