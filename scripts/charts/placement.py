"""Placing labels beside their points without touching each other: the first free side wins."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise, product

from scripts.charts.drawing import Drawing, Word
from scripts.charts.theme import FONT_SIZE, INK
from scripts.charts.typography import width

LINE = FONT_SIZE + 3
GAP = 9


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in pixels."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Box") -> bool:
        """Whether two rectangles overlap."""
        apart = self.right <= other.left or other.right <= self.left
        return not (apart or self.bottom <= other.top or other.bottom <= self.top)


@dataclass(slots=True)
class Labels:
    """The labels of a drawing under construction, with everything they must keep clear of."""

    drawing: Drawing
    taken: list[Box] = field(default_factory=list)

    def keep_clear(self, x: float, y: float, radius: float = 6) -> None:
        """No label may cover this value's surroundings."""
        across, down = self.drawing.frame.across(x), self.drawing.frame.down(y)
        self.taken.append(Box(across - radius, down - radius, across + radius, down + radius))

    def keep_clear_along(self, places: Sequence[tuple[float, float]]) -> None:
        """No label may cover a path: it is sampled every few pixels."""
        frame = self.drawing.frame
        for (x, y), (x2, y2) in pairwise(places):
            steps = max(int(abs(frame.across(x2) - frame.across(x)) // 6), 1)
            for step in range(steps + 1):
                part = step / steps
                self.keep_clear(x + (x2 - x) * part, y + (y2 - y) * part, 2.5)

    def write(self, word: Word) -> None:
        """Write a word at its own place, such as a value of the axis; later labels keep clear of it."""
        frame, long = self.drawing.frame, width(word.text, bold=word.bold)
        across, down = frame.across(word.x), frame.down(word.y)
        left = across - {"left": 0, "center": long / 2, "right": long}[word.align]
        self.taken.append(Box(left, down - LINE / 2, left + long, down + LINE / 2))
        self.drawing.word(word)

    def place(
        self,
        x: float,
        y: float,
        texts: Sequence[tuple[str, ...]],
        sides: Sequence[str],
        *,
        colour: str = INK,
        bold: bool = False,
    ) -> bool:
        """Write the first of `texts` (each of one or more lines) that is free at one of `sides` inside the picture.

        Says whether one was.
        """
        frame = self.drawing.frame
        for lines, side in product(texts, sides):
            long, high = max(width(line, bold=bold) for line in lines), LINE * len(lines)
            left, middle = _at(side, frame.across(x), frame.down(y), long, high)
            box = Box(left - 2, middle - high / 2, left + long + 2, middle + high / 2)
            inside = (
                box.left >= 0 and box.right <= frame.width and box.top >= 0 and box.bottom <= frame.height
            )
            if inside and not any(box.meets(other) for other in self.taken):
                self.taken.append(box)
                for row, line in enumerate(lines):
                    down = frame.value_down(box.top + LINE * (row + 0.5))
                    self.drawing.word(Word(frame.value_across(left), down, line, colour=colour, bold=bold))
                return True
        return False


def _at(side: str, x: float, y: float, long: float, high: float) -> tuple[float, float]:
    """Left edge and middle line of a label beside a point."""
    rise = GAP + high / 2 - 1
    across = {"left": x - long - GAP, "right": x + GAP}
    if side in across:
        return across[side], y
    vertical, _, way = side.partition("-")
    middle = y - rise if vertical == "above" else y + rise
    start = {"": x - long / 2, "left": x - long + GAP, "right": x - GAP}[way]
    return start, middle
