"""Whatever exact values lie within the inputs, the exact result lies within the interval."""

from decimal import Decimal, localcontext
from fractions import Fraction

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from scripts.derive.growth import cagr, doubling_time, grown, multiple, next_rise, stepped_back
from scripts.model import Quantity, total
from tests.factory import growth, share, size

# Fifty digits are carried, so only a division or a root may be off, in a digit that no reader sees.
SLACK = Fraction(1, 10**40)
ALWAYS = settings(derandomize=True, deadline=None)


def texts(low, high):
    return st.integers(0, 3).flatmap(
        lambda places: st.integers(int(low * 10**places), int(high * 10**places)).map(
            lambda digits: str(Decimal(digits).scaleb(-places))
        )
    )


@st.composite
def printed(draw, low=1, high=5000, is_rate=False):
    """The interval of a printed figure, and an exact value somewhere in it."""
    text = f"{Decimal(draw(texts(low, high))):f}"
    known = (growth(2024, 2034, text) if is_rate else size(2024, text)).quantity
    part = Fraction(draw(st.integers(0, 1000)), 1000)
    return known, Fraction(known.low) + part * (Fraction(known.high) - Fraction(known.low))


rates = printed(-90, 400, is_rate=True)
years = st.integers(1, 12)


def holds(interval, result):
    wide = SLACK * max(1, abs(result))
    return Fraction(interval.low) - wide <= result <= Fraction(interval.high) + wide


def ordered(interval):
    return interval.low <= interval.point <= interval.high


@ALWAYS
@given(printed(), rates, st.integers(0, 12))
def test_growth_holds_every_exact_result(start, rate, passed):
    (a, a_true), (r, r_true) = start, rate
    reached = grown(a, r, passed)
    assert ordered(reached)
    assert holds(reached, a_true * (1 + r_true / 100) ** passed)


@ALWAYS
@given(printed(), rates, years)
def test_stepping_back_holds_every_exact_result(end, rate, passed):
    (b, b_true), (r, r_true) = end, rate
    before = stepped_back(b, r, passed)
    assert ordered(before)
    assert holds(before, b_true / (1 + r_true / 100) ** passed)


@ALWAYS
@given(printed(), rates, st.integers(0, 12))
def test_the_rise_of_the_next_year_holds_every_exact_result(start, rate, passed):
    (a, a_true), (r, r_true) = start, rate
    rise = next_rise(a, r, passed)
    assert ordered(rise)
    assert holds(rise, a_true * (1 + r_true / 100) ** passed * r_true / 100)


@ALWAYS
@given(printed(), printed(), years)
def test_the_rate_holds_every_exact_result(start, end, passed):
    (a, a_true), (b, b_true) = start, end
    rate = cagr(a, b, passed)
    assert rate
    assert ordered(rate)
    # No root is drawn here: a rate is too low if growing at it falls short, and too high if it overshoots.
    assert a_true * (1 + Fraction(rate.low) / 100) ** passed <= b_true * (1 + SLACK)
    assert a_true * (1 + Fraction(rate.high) / 100) ** passed >= b_true * (1 - SLACK)


@ALWAYS
@given(printed(), printed(), years)
def test_the_root_is_exact_to_forty_digits(start, end, passed):
    (a, _), (b, _) = start, end
    rate = cagr(a, b, passed)
    assert rate
    with localcontext() as context:
        context.prec = 80
        expected = ((b.point / a.point).ln() / passed).exp() * 100 - 100
        assert abs(rate.point - expected) <= Decimal("1e-40") * (abs(expected) + 100)


@ALWAYS
@given(printed(), printed())
def test_multiple_and_increase_hold_every_exact_result(start, end):
    (a, a_true), (b, b_true) = start, end
    times, more = multiple(a, b), b - a
    assert times
    assert ordered(times)
    assert ordered(more)
    assert holds(times, b_true / a_true)
    assert holds(more, b_true - a_true)


@ALWAYS
@given(rates)
def test_the_doubling_time_holds_every_exact_result(rate):
    known, true = rate
    assume(known.low > 0)
    time = doubling_time(known)
    assert time
    assert ordered(time)
    with localcontext() as context:
        context.prec = 80
        percent = Decimal(true.numerator) / true.denominator
        expected = Decimal(2).ln() / (1 + percent / 100).ln()
        slack = expected * Decimal("1e-40")
        assert time.low - slack <= expected <= time.high + slack


@ALWAYS
@given(st.lists(printed(), max_size=6))
def test_a_sum_holds_every_exact_result(parts):
    whole = total([known for known, _ in parts])
    assert ordered(whole)
    assert holds(whole, sum(true for _, true in parts))


@ALWAYS
@given(texts(0, 100), st.integers(0, 1000), printed())
def test_the_money_of_a_segment_holds_every_exact_result(percent, part, whole):
    known, (v, v_true) = share("a", f"{Decimal(percent):f}").quantity, whole
    true = Fraction(known.low) + Fraction(part, 1000) * (Fraction(known.high) - Fraction(known.low))
    assume(true >= 0)
    assert holds(known * v / 100, true * v_true / 100)


def test_a_number_known_exactly_has_no_width():
    five = Quantity.exact(5)
    assert five.low == five.point == five.high == 5
