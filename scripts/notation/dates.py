"""Dates and periods in writing, in English whatever the locale."""

from scripts.model import YEAR, Claim, Moment, Period
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


HALVES = {"H1": "first half of", "H2": "second half of"}


def moment(value: Moment) -> str:
    """`2024`, `August 2024`, `28 May 2025`, `Q1 2024`, `first half of 2024`, `fiscal 2024`, `Q1 of fiscal 2024`."""
    fiscal = f"fiscal{NBSP}" if value.is_fiscal else ""
    year, _, rest = value.text.removeprefix("FY").partition("-")
    if rest in HALVES:
        return f"{HALVES[rest]} {fiscal}{year}"
    if rest.startswith("Q"):
        return f"{rest}{NBSP}{'of ' if fiscal else ''}{fiscal}{year}"
    month, _, day = rest.partition("-")
    parts = [str(int(day))] if day else []
    parts += [MONTHS[int(month) - 1]] if month else []
    return NBSP.join([*parts, f"{fiscal}{year}"])


def period(value: Period | None, stretch: bool = False) -> str:
    """`2024`, `2024 to 2034`, `date not stated`; a stretch of twelve months is told by its last one."""
    if value is None:
        return "date not stated"
    if stretch and value.is_interval and value.stretch == YEAR and value.start.length == 1:
        return f"twelve months to {moment(value.end)}"
    if value.is_interval:
        return f"{moment(value.start)} to {moment(value.end)}"
    return moment(value.start)


def when(claim: Claim) -> str:
    """The period of a claim: of a rate from one end to the other, of a size the stretch."""
    return period(claim.period, stretch=not claim.measure.has_two_ends)


def during(claim: Claim) -> str:
    """The same within a sentence: `in 2024`, `in the first half of 2024`, `on 28 May 2025`, `from 2024 to 2034`."""
    text = when(claim)
    if claim.period is None:
        return f"({text})"
    if claim.period.is_interval and " to " in text.removeprefix("twelve months to "):
        return f"from {text}"
    if not claim.period.start.length:
        return f"on {text}"
    return f"in the {text}" if text.startswith((*HALVES.values(), "twelve")) else f"in {text}"
