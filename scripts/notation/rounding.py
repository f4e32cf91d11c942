"""The one rounding of the project, and how many digits an interval supports."""

from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal, localcontext

from scripts.model import Quantity

MOST_DECIMALS, LEAST_DECIMALS = 4, -30
# As many as it may take until a rounded value lies within an interval that is narrower than the last decimal.
FINEST = 40


def rounded(value: Decimal, decimals: int, way: str = ROUND_HALF_UP) -> Decimal:
    """Round half up (away from zero); negative `decimals` round to tens, hundreds and so on."""
    with localcontext() as context:
        context.prec = 100
        exact = value.quantize(Decimal(1).scaleb(-decimals), rounding=way)
        return exact if decimals >= 0 else exact.quantize(Decimal(1))


def outward(quantity: Quantity, decimals: int) -> tuple[Decimal, Decimal]:
    """The ends of an interval with so many decimals, so that nothing of it is cut off."""
    return rounded(quantity.low, decimals, ROUND_FLOOR), rounded(quantity.high, decimals, ROUND_CEILING)


def supported_decimals(quantity: Quantity) -> int:
    """Decimals that may be shown: the last digit is uncertain by at most one unit, and the value stays in its interval.

    14.2 grown by 24.5 % lies between 17.61 and 17.75 and is shown as 17.7; 2 grown alike lies between 1.9
    and 3.1 and is shown as 2. A number known exactly is shown with the decimals it has.
    """
    if quantity.low == quantity.high:
        fitting = (d for d in range(MOST_DECIMALS) if rounded(quantity.point, d) == quantity.point)
        return next(fitting, MOST_DECIMALS)
    half_width = (quantity.high - quantity.low) / 2
    supported = next(
        d
        for d in range(MOST_DECIMALS, LEAST_DECIMALS - 1, -1)
        if half_width <= Decimal(1).scaleb(-d) or d == LEAST_DECIMALS
    )
    # A value between 27.3 and 27.5 is 27.4: as 27 it would lie outside what is known of it.
    inside = (
        d for d in range(supported, FINEST) if quantity.low <= rounded(quantity.point, d) <= quantity.high
    )
    return next(inside, MOST_DECIMALS)
