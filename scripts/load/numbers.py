"""Printed numbers: which texts are figures, and for all others what to write instead."""

import re

from scripts.load.problems import quoted

MAX_DIGITS = 40
PLAIN = re.compile(r"-?[0-9]+(\.[0-9]+)?")
CURRENCY = r"[$€£¥₹]|\b(USD|EUR|GBP|JPY|CNY|INR|CHF)\b"
SIGNS = "the unit column says it"

# From the special to the general, the first that matches names the fault: expression, what is wrong, what to do.
FAULTS = (
    (
        r"(?i)[-+]?(nan|inf(inity)?)|n/?a|-+|null|none|not (published|available|stated|disclosed)",
        "{} is no number",
        "leave the row out; what is not published is no claim",
    ),
    (r".*%", "{} has a percent sign", f"write the number alone; {SIGNS}"),
    (rf"(?i).*({CURRENCY}).*", "{} has a currency sign", f"write the number alone; {SIGNS}"),
    (
        r"(?i).*[0-9]\s*(bn?|billion|m|mn|million|k|thousand|tn|trillion|months?|years?|x|times)\.?",
        "{} has a unit",
        f"write the number alone; {SIGNS}",
    ),
    (r"(?i)[-+]?[0-9.,]+e[-+]?[0-9]+", "{} has an exponent", "write all digits, or choose a larger unit"),
    (
        r"(?i)(~|≈|>|<|≥|≤|about|around|over|under|up to|more than|less than|at least|at most|ca?\.).*",
        "{} has a qualifier",
        "write the number alone, and the qualifier in its own column",
    ),
    (
        r"[0-9][0-9.,]*\s*(-|–|—|to)\s*[0-9][0-9.,]*",
        "{} is a range",
        "make two rows of it, with the qualifiers at-least and at-most",
    ),
    (r"[-+]?[0-9]{1,3}([,'’_\s][0-9]{3})+(\.[0-9]+)?", "{} has thousands separators", "write {digits}"),
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
    if PLAIN.fullmatch(value):
        if len(value) > MAX_DIGITS:
            return f"a number of {len(value)} digits", "no source prints so many; look it up"
        return None
    for expression, what, cure in FAULTS:
        if re.fullmatch(expression, value):
            proposals = {
                "digits": re.sub(r"[^0-9.-]", "", value),
                "point": value.replace(",", "."),
                "minus": re.sub("[−–]", "-", value),
            }
            return what.format(quoted(value)), cure.format(**proposals)
    return f"{quoted(value)} is no number", "write digits with a decimal point, as in 14.2"
