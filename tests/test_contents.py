"""What a build says of claims that no page shows."""

from types import MappingProxyType
from typing import Any

from scripts.audit import Report, audit_house
from scripts.contents import Edition
from scripts.derive import derive
from scripts.pages import MarketView
from tests.factory import catalog, market, share, size

NOTHING: MappingProxyType[Any, Any] = MappingProxyType({})


def edition(one):
    whole = catalog(one)
    view = MarketView(one, whole, derive(one), Report(one.id, (), {}, {}), {}, {})
    return Edition(whole, (view,), audit_house(whole), (), NOTHING, ("", ""), "https://almanac.example/")


def test_each_claim_stands_on_a_page_beside_that_of_the_data():
    assert edition(market(size(2024, "10"), share("cars", "40", use="cars", region="europe"))).unshown == []


def test_a_claim_that_no_page_shows_is_told_with_its_row():
    known = edition(market(size(2024, "10"), share("cars", "40", use="cars")))
    pages, placed = known.drafts
    without = [fragment for fragment in placed if "/cars/" not in fragment.html]
    kept = [page for page in pages if page.place.endswith("/data/") or "/cars/" not in page.body]
    known.__dict__["drafts"] = (kept, without)
    (told,) = known.unshown
    assert told == (
        "data/markets/solid-state-batteries/observations.csv:2:1: the claim cars is on no page but Data - "
        "no table of its market holds it"
    )
