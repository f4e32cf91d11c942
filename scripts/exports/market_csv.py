"""A market's claims as CSV (RFC 4180), for scripts and spreadsheets."""

import csv
import io

from scripts.exports.records import fields, records
from scripts.exports.table import safe
from scripts.pages import MarketView


def market_csv(view: MarketView, site: str) -> str:
    """One row for each claim, in the columns that the Data Package describes.

    No byte order mark: the first column's name would carry it for programs. Text that a spreadsheet would take for a
    formula begins with an apostrophe.
    """
    names = [field.name for field in fields(view)]
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(names)
    writer.writerows([safe(record[name]) for name in names] for record in records(view, site))
    return out.getvalue()
