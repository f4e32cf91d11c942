"""Formulas in writing, as readers redo them, and the units that only computed values have."""

from scripts.model import Claim, Unit, UnitKind
from scripts.notation import compact, superscript

TIMES = Unit("times", "times", UnitKind.RATIO, "times", None, 1)
YEARS = Unit("years", "years", UnitKind.DURATION, "years", None, 1)
PERCENT = Unit("percent", "per cent", UnitKind.PERCENT, "%", None, 1)
PIECES = Unit("pieces", "number", UnitKind.COUNT, "", None, 1)
INDEX = Unit("index", "index from 0 to 1", UnitKind.COUNT, "", None, 1)


def year(claim: Claim) -> int:
    """The year that a claim is of, or from which it runs."""
    assert claim.period  # whatever is grown or compared has one
    return claim.period.start.year


def grown(base: Claim, rate: Claim, steps: int) -> str:
    """A base after some yearly steps: `14.2 bn × (1 + 24.5 %)²`."""
    return f"{compact(base)} × {factor(rate, steps)}" if steps else compact(base)


def factor(rate: Claim, steps: int) -> str:
    """What some yearly steps multiply or divide by: `(1 + 24.5 %)²`."""
    return f"(1 + {compact(rate)}){superscript(steps) if steps > 1 else ''}"


def implied(start: Claim, end: Claim, years: int) -> str:
    """The rate that joins two sizes."""
    return f"({compact(end)} ÷ {compact(start)})^(1/{years}) − 1"
