"""The published CSV, XLSX, JSON and pages agree on every value with the data room, which is read here by itself."""

import csv
import functools
import io
import json
import zipfile
from decimal import Decimal
from hashlib import sha256
from pathlib import Path

import openpyxl
import pytest
from lxml import html

from tests.commands import ROOT

MARKETS = sorted(folder.name for folder in (ROOT / "data" / "markets").iterdir())
pytestmark = pytest.mark.slow


@functools.cache
def typed(market: str) -> dict[str, dict[str, str]]:
    text = (ROOT / "data" / "markets" / market / "observations.csv").read_text(encoding="utf-8")
    return {row["id"]: row for row in csv.DictReader(io.StringIO(text))}


def downloads(site: Path, market: str) -> Path:
    return site / "markets" / market / "data"


SAME = ("measure", "scope", "region", "period", "qualifier", "unit", "status", "rank", "source")


def same(row: dict[str, str]) -> list[str]:
    """What is published of a row alike: the columns that it has, as far as they are not left to be filled."""
    return [field for field in SAME if row.get(field)]


@pytest.mark.parametrize("market", MARKETS)
def test_csv_says_what_the_data_say(built_site, market):
    text = (downloads(built_site, market) / f"{market}.csv").read_text(encoding="utf-8")
    rows = {row["id"]: row for row in csv.DictReader(io.StringIO(text, newline=""))}
    assert rows.keys() == typed(market).keys()
    for name, row in typed(market).items():
        assert rows[name]["value"] == row["value"], name
        assert [rows[name][field] for field in same(row)] == [row[field] for field in same(row)], name


@pytest.mark.parametrize("market", MARKETS)
def test_json_and_api_say_what_the_data_say(built_site, market):
    document = (downloads(built_site, market) / f"{market}.json").read_bytes()
    assert document == (built_site / "api" / "v1" / "markets" / f"{market}.json").read_bytes()
    claims = {claim["id"]: claim for claim in json.loads(document)["claims"]}
    assert claims.keys() == typed(market).keys()
    for name, row in typed(market).items():
        assert claims[name]["value"] == row["value"], name
        assert [claims[name].get(field, "") for field in same(row)] == [row[field] for field in same(row)], (
            name
        )


@pytest.mark.parametrize("market", MARKETS)
def test_the_workbook_holds_numbers_shown_with_the_printed_digits(built_site, market):
    book = openpyxl.load_workbook(downloads(built_site, market) / f"{market}.xlsx")
    sheet = book["Claims"]
    head = [cell.value for cell in sheet[1]]
    place = {name: head.index(name) for name in ("id", "value", *SAME)}
    seen = set()
    for cells in sheet.iter_rows(min_row=2):
        name = cells[place["id"]].value
        row = typed(market)[name]
        value = cells[place["value"]]
        assert value.data_type == "n", name
        assert Decimal(str(value.value)) == Decimal(row["value"]), name
        decimals = len(row["value"].partition(".")[2])
        assert value.number_format == "#,##0" + ("." + "0" * decimals if decimals else ""), name
        assert [str(cells[place[field]].value or "") for field in same(row)] == [row[f] for f in same(row)]
        seen.add(name)
    assert seen == typed(market).keys()
    assert {"Sources", "Notes"} <= set(book.sheetnames)


@pytest.mark.parametrize("market", MARKETS)
def test_workbook_and_json_agree_on_what_we_compute_and_show_no_false_digit(built_site, market):
    document = json.loads((downloads(built_site, market) / f"{market}.json").read_bytes())
    book = openpyxl.load_workbook(downloads(built_site, market) / f"{market}.xlsx")
    head, *rows = book["Derived"].iter_rows(values_only=True)
    sheet = {row[0]: dict(zip(head, row, strict=True)) for row in rows}
    assert [known["id"] for known in document["derived"]] == list(sheet)
    for known in document["derived"]:
        row = sheet[known["id"]]
        for field in ("value", "low", "high"):
            assert isinstance(row[field], int | float), known["id"]
            assert row[field] == pytest.approx(float(known[field]), rel=1e-12), known["id"]
        assert {field: row[field] for field in ("name", "shown", "unit", "formula", "address")} == {
            field: known[field] for field in ("name", "shown", "unit", "formula", "address")
        }
        assert row["inputs"].split("; ") == known["inputs"]
        assert f"{Decimal(known['value']):,}" in known["shown"].replace("\u2212", "-"), known["id"]
        low, value, high = (Decimal(known[field]) for field in ("low", "value", "high"))
        # Never more than four decimals, also where more are known.
        half = Decimal("0.00005") if value.as_tuple().exponent == -4 else 0
        assert low - half <= value <= high + half, known["id"]


@pytest.mark.parametrize("market", MARKETS)
def test_studies_stand_in_json_and_workbook_as_in_the_data(built_site, market):
    file = ROOT / "data" / "markets" / market / "studies.csv"
    entered = list(csv.DictReader(io.StringIO(file.read_text("utf-8")))) if file.exists() else []
    entered.sort(key=lambda row: row["id"])
    document = json.loads((downloads(built_site, market) / f"{market}.json").read_bytes())
    assert [{k: v for k, v in row.items() if v} for row in entered] == sorted(
        document["studies"], key=lambda study: study["id"]
    )
    book = openpyxl.load_workbook(downloads(built_site, market) / f"{market}.xlsx")
    if not entered:
        assert "Studies" not in book.sheetnames
        return
    head, *rows = book["Studies"].iter_rows(values_only=True)
    assert [{k: v or "" for k, v in zip(head, row, strict=True)} for row in sorted(rows)] == entered


def test_json_tells_what_a_claim_is_of_since_when_and_what_is_found_of_it(built_site):
    market = "personalized-cell-therapy"
    document = json.loads((downloads(built_site, market) / f"{market}.json").read_bytes())
    (claim,) = [claim for claim in document["claims"] if claim["id"] == "size-2024"]
    assert claim["name"] == "Market size"
    assert claim["first_published"] == "2026-11-26"  # the only file in vintages/
    assert "revision_reason" not in claim
    known = {finding["id"] for finding in document["findings"]}
    assert len(claim["findings"]) >= 3
    assert all(set(claim["findings"]) <= known for claim in document["claims"])


def test_the_list_of_markets_says_what_may_be_done_with_it(built_site):
    listed = json.loads((built_site / "api" / "v1" / "markets.json").read_bytes())
    assert listed["license"] == "CC-BY-4.0"
    assert "remain theirs" in listed["license_note"]


@pytest.mark.parametrize("market", MARKETS)
def test_each_claim_has_a_page_with_the_same_digits(built_site, market):
    for name, row in typed(market).items():
        page = html.parse(str(built_site / "c" / market / name / "index.html")).getroot()
        shown = page.xpath("string(//h1)").replace("\u00a0", " ").replace("−", "-")
        number = f"{Decimal(row['value']):,}"
        assert number in shown, (name, shown)
        linked = json.loads(page.xpath("string(//script[@type='application/ld+json'])"))
        assert linked["mainEntity"]["value"]["value"] == row["value"], name


@pytest.mark.parametrize("market", MARKETS)
def test_the_zip_holds_the_same_files_and_its_checksums_hold(built_site, market):
    with zipfile.ZipFile(downloads(built_site, market) / f"{market}.zip") as archive:
        held = {entry.filename.partition("/")[2]: archive.read(entry) for entry in archive.infolist()}
    assert {"README.md", "LICENSE.txt", "SHA256SUMS", "datapackage.json"} <= held.keys()
    for name in (f"{market}.csv", f"{market}.xlsx", f"{market}.json", "datapackage.json"):
        assert held[name] == (downloads(built_site, market) / name).read_bytes(), name
    lines = [line.split("  ") for line in held["SHA256SUMS"].decode().splitlines()]
    sums = {name: digest for digest, name in lines}
    assert sums == {name: sha256(held[name]).hexdigest() for name in held if name != "SHA256SUMS"}
