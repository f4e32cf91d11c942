"""A drawing that carries itself: with its finding, its source and its address, in the colours of light paper."""

import re

from lxml import etree

from scripts.charts import Figure
from scripts.charts.colours import LIGHT
from scripts.charts.lines import wrapped
from scripts.charts.theme import FONT, FONT_SIZE
from scripts.render.theme import PARSER, SVG

VARIABLE = re.compile(r"var\(--ma-([a-z-]+)\)")
MARGIN = 24
TITLE, SUBTITLE, SOURCE = 20, 14, 12
LINE = 1.3
# Half of what is painted: two pixels a unit.
CARD, CARD_TITLE = (600, 315), 22


class _Sheet:
    """A sheet of paper that is filled from above."""

    def __init__(self, figure: Figure, width: float) -> None:
        self.figure, self.room = figure, width
        self.down = float(MARGIN)
        self.root = etree.Element(f"{{{SVG}}}svg", nsmap={None: SVG})
        self.paper = self._add("rect", fill=LIGHT["paper"])

    def _add(self, tag: str, text: str = "", **attributes: str) -> etree._Element:
        element = etree.SubElement(
            self.root, f"{{{SVG}}}{tag}", {k.replace("_", "-"): v for k, v in attributes.items()}
        )
        element.text = text or None
        return element

    def words(self, text: str, size: int, colour: str, *, bold: bool = False) -> None:
        """A text in as many lines as it needs."""
        for line in wrapped(text, self.room, bold=bold, size=size):
            weight = {"font_weight": "600"} if bold else {}
            self._add(
                "text",
                line,
                x=str(MARGIN),
                y=f"{self.down + size:.2f}",
                font_size=str(size),
                fill=LIGHT[colour],
                **weight,
            )
            self.down += size * LINE

    def picture(self, drawing: etree._Element, height: float) -> None:
        """The drawing itself."""
        group = self._add("g", transform=f"translate({MARGIN},{self.down:.2f})")
        group.extend(child for child in drawing if child.tag not in (f"{{{SVG}}}title", f"{{{SVG}}}desc"))
        self.down += height

    def scaled(self, drawing: etree._Element, scale: float, across: float) -> None:
        """The drawing at another size; nothing follows it."""
        group = self._add("g", transform=f"translate({across:.2f},{self.down:.2f}) scale({scale:.4f})")
        group.extend(child for child in drawing if child.tag not in (f"{{{SVG}}}title", f"{{{SVG}}}desc"))

    def rule(self) -> None:
        """A hairline across."""
        y = f"{self.down:.2f}"
        self._add("line", x1=str(MARGIN), x2=f"{MARGIN + self.room:.2f}", y1=y, y2=y, stroke=LIGHT["rule"])

    def finished(self, name: str) -> str:
        """The sheet at its full height, with a name and a description for those who cannot see it."""
        width, height = f"{self.room + 2 * MARGIN:g}", f"{self.down + MARGIN / 2:.0f}"
        for element in (self.root, self.paper):
            element.set("width", width)
            element.set("height", height)
        said = {"title": self.figure.title, "desc": self.figure.alt}
        for place, (tag, text) in enumerate(said.items()):
            element = etree.Element(f"{{{SVG}}}{tag}", id=f"{name}-{tag}")
            element.text = text
            self.root.insert(place, element)
        known = {
            "viewBox": f"0 0 {width} {height}",
            "role": "img",
            "aria-labelledby": f"{name}-title {name}-desc",
            "font-family": f"{FONT}, sans-serif",
            "font-size": f"{FONT_SIZE}px",
        }
        for key, value in known.items():
            self.root.set(key, value)
        return VARIABLE.sub(lambda named: LIGHT[named[1]], etree.tostring(self.root, encoding="unicode"))


def standalone(figure: Figure, drawing: str, address: str) -> str:
    """A figure's drawing as an SVG that may be pasted anywhere; `address` is where its page stands."""
    drawn = etree.fromstring(drawing.encode("utf-8"), PARSER)
    _, _, width, height = map(float, (drawn.get("viewBox") or "").split())
    sheet = _Sheet(figure, width)
    sheet.words(figure.title, TITLE, "ink", bold=True)
    sheet.words(figure.subtitle, SUBTITLE, "muted")
    sheet.down += 12
    sheet.picture(drawn, height)
    sheet.down += 10
    sheet.rule()
    sheet.down += 6
    sheet.words(sourced(figure), SOURCE, "muted")
    sheet.words(address, SOURCE, "accent")
    return sheet.finished(f"{figure.market}-{figure.id}")


def figure_card(figure: Figure, drawing: str) -> str:
    """A figure's preview card: finding above, drawing as large as the rest allows; painted, it has 1200 by 630 pixels."""
    drawn = etree.fromstring(drawing.encode("utf-8"), PARSER)
    _, _, width, height = map(float, (drawn.get("viewBox") or "").split())
    sheet = _Sheet(figure, CARD[0] - 2 * MARGIN)
    sheet.words(figure.title, CARD_TITLE, "ink", bold=True)
    sheet.words(figure.subtitle, SOURCE, "muted")
    sheet.down += 8
    scale = min(sheet.room / width, (CARD[1] - sheet.down - MARGIN / 2) / height)
    sheet.scaled(drawn, scale, MARGIN + (sheet.room - width * scale) / 2)
    sheet.down = CARD[1] - MARGIN / 2
    return sheet.finished(f"card-{figure.market}-{figure.id}")


def sourced(figure: Figure) -> str:
    """Who published the figure's numbers, and the newest date among them."""
    as_of = f"; as of {figure.as_of}" if figure.as_of else ""
    return f"Source: {figure.source_line or 'computed'}{as_of}"
