from decimal import Decimal
from fractions import Fraction
from math import floor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scripts.model import Quantity
from scripts.notation import known, number, rounded, supported_decimals
from scripts.notation.rounding import MOST_DECIMALS
from tests.factory import between


@pytest.mark.parametrize(
    ("value", "decimals", "expected"),
    [
        ("2.5", 0, "3"),
        ("-2.5", 0, "-3"),
        ("0.125", 2, "0.13"),
        ("1.005", 2, "1.01"),  # as a binary float it would lie below the half
        ("2.4999", 0, "2"),
        ("2.449", 0, "2"),  # rounded once, not by way of 2.45 and 2.5
        ("45", -1, "50"),
        ("44.99", -1, "40"),
        ("1250", -2, "1300"),
        ("1234567890123456789012345678901234567890.05", 1, "1234567890123456789012345678901234567890.1"),
    ],
)
def test_a_half_is_rounded_away_from_zero(value, decimals, expected):
    assert rounded(Decimal(value), decimals) == Decimal(expected)


def test_rounding_keeps_the_digits_that_were_asked_for():
    assert str(rounded(Decimal(2), 2)) == "2.00"
    assert str(rounded(Decimal(1249), -2)) == "1200"


@settings(derandomize=True, deadline=None)
@given(
    st.decimals(-(10**9), 10**9, allow_nan=False, allow_infinity=False, places=6),
    st.integers(-6, 6),
)
def test_rounding_agrees_with_exact_fractions(value, decimals):
    scale = Fraction(10) ** decimals
    size = floor(abs(Fraction(value)) * scale + Fraction(1, 2)) / scale
    assert Fraction(rounded(value, decimals)) == (size if value >= 0 else -size)


def test_14_2_grown_by_24_5_percent_is_17_7():
    # 14.15 x 1.2445 = 17.609675 and 14.25 x 1.2455 = 17.748375: half the width is 0.07
    assert known(between("17.609675", "17.748375", "17.679")) == "17.7"


def test_2_grown_by_24_5_percent_is_2():
    # 1.5 x 1.2445 = 1.86675 and 2.5 x 1.2455 = 3.11375: half the width is 0.62
    assert known(between("1.86675", "3.11375", "2.49")) == "2"


@pytest.mark.parametrize(
    ("low", "high", "decimals"),
    [
        ("10", "12", 0),  # half the width is exactly one unit
        ("10", "12.02", -1),
        ("1.1", "1.3", 1),
        ("1000", "3000", -3),
        ("0.0001", "0.0002", MOST_DECIMALS),
        ("0.00001", "0.00003", 5),  # with four it would be shown as nothing, outside of what is known
    ],
)
def test_the_last_digit_shown_is_uncertain_by_at_most_one(low, high, decimals):
    assert supported_decimals(between(low, high)) == decimals


@pytest.mark.parametrize(
    ("value", "expected"),
    [("100", "100"), ("12.50", "12.5"), ("1E+3", "1,000"), ("0.33333333", "0.3333"), ("0", "0")],
)
def test_a_number_known_exactly_is_shown_without_empty_decimals(value, expected):
    exact = Decimal(value)
    assert known(Quantity(exact, exact, exact)) == expected


def test_a_wide_interval_shows_round_thousands():
    assert known(between("1000", "3000")) == "2,000"


def test_zero_has_no_sign():
    assert number(Decimal("-0.004"), 2) == "0.00"
    assert number(Decimal("-0"), 0) == "0"
    assert number(Decimal(-4), -1) == "0"


def test_a_negative_number_has_a_real_minus():
    assert number(Decimal("-0.5"), 1) == "\u22120.5"
    assert number(Decimal(-12345), 0) == "\u221212,345"


def test_thousands_are_separated_only_before_the_point():
    assert number(Decimal(4238), 0) == "4,238"
    assert number(Decimal("1234567.12345"), 5) == "1,234,567.12345"
    assert number(Decimal(999), 0) == "999"


def test_a_shown_value_never_leaves_its_interval():
    # 27.4 known to 27.3 to 27.5 would be 27 by its width alone
    between = Quantity(Decimal("27.4038"), Decimal("27.28"), Decimal("27.53"))
    assert supported_decimals(between) == 1
    assert rounded(between.point, 1) == Decimal("27.4")
    wide = Quantity(Decimal("51.46"), Decimal("48.1"), Decimal("55.9"))
    assert rounded(wide.point, supported_decimals(wide)) == 50
