"""The worker process: Vega in a room of its own, since one bad character aborts the whole process."""

import io
import json
import os
from importlib.resources import files

FONT_PACKAGES = ("font_source_sans_pro",)
SCALE = 2


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


def paint(drawing: str) -> bytes:
    """An SVG as PNG, two pixels for each of its units; nothing that it names is fetched.

    Drawings have few colours: as a palette of 256 a file takes an eighth of the room.
    """
    import vl_convert  # noqa: PLC0415
    from PIL import Image  # noqa: PLC0415

    whole = Image.open(io.BytesIO(vl_convert.svg_to_png(drawing, scale=SCALE))).convert("RGB")
    packed = io.BytesIO()
    palette = whole.quantize(256, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    palette.save(packed, "PNG", compress_level=9)
    return packed.getvalue()


def bundle(snippet: str) -> str:
    """A script with Vega, Vega-Lite and Vega-Embed before it, as the installed engine has them."""
    import vl_convert  # noqa: PLC0415

    return str(vl_convert.javascript_bundle(snippet))
