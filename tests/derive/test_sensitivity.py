"""Sensitivity: the grid around a headline, worked by hand."""

from decimal import Decimal

import pytest

from scripts.derive import derive, in_unit_of
from scripts.model import Rank
from scripts.notation import number, rounded
from tests.charts.markets import path
from tests.factory import between, growth, market, size


def grid(*known, **more):
    return derive(path(*known, **more)).sensitivity


def points(steps):
    return [step.value.point for step in steps]


def numbers(*texts):
    return [Decimal(text) for text in texts]


def test_steps_are_a_round_tenth_of_the_published_figure():
    found = grid("14.2", "127.1", "24.5", 2034)
    assert points(found.bases) == numbers("16.2", "15.2", "14.2", "13.2", "12.2")
    assert points(found.rates) == numbers("20.5", "22.5", "24.5", "26.5", "28.5")
    assert (found.row, found.column, found.target_year, found.unit.code) == (2, 2, 2034, "usd-bn")
    assert (found.bases[2].claim.id, found.rates[2].claim.id) == ("size-2024", "cagr-2024-2034")
    assert [base.claim for base in found.bases].count(None) == 4


def test_a_cell_is_its_base_grown_at_its_rate_with_the_print_s_interval():
    found = grid("10.0", "12.1", "10.0", 2026)
    assert found.cells[2][2].point == Decimal("12.1")
    assert found.cells[2][4].point == Decimal("12.544")  # 10 x 1.12^2
    assert found.cells[0][0].point == Decimal("13.9968")  # 12 x 1.08^2
    assert found.cells[2][2].low == Decimal("9.95") * Decimal("1.0995") ** 2


def test_one_step_of_the_rate_takes_the_difference_of_two_cells():
    found = grid("10.0", "12.1", "10.0", 2026)
    assert found.rate_step == 1
    assert found.lost.point == Decimal("0.219")  # 12.1 - 10 x 1.09^2
    assert found.lost.point == found.cells[2][2].point - found.cells[2][1].point


def test_no_step_is_finer_than_the_printed_digits():
    found = grid("2", "4", "5", 2034)
    assert points(found.bases) == numbers("4", "3", "2", "1")  # nought is no base
    assert points(found.rates) == numbers("3", "4", "5", "6", "7")


def test_a_rate_near_nought_is_varied_by_half_a_point():
    assert points(grid("10.0", "10.3", "0.1").rates) == numbers("-0.9", "-0.4", "0.1", "0.6", "1.1")


def test_nothing_loses_more_than_all_of_itself():
    found = grid("100.0", "0.1", "-90.0")
    assert points(found.rates) == numbers("-95", "-90.0", "-85", "-80")
    assert found.column == 1
    near = grid("100.0", "0.1", "-99.0")
    assert (near.column, near.lost) == (0, None)


def test_rejected_bases_and_rivals_of_the_same_year_have_rows_that_grow_over_their_own_years():
    others = (
        size(2022, "2", rank=Rank.DEPRECATED),
        size(2024, "20", name="rival", source="other/a"),
        size(2024, "20", name="echo", source="third/a"),  # the same amount again
        size(2023, "9"),  # a year before, not a rival
        size(2024, "20", "eur-bn", name="euros"),
    )
    found = grid("10.0", "80.0", "100.0", 2027, *others)
    assert [base.claim.id for base in found.bases if base.claim] == ["echo", "size-2024", "size-2022"]
    row = next(n for n, base in enumerate(found.bases) if base.year == 2022)
    assert found.cells[row][2].point == 64  # 2 doubled five times


def test_a_base_in_millions_is_told_in_the_target_s_unit():
    first, last, rate = size(2024, "10000", "usd-m"), size(2026, "12.1"), growth(2024, 2026, "10.0")
    known = market(first, last, rate, headline=("size-2024", "size-2026", "cagr-2024-2026"))
    found = derive(known).sensitivity
    assert found
    assert found.bases[found.row].value == in_unit_of(first, last) == between("9.9995", "10.0005")


@pytest.mark.parametrize(
    ("known", "decimals"),
    [
        (("14.2", "127.1", "24.5", 2034), 0),  # 126 to 128; a step is 19
        (("10", "40", "14.9", 2034), 0),  # 38 to 42; a step is 3.4
        (("10.0", "12.1", "10.0", 2026), 1),  # 12.03 to 12.17; a step is 0.2
        (("14200", "127100", "24.5", 2034), -2),  # 126,500 to 127,600, but other cells would leave theirs
    ],
)
def test_all_cells_have_decimals_that_tell_one_step_from_the_next(known, decimals):
    assert grid(*known).decimals == decimals


def test_without_a_whole_headline_there_is_no_grid():
    assert derive(market(size(2024, "10"))).sensitivity is None
    assert grid("0", "10", "5") is None


def test_9_44_at_26_percent_in_ten_years_is_never_shown_outside_of_what_is_known_of_it():
    # 9.44 x 1.26^10 = 95.21; 9.435 x 1.2595^10 = 94.78 and 9.445 x 1.2605^10 = 95.64. It was shown as 100.
    found = grid("9.44", "95.2", "26.0", 2034)
    cell = found.cells[found.row][found.column]
    assert (number(cell.point, 2), number(cell.low, 2), number(cell.high, 2)) == ("95.21", "94.78", "95.64")
    assert number(cell.point, found.decimals) == "95.2"
    rough = grid("9.44", "95.2", "26", 2034)  # a rate of 25.5 to 26.5: 91.45 to 99.1
    cell = rough.cells[rough.row][rough.column]
    assert cell.low <= rounded(cell.point, rough.decimals) <= cell.high
