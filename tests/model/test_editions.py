"""Editions: of one publication the newest leads, whole, unless another is preferred; what it replaces is history."""

import random

import pytest

from scripts.derive import derive, newest, other_editions
from scripts.model import Market
from scripts.notation import author
from tests.model.made import complaints, loaded, size

SERIES = "series: forecast\npublished: {}\n"
RANKED = "measure,offer,period,value,unit,source,id,rank,rank_reason"
OFFER = "dimensions:\n  offer:\n    name: Offer\n    segments:\n      cars: {name: Cars}\n      ships: {name: Ships}\n"
ROWS = (
    # In the old edition 100 = 60 + 40, in the new one 90 = 30 + 60.
    "market-size,total,2024,100,usd-bn,gartner/old,old,,",
    "market-size,cars,2024,60,usd-bn,gartner/old,old-x,,",
    "market-size,ships,2024,40,usd-bn,gartner/old,old-y,,",
    "market-size,total,2024,90,usd-bn,gartner/new,new,,",
    "market-size,cars,2024,30,usd-bn,gartner/new,new-x,,",
    "market-size,ships,2024,60,usd-bn,gartner/new,new-y,,",
)


def editions(*rows: str, old: str = SERIES.format("2024-05"), new: str = SERIES.format("2024-11")) -> Market:
    return loaded("\n".join(rows), OFFER, RANKED, old=old, new=new)


def superseded(market: Market) -> set[str]:
    return {claim.id for claim in market.claims.values() if claim.superseded}


def parts(market: Market) -> dict[str, str]:
    offers = next(b for b in derive(market).breakdowns if b.dimension == "offer")
    return {part.code: f"{part.share.point:.1f}" for part in offers.published if part.share}


@pytest.mark.parametrize("luck", range(5))
def test_the_newest_edition_leads_whole_wherever_its_rows_stand(luck):
    rows = list(ROWS)
    random.Random(luck).shuffle(rows)
    market = editions(*rows)
    assert superseded(market) == {"old", "old-x", "old-y"}
    assert market.lead
    assert market.lead.id == "new"
    assert parts(market) == {"ships": "66.7", "cars": "33.3"}  # 60 and 30 of 90
    assert {claim.id for claim in market.followed} == {"new", "new-x", "new-y"}
    (estimate,) = (e for e in derive(market).estimates if e.is_whole)
    assert [claim.id for claim in estimate.sizes] == ["new"]


def test_an_older_edition_that_is_preferred_leads_whole():
    preferred = ROWS[0].removesuffix(",,") + ",preferred,The newer one was withdrawn."
    market = editions(preferred, *ROWS[1:])
    assert superseded(market) == {"new", "new-x", "new-y"}
    assert parts(market) == {"cars": "60.0", "ships": "40.0"}


def test_a_newer_edition_replaces_what_it_speaks_of_and_nothing_else():
    users = "users,total,2024,5,million-people,gartner/old,old-users,,"
    grown = "growth,total,2023/2024,8,percent-a-year,gartner/old,old-growth,,"
    market = editions(*ROWS, users, grown)
    assert superseded(market) == {"old", "old-x", "old-y", "old-growth"}  # a growth of money is of money


def test_publications_without_a_series_are_rivals():
    market = editions(*ROWS, old="published: 2024-05\n", new="published: 2024-11\n")
    assert superseded(market) == set()


def test_one_series_name_of_two_authors_is_two_publications():
    told = SERIES.format("2024-05") + "origin: idc\n"
    assert superseded(editions(*ROWS, old=told)) == set()


def test_what_other_editions_say_of_a_claim_is_its_history():
    market = editions(*ROWS)
    old, new = market.claims["old-x"], market.claims["new-x"]
    assert [claim.id for claim in other_editions(market, new)] == ["old-x"]
    assert [claim.id for claim in other_editions(market, old)] == ["new-x"]
    date = newest(market, old)
    assert date
    assert (date.text, newest(market, new)) == ("2024-11", None)
    (revision,) = derive(market).revisions
    assert (revision.year, [edition.claim.id for edition in revision.editions]) == (2024, ["old", "new"])


def test_of_editions_of_one_day_the_order_of_rows_decides_nothing():
    same = SERIES.format("2024-11")
    assert {frozenset(superseded(editions(*rows, old=same))) for rows in (ROWS, ROWS[::-1])} == {
        frozenset({"new", "new-x", "new-y"})  # gartner/old comes after gartner/new by its name
    }


def test_the_author_of_a_page_that_carries_another_s_figures_is_the_other():
    market = loaded(size("2024"), a="origin: idc\n")
    (claim,) = market.claims.values()
    assert claim.source
    assert (author(claim.source), claim.source.publisher.code, claim.voice) == ("IDC", "gartner", "idc")
    unnamed = loaded(size("2024"), a="origin: publisher-not-stated\n").claims["market-size-2024"].source
    assert author(unnamed) == "author not named"


def test_an_unknown_series_or_calendar_field_is_told_at_its_line():
    (said,) = complaints(size("2024"), a="serie: forecast\n")
    assert "unknown field 'serie' - did you mean 'series'?" in said
