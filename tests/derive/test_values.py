"""Derived values by name: stable ids, formulas that a reader redoes, and numbers worked by hand."""

from dataclasses import replace
from decimal import Decimal

import pytest

from scripts.derive import SameNameError, derive, ids
from scripts.derive.market import _by_id
from scripts.model import Computed, Rank, Status
from scripts.notation import known, measured
from tests.charts.markets import OTHER, ordinary
from tests.codelists import UNITS
from tests.factory import between, growth, market, plain, share, size


def value(name, *claims, **more):
    found = derive(market(*claims, **more)).values[name]
    return found, plain(found.formula), plain(measured(found, found.unit))


HEADLINE = (size(2024, "10.0", rank=Rank.PREFERRED), growth(2024, 2034, "10.0", rank=Rank.PREFERRED))
RIVAL = (
    size(2024, "5.0", name="all-2024", source=OTHER, scope="all-batteries"),
    size(2026, "7.2", name="all-2026", source=OTHER, scope="all-batteries", status=Status.FORECAST),
    growth(2024, 2026, "20.0", name="all-rate", source=OTHER, scope="all-batteries"),
)


def test_an_estimate_is_brought_to_each_year_that_its_own_rate_alone_reaches():
    # 5.0 × 1.2 = 6.0; between 4.95 × 1.1995 = 5.938 and 5.05 × 1.2005 = 6.063
    found, formula, shown = value("derived-all-2024-at-all-rate-in-2025", *HEADLINE, *RIVAL)
    assert (formula, shown) == ("5.0 bn × (1 + 20.0 %)", "USD 6.0 bn")
    assert (found.low, found.high) == (Decimal("5.937525"), Decimal("6.062525"))
    assert found.inputs == ("all-2024", "all-rate")
    there = derive(market(*HEADLINE, *RIVAL)).values
    assert not [name for name in there if name.startswith("derived-all-2024-at-") and name.endswith("2026")]


def test_the_headline_brought_to_a_year_is_the_markets_own_size_also_without_a_target():
    head = ("size-2024", None, "cagr-2024-2034")
    found, formula, shown = value("derived-size-2026", *HEADLINE, headline=head)
    assert (formula, shown) == ("10.0 bn × (1 + 10.0 %)²", "USD 12.1 bn")
    assert not [
        name for name in derive(market(*HEADLINE, headline=head)).values if "-at-" in name or "-in-" in name
    ]
    assert found.inputs == ("size-2024", "cagr-2024-2034")


def test_the_growth_that_two_sizes_imply_is_named_after_both():
    # (7.2 ÷ 5.0)^(1/2) = 1.2
    found, formula, _ = value("derived-growth-all-2024-to-all-2026", *RIVAL)
    assert formula == "(7.2 bn ÷ 5.0 bn)^(1/2) − 1"
    assert round(found.point, 20) == 20
    assert "derived-growth-2024-2034" in derive(ordinary()).values  # the headline keeps its name


def test_a_rival_is_a_multiple_of_the_markets_own_in_the_common_year():
    # 5.0 ÷ 10.0, between 4.95 ÷ 10.05 and 5.05 ÷ 9.95
    head = ("size-2024", None, "cagr-2024-2034")
    found, formula, shown = value(
        "derived-all-2024-over-size-2024-in-2024", *HEADLINE, *RIVAL[:1], headline=head
    )
    assert (formula, shown) == ("5.0 bn ÷ 10.0 bn", "0.50 times")
    assert found.inputs == ("all-2024", "size-2024")


def test_bounds_of_concentration_have_the_shares_at_which_they_are_reached():
    # one share of 58 in three segments: 58² + 2 × 21² = 4246; 58² + 42² = 5128
    cars = share("cars", "58", use="cars")
    for name, formula, shown in (
        ("derived-hhi-least-use-2024", "(58² + 2 × 21²) ÷ 100²", "0.42"),
        ("derived-hhi-most-use-2024", "(58² + 42²) ÷ 100²", "0.51"),
        ("derived-largest-most-use-2024", "58 %", "58 %"),
        ("derived-two-largest-least-use-2024", "58 % + 21 %", "79 %"),
    ):
        found, written, value_shown = value(name, cars)
        assert written.partition(", the")[0] == formula
        assert value_shown == shown
        assert found.inputs == ("cars",)
    assert (
        "42 % without a published share spread evenly over two segments"
        in value("derived-hhi-least-use-2024", cars)[1]
    )


def test_a_share_that_follows_from_sizes_names_all_of_them():
    # 30 ÷ (30 + 50 + 20)
    whole = size(2024, "100")
    parts = [
        size(2024, v, name=code, use=code) for code, v in (("cars", "30"), ("phones", "50"), ("ships", "20"))
    ]
    found, formula, shown = value("derived-share-of-cars", whole, *parts)
    assert (formula, shown) == ("30 bn ÷ (30 bn + 50 bn + 20 bn)", "30 %")
    assert found.inputs == ("cars", "phones", "ships")


def test_the_shares_behind_the_leader_are_summed():
    shares = [
        share(code, v, use=code) for code, v in (("cars", "50.0"), ("phones", "20.5"), ("ships", "10.25"))
    ]
    found, formula, shown = value("derived-others-use-2024", *shares)
    assert (formula, shown) == ("20.5 % + 10.25 %", "30.8 %")
    assert (found.low, found.high) == (Decimal("30.695"), Decimal("30.805"))


def test_no_shown_value_has_more_digits_than_its_interval():
    for found in derive(ordinary()).values.values():
        digits = known(found).replace("−", "-").replace(",", "")
        assert found.low <= Decimal(digits) <= found.high or found.id.startswith("derived-response")


def test_names_are_made_of_what_a_value_follows_from_and_not_of_its_place():
    there = derive(ordinary()).values
    turned = replace(ordinary(), claims=dict(reversed(list(ordinary().claims.items()))))
    assert list(derive(turned).values.items()) == list(there.items())
    assert len(there) > 20
    assert all(name == found.id and name.startswith(ids.PREFIX) for name, found in there.items())


def test_two_values_of_one_name_are_refused_by_the_names_of_their_claims():
    # A share of x in 2024 and one of x-on-y: both would be derived-x-on-y-on-z
    own = share("x", "10", use="cars"), size(2024, "1", name="y-on-z")
    other = share("x-on-y", "20", 2023, chemistry="oxide"), size(2023, "2", name="z")
    with pytest.raises(SameNameError, match="derived-x-on-y-on-z"):
        derive(market(*own, *other))


def test_one_name_for_two_values_stops_the_build_and_says_which():
    one = Computed.of(
        between("1", "2"), id="derived-a", name="One", unit=UNITS["percent"], formula="", inputs=("x", "x")
    )
    assert one.inputs == ("x",)
    assert _by_id([one, replace(one, formula="again")]) == {"derived-a": one}
    with pytest.raises(SameNameError, match=r"'derived-a' would be both 'One' from x and 'Two' from y"):
        _by_id([one, replace(one, name="Two", inputs=("y",))])
