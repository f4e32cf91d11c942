"""A market as one JSON document, the same in its downloads and in the API; `api/v1/schema.json` describes it."""

import json
from typing import Any

from scripts.exports.records import LICENCE, LICENCE_NOTE, STUDY, Record, records, study_record
from scripts.exports.workbook import sources_of
from scripts.model import Claim, Computed, Event, FactCheck, Market, Segment, Source, Study
from scripts.model.addresses import SCHEMA, claim_address, market_address
from scripts.notation import author, full, measured, typeable
from scripts.pages import MarketView

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
        "geography": market.geography.code,
        **_money_and_years(market),
        "part_of": list(market.part_of),
        "address": f"{site}{market_address(market.id)}",
        "as_of": view.catalog.newest_date,
        "license": LICENCE,
        "license_note": LICENCE_NOTE,
        "headline": {name: claim.id for name, claim in head.items() if claim},
        "dimensions": [
            {
                "code": code,
                "name": dimension.name,
                "segments": [_segment(segment) for segment in dimension.segments.values()],
            }
            | ({"open": True} if dimension.open else {})
            | _present({"part_of": dimension.part_of})
            for code, dimension in market.dimensions.items()
        ],
        "scopes": [
            {"code": scope.code, "name": scope.name, "relation": scope.relation.value}
            for scope in market.scopes.values()
        ],
        "claims": [_claim(view, claim, rows[claim.id]) for claim in market.in_order],
        "derived": [_derived(market.id, value, site) for value in view.derived.values.values()],
        "findings": [
            {
                "id": finding.id,
                "rule": finding.rule,
                "severity": finding.severity.value,
                "grade": finding.grade.value,
                "title": _plain(finding.title),
                "arithmetic": _plain(finding.arithmetic),
                "subjects": list(finding.subjects),
                "address": f"{site}{claim_address(market.id, finding.id)}",
            }
            | _present({"reading": _plain(finding.reading)})
            for finding in view.report.findings
        ],
        "fact_checks": [_fact_check(check) for check in market.fact_checks],
        "events": [_event(event) for event in market.events],
        "studies": [_study(study) for study in market.studies],
        "sources": [_source(source) for source in sources_of(view)],
    }


def _money_and_years(market: Market) -> Json:
    """What only markets with money or a forecast have."""
    money = {"currency": market.currency, "money_basis": market.money_basis} if market.currency else {}
    year = {"base_year": market.base_year} if market.base_year else {}
    ahead = {"forecast_period": market.forecast_period.text} if market.forecast_period else {}
    return money | year | ahead


def _segment(segment: Segment) -> Json:
    found = {"code": segment.code, "name": segment.name} | _present({"part_of": segment.part_of})
    return found | ({"residual": True} if segment.residual else {})


def _claim(view: MarketView, claim: Claim, record: Record) -> Json:
    """A claim's record with its segments gathered, what it is of, and the figure as a reader quotes it."""
    own = {code: record[code] for code in claim.segments}
    rest = {name: text for name, text in record.items() if name not in own and text}
    vintages = view.published.get(claim.id, ())
    told = {
        "name": _plain(view.about(claim)),
        "revision_reason": claim.revision_reason,
        "first_published": vintages[0][0].text if vintages else "",
    }
    return (
        rest
        | _present(told)
        | {"segments": own, "findings": record["findings"].split(), "shown": _plain(full(claim))}
    )


def _derived(market: str, value: Computed, site: str) -> Json:
    return {
        "id": value.id,
        "name": _plain(value.name),
        "shown": _plain(measured(value, value.unit)),
        "value": typeable(value),
        "low": f"{value.low:f}",
        "high": f"{value.high:f}",
        "unit": value.unit.code,
        "formula": _plain(value.formula),
        "inputs": list(value.inputs),
        "address": f"{site}{claim_address(market, value.id)}",
    }


def _fact_check(check: FactCheck) -> Json:
    sources = [source.id for source in check.sources]
    return {
        "id": check.id,
        "subject": check.subject,
        "checked": check.checked,
        "verdict": check.verdict.value,
        "says": check.says,
        "sources": sources,
    } | _present({"date": check.date.text if check.date else "", "note": check.note})


def _event(event: Event) -> Json:
    found = {
        "id": event.id,
        "date": event.date.text if event.date else "",
        "type": event.type.code,
        "title": event.title,
        "amount": event.amount.id if event.amount else "",
        "region": event.region.code,
        "source": event.source.id if event.source else "",
        "locator": event.locator,
        "note": event.note,
    }
    return _present(found) | {"organisations": list(event.organisations)}


def _study(study: Study) -> Json:
    return _present(dict(zip(STUDY, study_record(study), strict=True)))


def _source(source: Source) -> Json:
    found = {
        "id": source.id,
        "publisher": source.publisher.name,
        "author": author(source),
        "title": source.title,
        "published": source.published.text if source.published else "",
        "address": source.address or "",
        "series": source.series,
        "terms": source.terms,
    }
    return _present(found)


def _present(texts: Record) -> Json:
    """The fields that say something."""
    return {name: text for name, text in texts.items() if text}


def _plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def as_json(document: Json) -> str:
    """A document as it is written."""
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"
