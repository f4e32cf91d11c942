"""Notebook pages without their baggage: inline styles, scripts and what they would fetch from elsewhere."""

import json
from pathlib import Path

from lxml import html

# nbconvert puts 595 kB of styles into each page and loads Mermaid from a CDN; our one stylesheet does instead.
HIDDEN = (
    "//*[contains(@class, 'clipboard') or contains(@class, 'jp-Collapser') or contains(@class, 'Prompt')"
    " or contains(@class, 'celltoolbar')]"
)
DROPPED = ("script", "style", "link", "clipboard-copy")


def without_baggage(content: str) -> str:
    """The content of a notebook page with text, code, tables and figures alone."""
    root = html.fragment_fromstring(content, create_parent="div")
    for element in [*root.iter(*DROPPED), *root.xpath(HIDDEN)]:
        if element.getparent() is not None:
            element.drop_tree()
    for code in root.iter("pre"):
        code.set("tabindex", "0")  # it scrolls, so keys must reach it
    return html.tostring(root, encoding="unicode")


def notebooks(folder: Path) -> list[tuple[str, str, str]]:
    """The notebooks of a folder: name, title and first sentence, by name."""
    return [(path.stem, *_heading(path)) for path in sorted(folder.glob("*.ipynb"))]


def _heading(notebook: Path) -> tuple[str, str]:
    """The first cell begins with a heading and a paragraph, as every notebook of ours does."""
    cells = json.loads(notebook.read_text(encoding="utf-8")).get("cells", [])
    text = "".join(cells[0].get("source", "")) if cells else ""
    title, _, rest = text.partition("\n")
    return title.lstrip("# ").strip() or notebook.stem, rest.strip().partition("\n\n")[0].replace("\n", " ")


def belongs_to(notebook: Path, markets: set[str]) -> bool:
    """Whether a notebook is about one of these markets, by its metadata, or about none in particular."""
    metadata = json.loads(notebook.read_text(encoding="utf-8")).get("metadata", {})
    market = metadata.get("almanac", {}).get("market")
    return market is None or market in markets
