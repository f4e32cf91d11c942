"""Notation: how figures, dates and lists are written. The one rounding and the one formatting place."""

from scripts.notation.dates import moment, period
from scripts.notation.figures import (
    NBSP,
    bare,
    compact,
    followed,
    full,
    known,
    measured,
    number,
    rate,
    share,
    span,
    typeable,
    unit_name,
    with_unit,
)
from scripts.notation.mentions import mentions, ways
from scripts.notation.reading import Written, is_absent, read, typed
from scripts.notation.rounding import rounded, supported_decimals
from scripts.notation.subjects import publisher, segments, subject, whose
from scripts.notation.vintages import as_published
from scripts.notation.words import (
    capital,
    counted,
    in_words,
    listing,
    lower_first,
    ordinal,
    ordinal_multiple,
    superscript,
    told,
)

__all__ = [
    "NBSP",
    "Written",
    "as_published",
    "bare",
    "capital",
    "compact",
    "counted",
    "followed",
    "full",
    "in_words",
    "is_absent",
    "known",
    "listing",
    "lower_first",
    "measured",
    "mentions",
    "moment",
    "number",
    "ordinal",
    "ordinal_multiple",
    "period",
    "publisher",
    "rate",
    "read",
    "rounded",
    "segments",
    "share",
    "span",
    "subject",
    "superscript",
    "supported_decimals",
    "told",
    "typeable",
    "typed",
    "unit_name",
    "ways",
    "whose",
    "with_unit",
]
