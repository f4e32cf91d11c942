"""Increments: where along an outlook's path most of its change falls, and whether the path arrives at its target."""

from scripts.derive import growth
from scripts.derive.outlook import Outlook


def arrives(outlook: Outlook) -> bool:
    """Whether the stated rate leads from the base to the target, as far as the printed digits tell."""
    if outlook.triangle:
        return outlook.triangle.closes
    first, last = outlook.path[0], outlook.path[-1]
    return growth.grown(first.value, outlook.growth.quantity, last.year - first.year).meets(last.value)


def years_of_half(outlook: Outlook) -> int | None:
    """The fewest years at the path's busy end that surely hold more than half of the whole change.

    A rise is busy at its end, |v_n - v_(n-k)| > |v_n - v_0| / 2, and a fall at its start. None where rounding leaves it
    open whether there is a rise or a fall, or how many years it takes.
    """
    values = [year.value for year in outlook.path]
    whole = values[-1] - values[0]
    if whole.low <= 0 <= whole.high:
        return None
    for years in range(1, len(values)):
        rise, fall = values[-1] - values[-1 - years], values[years] - values[0]
        if rise.low > whole.high / 2 if whole.low > 0 else fall.high < whole.low / 2:
            return years
    return None
