"""What changed between vintages, by hand."""

from dataclasses import replace

from scripts.history import releases
from scripts.model import Moment, Vintage
from tests.factory import market

A, B, C = ("10", "", "usd-bn", "2024"), ("12", "about", "usd-bn", "2024"), ("3", "", "usd-bn", "2025")


def test_the_first_vintage_adds_everything_and_a_later_one_what_is_new_or_revised():
    vintages = (
        Vintage(Moment("2026-01-31"), {"size": A, "share": C}),
        Vintage(Moment("2026-03-01"), {"size": B, "share": C, "rate": C}),
    )
    later, first = releases(replace(market(), vintages=vintages))
    assert (first.date.text, first.added, first.revised, first.is_first) == (
        "2026-01-31",
        ("size", "share"),
        (),
        True,
    )
    assert (later.added, later.is_first) == (("rate",), False)
    assert [(r.claim, r.before, r.after) for r in later.revised] == [("size", A, B)]


def test_a_market_without_vintages_has_no_releases():
    assert releases(replace(market(), vintages=())) == ()
