"""The typeface inside a picture: its own letters alone, so that text measures the same wherever it is shown."""

import base64
import io
from importlib.resources import files
from itertools import chain

from fontTools import subset
from fontTools.ttLib import TTFont
from lxml import etree

# The faces by weight; the module is loaded by workers, so it names the font itself.
FACES = {"400": "SourceSansPro-Regular.ttf", "600": "SourceSansPro-Semibold.ttf"}
FAMILY = "Source Sans Pro"
FEATURES = ["kern", "liga", "tnum", "lnum", "mark", "mkmk", "ccmp", "locl"]
SVG = "http://www.w3.org/2000/svg"


def with_typeface(drawing: str) -> str:
    """An SVG with the letters that it shows as data in its style sheet."""
    root = etree.fromstring(drawing.encode("utf-8"), etree.XMLParser(resolve_entities=False, no_network=True))
    texts = list(root.iter(f"{{{SVG}}}text"))
    bold = {
        *"".join(chain.from_iterable(text.itertext() for text in texts if text.get("font-weight") == "600"))
    }
    plain = {
        *"".join(chain.from_iterable(text.itertext() for text in texts if text.get("font-weight") != "600"))
    }
    style = etree.Element(f"{{{SVG}}}style")
    style.text = "".join(face(weight, shown) for weight, shown in (("400", plain), ("600", bold)) if shown)
    root.insert(2, style)  # after title and description
    return etree.tostring(root, encoding="unicode")


def face(weight: str, letters: set[str]) -> str:
    """One `@font-face` rule with these letters of a face as data; the same letters give the same bytes."""
    source = files("font_source_sans_pro") / "files" / FACES[weight]
    options = subset.Options(layout_features=FEATURES, flavor="woff2", hinting=False, notdef_outline=True)
    font = TTFont(str(source), recalcTimestamp=False)  # the time of day must not show in the bytes
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=[ord(letter) for letter in sorted(letters)])
    cutter.subset(font)
    font.flavor = "woff2"
    out = io.BytesIO()
    font.save(out)
    data = base64.b64encode(out.getvalue()).decode("ascii")
    return (
        f'@font-face{{font-family:"{FAMILY}";font-weight:{weight};'
        f'src:url("data:font/woff2;base64,{data}") format("woff2")}}'
    )
