"""Interval arithmetic: any formula that rises or falls in each of its inputs."""

from collections.abc import Callable
from decimal import Decimal, localcontext
from typing import Literal

from scripts.model import Quantity

# Enough that no rounding of ours shows in any digit that a printed figure supports.
PRECISION = 50

Direction = Literal[1, -1]
RISES: Direction = 1
FALLS: Direction = -1


def exact(value: Decimal | int) -> Quantity:
    """A number known exactly."""
    return Quantity(Decimal(value), Decimal(value), Decimal(value))


def monotone(formula: Callable[..., Decimal], *inputs: tuple[Quantity, Direction]) -> Quantity:
    """A formula over intervals, given for each input whether the result rises or falls with it.

    The result is smallest where rising inputs are smallest and falling inputs largest, and the other way
    round (interval extension of a monotone function, exact at the ends).
    """
    with localcontext() as context:
        context.prec = PRECISION
        point = formula(*(known.point for known, _ in inputs))
        low = formula(*(known.low if way == RISES else known.high for known, way in inputs))
        high = formula(*(known.high if way == RISES else known.low for known, way in inputs))
    return Quantity(point, low, high)


def scaled(known: Quantity, factor: int) -> Quantity:
    """An interval in another unit, such as dollars for billions of dollars."""
    return Quantity(known.point * factor, known.low * factor, known.high * factor)


def total(quantities: list[Quantity]) -> Quantity:
    """The sum of intervals."""
    return Quantity(
        sum((known.point for known in quantities), Decimal(0)),
        sum((known.low for known in quantities), Decimal(0)),
        sum((known.high for known in quantities), Decimal(0)),
    )
