"""The live figure in its frame: Vega draws it where JavaScript runs, the picture stands there where not."""

import json
from typing import Any

from markupsafe import Markup

from scripts.charts.colours import DARKER, coloured
from scripts.charts.figure import Specification
from scripts.sharing.name import NAME
from scripts.sharing.shared import Shared
from scripts.sharing.templates import rendered


def live_page(shared: Shared) -> str:
    """The page at `/f/<market>/<figure>/live/`, made to stand in a sandboxed frame."""
    figure = shared.figure
    given = {"wide": _movable(figure.wide), "narrow": _movable(figure.narrow), "dark": DARKER}
    return rendered(
        "live_page.html.j2",
        shared=shared,
        figure=figure,
        name=NAME,
        root="../../../../",
        given=Markup(_inert(given)),  # noqa: S704 - no sign of it can open or close a tag
    )


def _movable(specification: Specification) -> dict[str, Any]:
    """The drawing in real colours, to be dragged and zoomed: its scales follow the pointer."""
    live = coloured(specification)
    live["params"] = [
        {"name": "view", "select": "interval", "bind": "scales", "views": [live["layer"][0]["name"]]}
    ]
    for layer in live["layer"]:
        layer["mark"] = layer["mark"] | {"clip": False}  # axes are drawn as marks, in the margins
    return live


def _inert(value: object) -> str:
    """JSON that stands in a script element: no text of the data can end that element or open a comment."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
