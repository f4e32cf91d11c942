"""Preview cards: the picture of 1200 by 630 pixels that mail programs and messengers show for an address."""

import io
import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib.resources import files
from itertools import accumulate
from math import ceil
from typing import NamedTuple

from PIL import Image, ImageDraw, ImageFont

from scripts.charts.colours import LIGHT

WIDTH, HEIGHT, MARGIN = 1200, 630, 80
ROOM = WIDTH - 2 * MARGIN
FOOT, INDENT = HEIGHT - 84, 250
# Sixteen colours, four bits a pixel: paper to ink in steps, which smooth the letters' edges, and one accent. A card of
# them takes half the time of one in full colour, and a site has one for each claim.
INK, ACCENT = 14, 15
MUTED = 9
LEFT = 24
SERIF = ("font_source_serif_pro", "SourceSerifPro-Semibold.ttf", 1.16)
SANS = ("font_source_sans_pro", "SourceSansPro-Regular.ttf", 1.3)
HEADLINES = (132, 104, 84, 66, 52, 42)
LINE, SMALL = 42, 30
ELLIPSIS, MOST_LETTERS = "…", 200


class Face(NamedTuple):
    """A typeface (its package, file and leading) at a size in pixels."""

    kind: tuple[str, str, float]
    size: int

    @property
    def leading(self) -> int:
        """From one line to the next."""
        return round(self.size * self.kind[2])


class Piece(NamedTuple):
    """A part of a word, drawn once for all cards: drawing letters is what costs, and markets repeat their words."""

    width: float
    drawn: Image.Image


# A word is one piece, an address one for each step of its path.
Word = tuple[Piece, ...]
Line = Sequence[Word]


def card(headline: str, sentence: str, small: str, name: str) -> bytes:
    """A PNG: what is said large, a sentence about it, a small line, and the site's name at the foot."""
    sheet = Image.new("L", (WIDTH, HEIGHT), 0)
    draw = ImageDraw.Draw(sheet)
    draw.rectangle((0, 0, LEFT, HEIGHT), fill=ACCENT)
    face, lines = _fitted(headline)
    down = 96
    for line in lines:
        _write(draw, line, face, (MARGIN, down))
        down += face.leading
    down += 28
    face = Face(SANS, LINE)
    for line in _wrapped(sentence, face, (HEIGHT - 110 - down) // face.leading)[0]:
        _write(draw, line, face, (MARGIN, down))
        down += face.leading
    face = Face(SERIF, SMALL)
    _write(draw, [_word(word, face) for word in name.split()], face, (MARGIN, FOOT))
    face = Face(SANS, SMALL)
    for line in _wrapped(small, face, 1, ROOM - INDENT)[0]:
        _write(draw, line, face, (MARGIN + INDENT, FOOT), MUTED)
    sheet.putpalette(_palette())
    out = io.BytesIO()
    sheet.save(out, "PNG", bits=4, compress_level=1, compress_type=Image.RLE)
    return out.getvalue()


def _write(
    draw: ImageDraw.ImageDraw, line: Line, face: Face, place: tuple[float, int], ink: int = INK
) -> None:
    across, down = place
    for word in line:
        for piece in word:
            draw.bitmap((round(across), down), piece.drawn, fill=ink)
            across += piece.width
        across += _space(face)


def _fitted(headline: str) -> tuple[Face, list[Line]]:
    """The largest size at which a headline keeps to its lines: one of a number, three of a sentence."""
    for size in HEADLINES:
        face = Face(SERIF, size)
        lines, is_whole = _wrapped(headline, face, 1 if size > 84 else 2 if size > 52 else 3)
        if is_whole:
            break
    return face, lines


def _wrapped(text: str, face: Face, most: int, room: float = ROOM) -> tuple[list[Line], bool]:
    """A text in at most so many lines that fit, and whether they hold all of it; if not, the last ends in an ellipsis."""
    words, lines = text.split(" "), list[Line]()
    while words and len(lines) < most:
        drawn = [_word(word, face) for word in words]
        count = _fitting(drawn, face, room)
        if count < len(words) and (len(lines) == most - 1 or not count):
            return [*lines, _cut(words, face, room)], False
        lines.append(drawn[:count])
        words = words[count:]
    return lines, not words


def _fitting(words: Line, face: Face, room: float) -> int:
    """How many words fit on one line."""
    ends = accumulate(words, lambda end, word: end + _width(word) + _space(face), initial=-_space(face))
    return sum(end <= room for end in ends) - 1


def _cut(words: Sequence[str], face: Face, room: float) -> Line:
    """As many words as fit with an ellipsis behind them; of a first word that is too long, as many letters."""
    left = room - _width(_word(ELLIPSIS, face))
    count = _fitting([_word(word, face) for word in words], face, left)
    if count:
        kept = [*words[: count - 1], words[count - 1].rstrip(",;:.") + ELLIPSIS]
    else:
        ends = range(1, min(len(words[0]), MOST_LETTERS))
        letters = bisect_right(ends, left, key=lambda end: _font(face).getlength(words[0][:end]))
        kept = [words[0][:letters] + ELLIPSIS]
    return [_word(word, face) for word in kept]


def _width(word: Word) -> float:
    return sum(piece.width for piece in word)


def _word(text: str, face: Face) -> Word:
    return tuple(_piece(step, face) for step in re.findall("[^/]+/?|/", text))


@lru_cache(maxsize=8192)
def _piece(text: str, face: Face) -> Piece:
    font = _font(face)
    *_, right, bottom = font.getbbox(text)
    drawn = Image.new("L", (max(ceil(right), 1), max(ceil(bottom), 1)))
    ImageDraw.Draw(drawn).text((0, 0), text, font=font, fill=255)
    return Piece(font.getlength(text), drawn)


@cache
def _space(face: Face) -> float:
    return _font(face).getlength(" ")


@cache
def _font(face: Face) -> ImageFont.FreeTypeFont:
    package, file, _ = face.kind
    return ImageFont.truetype(str(files(package) / "files" / file), face.size)


@cache
def _palette() -> bytes:
    paper, ink, accent = (_rgb(LIGHT[name]) for name in ("paper", "ink", "accent"))
    steps = [
        tuple(round(p + (i - p) * step / INK) for p, i in zip(paper, ink, strict=True))
        for step in range(INK + 1)
    ]
    return bytes(channel for colour in (*steps, accent) for channel in colour)


def _rgb(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
