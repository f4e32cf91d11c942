"""A hundred mistakes as analysts make them, each planted in a copy of the real data, are found by the rule that should.

`planted.csv` has a line for each edit; edits of one number are one mistake. `+copy` adds a copy of the row under a new id.
In YAML and Markdown the first text of that name is changed. Before the mistake, each market gets a vintage of itself, as if it had been
published.
"""

import csv
import io
import shutil
from itertools import groupby
from pathlib import Path

import pytest

from scripts.audit import audit, audit_house
from scripts.load import DataError, load_catalog
from tests.commands import ROOT
from tests.unreleased import unreleased

LINES = list(csv.DictReader((ROOT / "tests/audit/planted.csv").open(encoding="utf-8")))
MISTAKES = [list(edits) for _, edits in groupby(LINES, key=lambda line: line["number"])]


@pytest.fixture(scope="module")
def published(tmp_path_factory) -> Path:
    """The real data, each market with a vintage of its figures as they stand."""
    data = Path(shutil.copytree(ROOT / "data", tmp_path_factory.mktemp("planted") / "data"))
    for folder in (unreleased(data) / "markets").iterdir():
        (folder / "vintages").mkdir()
        shutil.copy(folder / "observations.csv", folder / "vintages" / "2026-11-23.csv")
    return data


@pytest.fixture(scope="module")
def clean(published):
    return {(finding.market, finding.id) for finding in found(published)}


def found(data):
    catalog = load_catalog(data)
    reports = [*(audit(market, catalog) for market in catalog.markets.values()), audit_house(catalog)]
    return [finding for report in reports for finding in report.findings]


def plant(data: Path, edit) -> None:
    path = (data / "markets" / edit["market"] / edit["file"]).resolve()
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".csv":
        path.write_text(in_table(text, edit), encoding="utf-8")
    elif path.suffix == ".md":
        assert edit["column"] in text
        path.write_text(text.replace(edit["column"], edit["value"], 1), encoding="utf-8")
    else:
        kept = [line for line in text.splitlines() if not line.startswith(f"{edit['column']}:")]
        path.write_text("\n".join([*kept, f"{edit['column']}: {edit['value']}", ""]), encoding="utf-8")


def in_table(text, edit):
    reader = csv.DictReader(io.StringIO(text))
    rows = list(reader)
    row = next(row for row in rows if row["id"] == edit["row"])
    if edit["column"] == "+copy":
        rows.append({**row, "id": edit["value"]})
    else:
        assert row[edit["column"]] != edit["value"]
        row[edit["column"]] = edit["value"]
    written = io.StringIO()
    writer = csv.DictWriter(written, reader.fieldnames or [], lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return written.getvalue()


def told_of(data: Path, clean, edits) -> bool:
    """Whether the rule that should has a finding that was not there before, or the loader refuses a line of that market."""
    rule, market = edits[0]["found_by"], edits[0]["market"]
    try:
        fresh = [finding for finding in found(data) if (finding.market, finding.id) not in clean]
    except DataError as error:
        return rule == "load" and any(f"/{market}/" in problem.place.file for problem in error.problems)
    return any(finding.rule == rule for finding in fresh)


def test_there_are_a_hundred_mistakes_of_many_kinds():
    assert len(MISTAKES) == 100
    assert len({edits[0]["found_by"] for edits in MISTAKES}) >= 20
    assert len({edits[0]["market"] for edits in MISTAKES}) == 4


def test_each_is_found_by_the_rule_that_should(published, clean, tmp_path):
    missed = []
    for edits in MISTAKES:
        data = Path(shutil.copytree(published, tmp_path / "data"))
        for edit in edits:
            plant(data, edit)
        if not told_of(data, clean, edits):
            missed.append((edits[0]["number"], edits[0]["mistake"], edits[0]["row"], edits[0]["found_by"]))
        shutil.rmtree(data)
    assert missed == []
