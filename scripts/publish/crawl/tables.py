"""Tables for spreadsheets: rows of one length, each of which leads to its page."""

import csv
import io
from collections.abc import Iterator

from scripts.model.addresses import claim_address, page_file
from scripts.publish.crawl.site import Site, UnreadableError


def claims_table(site: Site, file: str) -> Iterator[str]:
    """Each claim of a market leads to its page."""
    market = file.split("/")[1]
    for number, row in _rows(site, file, "id", "address"):
        own = site.addresses.of(page_file(claim_address(market, row["id"])))
        if row["address"] != own:
            yield f"row {number}: the address of {row['id']} is {row['address'] or 'empty'}, not {own}"


def figure_table(site: Site, file: str) -> Iterator[str]:
    """Each row of a figure leads to the figure's page."""
    own = site.addresses.of(file.removesuffix(".csv") + "/index.html")
    for number, row in _rows(site, file, "figure"):
        if row["figure"] != own:
            yield f"row {number}: the figure is {row['figure'] or 'empty'}, not {own}"


def _rows(site: Site, file: str, *needed: str) -> Iterator[tuple[int, dict[str, str]]]:
    reader = csv.reader(io.StringIO(site.text(file), newline=""), strict=True)
    columns = next(reader, [])
    for name in needed:
        if name not in columns:
            raise UnreadableError(f"has no column {name}")
    try:
        for number, row in enumerate(reader, 2):
            if len(row) != len(columns):
                raise UnreadableError(f"row {number} has {len(row)} fields, not {len(columns)}")
            yield number, dict(zip(columns, row, strict=True))
    except csv.Error as wrong:
        raise UnreadableError(f"cannot be read as CSV after line {reader.line_num}: {wrong}") from None
