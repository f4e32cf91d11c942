"""Markets on one axis of time: their courses, the year they have in common, parts in their wholes."""

from decimal import Decimal

from scripts.model import Rank, Status
from tests.comparing import compared, named, path, stated
from tests.factory import growth, size, source

BN = 10**9


def course(known):
    return compared(known, stated("Other", "1")).course(known.id)


def told(known):
    """Each year of a course in billions, exact where it is."""
    return {point.year: (point.value.point / BN, bool(point.claim)) for point in course(known).points}


def test_a_course_is_published_at_its_ends_and_computed_between():
    # 100 x 1.1 = 110, 100 x 1.21 = 121; the target is as published, not 133.1
    assert told(path("One", "100", "10", "140", 2024, 2027)) == {
        2024: (100, True),
        2025: (110, False),
        2026: (121, False),
        2027: (140, True),
    }


def test_a_course_without_a_target_runs_as_long_as_its_rate():
    assert told(path("One", "100", "10", first=2024, last=2026)) == {
        2024: (100, True),
        2025: (110, False),
        2026: (121, False),
    }


def test_a_published_year_between_the_ends_replaces_the_computed_one_if_it_is_of_the_same_source():
    ends = (size(2024, "100", name="size"), size(2026, "121", name="target", status=Status.FORECAST))
    rate = growth(2024, 2026, "10", name="rate")
    said = size(2025, "108", name="between")
    foreign = size(2025, "500", name="foreign", source="ampere/batteries-2025")
    rejected = size(2023, "7", name="rejected", rank=Rank.DEPRECATED)
    known = named("One", *ends, rate, said, foreign, rejected)
    assert told(known) == {2024: (100, True), 2025: (108, True), 2026: (121, True)}


def test_ends_without_a_rate_are_two_points_with_nothing_between():
    known = named("One", size(2024, "100", name="size"), size(2030, "140", name="target"))
    assert list(told(known)) == [2024, 2030]


def test_a_base_in_another_currency_than_the_target_is_left_out():
    known = named(
        "One",
        size(2024, "100", "eur-bn", name="size"),
        size(2026, "121", name="target"),
        growth(2024, 2026, "10", name="rate"),
    )
    assert list(told(known)) == [2026]


def test_nothing_is_computed_from_a_rate_that_may_lose_more_than_everything():
    rough = source(rounded_to=1)  # 99 to one digit may be 104
    base, rate = size(2024, "100", name="size"), growth(2024, 2026, "-99", name="rate", source=rough)
    assert list(told(named("One", base, rate))) == [2024]


def test_millions_and_billions_compare():
    known = compared(path("One", "2", "10"), path("Two", "500", "10", unit="usd-m"))
    assert known.pairs[0].years[0].ratio.point == 4


def test_the_common_year_is_the_one_that_most_reach_nearest_to_the_latest_base():
    early, late = (
        path("Early", "10", "5", first=2020, last=2030),
        path("Late", "10", "5", first=2025, last=2028),
    )
    known = compared(early, late, stated("Old", "3", 2021))
    assert (known.year, known.last) == (2025, 2028)


def test_sizes_of_different_years_have_none_in_common():
    known = compared(stated("One", "1", 2020), stated("Two", "2", 2024))
    assert (known.year, known.last, known.pairs) == (None, None, ())


def test_a_share_of_the_whole_is_as_wide_as_the_digits_of_both():
    # 9.5 / 40.5 = 23.46 %, 10.5 / 39.5 = 26.58 %
    (pair,) = compared(stated("Part", "10", part_of=("whole",)), stated("Whole", "40")).inclusions
    share = pair.years[0].per_cent
    assert share.point == 25
    assert share.low.quantize(Decimal("0.01")) == Decimal("23.46")
    assert share.high.quantize(Decimal("0.01")) == Decimal("26.58")


def test_rounding_alone_makes_no_part_larger_than_its_whole():
    # 10.4 stands for up to 10.45, 10 for up to 10.5
    (pair,) = compared(stated("Part", "10.4", part_of=("whole",)), stated("Whole", "10")).pairs
    assert pair.exceeding is None
    (pair,) = compared(stated("Part", "10.6", part_of=("whole",)), stated("Whole", "10")).pairs
    assert pair.exceeding is pair.years[0]


def test_a_whole_of_more_than_so_much_is_never_surely_exceeded():
    part, whole = stated("Part", "90", part_of=("whole",)), stated("Whole", "10", qualifier="more-than")
    assert compared(part, whole).inclusions[0].exceeding is None
    open_base = named("Part", size(2024, "90", name="size", qualifier="less-than"), part_of=("whole",))
    assert compared(open_base, stated("Whole", "10")).inclusions[0].exceeding is None


def test_what_follows_from_an_open_base_is_open_too():
    base = size(2024, "10", name="size", qualifier="more-than")
    whole = named("Whole", base, growth(2024, 2026, "10", name="rate"))
    part = path("Part", "50", "10", last=2026, part_of=("whole",))
    assert compared(part, whole).inclusions[0].exceeding is None


def test_nothing_is_a_multiple_of_nothing():
    (pair,) = compared(stated("One", "5"), stated("Two", "0")).pairs
    assert pair.years[0].ratio is None
    assert pair.years[0].per_cent is None


def test_to_overtake_one_must_have_been_smaller_before():
    (pair,) = compared(path("One", "20", "1"), path("Two", "10", "20")).pairs
    assert pair.overtaking is None  # the first is the larger one from the start
    (pair,) = compared(path("One", "10", "20"), path("Two", "20", "1")).pairs
    # 10 x 1.2^5 = 24.9 (9.5 x 1.195^5 = 23.2 at least) against 20 x 1.01^5 = 21.0 (20.5 x 1.015^5 = 22.1 at most)
    assert pair.overtaking.year == 2029


def test_a_part_is_one_by_way_of_a_market_that_is_not_compared():
    part, whole = stated("Part", "1", part_of=("middle",)), stated("Whole", "3")
    middle = stated("Middle", "2", part_of=("whole",))
    (pair,) = compared(whole, part, others=[middle]).inclusions
    assert (pair.one.market.id, pair.other.market.id) == ("part", "whole")


def test_currencies_and_measures_that_differ_make_no_pair():
    known = compared(stated("One", "1"), stated("Two", "1", unit="eur-bn"))
    assert (known.pairs, known.is_of_one_kind) == ((), False)
    known = compared(stated("One", "1"), stated("Two", "1", unit="gwh", measure="shipments"))
    assert (known.pairs, known.is_of_one_kind) == ((), False)
