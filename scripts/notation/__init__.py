"""Notation: how figures, dates and lists are written. The one rounding and the one formatting place."""

from scripts.notation.dates import moment, period
from scripts.notation.figures import (
    bare,
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
from scripts.notation.subjects import segments, subject
from scripts.notation.words import counted, listing, lower_first, ordinal_multiple, superscript

__all__ = [
    "bare",
    "compact",
    "counted",
    "full",
    "known",
    "listing",
    "lower_first",
    "measured",
    "moment",
    "number",
    "ordinal_multiple",
    "period",
    "rate",
    "rounded",
    "segments",
    "share",
    "span",
    "subject",
    "superscript",
    "supported_decimals",
    "with_unit",
]
