"""What has a default may be left out: files stay valid when a column or a field is added, and when an empty one goes."""

import csv
import io
import json
from dataclasses import MISSING, fields
from pathlib import Path
from typing import Any

import pytest
import yaml

from scripts.load import load_catalog
from scripts.load.codelists import LISTS
from scripts.load.observations import NEEDED
from scripts.load.schema import ROWS, schemas
from scripts.model import Market, Source
from scripts.model.fields import file_fields
from tests.rooms import catalog, laid_out

KINDS = {f"{name}.csv": noun for name, noun in ROWS.items()}
SCHEMAS = schemas()


def needed(noun: type) -> set[str]:
    plain = {f.name for f in fields(noun) if f.default is MISSING and f.default_factory is MISSING}
    return plain & set(file_fields(noun))


def without_empty_columns(text: str, kept: set[str]) -> str:
    header, *rows = csv.reader(io.StringIO(text))
    full = [at for at, name in enumerate(header) if name in kept or any(row[at] for row in rows)]
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows([row[at] for at in full] for row in (header, *rows))
    return out.getvalue()


def with_all_columns(text: str, names: tuple[str, ...]) -> str:
    header, *rows = csv.reader(io.StringIO(text))
    more = [name for name in names if name not in header]
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(
        [*row, *(more if row is header else [""] * len(more))] for row in (header, *rows)
    )
    return out.getvalue()


def unplaced(room: Any) -> dict[str, list[Any]]:
    """The claims of each market without the places where they stand."""
    return {
        market.id: [
            (claim.id, claim.typed, claim.key, claim.status, claim.rank, claim.note)
            for claim in market.in_order
        ]
        for market in room.markets.values()
    }


def rows_of(data: Path) -> list[Path]:
    return [
        file for file in sorted(data.rglob("*.csv")) if file.name in KINDS and "vintages" not in file.parts
    ]


def test_columns_that_are_empty_may_be_left_out_of_every_real_file(tmp_path: Path) -> None:
    data = laid_out("data", tmp_path / "data")
    files = rows_of(data)
    assert len(files) >= 15
    shorter = 0
    for file in files:
        before = file.read_text(encoding="utf-8")
        kept = set(NEEDED) if file.name == "observations.csv" else needed(KINDS[file.name])
        after = without_empty_columns(before, kept)
        shorter += after.partition("\n")[0] != before.partition("\n")[0]
        file.write_text(after, encoding="utf-8")
    assert shorter >= 3
    assert unplaced(load_catalog(data)) == unplaced(catalog("data"))


def test_every_optional_column_may_stand_in_every_real_file_and_be_empty(tmp_path: Path) -> None:
    data = laid_out("data", tmp_path / "data")
    for file in rows_of(data):
        text = with_all_columns(file.read_text(encoding="utf-8"), file_fields(KINDS[file.name]))
        file.write_text(text, encoding="utf-8")
    assert unplaced(load_catalog(data)) == unplaced(catalog("data"))


@pytest.mark.parametrize("name", ["market", "source", *LISTS])
def test_the_schema_wants_no_more_than_what_has_no_default(name: str) -> None:
    noun = {"market": Market, "source": Source}.get(name) or LISTS[name][0]
    schema = SCHEMAS[f"{name}.schema.json"]
    shape = schema if "required" in schema else schema["definitions"][noun.__name__]
    assert set(shape["required"]) == needed(noun)


def test_real_sources_need_no_more_than_their_title_and_type(tmp_path: Path) -> None:
    data = laid_out("data", tmp_path / "data")
    for file in sorted((data / "sources").rglob("*.yml")):
        tree = yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader)
        kept = {name: tree[name] for name in ("title", "type", "fiscal_year") if name in tree}
        file.write_text(json.dumps(kept, ensure_ascii=False), encoding="utf-8")
    assert len(load_catalog(data).sources) == len(load_catalog(laid_out("data", tmp_path / "again")).sources)
