"""Drawings: bars, points, paths and words in a frame, put into one layered Altair chart.

Data text enters as plain strings in fields of our own naming, never as an expression, an address or a field
name. Axes are drawn as rules and words: nothing depends on Vega's layout, on fonts or on a time zone.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import altair as alt
from altair.utils import schemapi

from scripts.charts.figure import Specification
from scripts.charts.frame import Frame
from scripts.charts.theme import CONFIG, FONT_SIZE, INK

SEMIBOLD = 600
SAID = {"description": alt.Description("says:N"), "tooltip": alt.Tooltip("says:N")}


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


class Drawing:
    """A picture under construction; what is added later lies on top, words above all."""

    def __init__(self, frame: Frame) -> None:
        """An empty picture."""
        self.frame = frame
        self._layers: list[Any] = []
        self._words: list[Word] = []

    def bars(
        self, marks: Iterable[Mark], colour: str, *, data: bool = True, stroke: str | None = None
    ) -> None:
        """Rectangles from x to x2 and from y to y2."""
        look = {"type": "rect", "color": colour, "opacity": 1}
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
    ) -> None:
        """Symbols at x and y; with `fill` another colour than their outline."""
        look = {
            "type": "point",
            "shape": shape,
            "size": size,
            "opacity": 1,
            "stroke": colour,
            "strokeWidth": 2,
        }
        self._add(look | {"fill": fill or colour}, marks, data=True)

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
        look |= {"strokeDash": list(dash)} if dash else {}
        self._add(look, [Mark(x, y, "") for x, y in places], data=False)

    def word(self, word: Word) -> None:
        """A piece of text."""
        if word.text:
            self._words.append(word)

    def data_word(self, word: Word, says: str) -> None:
        """A piece of text that is itself the datum: something said without a number."""
        datum = {"x": _short(word.x), "y": _short(word.y), "label": word.text, "says": says}
        encoding = self._places(datum) | {"text": alt.Text("label:N")} | SAID
        self._layers.append(
            _chart([datum], f"data_{len(self._layers)}", _type(word) | {"aria": True}, encoding)
        )

    def specification(self) -> Specification:
        """The picture as a Vega-Lite specification."""
        words: dict[tuple[object, ...], list[Word]] = {}
        for word in self._words:
            words.setdefault((word.align, word.colour, word.bold), []).append(word)
        layers = [*self._layers, *(self._text(group) for group in words.values())]
        frame = self.frame
        # Trusted as built; the tests validate every kind of chart, a build would pay 20 ms a chart for it.
        # Values stand with their mark rather than in shared sets named by a hash: the file is published.
        with schemapi.debug_mode(False), alt.data_transformers.enable(consolidate_datasets=False):
            chart = alt.layer(*layers).properties(
                width=frame.inner_width,
                height=frame.inner_height,
                padding={"left": frame.left, "right": frame.right, "top": frame.top, "bottom": frame.bottom},
                autosize={"type": "none"},
                config=CONFIG,
            )
            return chart.to_dict(validate=False)

    def _add(self, look: dict[str, Any], marks: Iterable[Mark], *, data: bool) -> None:
        given = list(marks)
        if not given:
            return
        values = [_datum(mark, data) for mark in given]
        encoding = self._places(values[0])
        if data:
            encoding |= SAID
        name = f"data_{len(self._layers)}" if data else f"rest_{len(self._layers)}"
        self._layers.append(_chart(values, name, look | {"aria": data}, encoding))

    def _text(self, words: Sequence[Word]) -> Any:
        first = words[0]
        look: dict[str, Any] = {
            "type": "text",
            "align": first.align,
            "baseline": "middle",
            "color": first.colour,
        }
        look |= {"fontSize": FONT_SIZE, "aria": False}
        look |= {"fontWeight": SEMIBOLD} if first.bold else {}
        look |= {"stroke": first.halo, "strokeWidth": 3} if first.halo else {}
        values = [{"x": _short(word.x), "y": _short(word.y), "label": word.text} for word in words]
        return _chart(values, None, _type(words[0]), self._places(values[0]) | {"text": alt.Text("label:N")})

    def _places(self, datum: dict[str, Any]) -> dict[str, Any]:
        x, y = (alt.Scale(domain=list(ends), nice=False, zero=False) for ends in (self.frame.x, self.frame.y))
        places: dict[str, Any] = {
            "x": alt.X("x:Q", axis=None, scale=x),
            "y": alt.Y("y:Q", axis=None, scale=y),
        }
        if "x2" in datum:
            places |= {"x2": alt.X2("x2:Q"), "y2": alt.Y2("y2:Q")}
        return places


def _type(word: Word) -> dict[str, Any]:
    """How a word is set."""
    look: dict[str, Any] = {"type": "text", "align": word.align, "baseline": "middle", "color": word.colour}
    look |= {"fontSize": FONT_SIZE, "aria": False}
    return look | ({"fontWeight": SEMIBOLD} if word.bold else {})


def _datum(mark: Mark, data: bool) -> dict[str, Any]:
    datum: dict[str, Any] = {"x": _short(mark.x), "y": _short(mark.y)}
    if mark.x2 is not None and mark.y2 is not None:
        datum |= {"x2": _short(mark.x2), "y2": _short(mark.y2)}
    return datum | ({"says": mark.says} if data else {})


def _short(value: float) -> float:
    """Places to six digits: no drawing shows more, and specifications stay readable."""
    return float(f"{value:.6g}")


def _chart(
    values: list[dict[str, Any]], name: str | None, look: dict[str, Any], encoding: dict[str, Any]
) -> Any:
    named = {"name": name} if name else {}
    return alt.Chart(alt.InlineData(values=values), mark=look, **named).encode(**encoding)
