from decimal import Decimal

import pytest

from scripts.notation import counted, in_words, listing, lower_first, ordinal, ordinal_multiple, superscript


@pytest.mark.parametrize(
    ("items", "expected"),
    [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")],
)
def test_a_list_ends_in_and(items, expected):
    assert listing(items) == expected


def test_a_list_may_end_in_or():
    assert listing(["a", "b", "c"], "or") == "a, b or c"


@pytest.mark.parametrize(
    ("count", "expected"),
    [
        (0, "no claims"),
        (1, "one claim"),
        (4, "four claims"),
        (12, "twelve claims"),
        (13, "13 claims"),
        (4238, "4,238 claims"),
    ],
)
def test_small_counts_are_spelled_and_large_ones_are_not(count, expected):
    assert counted(count, "claim") == expected


def test_a_count_alone_is_spelled_alike():
    assert [in_words(count) for count in (0, 1, 12, 13, 4238)] == ["no", "one", "twelve", "13", "4,238"]


def test_a_plural_may_be_irregular():
    assert counted(1, "entry", "entries") == "one entry"
    assert counted(2, "entry", "entries") == "two entries"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("1.3", "1.3 times as much"),
        ("2.5", "2.5 times as much"),
        ("2.94", "2.9 times as much"),
        ("2.95", "three times as much"),  # one decimal would make it 3.0
        ("8.9507", "nine times as much"),
        ("12.4", "twelve times as much"),
        ("12.5", "13 times as much"),
        ("1234.5", "1,235 times as much"),
    ],
)
def test_a_multiple_is_told_in_words(value, expected):
    assert ordinal_multiple(Decimal(value)) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Hospitals", "hospitals"),
        ("Cell and gene therapy", "cell and gene therapy"),
        ("CAR-T cell therapy", "CAR-T cell therapy"),
        ("North America", "North America"),
        ("T-cell therapy", "T-cell therapy"),
        ("X-ray equipment", "X-ray equipment"),
        ("3D printing", "3D printing"),
        ("", ""),
    ],
)
def test_a_name_inside_a_sentence_keeps_the_capitals_that_are_its_own(name, expected):
    assert lower_first(name) == expected


def test_a_power_is_written_above_the_line():
    assert superscript(10) == "¹⁰"
    assert superscript(-3) == "⁻³"


def test_places_in_an_order_have_their_endings():
    told = [ordinal(n) for n in (1, 2, 3, 4, 10, 11, 12, 13, 21, 22, 23, 101, 111, 1002)]
    assert told == [
        "1st",
        "2nd",
        "3rd",
        "4th",
        "10th",
        "11th",
        "12th",
        "13th",
        "21st",
        "22nd",
        "23rd",
        "101st",
        "111th",
        "1,002nd",
    ]
