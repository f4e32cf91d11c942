"""The page of one figure: finding, picture, table, source, and every way to take it along."""

from collections.abc import Mapping
from html import escape
from typing import Any

from lxml import etree
from markupsafe import Markup

from scripts.exports import Citation
from scripts.pages.figure_block import figure_table, told
from scripts.sharing.cited import formats
from scripts.sharing.name import NAME
from scripts.sharing.preview import Preview, linked
from scripts.sharing.shared import ROOT, Shared
from scripts.sharing.templates import rendered

# What stands above and below the drawing in the frame of the live figure.
FRAME = 190


def figure_page(shared: Shared, preview: Preview, newest: str) -> str:
    """The page at `/f/<market>/<figure>/`; `newest` is the date of the data."""
    return rendered(
        "figure_page.html.j2",
        shared=shared,
        figure=shared.figure,
        name=NAME,
        formats=formats(Citation(shared.place, shared.title, shared.address, newest, shared.source_line)),
        root=ROOT,
        told=told(shared.figure, shared.leads),
        table=figure_table(shared.figure, shared.leads),
        at=f"../{shared.figure.id}",
        preview=preview,
        linked=linked(_data(shared, preview)),
        pictures=[Markup(shared.drawn.wide), Markup(shared.drawn.narrow)],  # noqa: S704 - drawn and cleaned by us
        embed=embed_code(shared),
    )


def _data(shared: Shared, preview: Preview) -> Mapping[str, Any]:
    """The figure in the words of schema.org."""
    figure = shared.figure
    picture = {
        "@type": "ImageObject",
        "name": figure.title,
        "caption": figure.subtitle,
        "contentUrl": f"{shared.site}{shared.file('png')}",
        "thumbnailUrl": f"{shared.site}{preview.path}",
        "encodingFormat": "image/png",
        "isBasedOn": [
            {"@type": "CreativeWork", "name": source.title}
            | ({"url": source.address} if source.address else {})
            for source in figure.sources
        ],
    }
    return {"@type": "WebPage", "name": figure.title, "url": shared.address, "mainEntity": picture}


def embed_code(shared: Shared) -> str:
    """The HTML by which another site shows the live figure; it gives the frame neither an origin nor forms."""
    root = etree.fromstring(shared.drawn.wide.encode("utf-8"), etree.XMLParser(resolve_entities=False))
    height = round(float((root.get("viewBox") or "0 0 0 400").split()[3])) + FRAME
    return (
        f'<iframe src="{escape(shared.site + shared.live)}" title="{escape(shared.figure.title)}" width="100%"'
        f' height="{height}" loading="lazy" sandbox="allow-scripts allow-popups" style="border:0"></iframe>'
    )
