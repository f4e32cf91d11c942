"""One slip in one number is named where it repairs the arithmetic; each number here was worked by hand."""

from scripts.audit.slips import named, slips, years_beside
from scripts.derive.growth import cagr
from scripts.model import total
from tests.factory import growth, market, plain, share, size


def adds(values):
    return total(values[:-1]).meets(values[-1])


def shares_of(values):
    part, of, whole = values
    return (of * whole / 100).meets(part)


def closes(years):
    def holds(values):
        start, end, rate = values
        found = cagr(start, end, years)
        return found is not None and found.meets(rate)

    return holds


def line(claims, holds, **more):
    return plain(named(slips(claims, holds, **more), claims))


def test_a_factor_of_ten_in_one_part_of_a_sum_names_the_part():
    # 60 + 40 = 100, but 600 was typed
    parts = size(2024, "600", name="a"), size(2024, "40", name="b"), size(2024, "100", name="w")
    assert line(parts, adds) == "; in 600 bn a factor of ten: a misplaced decimal point?"


def test_a_factor_that_any_number_of_a_product_may_hold_names_none():
    # 10 % of 50 is 5, not 50: any of the three may be ten times wrong
    claims = size(2024, "50", name="part"), share("s", "10"), size(2024, "50", name="whole")
    assert line(claims, shares_of) == "; a factor of ten: a misplaced decimal point?"


def test_a_thousand_is_a_factor_of_1000():
    claims = size(2024, "0.060", name="a"), size(2024, "40", name="b"), size(2024, "100", name="w")
    assert line(claims, adds) == "; in 0.060 bn a factor of 1,000: a misplaced decimal point?"


def test_a_fraction_entered_as_per_cent_is_told_before_a_factor_of_a_hundred():
    # 16 % of 50 is 8
    claims = size(2024, "8.0", name="part"), share("s", "0.16"), size(2024, "50", name="whole")
    assert line(claims, shares_of) == "; in 0.16 % a fraction for per cent: 16 %?"


def test_a_lost_minus_is_told():
    # 200 to 180 is -10 % and not 10 %
    claims = size(2024, "200"), size(2025, "180"), growth(2024, 2025, "10")
    assert line(claims, closes(1)) == "; in 10 % the other sign: a minus lost?"


def test_a_lost_first_digit_is_told():
    # 14.2 + 55.8 = 70.0, but 4.2 was typed
    claims = size(2024, "4.2", name="a"), size(2024, "55.8", name="b"), size(2024, "70.0", name="w")
    assert line(claims, adds) == "; in 4.2 bn a lost digit: 14.2 bn?"


def test_a_first_digit_that_any_of_several_may_have_lost_is_told_of_none():
    # 10 are missing: 14.2 + 5.8 = 4.2 + 15.8 = 20.0
    claims = size(2024, "4.2", name="a"), size(2024, "5.8", name="b"), size(2024, "20.0", name="w")
    assert line(claims, adds) == "; a first digit lost in one of them?"


def test_what_only_a_cut_explains_is_unproven():
    # the seed: 14.2 x 1.245^10 = 127.1; of 14.2 the last digit was left
    claims = size(2024, "2"), size(2034, "127.1"), growth(2024, 2034, "24.5")
    assert line(claims, closes(10)) == "; in 2 bn a cut: what is left of 14.2 bn? unproven"


def test_the_value_of_the_year_before_is_told():
    # 60 + 40 = 100; the 55 is of 2023
    a, b, whole = size(2024, "60", name="a"), size(2024, "40", name="b"), size(2024, "95", name="w")
    right, claims = size(2023, "100", name="right"), (a, b, whole)
    beside = years_beside(market(*claims, right))
    assert line(claims, adds, beside=beside) == "; in 95 bn a slip of the year: 100 bn of 2023 would fit?"


def test_a_step_fewer_is_told():
    # 100.0 x 1.10^9 = 235.8
    claims = size(2024, "100.0"), size(2034, "235.8"), growth(2024, 2034, "10.0")
    stepped = slips(claims, closes(10), stepped=lambda n: n == -1)
    assert [slip.words for slip in stepped if slip.place is None] == ["one step fewer would fit"]


def test_what_no_single_slip_repairs_is_told_nothing():
    claims = size(2024, "61", name="a"), size(2024, "40", name="b"), size(2024, "95", name="w")
    assert line(claims, adds) == ""


def test_a_nought_is_no_repair():
    claims = size(2024, "0", name="part"), share("s", "0"), size(2024, "5", name="whole")
    assert slips(claims, lambda values: bool(values[0] / values[1])) == []
