"""Figures as written, read back: the plain number and the unit in a cell, for readers that compute."""

import re
from dataclasses import dataclass

from scripts.notation.figures import MINUS, NBSP, QUALIFIERS

# What stands where there is no figure.
ABSENT = re.compile(r"[–-]?|.*\b(?:not|no number) published\b.*", re.DOTALL)
WRITTEN = re.compile(
    rf"(?:(?:{'|'.join(QUALIFIERS.values())}) )?"
    r"(?P<before>[A-Z]{3} |rank )?"
    r"(?P<number>[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)"
    r"(?P<after>(?: [^\W\d_]+| %)(?: [^\W\d_]+){0,2})?"
    r"(?: \([\d.,+-]+(?: to [\d.,+-]+)?(?: %)?\))?"  # its interval
)


@dataclass(frozen=True, slots=True)
class Written:
    """A figure as written: its number in plain digits (`-3.5`, `1234`), and its unit (`USD bn`, `%`, or nothing)."""

    number: str
    unit: str


def typed(text: str) -> str:
    """A text in the signs of a keyboard: plain spaces, and a hyphen for the minus."""
    return text.replace(NBSP, " ").replace(MINUS, "-")


def read(text: str) -> Written | None:
    """`about USD 1,234.5 bn` as 1234.5 in `USD bn`; none where a text is not one figure.

    An interval in brackets behind the figure is passed over; `9.9 to 81.6 %` and `1 in 35,000` are not one figure.
    """
    found = WRITTEN.fullmatch(typed(text))
    if not found:
        return None
    unit = " ".join((found["before"] or "").split() + (found["after"] or "").split())
    return Written(found["number"].replace(",", "").removeprefix("+"), unit)


def is_absent(text: str) -> bool:
    """Whether a cell says that there is no figure: empty, a dash, or `not published`."""
    return ABSENT.fullmatch(typed(text)) is not None
