"""A market's machine-readable files: downloads beside its data page, and its document in the API."""

from collections.abc import Iterator, Sequence

from scripts.exports.api_schema import api_schema
from scripts.exports.bundle import bundle
from scripts.exports.data_package import data_package
from scripts.exports.document import SCHEMA, Json, as_json, market_document
from scripts.exports.market_csv import market_csv
from scripts.exports.records import LICENCE, LICENCE_NOTE
from scripts.exports.workbook import market_xlsx
from scripts.model import Claim
from scripts.notation import full
from scripts.pages import MarketView

Files = Iterator[tuple[str, bytes]]


def market_files(view: MarketView, site: str) -> Files:
    """CSV, XLSX, JSON, Data Package and zip, by path; `site` is the home page's absolute address."""
    name, home = view.market.id, f"markets/{view.market.id}/data"
    table = market_csv(view, site).encode("utf-8")
    document = as_json(market_document(view, site)).encode("utf-8")
    package = as_json(data_package(view, table, site)).encode("utf-8")
    files = {
        f"{name}.csv": table,
        f"{name}.xlsx": market_xlsx(view, site),
        f"{name}.json": document,
        "datapackage.json": package,
    }
    yield from ((f"{home}/{file}", content) for file, content in files.items())
    yield f"{home}/{name}.zip", bundle(view, files, site)
    yield f"api/v1/markets/{name}.json", document


def api_files(views: Sequence[MarketView], site: str) -> Files:
    """The list of all markets, and the JSON Schema of list and documents."""
    newest = views[0].catalog.newest_date if views else ""
    listed = {
        "$schema": f"{site}{SCHEMA}",
        "as_of": newest,
        "license": LICENCE,
        "license_note": LICENCE_NOTE,
        "markets": [_listed(view, site) for view in views],
    }
    yield "api/v1/markets.json", as_json(listed).encode("utf-8")
    yield SCHEMA, as_json(api_schema(f"{site}{SCHEMA}")).encode("utf-8")


def _listed(view: MarketView, site: str) -> Json:
    market = view.market
    head = {"size": market.headline.size, "target": market.headline.target, "growth": market.headline.growth}
    return {
        "id": market.id,
        "title": market.title,
        "industry": market.industry.code,
        "address": f"{site}markets/{market.id}/",
        "document": f"{site}api/v1/markets/{market.id}.json",
        "headline": {name: _head(claim, market.id, site) for name, claim in head.items() if claim},
        "claims": len(market.claims),
        "findings": len(view.report.findings),
    }


def _head(claim: Claim, market: str, site: str) -> Json:
    return {
        "id": claim.id,
        "shown": full(claim).replace("\u00a0", " "),
        "value": claim.printed.text,
        "unit": claim.unit.code,
        "period": claim.period.text if claim.period else "",
        "address": f"{site}c/{market}/{claim.id}/",
    }
