from typing import Any

import pytest

from scripts.audit.arithmetic import yearly_growth
from scripts.model import Grade
from tests.audit.examining import cases, findings
from tests.factory import claim, growth, market, plain, size


def shipped(period, value, **more):
    return claim(f"shipped-{period.lower()}", value, "gwh", "shipments", period, **more)


def grew(period, value, **more):
    return claim(more.pop("name", "grew"), value, "percent-a-year", "shipment-growth", period, **more)


def test_yearly_growth_of_16_and_5_2_per_cent_fits_100_116_and_122():
    one = market(
        size(2022, "100"),
        size(2023, "116"),
        size(2024, "122"),
        growth(2022, 2023, "16"),
        growth(2023, 2024, "5.2"),
    )
    assert findings(yearly_growth, one) == []
    assert len(cases(yearly_growth, one)) == 2


def test_272_1_then_260_9_is_no_growth_of_40_1_per_cent():
    (finding,) = findings(
        yearly_growth, market(shipped("2023", "272.1"), shipped("2024", "260.9"), grew("2023/2024", "40.1"))
    )
    assert finding.grade is Grade.CONTRADICTION
    assert plain(finding.arithmetic) == "260.9 GWh ÷ 272.1 GWh − 1 = −4.1 %, not 40.1 %"


def test_a_lost_minus_is_named():
    (finding,) = findings(
        yearly_growth, market(shipped("2023", "272.1"), shipped("2024", "260.9"), grew("2023/2024", "4.1"))
    )
    assert plain(finding.arithmetic).endswith("; in 4.1 % the other sign: a minus lost?")


def test_a_quarter_grows_on_the_same_quarter_of_the_year_before():
    # 22 / 20 = 1.10
    quarters = shipped("2023-Q1", "20.0"), shipped("2024-Q1", "22.0")
    assert findings(yearly_growth, market(*quarters, grew("2023-Q1/2024-Q1", "10"))) == []
    (finding,) = findings(yearly_growth, market(*quarters, grew("2023-Q1/2024-Q1", "1")))
    assert "a factor of ten" in finding.arithmetic


def test_a_quarters_growth_is_not_held_against_years():
    assert (
        cases(
            yearly_growth, market(shipped("2023", "20"), shipped("2024", "40"), grew("2023-Q1/2024-Q1", "1"))
        )
        == []
    )


def test_growth_of_money_is_not_held_against_shipments():
    assert (
        cases(yearly_growth, market(shipped("2023", "20"), shipped("2024", "40"), growth(2023, 2024, "5")))
        == []
    )


@pytest.mark.parametrize(
    "other", [{"source": "ohm/2025"}, {"use": "cars"}, {"region": "europe"}, {"scope": "all-batteries"}]
)
def test_another_source_segment_region_or_scope_is_not_held_against_it(other):
    assert (
        cases(
            yearly_growth,
            market(shipped("2023", "20"), shipped("2024", "40"), grew("2023/2024", "5", **other)),
        )
        == []
    )


def test_growth_over_two_years_is_left_to_the_triangle():
    assert cases(yearly_growth, market(size(2022, "100"), size(2024, "144"), growth(2022, 2024, "50"))) == []


@pytest.mark.parametrize(("rate", "grade"), [("10.14", Grade.NOTE), ("10.16", Grade.CONTRADICTION)])
def test_0_15_points_are_the_border_between_note_and_contradiction(rate, grade):
    # 100.00 to 110.00 is 10.00 %, known to a hundredth
    (finding,) = findings(
        yearly_growth, market(size(2024, "100.00"), size(2025, "110.00"), growth(2024, 2025, rate))
    )
    assert finding.grade is grade


def test_of_two_values_of_one_year_one_that_fits_is_enough():
    restated = size(2023, "110", name="restated")
    assert (
        findings(
            yearly_growth, market(size(2023, "100"), restated, size(2024, "121"), growth(2023, 2024, "10"))
        )
        == []
    )


def test_figures_of_an_edition_that_was_replaced_take_no_part():
    old: dict[str, Any] = {"superseded": True}
    one = market(size(2023, "100", **old), size(2024, "200", **old), growth(2023, 2024, "5", **old))
    assert cases(yearly_growth, one) == []
