"""Where a text writes known figures: whole numbers only, in their order, and nothing of the text is lost."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts.model import Computed, Qualifier
from scripts.notation import mentions, ways
from tests.codelists import UNITS
from tests.factory import between, claim, growth, patients, plain, share, size, spaced

TWO, BIG, RATE = size(2023, "2"), size(2024, "14.2"), growth(2024, 2034, "24.5")


def found(text, *figures):
    """The pieces that belong to a figure, with its place."""
    pieces = list(mentions(spaced(text), [ways(figure) for figure in figures]))
    assert "".join(piece for piece, _ in pieces) == spaced(text)
    return [(plain(piece), place) for piece, place in pieces if place is not None]


def test_a_claim_is_found_in_full_and_in_short():
    text = "14.2 bn × 1.245² = 22.0 bn; USD 14.2 bn (2024) growing 24.5 % a year, not 24.5 %"
    assert found(text, BIG, RATE) == [("14.2 bn", 0), ("USD 14.2 bn", 0), ("24.5 % a year", 1), ("24.5 %", 1)]


def test_what_a_source_puts_before_a_figure_belongs_to_it_where_it_is_written():
    about = size(2034, "78", qualifier=Qualifier.ABOUT)
    assert found("about USD 78 bn", about) == [("about USD 78 bn", 0)]
    assert found("About USD 78 bn", about) == [("USD 78 bn", 0)]


@pytest.mark.parametrize(
    "text",
    [
        "22 bn",
        "USD 22 bn",
        "1.2 bn",
        "2.2 bn",
        "2,2 bn",
        "12 bn",
        "−2 bn",
        "-2 bn",
        "2 bnx",
        "EUR 2 bn",
        "x2 bn",
    ],
)
def test_a_part_of_another_amount_is_not_found(text):
    assert found(text, TWO) == []


def test_a_figure_at_the_end_of_a_sentence_and_in_brackets_is_found():
    assert found("It is USD 2 bn. (2 bn), 2 bn; 2 bn", TWO) == [("USD 2 bn", 0), *[("2 bn", 0)] * 3]


def test_of_figures_that_are_written_alike_each_stands_in_its_turn_and_the_last_is_repeated():
    one, other = size(2033, "127.1"), size(2034, "127.1")
    text = "USD 127.1 bn and USD 127.1 bn, or USD 127.1 bn"
    assert [place for _, place in found(text, one, other)] == [0, 1, 1]
    assert [place for _, place in found("127.1 bn twice", one, other)] == [0]


def test_counts_are_found_alone_but_not_in_numbers_with_a_unit():
    n, r = patients("n", "7"), patients("r", "3")
    assert found("3 ÷ 7 = 42.9 %, interval of 9.9 to 81.6 %", r, n) == [("3", 0), ("7", 1)]
    assert found("3 % of 7 bn, 3.7, 7,000", r, n) == []


def test_a_rank_is_never_the_bare_digit():
    first = claim("first", "1", "rank", "share-rank", "2024", use="cars")
    assert found("1 of 4 segments", first) == []


def test_a_derived_value_is_found_with_the_digits_that_are_known_and_by_its_interval():
    more: dict[str, Any] = {"id": "derived-a", "name": "A", "formula": "", "inputs": ("cars",)}
    value = Computed.of(between("41.75", "41.85"), unit=UNITS["percent"], **more)
    assert found("41.8 %, 41.75 to 41.85 %", value) == [("41.8 %", 0), ("41.75 to 41.85 %", 0)]
    assert found("41.80 %", value) == [("41.80 %", 0)]  # as a reader's own sum gives it
    assert found("41.800 %, 42 %", value) == []
    money = Computed.of(between("17.61", "17.75", "17.68"), unit=UNITS["usd-bn"], **more)
    assert found("USD 18 bn", money) == []
    assert found("USD 17.7 bn or 17.7 bn", money) == [("USD 17.7 bn", 0), ("17.7 bn", 0)]


def test_without_figures_the_text_is_one_piece():
    assert list(mentions("USD 2 bn", [])) == [("USD 2 bn", None)]
    assert list(mentions("", [ways(TWO)])) == []


@given(
    st.text(max_size=40), st.lists(st.sampled_from(["2 bn", "USD 2 bn", "(", "[a-z]+", "24.5 %"]), max_size=3)
)
def test_the_pieces_are_the_text_whatever_it_is(text, written):
    pieces = list(mentions(text, [[way] for way in written]))
    assert "".join(piece for piece, _ in pieces) == text
    assert all(piece for piece, _ in pieces)


def test_shares_of_one_value_are_told_apart_by_their_order_alone():
    cars, phones = share("cars", "60", use="cars"), share("phones", "60", use="phones")
    assert found("60 % + 60 % = 120 %", cars, phones) == [("60 %", 0), ("60 %", 1)]
