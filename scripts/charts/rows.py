"""Rows: the layout shared by charts whose items stand below each other.

Wide, the names stand in a column at the left; narrow, each above its own row, so that no name is squeezed.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import ceil

from scripts.charts.drawing import Drawing, Word
from scripts.charts.frame import Domain, Frame, ticks
from scripts.charts.theme import FONT_SIZE, INK, MUTED, NARROW, RULE, WIDE
from scripts.charts.typography import LINE, fitted, width, wrapped

MOST_NAME = 372
GAP = 12
AXIS = 26
EDGE = 4
STEP = {True: 34, False: 50}
CLOSE = {True: 27, False: 45}
MANY = 12
BAR = {True: 20, False: 18}


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows in a frame whose y counts pixels downwards from the first row's upper edge.

    `room` is the width of a name in pixels; `lines` is the most that any name takes.
    """

    frame: Frame
    wide: bool
    step: float
    room: float
    lines: int

    def middle(self, row: int) -> float:
        """The middle line of a row's marks."""
        return row * self.step + (self.step / 2 if self.wide else self.step - 17)

    def edges(self, row: int) -> Domain:
        """Upper and lower edge of a row's bar."""
        return self.middle(row) - BAR[self.wide] / 2, self.middle(row) + BAR[self.wide] / 2

    def name(self, row: int, text: str, colour: str = INK, *, bold: bool = False) -> Word:
        """The row's name, in two lines where it needs them and they have room, else shortened."""
        frame = self.frame
        shown = (wrapped if self.lines > 1 else fitted)(text, self.room, bold=bold)
        if self.wide:
            return Word(frame.value_across(frame.left - GAP), self.middle(row), shown, "right", colour, bold)
        y = self.above(row) - shown.count("\n") * LINE / 2
        return Word(frame.value_across(2), y, shown, colour=colour, bold=bold)

    def above(self, row: int) -> float:
        """The line right above a row's marks, where a narrow drawing has its names."""
        return row * self.step + 12 + (self.lines - 1) * LINE


def rows(
    names: Sequence[str],
    x: Domain,
    *,
    wide: bool,
    beyond: float = 0,
    beside: float = 0,
    axis: bool = False,
) -> Rows:
    """The layout for these names.

    `beyond` is the room for words right of the greatest value; `beside` that for words right of a name where names
    stand above their rows.
    """
    longest = max((width(name, bold=True) for name in names), default=0)
    left = ceil(min(longest, MOST_NAME) + GAP if wide else EDGE)
    room = left - GAP if wide else NARROW - EDGE - beside
    step = (CLOSE if len(names) > MANY else STEP)[wide]
    lines = 2 if longest > room and not (wide and step < 2 * LINE) else 1
    step += 0 if wide else (lines - 1) * LINE
    height = len(names) * step
    frame = Frame(
        WIDE if wide else NARROW,
        height + (AXIS if axis else EDGE),
        x,
        (height, 0),
        left,
        ceil(max(beyond, EDGE)),
        0,
        AXIS if axis else EDGE,
    )
    return Rows(frame, wide, step, room, lines)


def axis(
    drawing: Drawing, layout: Rows, written: Callable[[float], str], with_unit: Callable[[str], str]
) -> None:
    """Grid lines through all rows with round values below; the unit stands once, at the last."""
    frame = layout.frame
    bottom = frame.y[0]
    values = ticks(*frame.x, 6 if layout.wide else 4)
    drawing.rules([(value, 0, value, bottom) for value in values], RULE)
    free = frame.width
    for value in reversed(values):
        text = with_unit(written(value)) if value == values[-1] else written(value)
        word = centred(frame, value, frame.value_down(frame.height - FONT_SIZE / 2 - 3), text)
        middle, half = frame.across(word.x), width(text) / 2
        if middle + half <= free:  # a long unit takes the place of the value beside it
            drawing.word(word)
            free = middle - half - EDGE


def centred(frame: Frame, x: float, y: float, text: str, colour: str = MUTED) -> Word:
    """A word centred on a value, moved inwards where it would leave the picture."""
    half, across = width(text) / 2, frame.across(x)
    inside = min(max(across, half + 1), frame.width - half - 1)
    return Word(frame.value_across(inside), y, text, "center", colour)
