"""The one place of colours, type and sizes in drawings.

Drawings are made in sentinel colours: unlikely values that `render` recognises and replaces by CSS variables, so
that one SVG serves light and dark.
"""

from dataclasses import dataclass

FONT = "Source Sans Pro"
FONT_SIZE = 13
# At the least width at which a page shows it (700 px), the wide drawing's text is still 12 px high.
WIDE = 756
NARROW = 330


@dataclass(frozen=True, slots=True)
class Ink:
    """A named colour: its sentinel in drawings, and its values on light and on dark paper."""

    name: str
    sentinel: str
    light: str
    dark: str


INKS = (
    Ink("ink", "#a1b001", "#191c20", "#ebe9e3"),
    Ink("muted", "#a1b002", "#5d6570", "#9aa3ad"),
    Ink("rule", "#a1b003", "#e4e3dd", "#2d3339"),
    Ink("soft", "#a1b004", "#f1f4f3", "#1c2327"),
    Ink("accent", "#a1b005", "#0b6b6b", "#4fc3b8"),
    Ink("accent-soft", "#a1b006", "#e2f0ee", "#183331"),
    Ink("warn", "#a1b007", "#b4430e", "#f0955a"),
    Ink("warn-soft", "#a1b008", "#fdf1e7", "#33231a"),
    Ink("paper", "#a1b009", "#fcfcfa", "#14171a"),
)

INK, MUTED, RULE, SOFT, ACCENT, ACCENT_SOFT, WARN, WARN_SOFT, PAPER = (ink.sentinel for ink in INKS)
# Not a colour: areas filled with it are hatched, for what no source publishes.
HATCH = "#a1b00a"

CONFIG = {"background": "transparent", "font": FONT, "view": {"stroke": None}}
