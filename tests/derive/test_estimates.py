from dataclasses import replace

import pytest

from scripts.derive import common_year, estimates, placed
from scripts.model import FiscalYear, Period, Rank
from scripts.notation import number
from tests.factory import award, claim, growth, market, share, size

USERS = (2024, "500"), (2025, "600")


def the_only(*claims):
    (estimate,) = estimates(market(*claims))
    return estimate


def test_sizes_and_rates_are_grouped_by_scope_region_and_source():
    groups = estimates(
        market(
            size(2024, "14.2"),
            growth(2024, 2034, "24.5"),
            size(2024, "9", name="a", source="ohm/2025"),
            size(2024, "90", name="b", scope="all-batteries"),
            size(2024, "4", name="c", region="europe"),
            size(2034, "127.1"),
        )
    )
    assert [[claim.id for claim in (*group.sizes, *group.rates)] for group in groups] == [
        ["size-2024", "size-2034", "cagr-2024-2034"],  # that of the lead first
        ["c"],
        ["a"],
        ["b"],
    ]
    assert [group.own for group in groups] == [True, True, True, False]
    assert [group.is_whole for group in groups] == [True, False, True, True]


def test_a_segment_has_an_estimate_of_its_own_and_never_one_of_the_market():
    (estimate,) = estimates(market(size(2024, "5", use="cars"), share("s", "40", use="cars")))
    assert (estimate.segments, estimate.is_whole) == ((("use", "cars"),), False)
    assert [claim.id for claim in estimate.sizes] == ["size-2024"]


def test_a_part_s_own_rate_is_held_against_its_own_sizes():
    # 5 to 20 in two years is a doubling each year, not 50 %
    parts = [
        size(2024, "5.0", use="cars"),
        size(2026, "20.0", use="cars"),
        growth(2024, 2026, "50", use="cars"),
    ]
    (triangle,) = the_only(*parts).triangles
    assert not triangle.closes
    assert triangle.implied
    assert number(triangle.implied.point, 0) == "100"


def test_what_is_no_size_and_no_rate_is_no_estimate():
    assert estimates(market(award("a", "14"), share("s", "40", region="europe"))) == ()


def test_14_2_to_127_1_closes_at_24_5_percent():
    (triangle,) = the_only(size(2024, "14.2"), size(2034, "127.1"), growth(2024, 2034, "24.5")).triangles
    assert triangle.closes
    assert triangle.years == 10
    assert number(triangle.implied.point, 2) == "24.50"
    assert number(triangle.reached.point, 1) == "127.1"  # 14.2 x 1.245^10 = 127.05


def test_2_to_127_1_does_not_close_at_24_5_percent():
    (triangle,) = the_only(size(2023, "2"), size(2033, "127.1"), growth(2023, 2033, "24.5")).triangles
    assert not triangle.closes
    assert number(triangle.implied.point, 1) == "51.5"
    assert number(triangle.reached.point, 1) == "17.9"


FASTER, SLOWER = "60", "40"  # than the 51 % that lead from 2 to 127.1 in ten years


@pytest.mark.parametrize(
    ("bound", "end", "fits"),
    [
        ("at-least", "start", SLOWER),
        ("more-than", "start", SLOWER),
        ("at-most", "start", FASTER),
        ("less-than", "start", FASTER),
        ("at-least", "end", FASTER),
        ("more-than", "end", FASTER),
        ("at-most", "end", SLOWER),
        ("less-than", "end", SLOWER),
        ("at-least", "rate", SLOWER),
        ("at-most", "rate", FASTER),
        ("about", "end", None),
    ],
)
def test_a_bound_closes_a_triangle_only_on_its_own_side(bound, end, fits):
    for stated in (FASTER, SLOWER):
        said = {place: {"qualifier": bound} if place == end else {} for place in ("start", "end", "rate")}
        (triangle,) = the_only(
            size(2023, "2.0", **said["start"]),
            size(2033, "127.1", **said["end"]),
            growth(2023, 2033, stated, **said["rate"]),
        ).triangles
        assert triangle.closes is (stated == fits)


def test_ends_in_millions_and_billions_are_ends_of_one_series():
    (triangle,) = the_only(
        size(2024, "14200", "usd-m"), size(2034, "127.1"), growth(2024, 2034, "24.5")
    ).triangles
    assert triangle.closes


def test_ends_in_two_currencies_are_no_ends_of_one_series():
    assert not the_only(
        size(2024, "14.2", "eur-bn"), size(2034, "127.1"), growth(2024, 2034, "24.5")
    ).triangles


def test_a_start_in_dollars_and_an_end_in_gigawatt_hours_are_no_ends_of_one_series():
    shipped = size(2034, "127.1", "gwh", measure="shipments")
    found = estimates(market(size(2024, "14.2"), shipped, growth(2024, 2034, "24.5")))
    assert [len(estimate.triangles) for estimate in found] == [0, 0]


def test_the_growth_of_users_is_never_held_against_the_growth_of_money():
    users = [size(year, value, "people", measure="users", name=f"users-{year}") for year, value in USERS]
    money = [size(2024, "10.0"), size(2025, "20.0")]
    rate = claim("rate", "20.0", "percent-a-year", "user-growth", "2024/2025")
    (triangle,) = (t for estimate in estimates(market(*users, *money, rate)) for t in estimate.triangles)
    assert (triangle.start.id, triangle.end.id, triangle.closes) == ("users-2024", "users-2025", True)


def test_a_rate_without_a_size_at_both_its_ends_makes_no_triangle():
    assert not the_only(size(2024, "14.2"), size(2033, "127.1"), growth(2024, 2034, "24.5")).triangles


def test_months_and_a_rate_between_them_are_no_yearly_estimate():
    rate = claim("monthly", "2.0", "percent-a-year", "cagr", "2024-01/2024-12")
    january = claim("january", "10", period="2024-01")
    december = claim("december", "12", period="2024-12")
    assert estimates(market(january, december, rate)) == ()


def test_a_size_published_for_the_year_is_placed_as_stated():
    at = placed(the_only(size(2024, "14.2"), growth(2024, 2034, "24.5")), 2024)
    assert at
    assert at.stated
    assert str(at.value.point) == "14.2"


def test_an_estimate_is_brought_to_a_year_by_its_own_rate():
    at = placed(the_only(size(2024, "10.0"), growth(2024, 2034, "10.0")), 2026)
    assert at
    assert not at.stated
    assert number(at.value.point, 4) == "12.1000"
    assert (at.base.id, at.rate.id if at.rate else "") == ("size-2024", "cagr-2024-2034")


@pytest.mark.parametrize(("year", "known"), [(2023, False), (2025, True), (2034, True), (2035, False)])
def test_an_estimate_is_never_carried_beyond_the_years_of_its_rate(year, known):
    estimate = the_only(size(2024, "10.0"), growth(2024, 2034, "10.0"))
    assert (placed(estimate, year) is not None) is known


def test_deprecated_sizes_and_rates_carry_no_estimate():
    rejected = {"rank": Rank.DEPRECATED}
    assert placed(the_only(size(2024, "10", **rejected), growth(2024, 2034, "10")), 2024) is None
    assert placed(the_only(size(2024, "10"), growth(2024, 2034, "10", **rejected)), 2026) is None


def test_a_rate_printed_from_the_year_after_the_size_carries_it_and_one_from_later_does_not():
    at = placed(the_only(size(2023, "10"), growth(2024, 2034, "10")), 2025)
    assert at
    assert (number(at.value.point, 1), at.steps) == ("12.1", 2)
    assert placed(the_only(size(2022, "10"), growth(2024, 2034, "10")), 2026) is None


def test_a_printed_window_may_count_from_the_year_before_it():
    # 10 in 2025 to 20 in 2035 is ten years at 7.18 %; printed as 2026 to 2035
    (triangle,) = the_only(size(2025, "10.0"), size(2035, "20.0"), growth(2026, 2035, "7.2")).triangles
    assert (triangle.years, triangle.before, triangle.closes) == (10, True, True)
    assert not triangle.fits_in(9)  # 8.0 %


def test_fiscal_years_and_calendar_years_are_no_ends_of_one_series():
    from_april = Period.of("FY2024").within(FiscalYear(4))
    start = replace(claim("start", "10.0"), period=from_april)
    found = estimates(market(start, size(2025, "20.0"), growth(2024, 2025, "100")))
    assert [triangle for estimate in found for triangle in estimate.triangles] == []


def test_the_common_year_is_the_one_most_estimates_reach():
    reaching = estimates(
        market(
            size(2024, "10", name="a", source="a/1"),
            growth(2024, 2034, "10", name="b", source="a/1"),
            size(2025, "12", name="c", source="c/1"),
            size(2024, "11", name="d", source="d/1"),
            size(2025, "13", name="e", source="e/1"),
        )
    )
    assert common_year(reaching, 2024) == 2025


def test_of_equal_years_the_one_nearest_to_the_base_is_common_and_then_the_earlier():
    reaching = estimates(
        market(size(2023, "10", source="a/1"), size(2025, "12", source="b/1"), size(2026, "13", source="c/1"))
    )
    assert common_year(reaching, 2025) == 2025
    assert common_year(reaching, 2024) == 2023


def test_a_year_far_from_the_base_is_not_common_however_many_reach_it():
    reaching = estimates(
        market(
            *(size(2030, "10", name=f"n{n}", source=f"a/{n}") for n in range(3)),
            size(2024, "9", source="b/1"),
        )
    )
    assert common_year(reaching, 2024) == 2024


def test_without_estimates_the_common_year_is_the_base():
    assert common_year((), 2024) == 2024
