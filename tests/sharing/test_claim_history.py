"""Whether a number that was quoted is still the number, from vintages made up by hand."""

from dataclasses import replace

from scripts.audit import audit
from scripts.derive import derive
from scripts.model import AddressKind, Moment, Permalink, Place, Vintage
from scripts.pages import MarketView
from scripts.sharing.claim_history import history
from tests.factory import catalog, market, plain, size

THEN, NOW = ("14.2", "", "usd-bn", "2024"), ("12.4", "", "usd-bn", "2024")


def told(value, *vintages, permalinks=()):
    known = market(
        size(2024, value), vintages=tuple(Vintage(Moment(day), dict(held)) for day, held in vintages)
    )
    whole = replace(catalog(known), permalinks={row.address: row for row in permalinks})
    view = MarketView(known, whole, derive(known), audit(known, whole), {}, {})
    return history(known.claims["size-2024"], view)


def shown(known):
    return [(plain(one.shown), plain(one.since)) for one in known.past]


def test_before_its_first_release_nothing_is_said():
    known = told("14.2")
    assert (known.past, known.first, known.before, known.changed) == ((), "", None, "")


def test_a_figure_in_every_vintage_is_unchanged_since_the_first():
    known = told("14.2", ("2026-01-31", {"size-2024": THEN}), ("2026-03-01", {"size-2024": THEN}))
    assert shown(known) == [("USD 14.2 bn", "31 January 2026")]
    assert plain(known.first) == "31 January 2026"
    assert known.before is None


def test_a_figure_that_was_revised_says_what_it_was_and_since_when_it_is_another():
    known = told("12.4", ("2026-01-31", {"size-2024": THEN}), ("2026-03-01", {"size-2024": NOW}))
    assert shown(known) == [("USD 14.2 bn", "31 January 2026"), ("USD 12.4 bn", "1 March 2026")]
    assert plain(known.before.shown) == "USD 14.2 bn"
    assert plain(known.changed) == "1 March 2026"


def test_a_revision_that_is_not_released_has_no_day():
    known = told("12.4", ("2026-01-31", {"size-2024": THEN}))
    assert plain(known.before.shown) == "USD 14.2 bn"
    assert known.changed == ""


def test_a_figure_of_another_year_or_unit_is_written_as_it_was():
    known = told("14.2", ("2026-01-31", {"size-2024": ("14200", "about", "usd-m", "2023")}))
    assert shown(known) == [("about USD 14,200 m, dated 2023", "31 January 2026")]


def test_a_claim_keeps_its_history_under_another_name():
    home = "/c/solid-state-batteries/"
    row = Permalink(
        f"{home}market/", AddressKind.CLAIM, Moment("2026-01-31"), f"{home}size-2024/", "", Place("x")
    )
    known = told("14.2", ("2026-01-31", {"market": THEN}), permalinks=[row])
    assert shown(known) == [("USD 14.2 bn", "31 January 2026")]
