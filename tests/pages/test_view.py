"""What a page may ask of a market."""

from dataclasses import replace

from scripts.audit import audit
from scripts.derive import derive
from scripts.model import AddressKind, Moment, Permalink, Place
from scripts.pages import MarketView
from tests.factory import catalog, market, size

HOME = "/c/solid-state-batteries/"


def view(moved):
    """A market of two sizes, with a ledger in which addresses have moved."""
    known = market(size(2024, "5.1"), size(2025, "6.3"))
    day, place = Moment("2025-01-05"), Place("data/permalinks.csv")
    ledger = {old: Permalink(old, AddressKind.CLAIM, day, new, "", place) for old, new in moved.items()}
    whole = replace(catalog(known), permalinks=ledger)
    return MarketView(known, whole, derive(known), audit(known, whole), {}, {})


def test_a_claim_is_known_by_the_ids_that_it_was_published_by():
    moved = {
        f"{HOME}worth-2024/": f"{HOME}size-2024/",
        f"{HOME}all-2024/": f"{HOME}size-2024/",
        f"{HOME}size-2025/": "",
    }
    assert view(moved).former_ids == {"size-2024": ("all-2024", "worth-2024")}


def test_an_id_of_a_claim_of_today_or_of_another_market_is_no_former_one():
    moved = {
        f"{HOME}size-2025/": f"{HOME}size-2024/",
        "/c/cars/worth-2024/": f"{HOME}size-2024/",
        f"{HOME}cars-2024/": "/c/cars/size-2024/",
        f"{HOME}gone/": f"{HOME}derived-size-2025/",
    }
    assert view(moved).former_ids == {}
