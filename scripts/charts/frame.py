"""Frames: where in the picture a value stands, and round values for its axis."""

from dataclasses import dataclass
from decimal import Decimal
from math import floor, log10

from scripts.notation import number

Domain = tuple[float, float]
STEPS = (1, 2, 2.5, 5, 10)


@dataclass(frozen=True, slots=True)
class Frame:
    """A picture of `width` by `height` pixels with margins; `x` and `y` are the values at the inner edges.

    `y` runs from the lower edge to the upper one.
    """

    width: float
    height: float
    x: Domain
    y: Domain
    left: float = 0
    right: float = 0
    top: float = 0
    bottom: float = 0

    @property
    def inner_width(self) -> float:
        """Pixels between the left and the right margin."""
        return self.width - self.left - self.right

    @property
    def inner_height(self) -> float:
        """Pixels between the upper and the lower margin."""
        return self.height - self.top - self.bottom

    def across(self, x: float) -> float:
        """Pixels from the picture's left edge to a value."""
        return self.left + (x - self.x[0]) / (self.x[1] - self.x[0]) * self.inner_width

    def down(self, y: float) -> float:
        """Pixels from the picture's upper edge to a value."""
        return self.top + (self.y[1] - y) / (self.y[1] - self.y[0]) * self.inner_height

    def value_across(self, pixels: float) -> float:
        """The value at so many pixels from the left."""
        return self.x[0] + (pixels - self.left) / self.inner_width * (self.x[1] - self.x[0])

    def value_down(self, pixels: float) -> float:
        """The value at so many pixels from the top."""
        return self.y[1] - (pixels - self.top) / self.inner_height * (self.y[1] - self.y[0])


def ticks(low: float, high: float, most: int) -> tuple[float, ...]:
    """At most `most` round values within an interval, zero among them if it lies inside."""
    if high <= low:
        return (low,)
    rough = (high - low) / max(most - 1, 1)
    power = 10.0 ** floor(log10(rough))
    for step in (factor * power for factor in (*STEPS, 20, 50)):
        first = -floor(-low / step + 1e-9)
        last = floor(high / step + 1e-9)
        if last - first + 1 <= most:
            return tuple(round(k * step, 10) for k in range(first, last + 1))
    return (low,)


def written(tick: float) -> str:
    """A round value in writing, with just the decimals it has."""
    exact = Decimal(repr(tick)).normalize()
    exponent = exact.as_tuple().exponent
    return number(exact, max(-exponent, 0) if isinstance(exponent, int) else 0)


def year_ticks(first: int, last: int, most: int) -> tuple[int, ...]:
    """At most `most` years of an interval in equal steps, so that the last one is named."""
    step = 1
    while (last - first) // step + 1 > most:
        step += 1 if step < 5 else 5
    return tuple(sorted(range(last, first - 1, -step)))
