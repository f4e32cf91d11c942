"""Drawings: bars, points, paths and words in a frame, put into one layered Altair chart.

Data text enters as plain strings in fields of our own naming, never as an expression, an address or a field
name. Axes are drawn as rules and words: nothing depends on Vega's layout, on fonts or on a time zone.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

import altair as alt
from altair.utils import schemapi

from scripts.charts.figure import Specification
from scripts.charts.frame import Frame
from scripts.charts.theme import CONFIG, FONT_SIZE, INK
from scripts.charts.typography import LINE

SEMIBOLD = 600


@dataclass(frozen=True, slots=True)
class Mark:
    """A datum in the drawing: `says` is its text for tooltips and screen readers."""

    x: float
    y: float
    says: str
    x2: float | None = None
    y2: float | None = None


@dataclass(frozen=True, slots=True)
class Word:
    """A piece of text, vertically centred on its place."""

    x: float
    y: float
    text: str
    align: str = "left"
    colour: str = INK
    bold: bool = False


# A layer without its data: name, look, fields.
Kind = tuple[str, tuple[tuple[str, Any], ...], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Layer:
    """Marks of one look; `says` among the fields of their data makes them data marks."""

    name: str
    look: dict[str, Any]
    values: tuple[dict[str, Any], ...]

    @property
    def kind(self) -> Kind:
        """What remains without the data."""
        return self.name, tuple(self.look.items()), tuple(self.values[0])


class Drawing:
    """A picture under construction; what is added later lies on top, words above all."""

    def __init__(self, frame: Frame) -> None:
        """An empty picture."""
        self.frame = frame
        self._layers: list[Layer] = []
        self._words: list[Word] = []

    def bars(
        self,
        marks: Iterable[Mark],
        colour: str,
        *,
        data: bool = True,
        stroke: str | None = None,
        opacity: float = 1,
    ) -> None:
        """Rectangles from x to x2 and from y to y2."""
        look = {"type": "rect", "color": colour, "opacity": opacity}
        look |= {"stroke": stroke, "strokeWidth": 1} if stroke else {}
        self._add(look, marks, data=data)

    def points(
        self,
        marks: Iterable[Mark],
        colour: str,
        *,
        shape: str = "circle",
        size: float = 85,
        fill: str | None = None,
        data: bool = True,
    ) -> None:
        """Symbols at x and y, full or, with `fill`, an outline around another colour."""
        look: dict[str, Any] = {"type": "point", "shape": shape, "size": size, "opacity": 1}
        outlined = {"fill": fill, "stroke": colour, "strokeWidth": 2}
        self._add(look | (outlined if fill else {"filled": True, "color": colour}), marks, data=data)

    def spans(self, marks: Iterable[Mark], colour: str, thickness: float, *, data: bool = True) -> None:
        """Lines from x, y to x2, y2 that stand for data."""
        self._add({"type": "rule", "color": colour, "strokeWidth": thickness, "opacity": 1}, marks, data=data)

    def rules(
        self, places: Iterable[tuple[float, float, float, float]], colour: str, thickness: float = 1
    ) -> None:
        """Straight lines (x, y, x2, y2) that stand for nothing."""
        self.spans([Mark(x, y, "", x2, y2) for x, y, x2, y2 in places], colour, thickness, data=False)

    def path(
        self,
        places: Sequence[tuple[float, float]],
        colour: str,
        thickness: float,
        dash: tuple[int, int] | None = None,
    ) -> None:
        """A line through places, from left to right."""
        look: dict[str, Any] = {
            "type": "line",
            "color": colour,
            "strokeWidth": thickness,
            "strokeJoin": "round",
        }
        look |= {"strokeDash": dash} if dash else {}
        self._add(look, [Mark(x, y, "") for x, y in places], data=False)

    def word(self, word: Word) -> None:
        """A piece of text; the lines of a longer one stand around its place."""
        lines = word.text.split("\n")
        for place, line in enumerate(lines):
            down = self.frame.down(word.y) + (place - (len(lines) - 1) / 2) * LINE
            y = self.frame.value_down(down) if len(lines) > 1 else word.y
            if line:
                self._words.append(replace(word, text=line, y=y))

    def data_word(self, word: Word, says: str) -> None:
        """A piece of text that is itself the datum: something said without a number."""
        self._layers.append(
            Layer(f"data_{len(self._layers)}", _type(word), (_labelled(word) | {"says": says},))
        )

    def specification(self) -> Specification:
        """The picture as a Vega-Lite specification."""
        groups: dict[tuple[object, ...], list[Word]] = {}
        for word in self._words:
            groups.setdefault((word.align, word.colour, word.bold), []).append(word)
        texts = [
            Layer(f"words_{place}", _type(group[0]), tuple(_labelled(word) for word in group))
            for place, group in enumerate(groups.values())
        ]
        return _filled(self.frame, [*self._layers, *texts])

    def _add(self, look: dict[str, Any], marks: Iterable[Mark], *, data: bool) -> None:
        values = tuple(_datum(mark, data) for mark in marks)
        if values:
            name = f"data_{len(self._layers)}" if data else f"rest_{len(self._layers)}"
            self._layers.append(Layer(name, look, values))


def _type(word: Word) -> dict[str, Any]:
    """How a word is set."""
    look: dict[str, Any] = {"type": "text", "align": word.align, "baseline": "middle", "color": word.colour}
    look |= {"fontSize": FONT_SIZE}
    return look | ({"fontWeight": SEMIBOLD} if word.bold else {})


def _datum(mark: Mark, data: bool) -> dict[str, Any]:
    datum: dict[str, Any] = {"x": _short(mark.x), "y": _short(mark.y)}
    if mark.x2 is not None and mark.y2 is not None:
        datum |= {"x2": _short(mark.x2), "y2": _short(mark.y2)}
    return datum | ({"says": mark.says} if data else {})


def _short(value: float) -> float:
    """Places to nine digits: the noise of binary fractions goes, a hundredth of a pixel stays."""
    return float(f"{value:.9g}")


def _labelled(word: Word) -> dict[str, Any]:
    return {"x": _short(word.x), "y": _short(word.y), "label": word.text}


def _filled(frame: Frame, layers: Sequence[Layer]) -> Specification:
    """A drawing's template with its data, its scales and its room put in."""
    filled: dict[str, Any] = json.loads(_template(tuple(layer.kind for layer in layers)))
    for layer, given in zip(filled["layer"], layers, strict=True):
        layer["data"] = {"values": list(given.values)}
        for direction, ends in (("x", frame.x), ("y", frame.y)):
            layer["encoding"][direction]["scale"]["domain"] = list(ends)
    filled |= {"width": round(frame.inner_width, 2), "height": round(frame.inner_height, 2)}
    filled["padding"] = {side: getattr(frame, side) for side in ("left", "right", "top", "bottom")}
    return filled


@lru_cache(maxsize=1024)
def _template(kinds: tuple[Kind, ...]) -> str:
    """The specification of a drawing without its data, as JSON text.

    Drawings of one kind differ in their data alone, and Altair takes tens of milliseconds for each: it is asked
    once per kind. Its validation is left to the tests, which try every kind of drawing.
    """
    with schemapi.debug_mode(False):
        drawing = alt.layer(*(_chart(*kind) for kind in kinds))
        drawing = drawing.properties(autosize={"type": "none"}, config=CONFIG)
        return json.dumps(drawing.to_dict(validate=False))


def _chart(name: str, look: tuple[tuple[str, Any], ...], fields: tuple[str, ...]) -> Any:
    """One layer: each field that its data have is encoded by the channel of its name."""
    known = {
        "x": alt.X("x:Q", axis=None, scale=alt.Scale(domain=[0, 1], nice=False, zero=False)),
        "y": alt.Y("y:Q", axis=None, scale=alt.Scale(domain=[0, 1], nice=False, zero=False)),
        "x2": alt.X2("x2:Q"),
        "y2": alt.Y2("y2:Q"),
        "label": alt.Text("label:N"),
        "says": alt.Description("says:N"),
    }
    channels = [known[field] for field in fields]
    tooltip = [alt.Tooltip("says:N")] if "says" in fields else []
    mark: Any = dict(look) | {"aria": "says" in fields}
    return alt.Chart(alt.NamedData(name=name), mark=mark, name=name).encode(*channels, *tooltip)
