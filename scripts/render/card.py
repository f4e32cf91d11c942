"""Preview cards: the picture of 1200 by 630 pixels that mail programs and messengers show for an address."""

import io
from functools import cache
from importlib.resources import files

from PIL import Image, ImageDraw, ImageFont

from scripts.charts.colours import LIGHT

WIDTH, HEIGHT, MARGIN = 1200, 630, 80
ROOM = WIDTH - 2 * MARGIN
# Sixteen colours, four bits a pixel: paper to ink in steps, which smooth the letters' edges, and one accent. A card of
# them takes half the time of one in full colour, and a site has one for each claim.
INK, ACCENT = 14, 15
MUTED = 9
LEFT = 24
SERIF = ("font_source_serif_pro", "SourceSerifPro-Semibold.ttf")
SANS = ("font_source_sans_pro", "SourceSansPro-Regular.ttf")
HEADLINES = (132, 104, 84, 66, 52, 42)
LINE, SMALL = 42, 30


def card(headline: str, sentence: str, small: str, name: str) -> bytes:
    """A PNG: what is said large, a sentence about it, a small line, and the site's name at the foot."""
    sheet = Image.new("L", (WIDTH, HEIGHT), 0)
    draw = ImageDraw.Draw(sheet)
    draw.rectangle((0, 0, LEFT, HEIGHT), fill=ACCENT)
    size, lines = _fitted(headline)
    down = 96
    for line in lines:
        draw.text((MARGIN, down), line, font=_font(SERIF, size), fill=INK)
        down += round(size * 1.16)
    down += 28
    for line in _wrapped(sentence, _font(SANS, LINE), (HEIGHT - 110 - down) // round(LINE * 1.3)):
        draw.text((MARGIN, down), line, font=_font(SANS, LINE), fill=INK)
        down += round(LINE * 1.3)
    font = _font(SANS, SMALL)
    draw.text((MARGIN, HEIGHT - 84), name, font=_font(SERIF, SMALL), fill=INK)
    cut = _wrapped(small, font, 1, ROOM - 260)
    draw.text((MARGIN + 250, HEIGHT - 84), cut[0] if cut else "", font=font, fill=MUTED)
    sheet.putpalette(_palette())
    out = io.BytesIO()
    sheet.save(out, "PNG", bits=4, compress_level=1)
    return out.getvalue()


def _fitted(headline: str) -> tuple[int, list[str]]:
    """The largest size at which a headline keeps to its lines: one of a number, three of a sentence."""
    for size in HEADLINES:
        most = 1 if size > 84 else 2 if size > 52 else 3
        lines = _wrapped(headline, _font(SERIF, size), most)
        if not lines or not lines[-1].endswith("…"):
            return size, lines
    return size, lines


def _wrapped(text: str, font: ImageFont.FreeTypeFont, most: int, room: int = ROOM) -> list[str]:
    """A text in lines that fit; what the last cannot hold ends in an ellipsis."""
    words, lines = text.split(" "), [""]
    for place, word in enumerate(words):
        longer = f"{lines[-1]} {word}".strip()
        if font.getlength(longer) <= room:
            lines[-1] = longer
        elif len(lines) < most and lines[-1]:
            lines.append(word)
        else:
            lines[-1] = _cut(f"{lines[-1]} {' '.join(words[place:])}".strip(), font, room)
            break
    return [_cut(line, font, room) for line in lines[: max(most, 0)] if line]


def _cut(text: str, font: ImageFont.FreeTypeFont, room: int) -> str:
    if font.getlength(text) <= room:
        return text
    text = text[:200]
    while text and font.getlength(f"{text}…") > room:
        text = text[:-1]
    return f"{text.rstrip(' ,;:.')}…"


@cache
def _font(face: tuple[str, str], size: int) -> ImageFont.FreeTypeFont:
    package, file = face
    path = str(files(package) / "files" / file)
    return ImageFont.truetype(path, size)


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
