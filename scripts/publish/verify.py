"""Verification: a built site, looked at as browsers, messengers and programs will, before anyone may see it."""

from collections.abc import Callable, Iterator
from pathlib import Path

from scripts.model import addresses
from scripts.publish.crawl import (
    Site,
    UnreadableError,
    contract,
    documents,
    drawings,
    feeds,
    heads,
    markup,
    packages,
    sitemaps,
    styles,
    tables,
    texts,
)

# A check yields what is wrong with one file of the site.
Check = Callable[[Site, str], Iterator[str]]

# Every promise of a site: the files that make it, by their names, and what is checked of each.
CHECKS: tuple[tuple[str, Check], ...] = (
    ("*.html", markup.links),
    ("*.html", markup.requests),
    ("*.html", markup.ids),
    ("*.html", markup.safety),
    ("*.html", markup.search_box),
    ("*.html", heads.head),
    ("*.html", heads.preview),
    ("*.css", styles.style_sheet),
    ("*.svg", drawings.drawing),
    (addresses.figure_file("*", "*", "png"), drawings.picture),
    (addresses.feed_file("*", "xml"), feeds.atom_feed),
    (addresses.feed_file("*", "json"), feeds.json_feed),
    ("*.ics", feeds.calendar),
    ("sitemap*.xml", sitemaps.sitemap),
    ("sitemap.xml", sitemaps.complete),
    ("sitemap*.xml.gz", sitemaps.packed),
    ("robots.txt", sitemaps.robots),
    ("llms.txt", texts.markdown_links),
    ("*index.md", texts.markdown_links),
    ("*index.md", texts.twin),
    ("*.css *.csv *.js *.json *.md *.svg *.txt *.xml", texts.addresses),
    ("search/search_index.json", documents.search_index),
    (addresses.MARKET_LIST, documents.market_list),
    (addresses.MARKET_LIST, contract.of_markets),
    (addresses.document_address("*"), documents.market_document),
    (addresses.SCHEMA, documents.schema),
    (addresses.figure_file("*", "*", "json"), documents.figure_document),
    (addresses.page_file(addresses.figure_address("*", "*")), contract.of_figure),
    (addresses.figure_file("*", "*", "csv"), tables.figure_table),
    (addresses.data_file("*", "*.csv"), tables.claims_table),
    ("*/datapackage.json", packages.data_package),
    (addresses.data_file("*", "*.zip"), packages.bundle),
    ("*.xlsx", packages.workbook),
    ("*.css *.csv *.gz *.ics *.js *.json *.md *.svg *.txt *.woff2 *.xlsx *.xml *.zip", contract.of_file),
)


def verify(folder: Path, home: str) -> list[str]:
    """Every fault of a built site, as `file: what is wrong`; empty if it may be published at the address `home`."""
    site = Site(folder, home)
    if not site.pages:
        return ["there are no pages"]
    faults = [*contract.of_site(site)]
    for pattern, check in CHECKS:
        for file in site.matching(pattern):
            faults += (f"{file}: {fault}" for fault in _found(check, site, file))
    return list(dict.fromkeys(faults))


def _found(check: Check, site: Site, file: str) -> Iterator[str]:
    """What a check finds in a file; that the file cannot be read at all is a fault too."""
    try:
        yield from check(site, file)
    except UnreadableError as wrong:
        yield str(wrong)
