"""Quantities: whatever values lie within the operands, the result of them lies within the result."""

from decimal import Decimal
from fractions import Fraction
from operator import add, mul, sub, truediv

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from scripts.derive.interval import FALLS, RISES, monotone
from scripts.model import Quantity, total
from scripts.notation import known, span
from tests.factory import between, plain

ALWAYS = settings(derandomize=True, deadline=None, max_examples=300)
# Fifty digits are carried, so only a division may be off, in a digit that no reader sees.
SLACK = Fraction(1, 10**40)
FAR = Fraction(10**9)
OPERATIONS = {"+": add, "-": sub, "*": mul, "/": truediv}


@st.composite
def quantities(draw, low=-1000):
    """An interval, open where it may be, and a value that it may stand for.

    Beyond an open end anything may be, but what is not below nothing is at least nothing: at most 5 % is 0 to 5 %.
    """
    ends = sorted(draw(st.decimals(low, 1000, places=2)) for _ in range(3))
    below, above = draw(st.booleans()), draw(st.booleans())
    value = Quantity(ends[1], ends[0], ends[2], below, above)
    reach: list[Fraction] = [Fraction(0), Fraction(1, 3), Fraction(1, 2), Fraction(1)]
    part: Fraction = draw(st.sampled_from(reach))
    inside = Fraction(value.low) + part * (Fraction(value.high) - Fraction(value.low))
    beyond = draw(st.sampled_from([Fraction(0), Fraction(7, 2), FAR]))
    if value.above and draw(st.booleans()):
        inside = Fraction(value.high) + beyond
    elif value.below and draw(st.booleans()):
        inside = Fraction(value.low) - beyond if value.low < 0 else Fraction(value.low) / 2
    return value, inside


def holds(value: Quantity, result: Fraction) -> bool:
    wide = SLACK * max(Fraction(1), abs(result))
    low, high = Fraction(value.low) - wide, Fraction(value.high) + wide
    return (value.below or low <= result) and (value.above or result <= high)


@ALWAYS
@given(quantities(), quantities(), st.sampled_from("+-*/"))
def test_the_result_of_any_values_lies_in_the_result_of_their_intervals(one, other, sign):
    (a, a_true), (b, b_true) = one, other
    if sign == "/":
        # A divisor that may be nothing is refused, and so is one whose open end reaches over nothing.
        assume(b_true != 0 and not b.low <= 0 <= b.high)
        assume(not (b.below and b.low > 0) and not (b.above and b.high < 0))
    result = OPERATIONS[sign](a, b)
    assert result.low <= result.point <= result.high
    assert holds(result, OPERATIONS[sign](a_true, b_true))


@ALWAYS
@given(quantities(low=0), quantities(low=0))
def test_a_rising_and_falling_formula_holds_every_result(one, other):
    (a, a_true), (b, b_true) = one, other
    result = monotone(lambda x, y: x * 3 - y, (a, RISES), (b, FALLS))
    assert result.low <= result.point <= result.high
    assert holds(result, a_true * 3 - b_true)


@ALWAYS
@given(st.lists(quantities(), max_size=5))
def test_a_sum_holds_every_result(parts):
    assert holds(total(value for value, _ in parts), sum((true for _, true in parts), Fraction(0)))


@ALWAYS
@given(quantities(), quantities())
def test_quantities_meet_where_they_share_a_value(one, other):
    (a, a_true), (b, _) = one, other
    assert a.meets(b) is b.meets(a)
    if holds(a, a_true) and holds(b, a_true):
        assert a.meets(b)


MORE, LESS, ABOUT_TEN = (
    Quantity(Decimal("45.6"), Decimal("45.55"), Decimal("45.65"), above=True),
    Quantity(Decimal(5), Decimal("4.5"), Decimal("5.5"), below=True),
    between("9.5", "10.5", "10"),
)


@pytest.mark.parametrize(
    ("value", "below", "above"),
    [
        (Quantity.exact(100) - MORE, True, False),  # more than 45.6 leaves less than 54.4
        (Quantity.exact(100) - LESS, False, True),
        (MORE + LESS, True, True),
        (MORE + ABOUT_TEN, False, True),
        (MORE - LESS, False, True),
        (MORE * ABOUT_TEN, False, True),
        (ABOUT_TEN / MORE, True, False),  # by more, at most so much
        (ABOUT_TEN / LESS, False, True),
        (MORE / ABOUT_TEN, False, True),
        (-MORE, True, False),
        (MORE * -1, True, True),  # below nothing either end may be the open one
        (ABOUT_TEN * 2, False, False),
        (total([MORE, MORE]), False, True),
        (monotone(lambda a, b: a / b, (ABOUT_TEN, RISES), (MORE, FALLS)), True, False),
    ],
)
def test_open_ends_are_carried_through_all_arithmetic(value, below, above):
    assert (value.below, value.above) == (below, above)


def test_more_than_45_6_percent_leaves_less_than_54_4():
    left = Quantity.exact(100) - MORE
    assert plain(known(left)) == "less than 54.4"
    assert span(left) == "up to 54.45"


def test_intervals_by_hand():
    a, b = between("1.5", "2.5", "2"), between("-1", "3", "1")
    assert a + b == between("0.5", "5.5", "3")
    assert a - b == between("-1.5", "3.5", "1")
    assert a * b == between("-2.5", "7.5", "2")  # the least is 2.5 x -1
    assert b / a == Quantity(Decimal("0.5"), Decimal(-1) / Decimal("1.5"), Decimal(2)) or (b / a).high == 2
    assert a * 2 - 1 == between("2.0", "4.0", "3")


def test_nothing_is_divided_by_what_may_be_nothing():
    with pytest.raises(ZeroDivisionError):
        between("1", "2") / between("-1", "3")
    with pytest.raises(ZeroDivisionError):
        between("1", "2") / 0


def test_a_bound_meets_whatever_lies_on_its_side():
    assert MORE.meets(Quantity.exact(1000))
    assert not MORE.meets(Quantity.exact(45))
    assert LESS.meets(Quantity.exact(0))
    assert not LESS.meets(Quantity.exact(6))
