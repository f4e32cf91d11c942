"""Proportions with an exact interval."""

from decimal import Decimal, localcontext
from math import comb

from scripts.model import Quantity

STEPS = 60
TAIL = Decimal("0.025")


def at_least(successes: int, n: int, p: Decimal) -> Decimal:
    """The chance of `successes` or more in `n` draws at probability `p`."""
    return sum((comb(n, k) * p**k * (1 - p) ** (n - k) for k in range(successes, n + 1)), Decimal(0))


def exact_proportion(successes: int, n: int) -> Quantity:
    """A proportion in per cent with its exact 95 % interval.

    C. J. Clopper and E. S. Pearson, "The use of confidence or fiducial limits illustrated in the case of the
    binomial", Biometrika 26 (1934): the bounds at which so many successes, or so few, have a chance of 2.5 %.
    3 of 7 gives 42.9 %, 9.9 to 81.6 %. Raises ValueError unless 0 <= successes <= n and n >= 1.
    """
    if not 0 <= successes <= n or n < 1:
        raise ValueError(f"{successes} of {n} is no proportion")
    with localcontext() as context:
        context.prec = 40
        low = _solve(successes, n, TAIL) if successes else Decimal(0)
        high = _solve(successes + 1, n, 1 - TAIL) if successes < n else Decimal(1)
        return Quantity(Decimal(successes) * 100 / n, low * 100, high * 100)


def _solve(successes: int, n: int, chance: Decimal) -> Decimal:
    """The probability at which `successes` or more have the given chance; halving, as the chance rises with p."""
    low, high = Decimal(0), Decimal(1)
    for _ in range(STEPS):
        middle = (low + high) / 2
        if at_least(successes, n, middle) < chance:
            low = middle
        else:
            high = middle
    return (low + high) / 2
