"""Concentration: bounds against hand calculation and against every admissible vector on a grid."""

from dataclasses import replace
from decimal import Decimal
from itertools import product

import pytest

from scripts.derive import derive
from scripts.derive.concentration import Filling, bounds, hhi, ratio
from scripts.model import Quantity, Region
from tests.charts.markets import called_largest, of_shares
from tests.factory import between, market, share

HUNDREDTH = Decimal("0.01")
exact = Quantity.exact


def fractions(*hundredths):
    return [exact(HUNDREDTH * part) for part in hundredths]


def admissible(known, unknown, cap):
    """Every way to share the rest, in hundredths, among the unknown segments."""
    rest = 100 - sum(known)
    for parts in product(range(min(rest, cap) + 1), repeat=unknown - 1):
        last = rest - sum(parts)
        if 0 <= last <= cap:
            yield [HUNDREDTH * part for part in (*known, *parts, last)]


@pytest.mark.parametrize(
    ("known", "unknown", "cap"),
    [
        ((49,), 3, 49),
        ((49,), 3, 100),
        ((30, 25), 3, 30),
        ((30, 10), 2, 30),
        ((40, 30), 3, 100),
        ((10, 5), 1, 100),
        ((0, 0), 2, 100),
        ((34,), 2, 34),
    ],
)
@pytest.mark.parametrize("measure", [hhi, ratio(1), ratio(2), ratio(3)])
def test_bounds_are_the_extremes_of_all_admissible_shares(known, unknown, cap, measure):
    if known == (30, 10) and cap == 30:  # 60 left, two of 30: one way alone
        assert len(list(admissible(known, unknown, cap))) == 1
    values = [measure(shares) for shares in admissible(known, unknown, cap)]
    found = bounds(Filling(fractions(*known), unknown, exact(HUNDREDTH * cap)), measure)
    assert found
    least, most = found
    assert most.point == max(values)
    assert least.point <= min(values)
    if (100 - sum(known)) % unknown == 0:
        assert least.point == pytest.approx(min(values), abs=Decimal("1e-20"))


def test_one_known_share_of_five_that_is_the_largest():
    known = of_shares("48.7", count=5)
    rank = called_largest("part-0", use="part-0")
    ranked = market(*known.claims.values(), rank, dimensions=known.dimensions)
    (found,) = derive(ranked).concentrations
    assert found.capped
    # 0.487^2 + 4 (0.513 / 4)^2 and 0.487^2 + 0.487^2 + 0.026^2
    assert found.hhi.least.point == Decimal("0.30296125")
    assert found.hhi.most.point == Decimal("0.475014")
    assert (found.leader.least.point, found.leader.most.point) == (Decimal("48.7"), Decimal("48.7"))
    assert (found.two.least.point, found.two.most.point) == (Decimal("61.525"), Decimal("97.4"))


def test_without_the_source_s_word_an_unpublished_segment_may_be_larger():
    (found,) = derive(of_shares("48.7", count=5)).concentrations
    assert not found.capped
    assert found.hhi.most.point == Decimal("0.500338")  # 0.487^2 + 0.513^2
    assert (found.leader.least.point, found.leader.most.point) == (Decimal("48.7"), Decimal("51.3"))


def test_a_rank_of_another_segment_says_nothing_of_the_published_one():
    known = of_shares("20.0", count=3)
    rank = called_largest("part-1", use="part-1")
    assert (
        not derive(market(*known.claims.values(), rank, dimensions=known.dimensions)).concentrations[0].capped
    )


def test_rounding_widens_both_bounds_and_holds_every_true_value():
    known = [between("0.4865", "0.4875", "0.487")]
    cap = known[0]
    found = bounds(Filling(known, 4, cap), hhi)
    assert found
    least, most = found
    for true in (Decimal("0.4865"), Decimal("0.487"), Decimal("0.4875")):
        at = bounds(Filling([exact(true)], 4, exact(true)), hhi)
        assert at
        assert least.low <= at[0].point <= least.high
        assert most.low <= at[1].point <= most.high


def test_all_shares_known_leave_nothing_but_rounding():
    (found,) = derive(of_shares("50", "30", "20")).concentrations
    assert found.hhi.least.point == found.hhi.most.point == Decimal("0.38")
    assert found.leader.most.point == 50


@pytest.mark.parametrize(
    ("known", "unknown", "cap"),
    [
        ((60, 50), 1, 100),  # more than the whole
        ((60, 30), 0, 100),  # nobody left to hold the rest
        ((10,), 2, 10),  # two of at most 10 cannot fill 90
    ],
)
def test_shares_that_cannot_be_have_no_bounds(known, unknown, cap):
    assert bounds(Filling(fractions(*known), unknown, exact(HUNDREDTH * cap)), hhi) is None


def test_regions_have_no_bounds_as_nobody_counts_them():
    europe = Region("europe", "Europe", "150", "world")
    assert derive(market(share("e", "41.2", region="europe"), regions=(europe,))).concentrations == ()


def test_sixty_shares_that_add_up_within_rounding_are_all_there_is():
    (found,) = derive(of_shares(*["1.7"] * 60)).concentrations  # 99 to 105 %
    assert found.hhi.least.point == Decimal("0.01734")  # 60 x 0.017^2
    assert found.hhi.least.point == found.hhi.most.point


def test_shares_that_leave_a_rest_to_nobody_have_no_bounds():
    assert derive(of_shares(*["1.6"] * 60)).concentrations == ()  # 93 to 99 %


@pytest.mark.parametrize("qualifier", ["more-than", "at-least", "at-most", "less-than"])
def test_a_share_that_is_said_to_be_more_or_less_than_printed_bounds_nothing(qualifier):
    open_ended = replace(of_shares("54.58", count=2).claims["part-0"], qualifier=qualifier)
    known = of_shares("54.58", count=2)
    assert derive(known).concentrations
    assert derive(replace(known, claims={**known.claims, "part-0": open_ended})).concentrations == ()


def with_others(*values, residual):
    known = of_shares(*values)
    segments = dict(known.dimensions["use"].segments)
    segments[residual] = replace(segments[residual], residual=True)
    return replace(known, dimensions={"use": replace(known.dimensions["use"], segments=segments)})


def test_others_are_never_one_firm():
    # 40, 25, 10 named and 25 of others, each of which is smaller than 10: at least 0.16 + 0.0625 + 0.01 = 0.2325 and next
    # to nothing; at most two of 10 and one of 5 more: 0.2325 + 0.01 + 0.01 + 0.0025 = 0.255
    (found,) = derive(with_others("40", "25", "10", "25", residual="part-3")).concentrations
    assert Decimal("0.2325") < found.hhi.least.point < Decimal("0.2326")
    assert found.hhi.most.point == Decimal("0.255")
    assert (found.leader.least.point, found.leader.most.point) == (Decimal(40), Decimal(40))


def test_others_that_are_the_largest_do_not_lead():
    (found,) = derive(with_others("20", "10", "70", residual="part-2")).concentrations
    assert found.breakdown.leader
    assert found.breakdown.leader.code == "part-0"
    assert found.leader.most.point == 20
