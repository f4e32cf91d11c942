"""Proportions with an exact interval."""

from decimal import Decimal, localcontext
from functools import reduce

from scripts.model import Quantity

STEPS = 60
TAIL = Decimal("0.025")
NEGLIGIBLE = Decimal("1e-30")


def exact_proportion(successes: int, n: int) -> Quantity:
    """A proportion in per cent with its exact 95 % interval.

    C. J. Clopper and E. S. Pearson, "The use of confidence or fiducial limits illustrated in the case of the
    binomial", Biometrika 26 (1934): the bounds at which so many successes, or so few, have a chance of 2.5 %.
    3 of 7 gives 42.9 %, 9.9 to 81.6 %. Raises ValueError unless 0 <= successes <= n and n >= 1.
    """
    if not 0 <= successes <= n or n < 1:
        raise ValueError(f"{successes} of {n} is no proportion")
    with localcontext(prec=40):
        # Few successes are many failures: the upper bound mirrors the lower bound of the failures.
        low, high = _lower_bound(successes, n), 1 - _lower_bound(n - successes, n)
        return Quantity(Decimal(successes) * 100 / n, low * 100, high * 100)


def _lower_bound(successes: int, n: int) -> Decimal:
    """The probability at which `successes` or more have a chance of 2.5 %; halving, as the chance rises with it."""
    if successes == 0:
        return Decimal(0)
    low, high, ways = Decimal(0), Decimal(1), _ways(successes, n)
    for _ in range(STEPS):
        middle = (low + high) / 2
        low, high = (low, middle) if _reaches(TAIL, successes, n, middle, ways) else (middle, high)
    return (low + high) / 2


def _ways(successes: int, n: int) -> Decimal:
    """The binomial coefficient, to the digits that are carried."""
    fewer = min(successes, n - successes)
    return reduce(lambda ways, k: ways * (n - k) / (k + 1), range(fewer), Decimal(1))


def _reaches(chance: Decimal, successes: int, n: int, p: Decimal, ways: Decimal) -> bool:
    """Whether `successes` or more, of which `ways` is the number of ways, have at least the given chance.

    Each term of the sum follows from the one before it, so that a trial of thousands costs no more than it must.
    """
    if n * p >= successes:  # the median is at least n p, rounded down: the chance is a half or more
        return True
    term = reached = ways * p**successes * (1 - p) ** (n - successes)
    odds = p / (1 - p)
    for k in range(successes, n):
        term *= odds * (n - k) / (k + 1)
        reached += term
        if reached >= chance or term < NEGLIGIBLE:
            break
    return reached >= chance
