"""Printed figures: which texts are figures, what their digits stand for, and for all other texts what to write instead."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator

from scripts.model.fields import quoted, refuse, typed
from scripts.model.number import Qualifier, Quantity

MAX_DIGITS = 40
NUMBER = r"-?[0-9]+(\.[0-9]+)?"
FIGURE = rf"{NUMBER}(\.\.{NUMBER})?"
CURRENCY = r"[$€£¥₹]|\b(USD|EUR|GBP|JPY|CNY|INR|CHF)\b"
SIGNS = "the unit column says it"
WORDS = {
    Qualifier.ABOUT: r"~|≈|about|around|some|approx(\.|imately)?|ca?\.|nearly|almost|roughly",
    Qualifier.MORE_THAN: r">|over|more than|above|exceeding",
    Qualifier.LESS_THAN: r"<|under|less than|below",
    Qualifier.AT_LEAST: r"≥|at least|min(\.|imum)?|from",
    Qualifier.AT_MOST: r"≤|up to|at most|max(\.|imum)?",
}
SCALES = r"(bn?|billion|m|mn|million|k|thousand|tn|trillion|crores?|lakhs?|months?|years?|x|times)\.?"
# From the special to the general, the first that matches names the fault: expression, what is wrong, what to do.
FAULTS = (
    (
        r"(?i)[-+]?(nan|inf(inity)?)|n/?a|-+|null|none|not (published|available|stated|disclosed)",
        "{} is no number",
        "leave the row out; what is not published is no claim",
    ),
    (r"(?i)[-+]?[0-9.,]+e[-+]?[0-9]+", "{} has an exponent", "write all digits, or choose a larger unit"),
    (
        r"[-+]?[0-9]{1,3}([,'’_\s][0-9]{2,3})*[,'’_\s][0-9]{3}(\.[0-9]+)?",
        "{} has thousands separators",
        "write {digits}",
    ),
    (
        r"-?[0-9]{1,3}(\.[0-9]{3}){2,}(,[0-9]+)?|-?[0-9]{1,3}(\.[0-9]{3})+,[0-9]+",
        "{} has thousands separators",
        "write digits alone and a decimal point",
    ),
    (r"-?[0-9]+,[0-9]+", "{} has a decimal comma", "write {point}"),
    (r"\+[0-9.]+", "{} has a plus sign", "write the number without it"),
    (r"[−–][0-9.]+", "{} has a dash for a minus", "write {minus}"),
    (r"-?(\.[0-9]+|[0-9]+\.)", "{} lacks a digit beside the point", "write it as 0.5 or 5"),
)


def number_fault(value: str) -> tuple[str, str] | None:
    """Say what is wrong with a text that should be a figure and what to write; None if nothing is."""
    if found := re.fullmatch(FIGURE, value):
        if len(value) > MAX_DIGITS:
            return f"a number of {len(value)} digits", "no source prints so many; look it up"
        low, _, high = value.partition("..")
        if found[2] and Decimal(low) >= Decimal(high):
            return f"the range {quoted(value)} does not rise", "write the smaller end first, as in 120..130"
        return None
    for expression, what, cure in FAULTS:
        if re.fullmatch(expression, value):
            proposals = {
                "digits": re.sub(r"[^0-9.-]", "", value),
                "point": value.replace(",", "."),
                "minus": re.sub("[−–]", "-", value),
            }
            return what.format(quoted(value)), cure.format(**proposals)
    return _more_than_a_number(value) or (
        f"{quoted(value)} is no number",
        "write digits with a decimal point, as in 14.2",
    )


def _more_than_a_number(value: str) -> tuple[str, str] | None:
    """A figure with words, signs or a second end around it: each part has its place, and one line says which."""
    rest, parts, places = value.strip(), [], []
    for qualifier, expression in WORDS.items():
        if found := re.match(rf"(?i)({expression})\s*(?=[$€£¥₹A-Z0-9])", rest):
            rest = rest[found.end() :]
            parts.append("a qualifier")
            places.append(f"{qualifier} in the column qualifier")
            break
    for name, expression in (
        ("a currency sign", CURRENCY),
        ("a percent sign", "%"),
        ("a unit", rf"(?<=[0-9])\s*{SCALES}(?=\W|$)"),
    ):
        shorter = re.sub(rf"(?i){expression}", "", rest).strip()
        if shorter != rest:
            rest = shorter
            parts.append(name)
    if any("qualifier" not in part for part in parts):
        places.append(SIGNS)
    if ends := re.fullmatch(r"([0-9][0-9.,]*)\s*(?:-|–|—|to)\s*([0-9][0-9.,]*)", rest):
        rest = f"{ends[1]}..{ends[2]}"
        parts.append("two ends")
    if not parts or not re.fullmatch(FIGURE, rest):
        return None
    return f"{quoted(value)} has {' and '.join(parts)}", f"write {'; '.join([rest, *places])}"


def _figure(value: str) -> str:
    fault = number_fault(value)
    return refuse(*fault) if fault else value


def _spoken(value: object) -> object:
    """The word of our own for one that people write: more-than for over."""
    for qualifier, expression in (
        WORDS.items() if isinstance(value, str) and value not in [*Qualifier] else ()
    ):
        if re.fullmatch(rf"(?i){expression}", str(value)):
            refuse(f"unknown qualifier {quoted(str(value))}", f"write {qualifier}")
    return value


QualifierField = Annotated[Qualifier, BeforeValidator(_spoken)]
FigureField = Annotated[str, AfterValidator(_figure), typed(FIGURE)]


def places(value: Decimal) -> int:
    """Digits after the decimal point, as typed."""
    return max(-int(value.as_tuple().exponent), 0)


@dataclass(frozen=True, slots=True)
class Printed:
    """A figure with exactly the digits its source prints: `14.2`, or `120..130` with two ends.

    The digits say what was rounded away; `rounded_to` significant digits override them, where a publisher says so.
    """

    text: str
    qualifier: Qualifier | None = None
    rounded_to: int | None = None

    @property
    def ends(self) -> tuple[Decimal, Decimal]:
        """The two ends, which are one but for a range."""
        low, _, high = self.text.partition("..")
        return Decimal(low), Decimal(high or low)

    @property
    def value(self) -> Decimal:
        """The figure as an exact decimal; the middle of a range."""
        low, high = self.ends
        return low if low == high else (low + high) / 2

    @property
    def decimals(self) -> int:
        """Digits after the decimal point that mean something; of a range those of the end that has more."""
        return max(0, *(-self._last(end) for end in self.ends))

    @property
    def interval(self) -> Quantity:
        """The rounding range of the print: half a unit of its last digit either way; 14.2 stands for 14.15 to 14.25."""
        low, high = self.ends
        half_low, half_high = self._half(low), self._half(high)
        below = self.qualifier in {Qualifier.AT_MOST, Qualifier.LESS_THAN}
        above = self.qualifier in {Qualifier.AT_LEAST, Qualifier.MORE_THAN}
        return Quantity(self.value, low - half_low, high + half_high, below, above)

    def _half(self, end: Decimal) -> Decimal:
        return Decimal(5).scaleb(self._last(end) - 1)

    def _last(self, end: Decimal) -> int:
        """The power of ten of the last digit that means something: -1 of 14.2, 6 of 7,300,000 rounded to two digits."""
        if self.rounded_to is None or not end:
            return -places(end)
        return max(-places(end), end.adjusted() - self.rounded_to + 1)
