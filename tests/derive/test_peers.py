from dataclasses import replace
from fractions import Fraction

from scripts.derive.peers import ranked, standings
from tests.factory import between, growth, market, size


def test_the_largest_is_first_and_overlapping_intervals_are_tied():
    found = ranked({"a": between("9", "11"), "b": between("10", "12"), "c": between("1", "2")})
    assert found == {"a": (1, 1, None), "b": (1, 1, None), "c": (3, 0, None)}


def test_a_chain_of_overlaps_ties_only_neighbours():
    # a meets b, b meets c, a does not meet c
    found = ranked({"a": between("1", "3"), "b": between("3", "5"), "c": between("5", "7")})
    assert found == {"a": (2, 1, None), "b": (1, 2, None), "c": (1, 1, None)}


def test_a_percentile_needs_ten_markets_and_is_the_mid_rank():
    values = {str(n): between(str(n), str(n)) for n in range(10)}
    found = ranked(values)
    assert found["7"] == (3, 0, Fraction(75))  # seven below, itself by half: 7.5 of 10
    assert found["0"][2] == Fraction(5)
    assert ranked({str(n): between("4", "4") for n in range(10)})["3"] == (1, 9, Fraction(50))


def of(name, value, rate, unit="usd-bn"):
    known = market(
        size(2024, value, unit), growth(2024, 2034, rate), headline=("size-2024", None, "cagr-2024-2034")
    )
    return replace(known, id=name)


def test_sizes_are_ranked_within_one_currency_and_growth_among_all():
    found = standings(
        [of("a", "14.2", "24.5"), of("b", "900", "5.0", "usd-m"), of("c", "20", "7.0", "eur-bn")]
    )
    told = {name: [(s.name, s.rank, s.of) for s in known] for name, known in found.items()}
    assert told == {
        "a": [("Size in USD", 1, 2), ("Growth", 1, 3)],
        "b": [("Size in USD", 2, 2), ("Growth", 3, 3)],
        "c": [("Size in EUR", 1, 1), ("Growth", 2, 3)],
    }


def test_a_market_without_a_headline_has_no_standing():
    assert standings([market()]) == {"solid-state-batteries": ()}
