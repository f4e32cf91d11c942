from decimal import Decimal
from fractions import Fraction
from math import comb, exp, fsum, lgamma, log

import pytest

from scripts.derive.proportion import exact_proportion
from scripts.notation import number


def tail(successes, n, p):
    """The chance of so many successes or more, as an exact fraction."""
    return sum(comb(n, k) * p**k * (1 - p) ** (n - k) for k in range(successes, n + 1))


# Bounds as printed in tables of exact binomial limits, in per cent.
@pytest.mark.parametrize(
    ("successes", "n", "point", "low", "high"),
    [
        (3, 7, "42.9", "9.9", "81.6"),
        (5, 10, "50.0", "18.7", "81.3"),
        (1, 10, "10.0", "0.3", "44.5"),
        (0, 10, "0.0", "0.0", "30.8"),
        (10, 10, "100.0", "69.2", "100.0"),
        (0, 1, "0.0", "0.0", "97.5"),
        (1, 1, "100.0", "2.5", "100.0"),
    ],
)
def test_the_interval_is_the_one_in_published_tables(successes, n, point, low, high):
    found = exact_proportion(successes, n)
    assert tuple(number(value, 1) for value in (found.point, found.low, found.high)) == (point, low, high)


@pytest.mark.parametrize(("successes", "n"), [(3, 7), (3, 39), (8, 34), (27, 65), (1, 3), (64, 65), (1, 120)])
def test_at_each_bound_so_many_or_so_few_have_a_chance_of_2_5_percent(successes, n):
    found = exact_proportion(successes, n)
    low, high = Fraction(found.low) / 100, Fraction(found.high) / 100
    assert abs(tail(successes, n, low) - Fraction(1, 40)) < Fraction(1, 10**12)
    assert abs(1 - tail(successes + 1, n, high) - Fraction(1, 40)) < Fraction(1, 10**12)


def test_none_of_18_still_leaves_room_for_18_5_percent():
    found = exact_proportion(0, 18)  # 1 - 0.025^(1/18) = 1 - 0.81470
    assert found.point == found.low == 0
    assert number(found.high, 2) == "18.53"


def test_all_of_10_still_leaves_room_for_69_2_percent():
    found = exact_proportion(10, 10)  # 0.025^(1/10) = 0.69150
    assert found.point == found.high == 100
    assert number(found.low, 2) == "69.15"


def test_failures_mirror_successes():
    some, others = exact_proportion(3, 7), exact_proportion(4, 7)
    assert number(some.low + others.high, 12) == number(Decimal(100), 12)
    assert number(some.high + others.low, 12) == number(Decimal(100), 12)


def test_a_trial_with_tens_of_thousands_of_patients_has_its_interval_too():
    successes, n = 162, 21728
    found = exact_proportion(successes, n)

    def chance(k, p):
        return exp(lgamma(n + 1) - lgamma(k + 1) - lgamma(n - k + 1) + k * log(p) + (n - k) * log(1 - p))

    low, high = float(found.low) / 100, float(found.high) / 100
    assert fsum(chance(k, low) for k in range(successes, n + 1)) == pytest.approx(0.025, rel=1e-6)
    assert fsum(chance(k, high) for k in range(successes + 1)) == pytest.approx(0.025, rel=1e-6)


@pytest.mark.parametrize(("successes", "n"), [(4, 3), (-1, 3), (0, 0)])
def test_more_successes_than_cases_are_no_proportion(successes, n):
    with pytest.raises(ValueError, match="no proportion"):
        exact_proportion(successes, n)
