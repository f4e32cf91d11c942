"""Real colours for drawings that leave the site: sentinels out, those of light paper in."""

from typing import Any

from scripts.charts.figure import Specification
from scripts.charts.theme import FONT, HATCH, INKS

LIGHT = {ink.name: ink.light for ink in INKS}
# A specification cannot hatch; what nobody publishes is then the colour of the rules.
REAL = {ink.sentinel: ink.light for ink in INKS} | {HATCH: LIGHT["rule"]}
DARKER = {ink.light: ink.dark for ink in INKS}


def coloured(specification: Specification) -> dict[str, Any]:
    """A copy of a specification in the colours of light paper, and in some sans where ours is not installed."""
    real = {key: _real(value) for key, value in specification.items()}
    return real | {"config": real["config"] | {"font": f"{FONT}, sans-serif"}, "background": LIGHT["paper"]}


def _real(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _real(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_real(inner) for inner in value]
    return REAL.get(value, value) if isinstance(value, str) else value
