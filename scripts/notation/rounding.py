"""The one rounding of the project, and how many digits an interval supports."""

from decimal import ROUND_HALF_UP, Decimal, localcontext

from scripts.model import Quantity

MOST_DECIMALS, LEAST_DECIMALS = 4, -30


def rounded(value: Decimal, decimals: int) -> Decimal:
    """Round half up (away from zero); negative `decimals` round to tens, hundreds and so on."""
    with localcontext() as context:
        context.prec = 60
        exact = value.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
        return exact if decimals >= 0 else exact.quantize(Decimal(1))


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
        d
        for d in range(supported, MOST_DECIMALS)
        if quantity.low <= rounded(quantity.point, d) <= quantity.high
    )
    return next(inside, MOST_DECIMALS)
