"""Interval arithmetic for formulas in which an input stands more than once: each rises or falls in each of its inputs."""

from collections.abc import Callable
from decimal import Decimal, localcontext
from typing import Literal

from scripts.model import PRECISION, Quantity

Direction = Literal[1, -1]
RISES: Direction = 1
FALLS: Direction = -1


def monotone(formula: Callable[..., Decimal], *inputs: tuple[Quantity, Direction]) -> Quantity:
    """A formula over intervals, given for each input whether the result rises or falls with it.

    The result is smallest where rising inputs are smallest and falling inputs largest, and the other way round (interval
    extension of a monotone function, exact at the ends). An end that a qualifier leaves open stays open.
    """
    with localcontext(prec=PRECISION):
        point = formula(*(known.point for known, _ in inputs))
        low = formula(*(known.low if way == RISES else known.high for known, way in inputs))
        high = formula(*(known.high if way == RISES else known.low for known, way in inputs))
    below = any(known.below if way == RISES else known.above for known, way in inputs)
    above = any(known.above if way == RISES else known.below for known, way in inputs)
    return Quantity(point, low, high, below, above)
