"""Notation: how figures, dates and lists are written. The one rounding and the one formatting place."""

from scripts.notation.dates import moment, period
from scripts.notation.figures import (
    compact,
    full,
    known,
    measured,
    number,
    rate,
    share,
    span,
    with_unit,
)
from scripts.notation.rounding import rounded, supported_decimals
from scripts.notation.words import counted, listing, ordinal_multiple, superscript

__all__ = [
    "compact",
    "counted",
    "full",
    "known",
    "listing",
    "measured",
    "moment",
    "number",
    "ordinal_multiple",
    "period",
    "rate",
    "rounded",
    "share",
    "span",
    "superscript",
    "supported_decimals",
    "with_unit",
]
