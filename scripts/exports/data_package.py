"""The Data Package of a market: what its CSV holds, in the words that validators read (https://datapackage.org, version 1)."""

import hashlib

from scripts.exports.document import Json
from scripts.exports.records import LICENCE, LICENCE_ADDRESS, LICENCE_NOTE, data_page, fields
from scripts.exports.workbook import sources_of
from scripts.notation import author
from scripts.pages import MarketView


def data_package(view: MarketView, table: bytes, site: str) -> Json:
    """The descriptor of the CSV whose bytes are given."""
    market = view.market
    home = data_page(view, site)
    return {
        "profile": "tabular-data-package",
        "name": market.id,
        "id": home,
        "title": market.title,
        "description": f"{market.definition}\n\n{LICENCE_NOTE}",
        "homepage": home,
        "created": f"{view.catalog.newest_date}-01-01"[:10] + "T00:00:00Z",
        "licenses": [{"name": LICENCE, "path": LICENCE_ADDRESS, "title": "Creative Commons Attribution 4.0"}],
        "sources": [
            {"title": f"{author(source)}: {source.title}"}
            | ({"path": source.address} if source.address else {})
            for source in sources_of(view)
        ]
        or [{"title": "Market Almanac"}],
        "resources": [
            {
                "profile": "tabular-data-resource",
                "name": "claims",
                "path": f"{market.id}.csv",
                "format": "csv",
                "mediatype": "text/csv",
                "encoding": "utf-8",
                "bytes": len(table),
                "hash": f"sha256:{hashlib.sha256(table).hexdigest()}",
                "schema": {
                    "fields": [
                        {"name": f.name, "type": f.type, "description": f.description}
                        | ({"constraints": {"required": True, "unique": True}} if f.name == "id" else {})
                        for f in fields(view)
                    ],
                    "missingValues": [""],
                    "primaryKey": "id",
                },
            }
        ],
    }
