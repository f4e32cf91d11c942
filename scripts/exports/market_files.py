"""A market's machine-readable files: downloads beside its data page, and its document in the API."""

from collections.abc import Iterator, Sequence

from scripts.exports.api_schema import api_schema
from scripts.exports.bundle import bundle
from scripts.exports.data_package import data_package
from scripts.exports.document import Json, as_json, market_document
from scripts.exports.market_csv import market_csv
from scripts.exports.records import LICENCE, LICENCE_NOTE
from scripts.exports.workbook import market_xlsx
from scripts.model import Claim, addresses
from scripts.notation import full
from scripts.pages import MarketView

Files = Iterator[tuple[str, bytes]]


def market_files(view: MarketView, site: str) -> Files:
    """CSV, XLSX, JSON, Data Package and zip, by path; `site` is the home page's absolute address."""
    name = view.market.id
    table = market_csv(view, site).encode("utf-8")
    document = as_json(market_document(view, site)).encode("utf-8")
    package = as_json(data_package(view, table, site)).encode("utf-8")
    files = {
        f"{name}.csv": table,
        f"{name}.xlsx": market_xlsx(view, site),
        f"{name}.json": document,
        "datapackage.json": package,
    }
    yield from ((addresses.data_file(name, file), content) for file, content in files.items())
    yield addresses.download(name, "zip"), bundle(view, files, site)
    yield addresses.document_address(name), document


def api_files(views: Sequence[MarketView], site: str) -> Files:
    """The list of all markets, and the JSON Schema of list and documents."""
    newest = views[0].catalog.newest_date if views else ""
    listed = {
        "$schema": f"{site}{addresses.SCHEMA}",
        "as_of": newest,
        "license": LICENCE,
        "license_note": LICENCE_NOTE,
        "markets": [_listed(view, site) for view in views],
    }
    yield addresses.MARKET_LIST, as_json(listed).encode("utf-8")
    yield addresses.SCHEMA, as_json(api_schema(f"{site}{addresses.SCHEMA}")).encode("utf-8")


def _listed(view: MarketView, site: str) -> Json:
    market = view.market
    head = {"size": market.headline.size, "target": market.headline.target, "growth": market.headline.growth}
    return {
        "id": market.id,
        "title": market.title,
        "industry": market.industry.code,
        "geography": market.geography.code,
        "address": f"{site}{addresses.market_address(market.id)}",
        "document": f"{site}{addresses.document_address(market.id)}",
        "headline": {name: _head(claim, market.id, site) for name, claim in head.items() if claim},
        "claims": len(market.claims),
        "findings": len(view.report.findings),
    }


def _head(claim: Claim, market: str, site: str) -> Json:
    return {
        "id": claim.id,
        "shown": full(claim).replace("\u00a0", " "),
        "value": f"{claim.printed.value:f}",
        "unit": claim.unit.code,
        "period": claim.period.text if claim.period else "",
        "address": f"{site}{addresses.claim_address(market, claim.id)}",
    }
