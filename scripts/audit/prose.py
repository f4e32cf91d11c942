"""Rules on prose: text must not contradict the charts above it."""

import re
from collections.abc import Iterator

from scripts.model import Catalog, Finding, Market, Place, Severity, Text
from scripts.notation.words import NUMBERS

TOKEN = re.compile(r"[^\s/–—-]+")
YEAR = re.compile(r"(19|20)\d\d(s|’s|'s)?")
EDGES = "()[]{}“”‘’\"'.,;:!?…"
SPELLED = {*NUMBERS[2:], "dozen", "hundred", "thousand", "million", "billion", "trillion"}


def number_without_claim(market: Market, _catalog: Catalog) -> Iterator[Finding]:
    """A figure in commentary is written as a reference to its claim, never typed in by hand.

    Typed figures go stale when the claim is revised and cannot be traced. Years, names that begin with a letter
    (CD19) and the market's own `allowed_numbers` are no figures.
    """
    for where, text, place in _texts(market):
        for order, (found, column) in enumerate(bare_numbers(text, market.allowed_numbers), 1):
            yield Finding(
                market.id,
                "number-without-claim",
                f"{where}-{order}",
                Severity.ERROR,
                f"“{found}” in {where.replace('-', ' ')} is no reference to a claim",
                "write {{ claim-id }} in its place, or add it to allowed_numbers if it is a name",
                (),
                Place(place.file, place.line, place.column + column),
            )


def bare_numbers(text: str, allowed: tuple[str, ...] = ()) -> Iterator[tuple[str, int]]:
    """The figures typed into a text, each with its offset."""
    for phrase in allowed:
        text = text.replace(phrase, "\u00b7" * len(phrase))
    for match in TOKEN.finditer(text):
        word = match.group().strip(EDGES)
        digit_first = bool(re.match(r"[^\w]*\d", word))
        if (digit_first and not YEAR.fullmatch(word)) or word.lower() in SPELLED:
            yield word, match.start() + match.group().find(word)


def _texts(market: Market) -> Iterator[tuple[str, str, Place]]:
    yield "the-definition", market.definition, market.place
    for section in market.commentary:
        heading = section.heading.lower().replace(" ", "-")
        for number, entry in enumerate(section.entries, 1):
            pieces = [piece for paragraph in entry.paragraphs for piece in paragraph]
            if section.heading not in ("Segments", "Regions"):
                yield f"{heading}-{number}-title", entry.title, entry.place
            for order, piece in enumerate(pieces, 1):
                if isinstance(piece, Text):
                    yield f"{heading}-{number}-{order}", piece.text, piece.place
