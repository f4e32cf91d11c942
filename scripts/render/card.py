"""Preview cards: the picture of 1200 by 630 pixels that mail programs and messengers show for an address."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib.resources import files
from itertools import accumulate, takewhile
from math import ceil
from typing import NamedTuple

from PIL import Image, ImageDraw, ImageFont

from scripts.charts.colours import LIGHT
from scripts.render.png import png

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
# A word is drawn in pieces that others share: the steps of an address, a number and its unit.
STEP = re.compile("[^/\u00a0]+[/\u00a0]?|[/\u00a0]")
ELLIPSIS, MOST_LETTERS = "…", 200


class Face(NamedTuple):
    """A typeface (its package, file and leading) at a size in pixels."""

    kind: tuple[str, str, float]
    size: int

    @property
    def leading(self) -> int:
        """From one line to the next."""
        return round(self.size * self.kind[2])


# The words of a line.
Line = Sequence[str]


def card(headline: str, sentence: str, small: str, name: str) -> bytes:
    """A PNG: what is said large, a sentence about it, a small line, and the site's name at the foot."""
    sheet = Image.new("P", (WIDTH, HEIGHT), 0)
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
    _write(draw, name.split(), Face(SERIF, SMALL), (MARGIN, FOOT))
    face = Face(SANS, SMALL)
    for line in _wrapped(small, face, 1, ROOM - INDENT)[0]:
        _write(draw, line, face, (MARGIN + INDENT, FOOT), MUTED)
    return png(sheet, _palette())


def _write(
    draw: ImageDraw.ImageDraw, line: Line, face: Face, place: tuple[float, int], ink: int = INK
) -> None:
    across, down = place
    for word in line:
        for step in STEP.findall(word):
            draw.bitmap((round(across), down), _drawn(step, face), fill=ink)
            across += _length(step, face)
        across += _length(" ", face)


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
        count = _fitting(words, face, room)
        if count < len(words) and (len(lines) == most - 1 or not count):
            return [*lines, _cut(words, face, room)], False
        lines.append(words[:count])
        words = words[count:]
    return lines, not words


def _fitting(words: Line, face: Face, room: float) -> int:
    """How many words fit on one line."""
    space = _length(" ", face)
    ends = accumulate(words, lambda end, word: end + _width(word, face) + space, initial=-space)
    return sum(1 for _ in takewhile(lambda end: end <= room, ends)) - 1


def _cut(words: Line, face: Face, room: float) -> Line:
    """As many words as fit with an ellipsis behind them; of a first word that is too long, as many steps or letters."""
    left = room - _length(ELLIPSIS, face)
    if count := _fitting(words, face, left):
        return [*words[: count - 1], words[count - 1].rstrip(",;:.") + ELLIPSIS]
    steps = STEP.findall(words[0])
    reached = list(accumulate(_length(step, face) for step in steps))
    if count := bisect_right(reached, left):
        return ["".join(steps[:count]) + ELLIPSIS]
    ends = range(1, min(len(words[0]), MOST_LETTERS))
    letters = bisect_right(ends, left, key=lambda end: _font(face).getlength(words[0][:end]))
    return [words[0][:letters] + ELLIPSIS]


def _width(word: str, face: Face) -> float:
    return sum(_length(step, face) for step in STEP.findall(word))


@lru_cache(maxsize=8192)
def _length(step: str, face: Face) -> float:
    return _font(face).getlength(step)


@lru_cache(maxsize=2048)
def _drawn(step: str, face: Face) -> Image.Image:
    """A part of a word, drawn once for all cards: drawing letters is what costs, and markets repeat their words."""
    *_, right, bottom = _font(face).getbbox(step)
    drawn = Image.new("L", (max(ceil(right), 1), max(ceil(bottom), 1)))
    ImageDraw.Draw(drawn).text((0, 0), step, font=_font(face), fill=255)
    return drawn


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
