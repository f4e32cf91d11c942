"""Claims in comparable units, formulas in writing, and the units that only computed values have."""

from decimal import Decimal

from scripts.model import Claim, Quantity, Unit, UnitKind
from scripts.notation import compact, superscript

TIMES = Unit("times", "times", UnitKind.RATIO, "times")
YEARS = Unit("years", "years", UnitKind.DURATION, "years")
PERCENT = Unit("percent", "per cent", UnitKind.PERCENT, "%")
A_YEAR = Unit("percent-a-year", "per cent a year", UnitKind.RATE, "% a year")
PIECES = Unit("pieces", "number", UnitKind.COUNT, "")
INDEX = Unit("index", "index from 0 to 1", UnitKind.COUNT, "")


def in_base_units(claim: Claim) -> Quantity:
    """A claim in the unit's base (dollars rather than billions of dollars), so that units compare."""
    return claim.quantity * claim.unit.factor


def in_unit_of(claim: Claim, other: Claim) -> Quantity:
    """A claim's interval in another claim's unit; the two must share currency and kind."""
    return in_unit(in_base_units(claim), other.unit)


def in_unit(value: Quantity, unit: Unit) -> Quantity:
    """A number of dollars in a unit, such as billions of them."""
    return value / unit.factor


def compares(one: Claim, other: Claim) -> bool:
    """Whether two sizes count the same thing in one kind of unit, over stretches of one length."""
    kind = (one.measure.code, one.unit.kind, one.unit.currency, one.length)
    return kind == (other.measure.code, other.unit.kind, other.unit.currency, other.length)


def grown(base: Claim, rate: Claim, steps: int) -> str:
    """A base after some yearly steps, as a reader redoes it: `14.2 bn × (1 + 24.5 %)²`."""
    return f"{compact(base)} × {factor(rate, steps)}" if steps else compact(base)


def factor(rate: Claim, steps: int) -> str:
    """What some yearly steps multiply or divide by: `(1 + 24.5 %)²`."""
    return f"(1 + {compact(rate)}){superscript(steps) if steps > 1 else ''}"


def implied(start: Claim, end: Claim, years: int) -> str:
    """The rate that joins two sizes, as a reader redoes it."""
    return f"({compact(end)} ÷ {compact(start)})^(1/{years}) − 1"


def per_cent(part: Quantity, whole: Quantity) -> Quantity:
    """A part in per cent of a whole that is surely above nothing; no part is more than all, so that both ends are kept."""
    return part / whole * Decimal(100)
