"""The template environment: everything is escaped, nothing undefined passes, and figures have one way in."""

from decimal import Decimal
from fractions import Fraction

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape
from markupsafe import Markup, escape

from scripts import notation
from scripts.charts.share_finding import left, text
from scripts.model import Claim, addresses


def environment() -> Environment:
    """Templates beside the page modules, with the project's notation as filters."""
    made = Environment(
        loader=PackageLoader("scripts", "pages"),
        autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {
        "md": markdown_safe,
        "full": notation.full,
        "bare": notation.bare,
        "author": notation.author,
        "by": notation.by,
        "period": notation.period,
        "when": notation.when,
        "during": notation.during,
        "place": notation.place,
        "compact": notation.compact,
        "unit_name": notation.unit_name,
        "moment": notation.moment,
        "known": notation.known,
        "span": notation.span,
        "measured": notation.measured,
        "number": notation.number,
        "share": notation.share,
        "share_text": text,
        "left": left,
        "counted": notation.counted,
        "listing": notation.listing,
        "multiple": notation.ordinal_multiple,
        "capital": notation.capital,
        "ticked": ticked,
        "in_words": notation.in_words,
        "ordinal": notation.ordinal,
        "rounded": lambda value: notation.number(Decimal(value.numerator) / value.denominator, 0),
        "part_of_all": part_of_all,
        "thousands": lambda count: notation.number(Decimal(count), 0),
        "lower_first": notation.lower_first,
    }
    made.globals |= {"addresses": addresses}
    made.tests["claim"] = lambda value: isinstance(value, Claim)
    return made


def rendered(template: str, **context: object) -> Markup:
    """A template with its context, as markup."""
    return Markup(ENVIRONMENT.get_template(template).render(**context))  # noqa: S704 - autoescaped above


def markdown_safe(text: str) -> Markup:
    """Text for a line that Markdown reads: all but letters, digits and spaces become character references.

    Markdown then has no mark to interpret and HTML no tag to open; the reader sees the text as typed.
    """
    plain = (char if char.isalnum() or char == " " else f"&#{ord(char)};" for char in text)
    return Markup("".join(plain))  # noqa: S704 - only letters, digits, spaces and references


def part_of_all(value: Fraction) -> str:
    """A part in per cent, of which only all is 100: 1,077 of 1,078 are 99.9."""
    whole = int(value * 100 + Fraction(1, 2))
    if value < 1 and whole == 100:
        return notation.number(Decimal(int(value * 1000)) / 10, 1)
    return notation.number(Decimal(whole), 0)


def ticked(text: str) -> Markup:
    """Text in which what stands between backticks is code."""
    pieces = text.split("`")
    marked = [
        Markup("<code>{}</code>").format(piece) if at % 2 else escape(piece)
        for at, piece in enumerate(pieces)
    ]
    return Markup("").join(marked)


ENVIRONMENT = environment()
