from dataclasses import replace

import pytest

from scripts.model import Unit, UnitKind
from scripts.notation import (
    bare,
    compact,
    followed,
    full,
    known,
    measured,
    rate,
    share,
    span,
    typeable,
    unit_name,
    with_unit,
)
from tests.codelists import MEASURES, UNITS
from tests.factory import between, claim, growth, patients, plain, size, spaced
from tests.factory import share as share_claim

ANYTHING = replace(MEASURES["market-size"], units=tuple(UNITS), sign="any")


def stated(value, unit):
    """A figure in any unit."""
    return replace(claim("a", "1"), measure=ANYTHING, unit=UNITS[unit], value=value)


@pytest.mark.parametrize(
    ("value", "unit", "expected"),
    [
        ("14.2", "usd-bn", "USD 14.2 bn"),
        ("29.0", "usd-bn", "USD 29.0 bn"),  # the printed nought says how precisely it is known
        ("9.13661", "usd-bn", "USD 9.13661 bn"),
        ("14", "usd-m", "USD 14 m"),
        ("5193", "eur-bn", "EUR 5,193 bn"),
        ("1250.5", "gwh", "1,250.5 GWh"),
        ("48.7", "percent", "48.7 %"),
        ("-0.5", "percent", "\u22120.5 %"),
        ("4238", "patients", "4,238 patients"),
        ("4.6", "months", "4.6 months"),
        ("10", "times", "10 times"),
        ("35000", "one-in", "1 in 35,000"),
        ("1", "rank", "rank 1"),
    ],
)
def test_a_figure_is_written_with_its_unit_and_never_breaks_from_it(value, unit, expected):
    assert full(stated(value, unit)) == spaced(expected)


def test_a_range_is_one_figure_with_two_ends():
    assert plain(full(size(2024, "120..130"))) == "USD 120 to 130 bn"


def test_a_rate_is_always_a_year():
    assert full(growth(2024, 2034, "24.5")) == "24.5\u00a0% a year"


@pytest.mark.parametrize(
    ("qualifier", "expected"),
    [
        ("about", "about"),
        ("at-least", "at least"),
        ("at-most", "up to"),
        ("more-than", "more than"),
        ("less-than", "less than"),
    ],
)
def test_the_qualifier_of_the_source_stands_before_the_figure(qualifier, expected):
    assert full(share_claim("a", "80", qualifier=qualifier)) == f"{expected}\u00a080\u00a0%"


def test_one_in_so_many_takes_a_qualifier_too():
    assert full(replace(stated("35000", "one-in"), qualifier="about")) == spaced("about 1 in 35,000")


def test_a_bare_figure_leaves_out_the_unit_but_not_the_qualifier():
    assert bare(size(2024, "14.2")) == "14.2"
    assert bare(size(2034, "1127.1", qualifier="about")) == spaced("about 1,127.1")


def test_a_compact_figure_leaves_out_currency_and_the_yearly_label():
    assert compact(size(2024, "14.2")) == spaced("14.2 bn")
    assert compact(growth(2024, 2034, "24.5")) == spaced("24.5 %")
    assert compact(share_claim("a", "48.7")) == spaced("48.7 %")
    assert compact(patients("a", "7")) == spaced("7 patients")


def test_whole_dollars_have_no_label():
    dollars = Unit("usd", "US dollars", UnitKind.MONEY, "", "USD", 1)
    assert with_unit("500", dollars) == spaced("USD 500")


def test_a_count_without_a_label_is_a_bare_number():
    assert with_unit("7", Unit("each", "Each", UnitKind.COUNT, "", None, 1)) == "7"


def test_a_multiple_without_a_label_is_still_times():
    assert with_unit("7.1", Unit("fold", "Fold", UnitKind.RATIO, "", None, 1)) == spaced("7.1 times")
    assert with_unit("7.1", Unit("x", "Fold", UnitKind.RATIO, "fold", None, 1)) == spaced("7.1 fold")


@pytest.mark.parametrize(
    ("unit", "name"), [("usd-bn", "USD\u00a0bn"), ("gwh", "GWh"), ("percent-a-year", "% a year")]
)
def test_a_unit_alone_heads_an_axis_or_a_column(unit, name):
    assert unit_name(UNITS[unit]) == name


def test_a_computed_amount_shows_only_the_digits_its_interval_supports():
    # 14.2 bn at 24.5 % a year: 17.609675 to 17.748375
    assert measured(between("17.609675", "17.748375", "17.679"), UNITS["usd-bn"]) == spaced("USD 17.7 bn")


def test_a_computed_rate_is_written_at_its_point():
    wide = between("47.6", "56.0", "51.4647")
    assert rate(wide) == spaced("51.5 %")
    assert rate(wide, 0) == spaced("51 %")


def test_a_written_number_becomes_a_percentage():
    assert share("58.2") == spaced("58.2 %")


def test_a_span_is_one_digit_finer_than_the_number():
    # 14.2 stepped back by 24.5 %: 14.15 / 1.2455 = 11.3609 and 14.25 / 1.2445 = 11.4504
    assert span(between("11.3609", "11.4504")) == "11.36 to 11.46"  # outward, so that nothing is cut off


def test_a_program_reads_the_digits_that_are_known_without_separators_and_with_an_ordinary_minus():
    assert typeable(between("28650", "28750")) == "28700"
    assert typeable(between("-3.45", "-3.35")) == "-3.4"
    assert typeable(between("-0.04", "0.04", "-0.01")) == "0.0"


def test_the_span_of_a_number_known_exactly_is_the_number():
    assert span(between("5", "5")) == "5"
    assert span(between("0.33333", "0.33333")) == "0.3333"


def test_a_span_narrower_than_any_digit_usually_shown_has_the_digits_that_tell_its_ends_apart():
    assert span(between("1.00001", "1.00003", "1.00002")) == "1.000010 to 1.000030"


def test_a_span_that_a_qualifier_leaves_open_says_so():
    left = between("54.35", "54.45")
    assert span(replace(left, below=True)) == "up to 54.45"
    assert span(replace(left, above=True)) == "54.35 or more"
    assert span(replace(left, below=True, above=True)) == "open at both ends"
    assert plain(known(replace(left, below=True))) == "less than 54.4"
    assert plain(measured(replace(left, above=True), UNITS["percent"])) == "more than 54.4 %"


def test_a_span_below_zero_has_real_minuses():
    assert span(between("-1.5", "-0.5")) == "\u22121.5 to \u22120.5"


def test_a_sum_is_followed_with_one_digit_more_than_is_known():
    assert followed(between("17.61", "17.75", "17.68"), UNITS["usd-bn"]) == "17.68"
    assert followed(between("9.9", "81.6", "42.857"), UNITS["percent"]) == "42.9"
    assert followed(between("65.4", "66.2", "65.82"), UNITS["usd-bn"]) == "65.8"
    assert followed(between("100", "900", "450"), UNITS["usd-bn"]) == "450"
