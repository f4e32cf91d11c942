"""Time on an axis: decimal years, worked out here, since a temporal axis would depend on the time zone."""

from calendar import isleap
from itertools import accumulate

from scripts.model import Moment

MONTH_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
BEFORE = (0, *accumulate(MONTH_LENGTHS))


def extent(date: Moment) -> tuple[float, float]:
    """First and last instant that a date may mean: a day, a month or a whole year, in decimal years.

    `2024` gives 2024 to 2025, `2024-07-02` the middle of a leap year.
    """
    year, month, day = (int(part) for part in [*date.text.split("-"), "0", "0"][:3])
    if not month:
        return float(year), float(year + 1)
    days = 366 if isleap(year) else 365
    first = BEFORE[month - 1] + (1 if month > 2 and isleap(year) else 0)
    last = BEFORE[month] + (1 if month >= 2 and isleap(year) else 0)
    if not day:
        return year + first / days, year + last / days
    return year + (first + day - 1) / days, year + (first + day) / days
