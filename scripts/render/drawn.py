"""What rendering gives: a figure's two drawings, or the figure that could not be drawn."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Drawn:
    """A figure as two SVG elements: one for wide pages, one for narrow ones."""

    wide: str
    narrow: str


class RenderError(Exception):
    """A figure could not be drawn, or not all of it was; the message names it."""
