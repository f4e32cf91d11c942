"""Every figure of the seed is in the data, with its value, its source and the place in it."""

from dataclasses import replace

import pytest

from scripts.load import load_catalog
from scripts.model import Claim
from scripts.notation import full, moment, period
from tests.commands import ROOT
from tests.data.seed_list import MARKET, PUBLISHER, SOURCE, seed_figures
from tests.factory import plain


@pytest.fixture(scope="module")
def market():
    return load_catalog(ROOT / "data").markets[MARKET]


def fault(market, figure):
    """What is wrong with how the data hold a figure of the seed, or an empty text."""
    if figure.kind == "checked":
        checked = [check.checked for check in market.fact_checks if check.id == figure.record]
        return "" if checked and figure.shown in checked[0] else f"what was checked is {checked}"
    if figure.kind == "event":
        return event_fault(market, figure)
    claim = market.claims.get(figure.record)
    if claim is None:
        return "no such claim"
    if claim.source_id != SOURCE:
        return f"the source is {claim.source_id}"
    if figure.place not in claim.locator.split("; "):
        return f"the locator is {claim.locator}"
    return "" if told_as(market, claim, figure.kind) == figure.shown else "it is told otherwise"


def event_fault(market, figure):
    """An event may be dated to the day by another source: then its note says what the seed gives, and where."""
    for event in market.events:
        if event.id == figure.record and event.date:
            dated = plain(moment(event.date)) == figure.shown and figure.shown.endswith(figure.printed)
            placed = figure.place in f"{event.locator}; {event.note}"
            return "" if dated and placed else f"the event is of {event.date.text}, {event.locator}"
    return "no such event"


def told_as(market, claim: Claim, kind):
    published = claim.source.published if claim.source else None
    texts = {
        "value": full(claim),
        "date": period(claim.period),
        "forecast": period(market.forecast_period),
        "published": moment(published) if published else "",
    }
    return plain(texts[kind])


@pytest.mark.parametrize("figure", seed_figures(), ids=str)
def test_each_figure_of_the_seed_is_in_the_data(market, figure):
    assert fault(market, figure) == ""


@pytest.mark.parametrize(
    "planted",
    [{"shown": "USD 14.3 bn"}, {"place": "Overview, paragraph 7"}, {"record": "size-2022"}],
    ids=str,
)
def test_a_figure_with_another_value_place_or_record_would_be_noticed(market, planted):
    figure = next(figure for figure in seed_figures() if figure.record == "size-2024")
    assert fault(market, replace(figure, **planted)) != ""


def test_the_list_holds_every_mention():
    assert len(seed_figures()) == 70
    assert len({figure.record for figure in seed_figures()}) == 33


def test_every_claim_of_the_seed_is_on_the_list(market):
    listed = {figure.record for figure in seed_figures()}
    assert [claim.id for claim in market.claims.values() if claim.source_id == SOURCE] == [
        claim for claim in market.claims if claim in listed
    ]


def test_every_place_that_a_claim_names_is_on_the_list(market):
    listed = {(figure.record, figure.place) for figure in seed_figures()}
    named = {
        (claim.id, place)
        for claim in market.claims.values()
        if claim.source_id == SOURCE
        for place in claim.locator.split("; ")
    }
    assert sorted(named - listed) == []


def test_the_source_names_its_publisher_and_date(market):
    source = market.claims["size-2024"].source
    assert source
    assert source.publisher.name == PUBLISHER
    assert source.published
    assert source.published.text == "2025-05-28"
