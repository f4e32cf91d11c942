"""What changed between vintages, by hand."""

from dataclasses import replace

from scripts.history import releases
from scripts.model import AddressKind, Moment, Permalink, Place, Vintage
from tests.factory import catalog, market

A, B, C = ("10", "", "usd-bn", "2024"), ("12", "about", "usd-bn", "2024"), ("3", "", "usd-bn", "2025")


def told(vintages, *ledger):
    known = replace(market(), vintages=vintages)
    return releases(known, replace(catalog(known), permalinks={row.address: row for row in ledger}))


def row(name, moved_to="", withdrawn=""):
    home = "/c/solid-state-batteries/"
    to = f"{home}{moved_to}/" if moved_to else ""
    return Permalink(
        f"{home}{name}/", AddressKind.CLAIM, Moment("2026-01-31"), to, withdrawn, Place("data/permalinks.csv")
    )


def test_a_claim_that_was_renamed_is_one_claim_and_one_that_was_withdrawn_none():
    vintages = (
        Vintage(Moment("2026-01-31"), {"size": A, "share": C}),
        Vintage(Moment("2026-03-01"), {"market": B}),
    )
    later, first = told(vintages, row("size", moved_to="market"), row("share", withdrawn="Misread."))
    assert first.added == ("market",)
    assert later.added == ()
    assert [(r.claim, r.before, r.after) for r in later.revised] == [("market", A, B)]


def test_the_first_vintage_adds_everything_and_a_later_one_what_is_new_or_revised():
    vintages = (
        Vintage(Moment("2026-01-31"), {"size": A, "share": C}),
        Vintage(Moment("2026-03-01"), {"size": B, "share": C, "rate": C}),
    )
    later, first = told(vintages)
    assert (first.date.text, first.added, first.revised, first.is_first) == (
        "2026-01-31",
        ("size", "share"),
        (),
        True,
    )
    assert (later.added, later.is_first) == (("rate",), False)
    assert [(r.claim, r.before, r.after) for r in later.revised] == [("size", A, B)]


def test_a_market_without_vintages_has_no_releases():
    assert told(()) == ()
