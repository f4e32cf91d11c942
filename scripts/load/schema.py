"""Editor schemas: draft-7 JSON Schemas of all files, generated from the nouns, so that editors check and explain."""

import json
from pathlib import Path
from typing import Any, get_type_hints

from pydantic import TypeAdapter

from scripts.load.codelists import LISTS
from scripts.model import Claim, Comparison, Event, FactCheck, Market, Permalink, Source, Study
from scripts.model.fields import DIMENSION, Code, file_fields, nouns_in

Schema = dict[str, Any]

DRAFT = "http://json-schema.org/draft-07/schema#"
FOLDER = "schemas"
ROWS: dict[str, type] = {
    "observations": Claim,
    "events": Event,
    "studies": Study,
    "fact_checks": FactCheck,
    "permalinks": Permalink,
}
ROW_NOTE = "One row, of which empty fields are left out."
# What a row may leave out although the noun has it: it follows from the market.
FILLED = {"observations": ("region",)}


def schemas() -> dict[str, Schema]:
    """The schema of each file, by the name of its own file in data/schemas/."""
    found = {
        "market": _finish("market.yml", Market),
        "source": _finish("sources/<publisher>/<release>.yml", Source),
        "comparisons": _finish("comparisons.yml", Comparison, keyed=True),
    }
    for name, (noun, _) in LISTS.items():
        found[name] = _finish(f"codelists/{name}.yml", noun, keyed=True)
    for name, noun in ROWS.items():
        found[name] = _finish(f"{name}.csv", noun)
        found[name]["description"] += f" {ROW_NOTE}"
        found[name]["required"] = [
            n for n in found[name].get("required", ()) if n not in FILLED.get(name, ())
        ]
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
    written = {folder / name: schema_text(schema) for name, schema in schemas().items()}
    for file, text in written.items():
        file.write_text(text, encoding="utf-8", newline="\n")
    return list(written)


def _finish(title: str, noun: type, *, keyed: bool = False) -> Schema:
    kind: Any = dict[Code, noun] if keyed else noun  # type: ignore[valid-type]
    schema = TypeAdapter(kind).json_schema()
    definitions = schema.get("$defs", {})
    for inner in _nouns(noun):
        shape = definitions.get(inner.__name__, schema if inner is noun and not keyed else {})
        _keep_file_fields(shape, inner)
    used = _used(schema, definitions)
    schema["$defs"] = {name: shape for name, shape in definitions.items() if name in used}
    draft_7: Schema = _draft_7({key: value for key, value in schema.items() if value or key != "$defs"})
    return {"$schema": DRAFT, "title": title, **draft_7}


def _nouns(noun: type) -> list[type]:
    """A noun with those that its fields hold."""
    hints = get_type_hints(noun)
    held = (part for name in file_fields(noun) for part in nouns_in(hints[name]))
    return [noun, *(one for part in held for one in _nouns(part))]


def _keep_file_fields(shape: Schema, noun: type) -> None:
    """Leave out what no file holds."""
    allowed = file_fields(noun)
    if "properties" in shape:
        shape["properties"] = {name: shape["properties"][name] for name in allowed}
        shape["required"] = [name for name in shape.get("required", ()) if name in allowed]


def _used(schema: Schema, definitions: Schema) -> set[str]:
    """The definitions to which a schema leads."""
    used, looked_at = set[str](), [{key: value for key, value in schema.items() if key != "$defs"}]
    while looked_at:
        text = json.dumps(looked_at)
        fresh = {name for name in definitions if f'"#/$defs/{name}"' in text} - used
        used, looked_at = used | fresh, [definitions[name] for name in fresh]
    return used


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
        if not (key == "title" and isinstance(value, str))
        and not (key == "default" and not value)
        and not (key == "required" and not value)
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
