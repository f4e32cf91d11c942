"""From Vega's SVG to ours: CSS variables for colours, a name and a description, and a count of the marks."""

import re

from lxml import etree

from scripts.charts import Figure
from scripts.charts.theme import FONT, FONT_SIZE, HATCH, INKS
from scripts.render.drawn import RenderError

SVG = "http://www.w3.org/2000/svg"
DATA_MARKS = re.compile(r"\bdata_\d+_marks\b")
DECIMALS = re.compile(r"(\d+\.\d{2})\d+")
COORDINATES = ("d", "transform", "x", "y", "x1", "x2", "y1", "y2", "width", "height")
DROPPED = {f"{{{SVG}}}style", f"{{{SVG}}}script", f"{{{SVG}}}foreignObject", f"{{{SVG}}}image"}
CIRCLE = re.compile(r"M(?P<r>[\d.]+),0A(?P=r),(?P=r),0,1,1,-(?P=r),0A(?P=r),(?P=r),0,1,1,(?P=r),0")
# What Vega says of every element and no reader of ours needs; marks that have a label get a role of ours with it.
SILENT = {
    "class",
    "role",
    "aria-roledescription",
    "font-family",
    "font-size",
    "stroke-miterlimit",
    "pointer-events",
}
PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)


def themed(drawing: str, figure: Figure, variant: str) -> str:
    """One SVG for light and dark. Raises RenderError unless exactly the figure's marks were drawn."""
    try:
        root = etree.fromstring(drawing.encode("utf-8"), PARSER)
    except etree.XMLSyntaxError as error:
        raise RenderError(f"not an SVG drawing: {error}") from error
    _count(root, figure)
    name = f"figure-{figure.market}-{figure.id}-{variant}"
    for element in list(root.iter(etree.Element)):
        parent = element.getparent()
        if parent is not None and (element.tag in DROPPED or _is_frame(element)):
            parent.remove(element)
        else:
            _dress(element, name)
            _round(element)
            if element.get("aria-label"):
                element.set(
                    "role", "img"
                )  # a label without a role is not allowed (axe: aria-prohibited-attr)
    _introduce(root, figure, name)
    etree.cleanup_namespaces(root)
    return etree.tostring(root, encoding="unicode")


def _count(root: etree._Element, figure: Figure) -> None:
    """Vega leaves out in silence what it cannot place: a misspelt field, a number that is text."""
    groups = [group for group in root.iter(f"{{{SVG}}}g") if DATA_MARKS.search(group.get("class") or "")]
    drawn = sum(len(group) for group in groups)
    if drawn != figure.marks:
        raise RenderError(f"{drawn} marks were drawn of {figure.marks} given")


def _is_frame(element: etree._Element) -> bool:
    """Vega's invisible paths around each group of marks."""
    return element.get("class") in ("background", "foreground")


def _dress(element: etree._Element, name: str) -> None:
    for attribute, value in list(element.attrib.items()):
        key = str(attribute)
        if _is_idle(key, str(value)):
            del element.attrib[attribute]
        elif key == "id":
            element.set(key, f"{name}-{value}")
        elif key in ("fill", "stroke"):
            element.set(key, _colour(str(value), name))
        elif key in COORDINATES:
            element.set(key, DECIMALS.sub(r"\1", str(value)))


def _round(element: etree._Element) -> None:
    """A circle as a circle: Vega spells it out as a path of two arcs, at three times the length."""
    circle = CIRCLE.fullmatch(element.get("d") or "")
    if circle:
        element.tag = f"{{{SVG}}}circle"
        element.set("r", circle["r"])
        del element.attrib["d"]


def _is_idle(key: str, value: str) -> bool:
    """Whether an attribute is unwanted, or says what holds without it."""
    active = key.lower().startswith(("on", "style")) or key.endswith("href")
    return active or key in SILENT or (key, value) == ("opacity", "1")


def _colour(value: str, name: str) -> str:
    colour = value.lower()
    if colour == HATCH:
        return f"url(#{name}-hatch)"
    return next((f"var(--ma-{ink.name})" for ink in INKS if ink.sentinel == colour), value)


def _introduce(root: etree._Element, figure: Figure, name: str) -> None:
    """Role, name and description for those who cannot see it; Vega's root has none."""
    for attribute in ("width", "height", "version"):
        root.attrib.pop(attribute, None)
    root.set("role", "img")
    root.set("font-family", f"{FONT}, sans-serif")
    root.set("font-size", f"{FONT_SIZE}px")
    root.set("aria-labelledby", f"{name}-title {name}-desc")
    root.set("class", f"ma-drawing ma-drawing--{name.rpartition('-')[2]}")
    title = etree.Element(f"{{{SVG}}}title", id=f"{name}-title")
    title.text = figure.title
    description = etree.Element(f"{{{SVG}}}desc", id=f"{name}-desc")
    description.text = figure.alt
    root.insert(0, title)
    root.insert(1, description)
    if f"url(#{name}-hatch)" in etree.tostring(root, encoding="unicode"):
        root.insert(2, _hatch(name))


def _hatch(name: str) -> etree._Element:
    """Slanting lines: what no source publishes."""
    definitions = etree.Element(f"{{{SVG}}}defs")
    pattern = etree.SubElement(
        definitions,
        f"{{{SVG}}}pattern",
        id=f"{name}-hatch",
        width="6",
        height="6",
        patternUnits="userSpaceOnUse",
        patternTransform="rotate(45)",
    )
    etree.SubElement(pattern, f"{{{SVG}}}rect", width="6", height="6", fill="var(--ma-soft)")
    etree.SubElement(
        pattern,
        f"{{{SVG}}}line",
        {"stroke-width": "2"},
        x1="0",
        y1="0",
        x2="0",
        y2="6",
        stroke="var(--ma-rule)",
    )
    return definitions
