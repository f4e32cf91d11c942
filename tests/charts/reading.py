"""Reading a drawing back: its texts with the room each really takes, measured in the font itself."""

import json
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from fontTools.ttLib import TTFont
from lxml import etree

from scripts.charts.typography import width
from scripts.render import worker

SVG = "{http://www.w3.org/2000/svg}"
MOVED = re.compile(r"translate\((-?[\d.e-]+),(-?[\d.e-]+)\)")
# Capital height and descender of 13 px type: what of a line is ink.
ABOVE, BELOW = 9, 3


@dataclass(frozen=True)
class Shown:
    """A text with its ink in pixels."""

    text: str
    left: float
    right: float
    top: float
    bottom: float

    def touches(self, other):
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


@cache
def drawn(specification):
    """The raw SVG of a specification (JSON text), drawn in this process."""
    worker.prepare()
    return worker.draw(specification)


def picture(specification):
    """The root element of a drawn specification."""
    return etree.fromstring(drawn(json.dumps(specification, sort_keys=True)).encode())


@cache
def font(bold):
    name = "Semibold" if bold else "Regular"
    return TTFont(str(files("font_source_sans_pro") / "files" / f"SourceSansPro-{name}.ttf"))


def real_width(text, bold=False, size=13):
    """The width of a text in the font; letters that it lacks as wide as we assume them."""
    letters, widths = font(bold).getBestCmap(), font(bold)["hmtx"]
    known = [widths[letters[ord(letter)]][0] if ord(letter) in letters else None for letter in text]
    assumed = [
        width(letter) if one is None else one * size / 1000 for letter, one in zip(text, known, strict=True)
    ]
    return sum(assumed)


def texts(root):
    """All texts of a drawing with their places."""
    return [_shown(element) for element in root.iter(f"{SVG}text") if element.text]


def _shown(element):
    x = y = 0.0
    for one in (element, *element.iterancestors()):
        moved = MOVED.search(one.get("transform") or "")
        if moved:
            x, y = x + float(moved[1]), y + float(moved[2])
    long = real_width(element.text, element.get("font-weight") == "600")
    start = {"start": 0, "middle": long / 2, "end": long}[element.get("text-anchor", "start")]
    return Shown(element.text, x - start, x - start + long, y - ABOVE, y + BELOW)
