from typing import Any

import pytest

from scripts.audit.growth import growth_triangle
from scripts.model import HELD, Grade
from tests.audit.examining import cases, findings
from tests.factory import claim, growth, market, plain, size


def found(*claims):
    one = market(*claims)
    return findings(growth_triangle, one)


def the_arithmetic(*claims):
    (finding,) = found(*claims)
    return plain(finding.arithmetic)


def test_14_2_growing_24_5_percent_for_ten_years_becomes_127_1():
    assert found(size(2024, "14.2"), size(2034, "127.1"), growth(2024, 2034, "24.5")) == []


def test_2_growing_24_5_percent_for_ten_years_does_not_become_127_1():
    (finding,) = found(size(2023, "2"), size(2033, "127.1"), growth(2023, 2033, "24.5"))
    assert finding.grade == Grade.CONTRADICTION
    assert finding.id == "growth-triangle-cagr-2023-2033"
    assert finding.subjects == ("size-2023", "size-2033", "cagr-2023-2033")
    assert plain(finding.title) == (
        "USD 2 bn (2023) growing 24.5 % a year does not become USD 127.1 bn (2033)"
    )
    assert plain(finding.arithmetic) == (
        "2 bn × 1.245¹⁰ = 17.9 bn, not 127.1 bn; getting there needs 51.5 % a year "
        "(48 to 56 % within the digits printed), not 24.5 %; in 2 bn a cut: what is left of 14.2 bn? unproven"
    )


def test_the_sum_is_in_the_unit_of_the_end():
    told = the_arithmetic(size(2023, "2000", "usd-m"), size(2033, "127.1"), growth(2023, 2033, "24.5"))
    assert told.startswith("2,000 m × 1.245¹⁰ = 17.9 bn, not 127.1 bn")


def test_a_difference_that_rounding_explains_is_silent():
    # 10 may be 9.5 and 26 may be 26.5: between 9.3 and 10.8 % a year, so 9.4 fits
    assert found(size(2024, "10"), size(2034, "26"), growth(2024, 2034, "9.4")) == []
    # printed as 10.0 and 26.0 they allow 9.98 to 10.06 % only: (25.95 / 10.05)^0.1 and (26.05 / 9.95)^0.1
    assert len(found(size(2024, "10.0"), size(2034, "26.0"), growth(2024, 2034, "9.4"))) == 1


def test_a_rate_that_fits_over_one_step_fewer_or_one_more_is_sound():
    # 100 x 1.10^9 = 235.8, x 1.10^11 = 285.3, x 1.10^12 = 313.8; the window from 2024 to 2034 has ten steps
    rate = growth(2024, 2034, "10.0")
    for end in ("235.8", "285.3"):
        assert cases(growth_triangle, market(size(2024, "100.0"), size(2034, end), rate)) == [HELD]
    assert len(found(size(2024, "100.0"), size(2034, "313.8"), rate)) == 1


def test_a_window_printed_from_2025_counts_from_the_base_of_2024():
    # 14.2 x 1.245^10 = 127.05
    assert found(size(2024, "14.2"), size(2034, "127.1"), growth(2025, 2034, "24.5")) == []
    # 100 x 1.10^10 = 259.4, counted from 2023, although the window begins at the published 110.0 of 2024
    sizes = size(2023, "100.0"), size(2024, "130.0"), size(2033, "259.4")
    assert found(*sizes, growth(2024, 2033, "10.0")) == []


def unpublished(base, rate, **more):
    # 107.92 / 1.30^9 = 10.177 for 2024, which is 20.6 % above 8.44
    sizes = size(2023, base), size(2033, "107.92")
    return found(*sizes, growth(2024, 2033, rate, **more))


def test_a_rate_that_fits_only_from_an_unpublished_base_is_an_open_question():
    (finding,) = unpublished("8.44", "30.0")
    assert finding.grade is Grade.QUESTION
    assert plain(finding.title) == (
        "30.0 % a year to USD 107.92 bn (2033) fits only from a value for 2024 that is not published"
    )
    assert plain(finding.reading) == (
        "30.0 % counts from a value for 2024 (near USD 10.18 bn) that the source does not publish"
    )


def test_on_the_way_to_an_unpublished_base_a_market_neither_halves_nor_more_than_doubles():
    # 10.177 is 103.5 % above 5.0 and 99.5 % above 5.1; it is 49.1 % below 20.0 and 51.5 % below 21.0
    grades = {
        base: found.grade for base in ("5.0", "5.1", "20.0", "21.0") for found in unpublished(base, "30.0")
    }
    assert [base for base, grade in grades.items() if grade is Grade.QUESTION] == ["5.1", "20.0"]
    assert [base for base, grade in grades.items() if grade is Grade.CONTRADICTION] == ["5.0", "21.0"]


def test_a_first_year_that_the_wording_does_not_hold_is_ours_and_one_that_it_holds_is_the_source_s():
    # 34.3 / 1.132^8 = 12.72 for 2025, which is 7.8 % above 11.8; over nine steps it would need 12.6 %
    for wording, grade in (("to 2033", Grade.QUESTION), ("from 2024 to 2033", Grade.CONTRADICTION)):
        rate = growth(2024, 2033, "13.2", wording=wording)
        (finding,) = found(size(2024, "11.8"), size(2033, "34.3"), rate)
        assert finding.grade is grade


def test_the_way_from_a_base_to_a_year_that_is_not_named_lies_between_nought_and_twice_the_rate():
    # 34.3 / 1.132^8 = 12.72 for 2025: 27 % above 10.0 and 25.9 % above 10.1, beside twice 13.2; below 12.8
    for base, grade in (
        ("10.00", Grade.CONTRADICTION),
        ("10.10", Grade.QUESTION),
        ("12.80", Grade.CONTRADICTION),
    ):
        rate = growth(2024, 2033, "13.2", wording="to 2033")
        assert [f.grade for f in found(size(2024, base), size(2033, "34.3"), rate)] == [grade]


def test_the_seed_s_2_bn_is_no_base_of_any_year():
    # 127.1 / 1.245^9 = 17.7 for 2024, 784 % above 2
    (finding,) = found(size(2023, "2"), size(2033, "127.1"), growth(2023, 2033, "24.5", wording="by 2033"))
    assert finding.grade is Grade.CONTRADICTION


def test_about_is_twice_as_wide():
    # 13.1 x 1.226^9 = 82.0; about 78 may be 77 to 79, about 81 may be 80 to 82
    rate = growth(2023, 2032, "22.6")
    assert len(found(size(2023, "13.10"), size(2032, "78", qualifier="about"), rate)) == 1
    # (81.5 / 13.095)^(1/9) = 1.2252 and (82 / 13.095)^(1/9) = 1.2261, beside 22.55 % at the least
    assert len(found(size(2023, "13.10"), size(2032, "81"), rate)) == 1
    assert found(size(2023, "13.10"), size(2032, "81", qualifier="about"), rate) == []


def test_a_rate_is_held_against_sizes_of_its_own_measure_alone():
    shipped = claim("g", "24.5", "percent-a-year", "shipment-growth", "2023/2033")
    assert found(size(2023, "2"), size(2033, "127.1"), shipped) == []
    volumes = [
        size(year, value, "gwh", name=f"v-{year}", measure="shipments")
        for year, value in ((2023, "2"), (2033, "127.1"))
    ]
    assert len(found(*volumes, shipped)) == 1


def test_a_segment_has_a_triangle_of_its_own():
    known = (
        size(2023, "2", use="cars"),
        size(2033, "127.1", use="cars"),
        growth(2023, 2033, "24.5", use="cars"),
    )
    assert len(found(*known)) == 1


def test_an_older_edition_is_not_examined():
    old: dict[str, Any] = {"superseded": True}
    assert found(size(2023, "2", **old), size(2033, "127.1", **old), growth(2023, 2033, "24.5", **old)) == []


def test_growth_over_one_year_is_another_rule_s():
    assert (
        cases(growth_triangle, market(size(2024, "100.0"), size(2025, "150.0"), growth(2024, 2025, "10")))
        == []
    )


def test_a_gap_below_0_15_points_is_a_note():
    # 11.33 x 1.2245^10 = 85.865 and (85.78 / 11.33)^0.1 = 1.22438: 0.012 points apart, beyond rounding
    (finding,) = found(size(2024, "11.33"), size(2034, "85.78"), growth(2024, 2034, "22.45"))
    assert finding.grade == Grade.NOTE
    assert plain(finding.arithmetic) == (
        "11.33 bn × 1.2245¹⁰ = 85.87 bn, not 85.78 bn; getting there needs 22.44 % a year, not 22.45 %"
    )


@pytest.mark.parametrize(("rate", "severity"), [("10.14", Grade.NOTE), ("10.16", Grade.CONTRADICTION)])
def test_0_15_points_are_the_border_between_note_and_contradiction(rate, severity):
    # 100.00 to 121.00 in two years is 10.00 %, known to a hundredth
    (finding,) = found(size(2024, "100.00"), size(2026, "121.00"), growth(2024, 2026, rate))
    assert finding.grade == severity


def test_the_rate_needed_has_as_many_digits_as_the_one_stated_and_no_interval_where_that_is_narrow():
    # (133.62 / 24.67)^(1/9) = 1.20648
    told = the_arithmetic(size(2023, "24.67"), size(2032, "133.62"), growth(2023, 2032, "22.7"))
    assert told.endswith("getting there needs 20.6 % a year, not 22.7 %")


def test_the_sum_shows_at_most_two_decimals():
    # 9.13661 x 1.124^10 = 29.408
    told = the_arithmetic(size(2025, "9.13661"), size(2035, "30.35512"), growth(2025, 2035, "12.4"))
    assert told.startswith("9.13661 bn × 1.124¹⁰ = 29.41 bn, not 30.35512 bn")


def test_more_than_the_sum_is_no_fault_and_less_than_the_sum_is():
    base, rate = size(2024, "10.0"), growth(2024, 2026, "10.0")  # 12.1, and 13.3 over one step more
    assert found(base, size(2026, "11.0", qualifier="more-than"), rate) == []
    assert len(found(base, size(2026, "14.0", qualifier="more-than"), rate)) == 1


def test_ends_that_reach_down_to_zero_have_no_rate_to_compare():
    assert found(size(2024, "0"), size(2034, "127.1"), growth(2024, 2034, "24.5")) == []


def test_ends_and_rate_of_two_sources_are_not_held_against_each_other():
    assert found(size(2023, "2"), size(2033, "127.1"), growth(2023, 2033, "24.5", source="ohm/2025")) == []


def test_ends_of_two_scopes_are_not_held_against_each_other():
    assert (
        found(size(2023, "2", scope="all-batteries"), size(2033, "127.1"), growth(2023, 2033, "24.5")) == []
    )


def test_figures_of_another_scope_are_told_with_scope_and_publisher():
    other = {"scope": "all-batteries", "source": "ohm/2025"}
    (finding,) = found(
        size(2023, "2", **other), size(2033, "127.1", **other), growth(2023, 2033, "24.5", **other)
    )
    assert plain(finding.title).startswith("All batteries, Ohm: USD 2 bn (2023) growing")


def test_two_findings_about_one_rate_have_two_names():
    rivals = size(2023, "2"), size(2023, "3", name="other-2023")
    findings = found(*rivals, size(2033, "127.1"), growth(2023, 2033, "24.5"))
    assert len({finding.id for finding in findings}) == 2
