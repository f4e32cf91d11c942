import pytest

from scripts.audit.growth import growth_triangle
from scripts.model import Severity
from tests.audit.examining import findings
from tests.factory import growth, market, plain, size


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
    assert finding.severity == Severity.WARNING
    assert finding.id == "growth-triangle-cagr-2023-2033"
    assert finding.subjects == ("size-2023", "size-2033", "cagr-2023-2033")
    assert plain(finding.title) == (
        "USD 2 bn (2023) growing 24.5 % a year does not become USD 127.1 bn (2033)"
    )
    assert plain(finding.arithmetic) == (
        "2 bn × 1.245¹⁰ = 17.9 bn, not 127.1 bn; getting there needs 51.5 % a year "
        "(48 to 56 % within the digits printed), not 24.5 %"
    )


def test_the_sum_is_in_the_unit_of_the_end():
    told = the_arithmetic(size(2023, "2000", "usd-m"), size(2033, "127.1"), growth(2023, 2033, "24.5"))
    assert told.startswith("2,000 m × 1.245¹⁰ = 17.9 bn, not 127.1 bn")


def test_a_difference_that_rounding_explains_is_silent():
    # 10 may be 9.5 and 26 may be 26.5: between 9.3 and 10.8 % a year, so 9.4 fits
    assert found(size(2024, "10"), size(2034, "26"), growth(2024, 2034, "9.4")) == []
    # printed as 10.0 and 26.0 they allow 9.98 to 10.06 % only: (25.95 / 10.05)^0.1 and (26.05 / 9.95)^0.1
    assert len(found(size(2024, "10.0"), size(2034, "26.0"), growth(2024, 2034, "9.4"))) == 1


def test_a_rate_that_fits_over_one_step_fewer_is_told_to():
    # 100 x 1.10^9 = 235.8; over ten steps it would need 8.95 %
    told = the_arithmetic(size(2024, "100.0"), size(2034, "235.8"), growth(2024, 2034, "10.0"))
    assert told.endswith("not 10.0 %; over 9 steps it would fit")


def test_a_rate_that_fits_over_neither_is_not_told_to():
    assert "steps" not in the_arithmetic(size(2023, "2"), size(2033, "127.1"), growth(2023, 2033, "24.5"))


def test_a_gap_below_0_15_points_is_a_notice():
    # 11.33 x 1.2245^10 = 85.865 and (85.78 / 11.33)^0.1 = 1.22438: 0.012 points apart, beyond rounding
    (finding,) = found(size(2024, "11.33"), size(2034, "85.78"), growth(2024, 2034, "22.45"))
    assert finding.severity == Severity.NOTICE
    assert plain(finding.arithmetic) == (
        "11.33 bn × 1.2245¹⁰ = 85.87 bn, not 85.78 bn; getting there needs 22.44 % a year, not 22.45 %"
    )


@pytest.mark.parametrize(("rate", "severity"), [("10.14", Severity.NOTICE), ("10.16", Severity.WARNING)])
def test_0_15_points_are_the_border_between_notice_and_warning(rate, severity):
    # 100.00 to 110.00 in a year is 10.00 %, known to a hundredth
    (finding,) = found(size(2024, "100.00"), size(2025, "110.00"), growth(2024, 2025, rate))
    assert finding.severity == severity


def test_the_rate_needed_has_as_many_digits_as_the_one_stated_and_no_interval_where_that_is_narrow():
    # (133.62 / 24.67)^(1/9) = 1.20648
    told = the_arithmetic(size(2023, "24.67"), size(2032, "133.62"), growth(2023, 2032, "22.7"))
    assert told.endswith("getting there needs 20.6 % a year, not 22.7 %")


def test_the_sum_shows_at_most_two_decimals():
    # 9.13661 x 1.124^10 = 29.408
    told = the_arithmetic(size(2025, "9.13661"), size(2035, "30.35512"), growth(2025, 2035, "12.4"))
    assert told.startswith("9.13661 bn × 1.124¹⁰ = 29.41 bn, not 30.35512 bn")


def test_more_than_the_sum_is_no_fault_and_less_than_the_sum_is():
    base, rate = size(2024, "10.0"), growth(2024, 2026, "10.0")  # 12.1
    assert found(base, size(2026, "11.0", qualifier="more-than"), rate) == []
    assert len(found(base, size(2026, "13.0", qualifier="more-than"), rate)) == 1


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
