"""The worker process: Vega in a room of its own, since one bad character aborts the whole process."""

import json
import os
from importlib.resources import files

FONT_PACKAGES = ("font_source_sans_pro",)


def prepare() -> None:
    """Settle what drawings could depend on: time zone and fonts. Runs once in each worker."""
    os.environ["TZ"] = "UTC"
    import vl_convert  # noqa: PLC0415 - loads an engine, and only workers need it

    for package in FONT_PACKAGES:
        vl_convert.register_font_directory(str(files(package) / "files"))


def draw(specification: str) -> str:
    """A Vega-Lite specification (JSON text) as raw SVG; no data or image is ever fetched."""
    import vl_convert  # noqa: PLC0415

    return str(vl_convert.vegalite_to_svg(json.loads(specification), allowed_base_urls=[]))
