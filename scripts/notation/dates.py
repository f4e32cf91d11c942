"""Dates and periods in writing, in English whatever the locale."""

from scripts.model import Moment, Period
from scripts.notation.figures import NBSP

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def moment(value: Moment) -> str:
    """`2024`, `August 2024`, `28 May 2025`: as precise as it is known."""
    year, _, rest = value.text.partition("-")
    month, _, day = rest.partition("-")
    parts = [str(int(day))] if day else []
    parts += [MONTHS[int(month) - 1]] if month else []
    return NBSP.join([*parts, year])


def period(value: Period | None) -> str:
    """`2024`, `2024 to 2034`, `date not stated`."""
    if value is None:
        return "date not stated"
    if value.is_interval:
        return f"{moment(value.start)} to {moment(value.end)}"
    return moment(value.start)
