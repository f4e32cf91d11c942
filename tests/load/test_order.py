"""The order of rows, and of fields, makes no difference: shuffled data give the same ids, numbers and order."""

import csv
import io
import json
import random
from pathlib import Path
from typing import Any

import pytest
import yaml

from scripts.audit import audit
from scripts.derive import Derivations, derive
from scripts.load import load_catalog
from scripts.model import Catalog, Claim, Market
from tests.rooms import ROOMS, catalog, laid_out

# The order in which these stand is said by the data: it is how they are shown.
SHOWN_IN_ORDER = {"dimensions", "segments", "scopes"}
LOADED = [room for room in ROOMS if catalog(room)]


def shuffled_rows(text: str, luck: random.Random) -> str:
    header, *rows = csv.reader(io.StringIO(text))
    luck.shuffle(rows)
    order = list(range(len(header)))
    luck.shuffle(order)
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows([row[at] for at in order] for row in (header, *rows))
    return out.getvalue()


def shuffled_keys(value: Any, luck: random.Random, name: str = "") -> Any:
    if isinstance(value, list):
        return [shuffled_keys(item, luck) for item in value]
    if not isinstance(value, dict):
        return value
    keys = list(value)
    if name not in SHOWN_IN_ORDER:
        luck.shuffle(keys)
    return {key: shuffled_keys(value[key], luck, key) for key in keys}


def shuffle(data: Path, luck: random.Random) -> int:
    files = sorted(data.rglob("*.csv")) + sorted(data.rglob("*.yml"))
    for file in files:
        text = file.read_text(encoding="utf-8")
        if file.suffix == ".csv":
            file.write_text(shuffled_rows(text, luck), encoding="utf-8")
        else:
            tree = shuffled_keys(yaml.load(text, yaml.BaseLoader), luck)
            file.write_text(json.dumps(tree, ensure_ascii=False, indent=1), encoding="utf-8")  # which is YAML
    return len(files)


def ids(claims: Any) -> list[str]:
    return [claim.id for claim in claims if claim]


def told(market: Market) -> list[Any]:
    """Everything that follows from a market, without the places where it stands in files."""
    derived: Derivations = derive(market)
    values = [(v.id, v.name, v.formula, v.inputs, v.point, v.low, v.high) for v in derived.values.values()]
    found: list[Any] = [values, ids([market.lead]), market.year, list(market.claims), market.made_ids]
    found += [ids(market.events), ids(market.studies), ids(market.fact_checks), ids(derived.bases)]
    for b in (*derived.divisions, *derived.breakdowns):
        parts = [
            (part.code, part.name, part.id, part.share, ids([part.claim, part.size])) for part in b.parts
        ]
        found.append(
            (b.name, b.slug, b.scope, b.segments, b.region, b.of_code, ids([b.whole]), b.remainder, parts)
        )
    for estimate in derived.estimates:
        found.append(
            (estimate.scope, estimate.segments, estimate.region, ids(estimate.sizes), ids(estimate.rates))
        )
    found += [(line, line.cells) for line in derived.coverage]
    found += [(r.publisher, r.year, ids(e.claim for e in r.editions)) for r in derived.revisions]
    found += [(voice.code, [s.id for s in voice.sources], voice.claims) for voice in derived.origins.voices]
    found += [(field.code, field.voices) for field in derived.definitions.fields]
    found += [(r.value.id, r.value.point) for r in derived.requirements]
    grid = derived.sensitivity
    return [*found, grid and [(base.year, base.value) for base in grid.bases], grid and grid.cells]


def examined(market: Market, whole: Catalog) -> list[Any]:
    """What the audit says of a market, in its order."""
    report = audit(market, whole)
    said = [(f.id, f.grade, f.title, f.arithmetic, f.subjects, f.reading) for f in report.findings]
    return [said, report.examined, report.unread]


def superseded(market: Market) -> list[str]:
    return [claim.id for claim in market.claims.values() if claim.superseded]


@pytest.mark.parametrize("room", LOADED)
def test_shuffled_data_give_the_same_values_in_the_same_order(room: str, tmp_path: Path) -> None:
    data = laid_out(room, tmp_path / "data")
    assert shuffle(data, random.Random(room)) > 9
    before, after = catalog(room), load_catalog(data)
    assert before
    assert list(after.markets) == list(before.markets)
    for name, market in before.markets.items():
        assert told(after.markets[name]) == told(market)
        assert superseded(after.markets[name]) == superseded(market)
        assert examined(after.markets[name], after) == examined(market, before)


def test_shuffling_changes_something() -> None:
    text = "a,b\n1,2\n3,4\n5,6\n"
    assert shuffled_rows(text, random.Random(1)) != text
    assert list(shuffled_keys({"x": 1, "y": {"b": 1, "a": 2}, "z": 3}, random.Random(1))) != ["x", "y", "z"]
    assert isinstance(next(iter(catalog("data").markets.values())), Market)  # type: ignore[union-attr]
    assert Claim.__doc__
