"""Editor schemas: fresh, valid draft 7, and of one mind with the loader about the base."""

import csv
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator

from scripts.load.schema import schema_text, schemas, write_schemas
from tests.load.conftest import BASE

SCHEMAS = schemas()
COMMITTED = Path(__file__).parents[2] / "data/schemas"
LATER_DRAFTS = ("$defs", "prefixItems", "unevaluatedProperties", "dependentRequired", "$dynamicRef", '"null"')


class EditorLoader(yaml.SafeLoader):
    """Reads YAML as editors do: numbers are numbers, dates are text."""


EditorLoader.yaml_implicit_resolvers = {
    first: [(tag, expression) for tag, expression in resolvers if not tag.endswith(":timestamp")]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def yaml_files() -> list[tuple[str, Path]]:
    kinds = {"market.yml": "market"}
    files = sorted(BASE.rglob("*.yml"))
    return [
        (kinds.get(file.name) or ("source" if "sources" in file.parts else file.stem), file) for file in files
    ]


def problems(schema: str, value: Any) -> list[str]:
    return [error.message for error in Draft7Validator(SCHEMAS[f"{schema}.schema.json"]).iter_errors(value)]


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_committed_schema_is_fresh(name: str) -> None:
    file = COMMITTED / name
    committed = file.read_text(encoding="utf-8") if file.exists() else ""
    assert committed == schema_text(SCHEMAS[name]), "run: python -m scripts schema"


def test_there_is_no_schema_that_nothing_generates() -> None:
    assert {file.name for file in COMMITTED.iterdir()} == set(SCHEMAS), (
        "delete it, or run: python -m scripts schema"
    )


@pytest.mark.parametrize("name", SCHEMAS)
def test_each_schema_is_draft_7(name: str) -> None:
    Draft7Validator.check_schema(SCHEMAS[name])
    text = schema_text(SCHEMAS[name])
    assert not [word for word in LATER_DRAFTS if word in text]


@pytest.mark.parametrize("name", SCHEMAS)
def test_each_field_is_explained(name: str) -> None:
    def unexplained(schema: Any) -> list[str]:
        if not isinstance(schema, dict):
            return []
        found = [
            field for field, below in schema.get("properties", {}).items() if not below.get("description")
        ]
        return found + [field for below in schema.values() for field in unexplained(below)]

    assert unexplained(SCHEMAS[name]) == []


@pytest.mark.parametrize(("schema", "file"), yaml_files(), ids=lambda value: getattr(value, "stem", value))
def test_the_yaml_of_the_base_is_valid(schema: str, file: Path) -> None:
    assert problems(schema, yaml.load(file.read_text(encoding="utf-8"), EditorLoader)) == []


@pytest.mark.parametrize("name", ["observations", "events", "studies", "fact_checks"])
def test_the_rows_of_the_base_are_valid(name: str) -> None:
    with (BASE / f"markets/solid-state-batteries/{name}.csv").open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            assert problems(name, {column: field for column, field in row.items() if field}) == []


def test_an_editor_refuses_what_the_loader_refuses() -> None:
    assert problems("regions", {"North America": {"name": "North America"}})
    assert problems("source", {"title": "T", "type": "news", "address": "http://example.org"})
    assert problems("market", {"titel": "T"})
    assert problems("comparisons", {"two": {"title": "T", "question": "Q?", "markets": ["one"]}})
    assert problems("fact_checks", {"id": "v01", "subject": "market", "checked": "It", "verdict": "maybe"})


def test_patterns_are_anchored_at_both_ends() -> None:
    for text in map(schema_text, SCHEMAS.values()):
        assert not [p for p in re.findall(r'"pattern": "(.*)"', text) if not (p[0] == "^" and p[-1] == "$")]


def test_writing_gives_the_same_bytes(tmp_path: Path) -> None:
    for file in write_schemas(tmp_path):
        assert file.read_text(encoding="utf-8") == schema_text(SCHEMAS[file.name])
