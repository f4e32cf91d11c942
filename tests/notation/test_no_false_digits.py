"""A computed number never shows digits that its interval does not support, and always a value within it."""

from decimal import Decimal
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from scripts.model import Quantity
from scripts.notation import known, read, rounded, typed
from scripts.notation.rounding import MOST_DECIMALS

ALWAYS = settings(derandomize=True, deadline=None, max_examples=200)


@st.composite
def intervals(draw):
    low = draw(st.decimals(-10_000, 10_000, places=6))
    width = draw(st.decimals(Decimal("0.000001"), 500, places=6))
    part = draw(st.integers(0, 100))
    return Quantity(low + width * part / 100, low, low + width)


@ALWAYS
@given(intervals())
def test_the_number_shown_lies_in_its_interval_as_far_as_digits_are_shown(interval):
    shown = Decimal(typed(known(interval)).replace(",", ""))
    # Four decimals are the most that are ever shown; an interval finer than they can tell is met as near as they can.
    if interval.low <= rounded(interval.point, MOST_DECIMALS) <= interval.high:
        assert interval.low <= shown <= interval.high
    else:
        assert abs(shown - interval.point) <= interval.high - interval.low + Decimal(1).scaleb(-MOST_DECIMALS)


@ALWAYS
@given(intervals())
def test_one_digit_less_would_not_do(interval):
    # Either the last digit is uncertain by no more than one unit, or the coarser number would leave the interval.
    text = known(interval)
    decimals = len(text.partition(".")[2])
    if decimals == 0:
        return
    coarser = Fraction(rounded(interval.point, decimals - 1))
    half_width = Fraction(interval.high - interval.low) / 2
    supports = half_width <= Fraction(1, 10**decimals)
    leaves = not Fraction(interval.low) <= coarser <= Fraction(interval.high)
    assert supports or leaves


@ALWAYS
@given(st.decimals(-(10**6), 10**6, places=8), st.integers(0, 6))
def test_rounding_is_half_up_away_from_zero_against_fractions(value, places):
    scaled = abs(Fraction(value)) * 10**places
    expected = Fraction(int(scaled + Fraction(1, 2)), 10**places) * (-1 if value < 0 else 1)
    assert Fraction(rounded(value, places)) == expected


@ALWAYS
@given(intervals())
def test_what_is_shown_can_be_read_back(interval):
    written = read(known(interval))
    assert written is not None
    assert Decimal(written.number) == Decimal(typed(known(interval)).replace(",", ""))
