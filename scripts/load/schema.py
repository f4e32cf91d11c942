"""Editor schemas: draft-7 JSON Schemas of all files, generated from the shapes, so that editors check and explain."""

import json
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from scripts.load.boundary import Shape
from scripts.load.codelists import SHAPES as CODELIST_SHAPES
from scripts.load.fields import DIMENSION, Code
from scripts.load.rows import EventShape, FactCheckShape, ObservationShape, PermalinkShape, StudyShape
from scripts.load.shapes import ComparisonShape, MarketShape, SourceShape

Schema = dict[str, Any]

DRAFT = "http://json-schema.org/draft-07/schema#"
FOLDER = "schemas"
ROWS: dict[str, type[Shape]] = {
    "observations": ObservationShape,
    "events": EventShape,
    "studies": StudyShape,
    "fact_checks": FactCheckShape,
    "permalinks": PermalinkShape,
}
ROW_NOTE = "One row, of which empty fields are left out."


def schemas() -> dict[str, Schema]:
    """The schema of each file, by the name of its own file in data/schemas/."""
    found = {
        "market": _finish("market.yml", MarketShape.model_json_schema()),
        "source": _finish("sources/<publisher>/<release>.yml", SourceShape.model_json_schema()),
    }
    found["comparisons"] = _finish("comparisons.yml", TypeAdapter(dict[Code, ComparisonShape]).json_schema())
    for name, shape in CODELIST_SHAPES.items():
        found[name] = _finish(f"codelists/{name}.yml", TypeAdapter(dict[Code, shape]).json_schema())  # type: ignore[valid-type]
    for name, shape in ROWS.items():
        found[name] = _finish(f"{name}.csv", shape.model_json_schema())
        found[name]["description"] += f" {ROW_NOTE}"
    segment = {"type": "string", "description": "The code of a segment of this dimension, or total."}
    found["observations"]["patternProperties"] = {f"^({DIMENSION})$": segment}
    return {f"{name}.schema.json": schema for name, schema in found.items()}


def schema_text(schema: Schema) -> str:
    """A schema as it is written to disk."""
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def write_schemas(data: Path) -> list[Path]:
    """Write all schemas into the folder of the data room that holds them."""
    folder = data / FOLDER
    folder.mkdir(exist_ok=True)
    written = []
    for name, schema in schemas().items():
        (folder / name).write_text(schema_text(schema), encoding="utf-8", newline="\n")
        written.append(folder / name)
    return written


def _finish(title: str, schema: Schema) -> Schema:
    draft_7: Schema = _draft_7(schema)
    return {"$schema": DRAFT, "title": title, **draft_7}


def _draft_7(schema: Any) -> Any:
    """Put pydantic's JSON Schema (2020-12) into the words of draft 7, without what is noise in an editor."""
    if isinstance(schema, list):
        return [_draft_7(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    tidy = {
        "definitions" if key == "$defs" else key: _draft_7(value)
        for key, value in schema.items()
        # A title repeats the field's name; a field that may be left out says so by not being required.
        if not (key == "title" and isinstance(value, str)) and not (key == "default" and not value)
    }
    if "patternProperties" in tidy:  # names that are no codes are refused by the loader as well
        tidy.setdefault("additionalProperties", False)
    if "$ref" in tidy:
        tidy["$ref"] = tidy["$ref"].replace("#/$defs/", "#/definitions/")
    options = [option for option in tidy.get("anyOf", []) if option != {"type": "null"}]
    if options:
        tidy["anyOf"] = options
    if len(options) == 1:
        del tidy["anyOf"]
        tidy = {**options[0], **tidy}
    if "$ref" in tidy and len(tidy) > 1:  # draft 7 ignores what stands beside a reference
        tidy["allOf"] = [{"$ref": tidy.pop("$ref")}]
    return tidy
