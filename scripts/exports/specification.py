"""A figure as a Vega-Lite specification that draws by itself, with its title, its source and its table."""

import json
from typing import Any

from scripts.charts import Figure
from scripts.charts.colours import LIGHT, coloured
from scripts.charts.lines import wrapped

TITLE, SUBTITLE, LINE = 17, 13, 1.3
GAP = 12


def figure_json(figure: Figure, address: str) -> str:
    """The wide drawing in real colours; `usermeta` carries address, source, as-of, and the table as it is shown."""
    specification = coloured(figure.wide)
    specification["description"] = figure.alt
    _head(specification, figure)
    specification["usermeta"] = {
        "figure": address,
        "source": figure.source_line,
        "as_of": figure.as_of,
        "columns": list(figure.columns),
        "rows": [list(row.cells) for row in figure.rows],
        "claims": [row.claim for row in figure.rows],
    }
    return json.dumps(specification, ensure_ascii=False, indent=1) + "\n"


def _head(specification: dict[str, Any], figure: Figure) -> None:
    """Title and subtitle above the drawing, which has no room for them of its own."""
    padding = dict(specification["padding"])
    room = specification["width"] + padding["left"] + padding["right"]
    title = wrapped(figure.title, room, bold=True, size=TITLE)
    subtitle = wrapped(figure.subtitle, room, size=SUBTITLE)
    specification["title"] = {
        "text": title,
        "subtitle": subtitle,
        "anchor": "start",
        "frame": "group",
        "dx": -padding["left"],
        "offset": padding["top"] + GAP,
        "fontSize": TITLE,
        "lineHeight": TITLE * LINE,
        "fontWeight": 600,
        "color": LIGHT["ink"],
        "subtitleFontSize": SUBTITLE,
        "subtitleLineHeight": SUBTITLE * LINE,
        "subtitleColor": LIGHT["muted"],
        "subtitlePadding": 4,
    }
    height = len(title) * TITLE * LINE + len(subtitle) * SUBTITLE * LINE
    padding["top"] = round(padding["top"] + height + GAP + 8, 2)
    specification["padding"] = padding
