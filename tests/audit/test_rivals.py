from dataclasses import replace

from scripts.audit.rivals import rivals_far_apart
from scripts.model import HELD, Grade, Relation, Word
from tests.audit.examining import cases, findings
from tests.codelists import SCOPES
from tests.factory import growth, market, plain, size, source


def rival(who, year, value, **more):
    return size(year, value, name=f"{who}-{year}", source=f"{who}/2025", **more)


def test_rivals_thirteen_times_apart_are_told_with_their_range():
    known = rival("a", 2024, "12.71"), rival("b", 2024, "6.82"), rival("c", 2024, "0.95161")
    (finding,) = findings(rivals_far_apart, market(*known))
    assert (finding.id, finding.grade) == ("rivals-far-apart-market", Grade.NOTE)
    assert plain(finding.title) == (
        "Three publishers put solid-state batteries in 2024 between USD 0.95161 bn and USD 12.71 bn"
    )
    # 12.71 / 0.95161 = 13.36
    assert plain(finding.arithmetic) == "USD 12.71 bn (A) ÷ USD 0.95161 bn (C) = 13.4 times"


def test_rivals_less_than_twice_apart_are_sound_and_rounding_counts_for_them():
    assert cases(rivals_far_apart, market(rival("a", 2024, "6.91"), rival("b", 2024, "9.14"))) == [HELD]
    # 14.2 is twice 7.1 by the digits, but 14.15 is not twice 7.15.
    assert cases(rivals_far_apart, market(rival("a", 2024, "7.1"), rival("b", 2024, "14.2"))) == [HELD]


def test_a_rival_is_brought_to_the_year_by_its_own_rate_and_says_so():
    moved = rival("a", 2023, "10.0"), growth(2023, 2030, "30.0", name="a-rate", source="a/2025")
    (finding,) = findings(rivals_far_apart, market(*moved, rival("b", 2024, "5.0")))
    # 10.0 x 1.3 = 13.0; 13.0 / 5.0 = 2.6
    assert (
        plain(finding.arithmetic)
        == "USD 13.0 bn (A, from 10.0 bn at 30.0 % a year) ÷ USD 5.0 bn (B) = 2.6 times"
    )
    assert set(finding.subjects) == {"a-2023", "a-rate", "b-2024"}


def test_outlets_of_one_voice_are_one_rival():
    copied = replace(
        rival("shop", 2024, "2.0"), source=replace(source("shop/2025"), author_named=Word("a", "A"))
    )
    assert cases(rivals_far_apart, market(rival("a", 2024, "10.0"), copied)) == []


def test_rates_that_differ_by_a_factor_of_two_and_five_points_are_told():
    rates = [
        growth(2024, 2030, value, name=f"rate-{who}", source=f"{who}/2025")
        for who, value in (("a", "3.6"), ("b", "16.7"))
    ]
    (finding,) = findings(rivals_far_apart, market(*rates))
    assert finding.id == "rivals-far-apart-market-growth"
    assert "÷ 3.6 % over 2024 to 2030 (A) = 4.6 times" in plain(finding.arithmetic)  # 16.7 / 3.6 = 4.64
    low = [
        growth(2024, 2030, v, name=f"rate-{w}", source=f"{w}/2025") for w, v in (("a", "1.0"), ("b", "4.0"))
    ]
    assert cases(rivals_far_apart, market(*low)) == [HELD]  # four times, and three points


def test_a_neighbour_is_told_where_the_market_is_half_as_large_again():
    scopes = {"car-t": replace(SCOPES["car-t"], relation=Relation.NEIGHBOUR)}
    own = size(2024, "17.7")
    near = rival("a", 2024, "9.1", scope="car-t")
    known = market(own, near, scopes=scopes, headline=("size-2024", None, None))
    (finding,) = findings(rivals_far_apart, known)
    assert finding.id == "rivals-far-apart-market-beside-car-t"
    assert "1.9 times as much as one other publisher gives the neighbour" in plain(finding.arithmetic)
    close = market(
        own, rival("a", 2024, "13.0", scope="car-t"), scopes=scopes, headline=("size-2024", None, None)
    )
    assert cases(rivals_far_apart, close) == [HELD]


def test_the_id_of_a_range_does_not_change_with_another_rival():
    two = market(rival("a", 2024, "10"), rival("b", 2024, "1.0"))
    three = market(rival("a", 2024, "10"), rival("b", 2024, "1.0"), rival("c", 2024, "0.5"))
    assert [f.id for f in findings(rivals_far_apart, two)] == [
        f.id for f in findings(rivals_far_apart, three)
    ]
