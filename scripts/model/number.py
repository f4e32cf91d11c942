"""Numbers as a source prints them, and numbers as they follow from those."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Qualifier(StrEnum):
    """What a source puts before a figure."""

    ABOUT = "about"
    AT_LEAST = "at-least"
    AT_MOST = "at-most"
    MORE_THAN = "more-than"
    LESS_THAN = "less-than"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with the interval in which it is known to lie: `low <= point <= high`."""

    point: Decimal
    low: Decimal
    high: Decimal

    def meets(self, other: "Quantity") -> bool:
        """Whether the two intervals share a value, that is, rounding alone may explain a difference."""
        return self.low <= other.high and other.low <= self.high


@dataclass(frozen=True, slots=True)
class Printed:
    """A figure with exactly the digits its source prints; the digits say how precisely it is known."""

    text: str
    qualifier: Qualifier | None = None

    @property
    def value(self) -> Decimal:
        """The figure as an exact decimal."""
        return Decimal(self.text)

    @property
    def decimals(self) -> int:
        """Digits printed after the decimal point."""
        return len(self.text.partition(".")[2])
