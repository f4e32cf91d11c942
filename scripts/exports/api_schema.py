"""The JSON Schema of the API: what its documents hold, so that programs can rely on it."""

from typing import Any

from scripts.exports.records import AFTER, BEFORE, STUDY
from scripts.model import Grade, Severity
from scripts.model.period import MOMENT
from scripts.model.printed import FIGURE

Schema = dict[str, Any]
TEXT: Schema = {"type": "string"}
CODE: Schema = {"type": "string", "pattern": "^[a-z0-9]+([-_][a-z0-9]+)*$"}
NUMBER: Schema = {"type": "string", "pattern": r"^-?[0-9]+(\.[0-9]+)?$"}
ADDRESS: Schema = {"type": "string", "format": "uri", "pattern": "^https?://"}
PERIOD: Schema = {"type": "string", "pattern": f"^{MOMENT}(/{MOMENT})?$"}
DAY: Schema = {"type": "string", "pattern": r"^[0-9]{4}(-[0-9]{2}){0,2}$"}
NEEDED = ("id", "measure", "region", "value", "low", "high", "unit", "status", "rank", "address")
TYPED = {
    "id": CODE,
    "value": NUMBER,
    "low": NUMBER,
    "high": NUMBER,
    "period": PERIOD,
    "factor": {"type": "string", "pattern": "^10*$"},
    "status": {"enum": ["actual", "provisional", "estimate", "forecast"]},
    "rank": {"enum": ["preferred", "normal", "deprecated"]},
    "address": ADDRESS,
    "printed": {"type": "string", "pattern": f"^{FIGURE}$"},
    "length": {"type": "string", "pattern": "^[0-9]+$"},
    "superseded": {"enum": ["yes", "no"]},
}


def api_schema(address: str) -> Schema:
    """The schema (draft 2020-12) of the list of markets and of one market's document; `address` is its own."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": address,
        "title": "Market Almanac API, version 1",
        "description": "Fields are only ever added. Figures are texts with exactly the digits printed.",
        "oneOf": [{"$ref": "#/$defs/list"}, {"$ref": "#/$defs/market"}],
        "$defs": {
            "list": _object(
                {
                    "$schema": ADDRESS,
                    "as_of": TEXT,
                    "license": TEXT,
                    "license_note": TEXT,
                    "markets": _array(_listed()),
                },
                ("as_of", "license", "license_note", "markets"),
            ),
            "market": _market(),
            "claim": _claim(),
        },
    }


def _object(properties: Schema, required: tuple[str, ...]) -> Schema:
    return {"type": "object", "properties": properties, "required": list(required)}


def _array(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def _claim() -> Schema:
    described = {
        field.name: {"description": field.description, **TYPED.get(field.name, TEXT)}
        for field in (*BEFORE, *AFTER)
    }
    described |= {
        "name": _told("What it is of, in words.", TEXT),
        "segments": {"type": "object", "additionalProperties": TEXT},
        "shown": _told("The figure as a reader quotes it.", TEXT),
        "findings": _told("The ids of what our rules find of it.", _array(CODE)),
        "revision_reason": _told("Why the figure is another than it was.", TEXT),
        "first_published": _told("The day of the first release that has it.", DAY),
    }
    return _object(described, (*NEEDED, "name", "segments", "shown", "findings"))


def _told(description: str, schema: Schema) -> Schema:
    return {"description": description, **schema}


def _listed() -> Schema:
    head = _object(
        {"id": CODE, "shown": TEXT, "value": NUMBER, "unit": CODE, "period": PERIOD, "address": ADDRESS},
        ("id", "shown", "value", "unit", "address"),
    )
    return _object(
        {
            "id": CODE,
            "title": TEXT,
            "industry": CODE,
            "geography": CODE,
            "address": ADDRESS,
            "document": ADDRESS,
            "headline": {"type": "object", "additionalProperties": head},
            "claims": {"type": "integer", "minimum": 0},
            "findings": {"type": "integer", "minimum": 0},
        },
        ("id", "title", "address", "document", "headline", "claims", "findings"),
    )


def _market() -> Schema:
    texts = ("title", "short_title", "definition", "money_basis", "as_of", "license", "license_note")
    derived = _object(
        {
            "id": {"type": "string", "pattern": "^derived-"},
            "name": TEXT,
            "shown": TEXT,
            "value": _told(
                "The point, with no more digits than are known, and four decimals at most.", NUMBER
            ),
            "low": NUMBER,
            "high": NUMBER,
            "unit": CODE,
            "formula": TEXT,
            "inputs": _array(CODE),
            "address": ADDRESS,
        },
        ("id", "name", "shown", "value", "low", "high", "formula", "inputs", "address"),
    )
    finding = _object(
        {
            "id": CODE,
            "rule": CODE,
            "severity": {"enum": [severity.value for severity in Severity]},
            "grade": _told(
                "A contradiction holds under no fair reading, an open question under one that the source does not state.",
                {"enum": [grade.value for grade in Grade]},
            ),
            "reading": _told("Under which reading an open question has an answer.", TEXT),
            "title": TEXT,
            "arithmetic": TEXT,
            "subjects": _array(TEXT),
            "address": ADDRESS,
        },
        ("id", "rule", "severity", "grade", "title", "arithmetic", "subjects", "address"),
    )
    figure = _told("The id of a claim.", CODE)
    study = _object(
        {**dict.fromkeys(STUDY, TEXT), "id": CODE, "n": figure, "responders": figure, "median": figure},
        ("id", "title", "condition"),
    )
    properties = {
        "$schema": ADDRESS,
        "id": CODE,
        **dict.fromkeys(texts, TEXT),
        "industry": CODE,
        "includes": _array(CODE),
        "excludes": _array(CODE),
        "currency": {"type": "string", "pattern": "^[A-Z]{3}$"},
        "base_year": {"type": "integer"},
        "forecast_period": PERIOD,
        "geography": CODE,
        "part_of": _array(CODE),
        "address": ADDRESS,
        "headline": {"type": "object", "additionalProperties": CODE},
        "dimensions": _array({"type": "object"}),
        "scopes": _array({"type": "object"}),
        "claims": _array({"$ref": "#/$defs/claim"}),
        "derived": _array(derived),
        "findings": _array(finding),
        "fact_checks": _array({"type": "object"}),
        "events": _array({"type": "object"}),
        "studies": _array(study),
        "sources": _array(_object({"id": TEXT, "publisher": TEXT, "title": TEXT}, ("id", "publisher"))),
    }
    return _object(
        properties, ("id", "title", "address", "as_of", "claims", "derived", "findings", "studies", "sources")
    )
