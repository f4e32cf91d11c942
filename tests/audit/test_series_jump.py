from dataclasses import replace

import pytest

from scripts.audit.series import series_jump
from scripts.model import Grade
from tests.audit.examining import findings
from tests.factory import growth, market, plain, size, source


def found(*claims):
    one = market(*claims)
    return findings(series_jump, one)


def test_2_in_one_year_and_14_2_in_the_next_is_a_jump():
    (finding,) = found(size(2023, "2"), size(2024, "14.2"), growth(2024, 2034, "24.5"))
    assert finding.subjects == ("size-2023", "size-2024", "cagr-2024-2034")
    assert plain(finding.title) == "Market size rises from USD 2 bn in 2023 to USD 14.2 bn in 2024"
    assert plain(finding.arithmetic) == (
        "14.2 bn ÷ 2 bn = 7.1 times as much in one year, a growth of 610 % a year, beside 24.5 % a year as stated; "
        "stepping back from 14.2 bn at that rate gives 11.4 bn for 2023"
    )


def test_a_jump_in_another_scope_is_told_with_scope_and_publisher():
    (finding,) = found(size(2023, "2", scope="car-t"), size(2024, "14.2", scope="car-t"))
    assert plain(finding.title).startswith(
        "CAR-T cell therapy, Volt Research: market size rises from USD 2 bn in 2023"
    )


def test_a_series_that_follows_its_rate_does_not_jump():
    assert found(size(2023, "11.4"), size(2024, "14.2"), growth(2024, 2034, "24.5")) == []


@pytest.mark.parametrize(("last", "jumps"), [("149.0", False), ("151.0", True)])
def test_twice_the_rate_is_the_limit_of_a_fast_market(last, jumps):
    # at 24.95 to 25.05 % a year the limit is 50.1 %
    assert bool(found(size(2023, "100.0"), size(2024, last), growth(2024, 2034, "25.0"))) is jumps


@pytest.mark.parametrize(("last", "jumps"), [("129.9", False), ("130.3", True)])
def test_25_points_more_is_the_limit_of_a_slow_market(last, jumps):
    # at 4.95 to 5.05 % a year the limit is 30.05 %
    assert bool(found(size(2023, "100.0"), size(2024, last), growth(2024, 2034, "5.0"))) is jumps


@pytest.mark.parametrize(("last", "jumps"), [("199.9", False), ("200.3", True)])
def test_a_doubling_is_the_limit_where_no_rate_is_stated(last, jumps):
    findings = found(size(2023, "100.0"), size(2024, last))
    assert bool(findings) is jumps
    assert all("stated" not in finding.arithmetic for finding in findings)


def test_a_jump_over_several_years_is_judged_by_the_year():
    # 16 times in four years is a doubling each year
    assert found(size(2020, "10"), size(2024, "160"), growth(2024, 2034, "60.0")) == []
    (finding,) = found(size(2020, "10.0"), size(2024, "160.0"), growth(2024, 2034, "24.5"))
    assert "= 16.0 times as much in four years, a growth of 100 % a year" in plain(finding.arithmetic)
    # 1.245^4 = 2.40258 and 160 / 2.40258 = 66.6; with the rate at 24.45 to 24.55 % it is 66.5 to 66.7, which 67 is not
    assert plain(finding.arithmetic).endswith("gives 66.6 bn for 2020")


def test_a_rate_that_may_be_a_total_loss_is_not_stepped_back_at():
    # -99 rounded to one significant digit may be -104
    coarse = replace(source(), rounded_to=1)
    rate = replace(growth(2024, 2034, "-99"), source=coarse)
    (finding,) = found(*(replace(size(y, v), source=coarse) for y, v in ((2023, "2"), (2024, "14.2"))), rate)
    assert "as stated" not in finding.arithmetic


def test_the_rate_shown_is_the_fastest_one_stated():
    rates = growth(2020, 2030, "12.0"), growth(2024, 2034, "24.5")
    (finding,) = found(size(2023, "2"), size(2024, "14.2"), *rates)
    assert "beside 24.5 % a year as stated" in plain(finding.arithmetic)


def test_a_jump_is_seen_between_the_figures_of_another_currency():
    euros = size(2023, "1.8", "eur-bn", name="z-euros")
    (finding,) = found(size(2023, "2"), euros, size(2024, "14.2"), growth(2024, 2034, "24.5"))
    assert finding.subjects[:2] == ("size-2023", "size-2024")


def test_money_and_gigawatt_hours_are_two_series():
    shipped = size(2024, "900", "gwh", name="shipped", measure="shipments")
    assert found(size(2023, "2"), shipped, growth(2024, 2034, "24.5")) == []


def test_sizes_in_two_currencies_are_two_series():
    assert found(size(2023, "2"), size(2024, "14.2", "eur-bn"), growth(2024, 2034, "24.5")) == []


def test_sizes_of_two_sources_are_two_series():
    assert found(size(2023, "2", source="ohm/2025"), size(2024, "14.2")) == []


def test_millions_and_billions_are_one_series():
    assert found(size(2023, "11400", "usd-m"), size(2024, "14.2"), growth(2024, 2034, "24.5")) == []


@pytest.mark.parametrize("bounds", [({"qualifier": "at-least"}, {}), ({}, {"qualifier": "less-than"})])
def test_a_bound_that_leaves_room_for_no_jump_is_none(bounds):
    first, second = bounds
    assert found(size(2023, "2", **first), size(2024, "14.2", **second)) == []


def test_two_figures_for_one_year_are_no_jump():
    assert found(size(2024, "2"), size(2024, "14.2", name="other")) == []


def test_a_digit_too_many_is_not_taken_for_more_than_rounding_allows():
    # 1 may be 1.49 and 3 may be 2.5: then it is no doubling
    assert found(size(2023, "1"), size(2024, "3")) == []


def test_a_fall_to_less_than_half_is_found_where_no_such_rate_is_stated():
    (finding,) = found(size(2023, "14.2"), size(2024, "2.0"))  # -86 %
    assert finding.id == "series-jump-size-2023-size-2024"
    assert found(size(2023, "14.2"), size(2024, "7.2")) == []  # -49 %
    assert found(size(2023, "14.2"), size(2024, "6.0"), growth(2023, 2024, "-57")) == []  # as stated


def years(**values):
    """Sizes in millions of two segments, by year."""
    return [
        size(year, value, "usd-m", name=f"{use}-{year}", use=use)
        for use, told in values.items()
        for year, value in zip((2020, 2021, 2022), told, strict=False)
    ]


def test_segments_without_a_total_are_added_up_to_a_series():
    # 300 + 100 = 400, 600 + 300 = 900: 125 % beside 30 % as stated.
    known = years(cars=("300", "600"), ships=("100", "300"))
    (finding,) = found(*known, growth(2021, 2031, "30"))
    assert finding.id == "series-jump-sums-volt-research-batteries-2025"
    assert plain(finding.title) == "Market size of all segments by use rose by 125 % from 2020 to 2021"
    assert {"cars-2020", "ships-2020", "cars-2021", "ships-2021"} < {*finding.subjects}
    assert "sums in USD m: 400 (2020) and 900 (2021); growth of 125 % a year, beside 30 % a year" in plain(
        finding.arithmetic
    )


def test_sums_name_the_two_years_between_which_they_rose_most():
    known = years(cars=("300", "600", "700"), ships=("100", "300", "310"))
    (finding,) = found(*known, growth(2021, 2031, "30"))
    assert plain(finding.title).endswith("rose by 125 % from 2020 to 2021")
    assert not {"cars-2022", "ships-2022"} & {*finding.subjects}


def test_sums_of_other_segments_are_no_series():
    known = years(cars=("300", "600"), ships=("100",), phones=("50", "900"))
    assert found(*known, growth(2021, 2031, "30")) == []  # 2020 has three segments, 2021 two


def test_two_dimensions_that_add_up_to_the_same_sums_are_told_once():
    by_use = years(cars=("300", "600"), ships=("100", "300"))
    by_chemistry = [
        size(year, value, "usd-m", name=f"{kind}-{year}", chemistry=kind)
        for kind, told in (("oxide", ("300", "700")), ("sulfide", ("100", "200")))
        for year, value in zip((2020, 2021), told, strict=True)
    ]
    assert len(found(*by_use, *by_chemistry)) == 1


def test_a_jump_is_a_note_unless_a_contradictory_rate_covers_it():
    (note,) = found(size(2023, "2"), size(2024, "14.2"), growth(2024, 2034, "24.5"))
    assert note.grade is Grade.NOTE
    broken = size(2023, "2"), size(2024, "14.2"), size(2033, "127.1"), growth(2023, 2033, "24.5")
    (finding,) = found(*broken)
    assert finding.grade is Grade.CONTRADICTION


def test_a_part_is_told_only_where_it_is_far_from_the_years_around_it():
    def of(*values):
        return [size(2020 + n, value, name=f"c-{n}", use="cars") for n, value in enumerate(values)]

    assert found(*of("1.0", "3.0", "9.0")) == []  # a part may grow as it likes
    (finding,) = found(*of("5.1", "52.0", "5.3"))
    assert (finding.id, finding.grade) == ("series-jump-c-1", Grade.NOTE)
    assert plain(finding.title) == (
        "Market size, Cars: USD 52.0 bn in 2021, after USD 5.1 bn the year before and before USD 5.3 bn the year after"
    )
    assert plain(finding.arithmetic) == "5.1 bn (2020), 52.0 bn (2021) and 5.3 bn (2022)"
    assert len(found(*of("5.1", "0.52", "5.3"))) == 1
    assert found(*of("5.1", "20.0", "5.3")) == []  # four times
