"""Every fact of the report on continuous glucose monitoring is in the data: its figures, its segments, its events, its words."""

import csv
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import pytest

from scripts.derive import derive
from scripts.load import load_catalog
from scripts.model import TOTAL, Relation, Role
from tests.commands import ROOT

MARKET = "continuous-glucose-monitoring"
BILLION = Decimal(10) ** 9
RATE, SHARE, POINTS, MONEY = "percent per year", "percent", "percentage points", "USD billion"
UNITS = {
    "percent-a-year": RATE,
    "percent": SHARE,
    "percentage-points": POINTS,
    "usd-bn": MONEY,
    "usd-m": MONEY,
}

# What the facts give besides figures: where each member of a division, each event and each statement stands.
MEMBERS = {
    "C022": ("component", "sensors"),
    "C023": ("component", "transmitters"),
    "C024": ("component", "receivers"),
    "C025": ("end_user", "home-and-personal"),
    "C026": ("end_user", "hospitals"),
    "C027": ("demography", "pediatric"),
    "C028": ("demography", "adult"),
}
REGIONS = {"C029": "north-america", "C030": "asia-pacific"}
EVENTS = {
    "C031": ("stelo-clearance-2024", "2024-03", "clearance", "united-states"),
    "C032": ("dexcom-one-plus-launch-2024", "2024-02", "launch", "europe"),
}
WORDS = {
    "C004": ("Drivers", "sensors that shrink"),
    "C005": ("Drivers", "rules of payment that help"),
    "C006": ("Drivers", "wellness and medical need"),
    "C007": ("Drivers", "a single sale becomes a subscription"),
    "C008": ("Opportunities", "exist as prototypes"),
    "C047": ("Definition", "prints a placeholder where its rate should stand"),
}


@dataclass(frozen=True)
class Figure:
    """A figure as the facts give it, and the claim that holds it."""

    fact: str
    value: str
    unit: str
    period: str
    publisher: str
    claim: str

    def __str__(self):
        return f"{self.fact}-{self.claim}"


def figures():
    with Path(__file__).with_name("glucose_figures.csv").open(encoding="utf-8", newline="") as lines:
        return tuple(Figure(**row) for row in csv.DictReader(lines))


@pytest.fixture(scope="module")
def market():
    return load_catalog(ROOT / "data").markets[MARKET]


def told(claim):
    """Value, unit and period of a claim as the facts write them, and who says so."""
    money = claim.unit.currency == "USD"
    value = claim.printed.value * claim.unit.factor / BILLION if money else claim.printed.value
    period = claim.period.text if claim.period else ""
    return value, UNITS[claim.unit.code], period, claim.source.voice


@pytest.mark.parametrize("figure", figures(), ids=str)
def test_each_figure_is_in_the_data_with_its_unit_period_publisher_and_place(market, figure):
    claim = market.claims[figure.claim]
    assert told(claim) == (Decimal(figure.value), figure.unit, figure.period, figure.publisher)
    assert claim.locator


def test_every_fact_is_on_one_list():
    listed = [*(figure.fact for figure in figures()), *MEMBERS, *REGIONS, *EVENTS, *WORDS]
    assert sorted(listed) == [f"C{number:03}" for number in range(1, 49)]


def test_every_claim_is_a_fact_or_a_rank_in_words(market):
    beyond = set(market.claims) - {figure.claim for figure in figures()}
    assert beyond == {"growth-rank-asia-pacific", "share-rank-north-america"}


@pytest.mark.parametrize(("dimension", "segment"), MEMBERS.values())
def test_each_member_of_a_division_has_its_segment(market, dimension, segment):
    assert segment in market.dimensions[dimension].segments


def test_both_regions_are_listed(market):
    assert [region.code for region in market.regions] == list(REGIONS.values())


@pytest.mark.parametrize("event", EVENTS.values())
def test_each_event_has_its_month_its_type_and_its_region(market, event):
    found = {e.id: (e.id, e.date.text, e.type.code, e.region.code) for e in market.events}
    assert found[event[0]] == event


@pytest.mark.parametrize(("heading", "phrase"), WORDS.values())
def test_each_statement_without_a_figure_is_told(market, heading, phrase):
    pieces = [
        getattr(piece, "text", "")
        for section in market.commentary
        if section.heading == heading
        for entry in section.entries
        for paragraph in entry.paragraphs
        for piece in paragraph
    ]
    assert phrase in " ".join(pieces)


def test_the_page_with_a_placeholder_for_its_rate_has_no_rate(market):
    said = [claim for claim in market.claims.values() if claim.source.voice == "market-growth-reports"]
    assert [claim.measure.role for claim in said] == [Role.SIZE, Role.SIZE]


def test_adults_have_no_figure_as_nobody_publishes_one(market):
    assert {claim.segments["demography"] for claim in market.claims.values()} == {TOTAL, "pediatric"}


def test_the_sum_of_the_three_largest_is_no_part_beside_them(market):
    company = next(known for known in derive(market).breakdowns if known.code == "company")
    assert [part.code for part in company.published] == ["abbott", "dexcom", "medtronic"]
    assert company.remainder
    assert company.remainder.point == Decimal("1.18")


def test_no_share_is_turned_into_money_of_another_year(market):
    """All shares are of 2024, and the size that leads is of 2025."""
    divided = derive(market).breakdowns
    assert {known.code for known in divided if known.published} == {
        "component",
        "end_user",
        "demography",
        "company",
        "region",
    }
    assert [known.code for known in divided if known.money] == []


def test_figures_of_people_are_of_another_scope_than_the_market(market):
    people = {claim.id for claim in market.claims.values() if claim.scope == "diabetes"}
    assert people == {figure.claim for figure in figures() if figure.fact in {"C033", "C034", "C035"}}
    assert market.scopes["diabetes"].relation == Relation.NEIGHBOUR
