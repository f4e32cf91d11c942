"""The sitemap (https://www.sitemaps.org): an index, with a part for MkDocs' pages and one for the light pages of each market.

Parts keep each file below the 50,000 addresses that the protocol allows, however many markets there are.
"""

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from lxml import etree

NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
# A market may bear any name, so what is not a market lies outside their folder.
INDEX, PAGES, FOLDER = "sitemap.xml", "sitemap-pages.xml", "sitemaps"


def write_sitemap(site: Path, address: str, day: str, places: Iterable[str]) -> None:
    """Keep MkDocs' sitemap as a part, add one for each market, and tell search engines where the index lies.

    `places` are those of light pages below the home page, as `c/batteries/size-2024/`; `day` is the data's newest date.
    """
    parts = defaultdict(list)
    for place in places:
        parts[place.split("/")[1]].append(f"{address}{place}")
    (site / FOLDER).mkdir()
    (site / INDEX).rename(site / PAGES)
    (site / f"{INDEX}.gz").unlink()
    for name, addresses in parts.items():
        _write(site / FOLDER / f"{name}.xml", ("urlset", "url"), addresses, day)
    listed = [f"{address}{PAGES}", *(f"{address}{FOLDER}/{name}.xml" for name in sorted(parts))]
    _write(site / INDEX, ("sitemapindex", "sitemap"), listed, day)
    robots = f"User-agent: *\nAllow: /\n\nSitemap: {address}{INDEX}\n"
    (site / "robots.txt").write_text(robots, encoding="utf-8", newline="\n")


def _write(file: Path, words: tuple[str, str], addresses: Iterable[str], day: str) -> None:
    """A list of addresses; `words` are the names of the list and of an item."""
    root = etree.Element(f"{{{NAMESPACE}}}{words[0]}", nsmap={None: NAMESPACE})
    for address in addresses:
        item = etree.SubElement(root, f"{{{NAMESPACE}}}{words[1]}")
        etree.SubElement(item, f"{{{NAMESPACE}}}loc").text = address
        etree.SubElement(item, f"{{{NAMESPACE}}}lastmod").text = day
    file.write_bytes(etree.tostring(root, xml_declaration=True, encoding="utf-8", pretty_print=True))
