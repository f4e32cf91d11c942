"""A market as one JSON document, the same in its downloads and in the API; `api/v1/schema.json` describes it."""

import json
from typing import Any

from scripts.exports.records import LICENCE, LICENCE_NOTE, Record, records
from scripts.exports.workbook import sources_of
from scripts.model import Claim, Source
from scripts.notation import full, measured
from scripts.pages import MarketView

SCHEMA = "api/v1/schema.json"
Json = dict[str, Any]


def market_document(view: MarketView, site: str) -> Json:
    """Everything about a market. Figures are texts, so that no program rounds them; absent fields are left out."""
    market = view.market
    rows = {record["id"]: record for record in records(view, site)}
    head = {"size": market.headline.size, "target": market.headline.target, "growth": market.headline.growth}
    return {
        "$schema": f"{site}{SCHEMA}",
        "id": market.id,
        "title": market.title,
        "short_title": market.short_title,
        "industry": market.industry.code,
        "definition": market.definition,
        "includes": [tag.code for tag in market.includes],
        "excludes": [tag.code for tag in market.excludes],
        "currency": market.currency,
        "money_basis": market.money_basis,
        "base_year": market.base_year,
        "forecast_period": market.forecast_period.text,
        "part_of": list(market.part_of),
        "address": f"{site}markets/{market.id}/",
        "as_of": view.catalog.newest_date,
        "license": LICENCE,
        "license_note": LICENCE_NOTE,
        "headline": {name: claim.id for name, claim in head.items() if claim},
        "dimensions": [
            {
                "code": code,
                "name": dimension.name,
                "segments": [{"code": s.code, "name": s.name} for s in dimension.segments.values()],
            }
            for code, dimension in market.dimensions.items()
        ],
        "scopes": [
            {"code": scope.code, "name": scope.name, "relation": scope.relation.value}
            for scope in market.scopes.values()
        ],
        "claims": [_claim(claim, rows[claim.id]) for claim in market.claims.values()],
        "derived": [
            {
                "id": value.id,
                "name": value.name,
                "shown": measured(value.quantity, value.unit).replace("\u00a0", " "),
                "low": f"{value.quantity.low:f}",
                "high": f"{value.quantity.high:f}",
                "unit": value.unit.code,
                "formula": value.formula.replace("\u00a0", " "),
                "inputs": list(value.inputs),
                "address": f"{site}c/{market.id}/{value.id}/",
            }
            for value in view.derived.values.values()
        ],
        "findings": [
            {
                "id": finding.id,
                "rule": finding.rule,
                "severity": finding.severity.value,
                "title": finding.title.replace("\u00a0", " "),
                "arithmetic": finding.arithmetic.replace("\u00a0", " "),
                "subjects": list(finding.subjects),
                "address": f"{site}c/{market.id}/{finding.id}/",
            }
            for finding in view.report.findings
        ],
        "fact_checks": [
            {
                "id": check.id,
                "subject": check.subject,
                "checked": check.checked,
                "verdict": check.verdict.value,
                "says": check.says,
                "sources": [source.id for source in check.sources],
            }
            for check in market.fact_checks
        ],
        "events": [
            {
                "id": event.id,
                "date": event.date.text if event.date else "",
                "type": event.type.code,
                "title": event.title,
                "organisations": list(event.organisations),
                "source": event.source.id if event.source else "",
            }
            for event in market.events
        ],
        "sources": [_source(source) for source in sources_of(view)],
    }


def _claim(claim: Claim, record: Record) -> Json:
    """A claim's record with its segments gathered, and the figure as a reader quotes it."""
    own = {code: record[code] for code in claim.segments}
    rest = {name: text for name, text in record.items() if name not in own and text}
    return rest | {"segments": own, "shown": full(claim).replace("\u00a0", " ")}


def _source(source: Source) -> Json:
    found = {
        "id": source.id,
        "publisher": source.publisher.name,
        "title": source.title,
        "published": source.published.text if source.published else "",
        "address": source.address or "",
    }
    return {name: text for name, text in found.items() if text}


def as_json(document: Json) -> str:
    """A document as it is written."""
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"
