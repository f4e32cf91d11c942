import pytest

from scripts.derive import in_base_units, in_unit_of
from tests.factory import between, claim, growth, patients, size


@pytest.mark.parametrize(
    ("printed", "low", "high"),
    [
        ("14.2", "14.15", "14.25"),
        ("14", "13.5", "14.5"),
        ("14.20", "14.195", "14.205"),
        ("0", "-0.5", "0.5"),
    ],
)
def test_a_figure_stands_for_half_a_unit_of_its_last_digit_either_way(printed, low, high):
    assert size(2024, printed).quantity == between(low, high)


def test_a_rate_is_known_as_precisely_as_it_is_printed():
    assert growth(2024, 2034, "24.5").quantity == between("24.45", "24.55")


def test_below_nothing_it_is_half_a_unit_either_way_too():
    assert growth(2024, 2034, "-0.5").quantity == between("-0.55", "-0.45")


def test_counts_and_ranks_are_exact():
    assert patients("a", "7").quantity == between("7", "7")
    assert claim("a", "1", "rank", "growth-rank").quantity == between("1", "1")


def test_a_thousand_million_is_a_billion():
    assert in_unit_of(size(2024, "1500", "usd-m"), size(2024, "2")) == between("1.4995", "1.5005")
    assert in_unit_of(size(2024, "1.5"), size(2024, "7", "usd-m")) == between("1450", "1550")


def test_in_base_units_millions_and_billions_compare():
    assert in_base_units(size(2024, "1.5")).meets(in_base_units(size(2024, "1480", "usd-m")))
    assert not in_base_units(size(2024, "1.5")).meets(in_base_units(size(2024, "1.5", "usd-m")))


def test_intervals_that_only_touch_share_a_value():
    assert size(2024, "14.2").quantity.meets(size(2024, "14.3").quantity)
    assert not size(2024, "14.2").quantity.meets(size(2024, "14.4").quantity)
