"""The page of one figure: finding, picture, table, source, and every way to take it along."""

from html import escape

from lxml import etree
from markupsafe import Markup

from scripts.sharing.shared import NAME, Shared
from scripts.sharing.templates import rendered

# What stands above and below the drawing in the frame of the live figure.
FRAME = 190


def figure_page(shared: Shared) -> str:
    """The page at `/f/<market>/<figure>/`."""
    return rendered(
        "figure_page.html.j2",
        shared=shared,
        figure=shared.figure,
        name=NAME,
        root="../../../",
        at=f"../{shared.figure.id}",
        pictures=[Markup(shared.drawn.wide), Markup(shared.drawn.narrow)],  # noqa: S704 - drawn and cleaned by us
        embed=embed_code(shared),
    )


def embed_code(shared: Shared) -> str:
    """The HTML by which another site shows the live figure; it gives the frame neither an origin nor forms."""
    root = etree.fromstring(shared.drawn.wide.encode("utf-8"), etree.XMLParser(resolve_entities=False))
    height = round(float((root.get("viewBox") or "0 0 0 400").split()[3])) + FRAME
    return (
        f'<iframe src="{escape(shared.address)}live/" title="{escape(shared.figure.title)}" width="100%"'
        f' height="{height}" loading="lazy" sandbox="allow-scripts allow-popups" style="border:0"></iframe>'
    )
