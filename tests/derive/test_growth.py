from decimal import Decimal

import pytest

from scripts.derive.growth import cagr, doubling_time, grown, multiple, next_rise, stepped_back
from scripts.model import Quantity
from scripts.notation import known, number, span
from tests.factory import between, growth, size

exact = Quantity.exact


def of(text):
    return size(2024, text).quantity


def at(text):
    return growth(2024, 2034, text).quantity


def test_cagr_of_a_doubling_in_five_years_is_14_9_percent():
    rate = cagr(exact(10), exact(20), 5)  # the fifth root of 2 is 1.148698
    assert rate
    assert number(rate.point, 4) == "14.8698"


@pytest.mark.parametrize(
    ("start", "end", "years", "percent"),
    [
        ("14.2", "127.1", 10, "24.50"),
        ("2", "127.1", 10, "51.46"),
        ("2", "127.1", 11, "45.85"),
        ("14.2", "127.1", 9, "27.57"),
        ("2", "14.2", 1, "610.00"),
        ("100", "50", 1, "\u221250.00"),
        ("5", "5", 7, "0.00"),
    ],
)
def test_two_ends_and_the_years_between_give_the_rate(start, end, years, percent):
    rate = cagr(of(start), of(end), years)
    assert rate
    assert number(rate.point, 2) == percent


def test_the_rate_from_2_to_127_1_is_known_only_roughly():
    # (127.05 / 2.5)^(1/10) = 1.4811 and (127.15 / 1.5)^(1/10) = 1.5590
    rate = cagr(of("2"), of("127.1"), 10)
    assert rate
    assert (number(rate.low, 1), number(rate.high, 1)) == ("48.1", "55.9")


def test_a_rate_needs_a_year_to_pass():
    assert cagr(of("14.2"), of("127.1"), 0) is None


def test_a_rate_needs_ends_that_are_surely_above_zero():
    assert cagr(of("0"), of("127.1"), 10) is None  # 0 stands for -0.5 to 0.5
    assert cagr(of("14.2"), of("0"), 10) is None


def test_from_nothing_or_to_nothing_there_is_no_rate_and_no_multiple():
    assert cagr(exact(0), exact(5), 1) is None
    assert cagr(exact(5), exact(0), 1) is None
    assert multiple(exact(0), exact(5)) is None


def test_14_2_at_24_5_percent_is_102_in_nine_years():
    # 1.245 to the ninth is 7.18661, times 14.2 is 102.05; the ends are 101.32 and 102.78
    reached = grown(of("14.2"), at("24.5"), 9)
    assert number(reached.point, 2) == "102.05"
    assert number(reached.point, 1) == "102.0"
    assert span(reached) == "101.3 to 102.8"  # outward, so that nothing is cut off


def test_2_at_24_5_percent_is_17_9_in_ten_years():
    assert number(grown(of("2"), at("24.5"), 10).point, 1) == "17.9"


def test_no_year_leaves_the_value_as_it_is():
    assert grown(of("14.2"), at("24.5"), 0) == between("14.15", "14.25")


def test_a_total_loss_leaves_nothing_and_loses_nothing_before_a_year_has_passed():
    lost = exact(-100)
    assert grown(exact(7), lost, 3) == exact(0)
    assert grown(exact(7), lost, 0) == exact(7)


def test_14_2_stepped_back_a_year_at_24_5_percent_is_11_4():
    before = stepped_back(of("14.2"), at("24.5"), 1)
    assert known(before) == "11.4"
    assert span(before) == "11.36 to 11.46"


def test_stepping_back_undoes_growing():
    there = grown(exact(8), exact(25), 3)  # 8 x 1.953125 = 15.625
    assert there == exact(Decimal("15.625"))
    assert stepped_back(there, exact(25), 3) == exact(8)


def test_127_1_is_nine_times_14_2():
    times = multiple(of("14.2"), of("127.1"))
    assert times
    assert number(times.point, 2) == "8.95"


def test_a_multiple_of_what_may_be_nothing_is_not_known():
    assert multiple(of("0"), of("127.1")) is None


def test_the_increase_from_14_2_to_127_1_is_112_9_give_or_take_a_tenth():
    assert of("127.1") - of("14.2") == between("112.8", "113.0", "112.9")


def test_the_next_rise_is_known_more_closely_than_the_difference_of_two_years():
    rise = next_rise(of("14.2"), at("24.5"), 0)
    assert rise == between("3.459675", "3.498375", "3.479")  # 14.15 x 0.2445, 14.25 x 0.2455, 14.2 x 0.245


def test_the_next_rise_of_what_shrinks_is_a_fall():
    assert next_rise(exact(100), exact(-10), 1) == exact(-9)  # from 90 to 81


def test_a_doubling_every_year_doubles_in_one_year():
    years = doubling_time(exact(100))
    assert years
    assert years.point == 1


def test_at_24_5_percent_a_market_doubles_in_3_2_years():
    years = doubling_time(at("24.5"))  # 0.693147 / 0.219136 = 3.1631
    assert years
    assert number(years.point, 3) == "3.163"


def test_what_may_not_grow_never_doubles_for_sure():
    assert doubling_time(at("0")) is None
    assert doubling_time(at("-3.5")) is None
    assert doubling_time(exact(0)) is None
