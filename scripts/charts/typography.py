"""How wide text is, so that labels can be placed and shortened before anything is drawn.

Widths are those of Source Sans Pro in thousandths of the type size, rounded up to steps of 20; letters that are not listed
(Arabic, Greek, accented) count as a capital, full-width letters (Chinese, Japanese, Korean) as a square. Rather
too wide than too narrow: a label that was given too much room is still readable.
"""

import unicodedata

from scripts.charts.theme import FONT_SIZE

WIDTHS = {
    letter: width
    for width, letters in (
        (200, " \u00a0"),
        (260, "',.:;ij|·’Il!"),
        (320, "()[]f{}-"),
        (360, "rt/\\"),
        (430, '*?sz“”"'),
        (480, "xcvyJLY–"),
        (510, "#$+0123456789<=>F^_aegk~−×é"),
        (550, "EVXASTZ`hnouü"),
        (590, "PRbdpqBCKß"),
        (660, "&DGNUHOQ"),
        (740, "MwW"),
        (840, "—%m@"),
        (960, "…"),
    )
    for letter in letters
}
OTHER, SQUARE = 640, 1000
BOLDER = 1.04
ELLIPSIS = "…"
# From one line of a label to the next.
LINE = 15
# About a third of a title on a phone, half a line of one on a wide screen.
BRIEF = 320


def width(text: str, *, bold: bool = False, size: float = FONT_SIZE) -> float:
    """The width of a text in pixels, a little more rather than less."""
    thousandths = sum(_thousandths(letter) for letter in text)
    return thousandths * size / 1000 * (BOLDER if bold else 1)


def _thousandths(letter: str) -> int:
    if letter in WIDTHS:
        return WIDTHS[letter]
    if unicodedata.combining(letter):
        return 0
    return SQUARE if unicodedata.east_asian_width(letter) in "WF" else OTHER


def fitted(text: str, room: float, *, bold: bool = False) -> str:
    """The text, or as much of it as fits into `room` pixels with an ellipsis."""
    if width(text, bold=bold) <= room:
        return text
    kept = text
    while kept and width(kept + ELLIPSIS, bold=bold) > room:
        kept = kept[:-1]
    while kept and unicodedata.combining(text[len(kept)]):  # never cut a letter from its accents
        kept = kept[:-1]
    return kept.rstrip(" ,;:.(") + ELLIPSIS


def wrapped(text: str, room: float, *, bold: bool = False) -> str:
    """The text in one line or, broken at a space, in two; what even two lines cannot hold ends in an ellipsis."""
    if width(text, bold=bold) <= room:
        return text
    spaces = [place for place, letter in enumerate(text) if letter == " "]
    breaks = [place for place in spaces if 0 < width(text[:place], bold=bold) <= room]
    if not breaks:
        return fitted(text, room, bold=bold)
    return f"{text[: breaks[-1]]}\n{fitted(text[breaks[-1] + 1 :], room, bold=bold)}"


def brief(name: str) -> str:
    """A name inside a title, which must stay a sentence whatever the name is."""
    return fitted(name, BRIEF)
