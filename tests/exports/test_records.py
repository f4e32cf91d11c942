"""The fields that programs read: ranges, editions, places and grades; none of the old ones is gone."""

import json
from dataclasses import replace

import jsonschema
import pytest

from scripts.audit import Report
from scripts.derive import derive
from scripts.exports.api_schema import api_schema
from scripts.exports.document import market_document
from scripts.exports.llms import llms_txt
from scripts.exports.records import fields, records
from scripts.model import Finding, Grade, Moment, Place
from scripts.pages import MarketView
from tests.codelists import REGIONS
from tests.factory import catalog, claim, market, share, size, source

SITE = "https://almanac.example/"
# What version 1 of the API has held from its first day.
FIRST = [
    "id",
    "measure",
    "scope",
    "region",
    "period",
    "value",
    "low",
    "high",
    "qualifier",
    "unit",
    "currency",
    "factor",
    "status",
    "rank",
    "rank_reason",
    "publisher",
    "source",
    "source_title",
    "source_address",
    "source_published",
    "locator",
    "note",
    "standing",
    "findings",
    "address",
]


def view(one, *findings):
    return MarketView(one, catalog(one), derive(one), Report(one.id, findings, {}, {}), {}, {})


def record(one, name):
    return next(row for row in records(view(one), SITE) if row["id"] == name)


def test_fields_are_only_added():
    names = [field.name for field in fields(view(market(size(2024, "1"))))]
    assert [name for name in names if name in FIRST] == FIRST
    assert len(names) == len(set(names))
    assert set(record(market(size(2024, "1")), "size-2024")) == set(names)


def test_a_range_is_a_number_in_the_middle_with_both_ends_beside():
    row = record(market(claim("price", "120..130", "usd", "price")), "price")
    assert (row["value"], row["printed"], row["low"], row["high"]) == ("125", "120..130", "119.5", "130.5")


def test_an_edition_that_was_replaced_says_so_and_the_author_is_named():
    old = source(
        "shopping-feedback/x",
        author_named=source("renub-research/x").publisher,
        series="cells",
        published=Moment("2023"),
    )
    row = record(market(size(2024, "1", source=old, superseded=True)), "size-2024")
    assert (row["superseded"], row["series"]) == ("yes", "cells")
    assert (row["publisher"], row["carrier"]) == ("Renub Research", "Shopping Feedback")
    plainly = record(market(share("cars", "40", use="cars")), "cars")
    assert (plainly["superseded"], plainly["carrier"], plainly["of"]) == ("no", "", "market-size")


@pytest.mark.parametrize(
    ("period", "length"), [("2024", "12"), ("2024-Q1", "3"), ("2024-H1", "6"), ("FY2024", "12")]
)
def test_a_claim_says_of_how_many_months_it_is(period, length):
    row = record(market(claim("one", "1", period=period)), "one")
    assert (row["period"], row["length"]) == (period, length)


def test_a_document_of_any_market_is_what_the_schema_says():
    finding = Finding(
        market="solid-state-batteries",
        rule="growth-triangle",
        topic="x",
        grade=Grade.QUESTION,
        title="It fits only from 2025",
        arithmetic="1 = 1",
        place=Place("x"),
        subjects=("q",),
        reading="it counts from 2025",
    )
    german = market(
        claim("q", "326.4", "gwh", "shipments", "2023-Q4", region="germany"),
        claim("price", "120..130", "usd", "price", "FY2024-Q1", region="germany"),
        geography=REGIONS["germany"],
        currency="",
        base_year=None,
        forecast_period=None,
    )
    document = market_document(view(german, finding), SITE)
    jsonschema.validate(json.loads(json.dumps(document)), api_schema(f"{SITE}api/v1/schema.json"))
    assert document["geography"] == "germany"
    assert not {"currency", "money_basis", "base_year", "forecast_period"} & set(document)
    (found,) = document["findings"]
    assert (found["severity"], found["grade"], found["reading"]) == (
        "notice",
        "open question",
        "it counts from 2025",
    )


def test_what_assistants_read_names_the_place():
    german = market(
        size(2024, "8", region="germany"),
        headline=("size-2024", None, None),
        geography=REGIONS["germany"],
    )
    text = llms_txt([view(german)], (), SITE)
    assert "Germany; USD 8 bn in 2024" in text
    assert "Worldwide; USD 8 bn in 2024" in llms_txt(
        [view(replace(market(size(2024, "8"), headline=("size-2024", None, None))))], (), SITE
    )
