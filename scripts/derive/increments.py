"""Increments: where along an outlook's path most of its change falls, and whether the path arrives at its target."""

from decimal import Decimal

from scripts.derive import growth
from scripts.derive.outlook import Outlook
from scripts.model import Quantity


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
    rises = whole.low > 0
    for years in range(1, len(values)):
        part = values[-1] - values[-1 - years] if rises else values[years] - values[0]
        if _surely_more_than_half(part, whole, rises=rises):
            return years
    return None


def _surely_more_than_half(part: Quantity, whole: Quantity, *, rises: bool) -> bool:
    half = Decimal("0.5")
    return part.low > whole.high * half if rises else part.high < whole.low * half
