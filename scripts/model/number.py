"""Numbers as intervals: what a printed figure stands for, and what follows from such figures."""

# ruff: noqa: A002 - the id of a value is called what it is
from dataclasses import dataclass, replace
from decimal import Decimal, localcontext
from enum import StrEnum
from itertools import product
from operator import add, mul, truediv
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from scripts.model.codelists import Unit

# Enough that no rounding of ours shows in any digit that a printed figure supports.
PRECISION = 50


class Qualifier(StrEnum):
    """What a source puts before a figure."""

    ABOUT = "about"
    AT_LEAST = "at-least"
    AT_MOST = "at-most"
    MORE_THAN = "more-than"
    LESS_THAN = "less-than"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with the interval in which it lies: `low <= point <= high`, as far as the digits printed tell.

    `below` and `above` say that a qualifier leaves that end open: `more than 50` may be anything above, and `at most 5`
    anything down to nothing, or below that where its own low end is. Sums, differences,
    products and quotients follow interval arithmetic (R. E. Moore, "Interval analysis", 1966): the ends of the result are
    the least and the most that any two values within the operands give, and are open where an open end can move them.
    """

    point: Decimal
    low: Decimal
    high: Decimal
    below: bool = False
    above: bool = False

    @staticmethod
    def exact(value: Decimal | int) -> "Quantity":
        """A number known exactly."""
        return Quantity(Decimal(value), Decimal(value), Decimal(value))

    @property
    def opened(self) -> "Quantity":
        """The same with infinite ends where they are open: to compare with."""
        low = Decimal("-Infinity") if self.below else self.low
        high = Decimal("Infinity") if self.above else self.high
        return Quantity(self.point, low, high)

    def meets(self, other: "Quantity") -> bool:
        """Whether the two intervals share a value, that is, rounding or a qualifier may explain a difference."""
        one, two = self.opened, other.opened
        return one.low <= two.high and two.low <= one.high

    def __add__(self, other: "Quantity | Decimal | int") -> "Quantity":
        return _combined(add, self, _quantity(other))

    def __sub__(self, other: "Quantity | Decimal | int") -> "Quantity":
        return self + -_quantity(other)

    def __mul__(self, other: "Quantity | Decimal | int") -> "Quantity":
        return _combined(mul, self, _quantity(other))

    def __truediv__(self, other: "Quantity | Decimal | int") -> "Quantity":
        """The quotient; raises ZeroDivisionError where the divisor may be nothing."""
        divisor = _quantity(other)
        if divisor.low <= 0 <= divisor.high:
            raise ZeroDivisionError("the divisor may be nothing")
        turned = replace(divisor, below=divisor.above, above=divisor.below)
        return _combined(truediv, self, turned)

    def __neg__(self) -> "Quantity":
        return Quantity(-self.point, -self.high, -self.low, self.above, self.below)


def _quantity(value: Quantity | Decimal | int) -> Quantity:
    return value if isinstance(value, Quantity) else Quantity.exact(value)


def _combined(operation: "Callable[[Decimal, Decimal], Decimal]", one: Quantity, other: Quantity) -> Quantity:
    with localcontext(prec=PRECISION):
        corners = [operation(a, b) for a, b in product((one.low, one.high), (other.low, other.high))]
        point = operation(one.point, other.point)
    below, above = one.below or other.below, one.above or other.above
    if operation is not add and min(one.low, other.low) < 0:  # below nothing a factor turns the other round
        below = above = below or above
    return Quantity(point, min(corners), max(corners), below, above)


def total(quantities: "Iterable[Quantity]") -> Quantity:
    """The sum of intervals."""
    return sum(quantities, Quantity.exact(0))


@dataclass(frozen=True, slots=True, kw_only=True)
class Computed(Quantity):
    """A number that we computed: `formula` is what a reader redoes by hand, `inputs` are the ids of the claims it rests on.

    `id` begins with `derived-`, as no claim's does, and never changes for the same thing. It carries all this from where it
    is computed to where it is shown.
    """

    id: str
    name: str
    unit: "Unit"
    formula: str
    inputs: tuple[str, ...]

    @classmethod
    def of(
        cls, value: Quantity, id: str, name: str, unit: "Unit", formula: str, inputs: "Iterable[str]"
    ) -> "Computed":
        """A value with its name; each input stands once."""
        each = tuple(dict.fromkeys(inputs))
        ends = (value.point, value.low, value.high, value.below, value.above)
        return cls(*ends, id=id, name=name, unit=unit, formula=formula, inputs=each)
