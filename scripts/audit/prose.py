"""Rules on prose: text must not contradict the charts above it."""

import re
from collections.abc import Iterator

from scripts.audit.rule import Found, finding
from scripts.model import HELD, Catalog, Grade, Market, Place, Text
from scripts.notation.words import NUMBERS

TOKEN = re.compile(r"[^\s/–—-]+")
FIGURE = re.compile(r"\W*[\d¼-¾⅐-⅞]|[A-Z]{0,3}[$€£¥₹]\d|(USD|EUR|GBP|JPY|CNY|INR|CHF)\d")
YEAR = re.compile(r"(19|20)\d\d(s|’s|'s)?")
NAME = re.compile(r"\b(?!USD|EUR|GBP|JPY|CNY|INR|CHF)[A-Z]+-\d+\b(?![.,]\d)")  # GLP-1, COVID-19
EDGES = "()[]{}“”‘’\"'.,;:!?…"
TEENS = ("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
LARGE = ("dozen", "hundred", "thousand", "million", "billion", "trillion")
SPELLED = {*NUMBERS[2:], *TEENS, *TENS, *LARGE}
TITLE_COLUMN = len("### ") + 1


def number_without_claim(market: Market, _catalog: Catalog) -> Found:
    """A figure in commentary is written as a reference to its claim, never typed in by hand.

    Typed figures go stale when the claim is revised and cannot be traced. Years, names that begin with a letter
    (CD19, GLP-1) and the market's own `allowed_numbers` are no figures. It is an error of ours.
    Arithmetic: none; each piece of prose is searched for digits and for numbers in words.
    Fires: “Spending reached 14.2 billion.”
    Silent: “Spending reached {{ size-2024 }}, and CD19 was the target since 2017.”
    """
    cure = "write {{ claim-id }} in its place, or add it to allowed_numbers if it is a name"
    for topic, where, text, place in _texts(market):
        typed = list(bare_numbers(text, market.allowed_numbers))
        yield from () if typed else (HELD,)
        for order, (found, offset) in enumerate(typed, 1):
            title, name = f"“{found}” {where} is no reference to a claim", f"{topic}-{order}"
            at, rule = place if place == market.place else _moved(place, text, offset), number_without_claim
            yield finding(rule, market, None, title, cure, Grade.ERROR, topic=name, place=at)


def bare_numbers(text: str, allowed: tuple[str, ...] = ()) -> Iterator[tuple[str, int]]:
    """The figures typed into a text, each with its offset."""
    for phrase in allowed:
        text = re.sub(rf"(?<!\w)(?<!\d[.,]){re.escape(phrase)}(?!\w)(?![.,]\d)", _blank, text)
    text = NAME.sub(_blank, text)
    for match in TOKEN.finditer(text):
        word = match.group().strip(EDGES)
        if word.lower() in SPELLED or (FIGURE.match(word) and not YEAR.fullmatch(word)):
            yield word, match.start() + match.group().find(word)


def _blank(match: re.Match[str]) -> str:
    """As many characters that are no figure, so that offsets stay."""
    return "·" * len(match.group())


def _moved(place: Place, text: str, offset: int) -> Place:
    """The place of a character of a text that begins at `place`."""
    before, _, line = text[:offset].rpartition("\n")
    if "\n" not in text[:offset]:
        return Place(place.file, place.line, place.column + offset)
    return Place(place.file, place.line + before.count("\n") + 1, len(line) + 1)


def _texts(market: Market) -> Iterator[tuple[str, str, str, Place]]:
    """All prose of a market: a name for findings about it, where it stands in words, the text, its place."""
    yield "the-definition", "in the definition", market.definition, market.place
    for section in market.commentary:
        heading = section.heading.lower().replace(" ", "-")
        for number, entry in enumerate(section.entries, 1):
            if section.heading not in ("Segments", "Regions"):  # their titles are codes
                place = Place(entry.place.file, entry.place.line, TITLE_COLUMN)
                yield f"{heading}-{number}-title", f"in the title “{entry.title}”", entry.title, place
            where = f"under {section.heading}, “{entry.title}”,"
            pieces = [piece for paragraph in entry.paragraphs for piece in paragraph]
            for order, piece in enumerate(pieces, 1):
                if isinstance(piece, Text):
                    yield f"{heading}-{number}-{order}", where, piece.text, piece.place
