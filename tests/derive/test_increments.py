"""Increments: the busy end of a path, worked by hand."""

import pytest

from scripts.derive import arrives, derive, years_of_half
from tests.charts.markets import path


def outlook(*known):
    return derive(path(*known)).outlook


@pytest.mark.parametrize(
    ("first", "last", "rate", "end", "years"),
    [
        ("8.00", "64.00", "100.0", 2027, 1),  # 8, 16, 32 are added: 32 of 56
        ("64.00", "8.00", "-50.0", 2027, 1),  # 32, 16, 8 are lost: 32 of 56, at the start
        ("100.0", "133.1", "10.0", 2027, 2),  # 10, 11, 12.1: 23.1 of 33.1
        ("10.0", "12.0", "20.0", 2025, 1),
        ("14.2", "127.1", "24.5", 2034, 3),  # 127.1 - 14.2 x 1.245^7 = 61.3 of 112.9; two years: 45.2
        ("10", "10", "0", 2027, None),
        ("100", "101", "0.3", 2027, None),  # 99.5 to 100.5 may be more than 100.5 to 101.5
    ],
)
def test_the_fewest_years_that_surely_hold_more_than_half(first, last, rate, end, years):
    assert years_of_half(outlook(first, last, rate, end)) == years


def test_exactly_half_is_not_more_than_half():
    assert years_of_half(outlook("10.0", "30.0", "41.4", 2026)) == 1  # 4.14 and 15.86
    assert years_of_half(outlook("10.0", "20.0", "50.0", 2026)) == 2  # 5 and 5: one year is half


@pytest.mark.parametrize(
    ("first", "last", "rate", "there"),
    [("10.0", "13.3", "10.0", True), ("10.0", "14.0", "10.0", False), ("10", "14", "10", True)],
)
def test_a_path_arrives_where_rounding_explains_what_is_left(first, last, rate, there):
    assert arrives(outlook(first, last, rate)) is there
