"""Values as printed: ranges, signs, roundings, qualifiers; each near form has a cure that works when it is followed."""

import re
from decimal import Decimal

import pytest

from scripts.model import Printed, Qualifier
from scripts.notation import compact, full
from tests.factory import between, plain
from tests.model.made import complaints, loaded, only, size

QUALIFIED = "measure,period,value,qualifier,unit,source"


@pytest.mark.parametrize(
    ("written", "low", "high", "middle", "shown"),
    [
        ("120..130", "119.5", "130.5", "125", "USD 120 to 130 bn"),
        ("5..7.5", "4.5", "7.55", "6.25", "USD 5 to 7.5 bn"),  # each end has digits of its own
        ("1.20..1.40", "1.195", "1.405", "1.3", "USD 1.20 to 1.40 bn"),
    ],
)
def test_a_range_is_one_claim_with_two_ends(written, low, high, middle, shown):
    claim = only(size("2024", written))
    assert (claim.quantity, plain(full(claim))) == (between(low, high, middle), shown)


@pytest.mark.parametrize("written", ["130..120", "5..5"])
def test_a_range_rises(written):
    (said,) = complaints(size("2024", written))
    assert f"the range '{written}' does not rise - write the smaller end first" in said


def test_what_can_fall_may_be_negative_and_a_size_may_not():
    growth = only("growth,2023/2024,-1.296,percent-a-year,gartner/a")
    assert growth.quantity == between("-1.2965", "-1.2955")
    assert plain(compact(growth)) == "−1.296 %"
    falling = only("growth,2023/2024,-3..-1,percent-a-year,gartner/a")
    assert falling.quantity == between("-3.5", "-0.5")
    (said,) = complaints(size("2024", "-2"))
    assert "'market-size' below zero" in said
    (lost,) = complaints("growth,2023/2024,-100,percent-a-year,gartner/a")
    assert "at or below -100 per cent a year" in lost


@pytest.mark.parametrize(
    ("value", "digits", "low", "high"),
    [
        ("7300000", 2, "7250000", "7350000"),
        ("7300000", 3, "7295000", "7305000"),
        ("49", 2, "48.5", "49.5"),
        ("50", 1, "45", "55"),
        ("5000", 1, "4500", "5500"),
        ("0.0123", 2, "0.0118", "0.0128"),  # more digits printed than are meant
        ("1.2", 4, "1.15", "1.25"),  # the digits printed say more than the source does
        ("0", 2, "-0.5", "0.5"),
        ("120..1300", 2, "115", "1350"),
    ],
)
def test_significant_digits_of_a_source_override_the_digits_printed(value, digits, low, high):
    claim = only(size("2024", value), a=f"rounded_to: {digits} significant digit{'s' * (digits > 1)}\n")
    assert (claim.quantity.low, claim.quantity.high) == (Decimal(low), Decimal(high))


@pytest.mark.parametrize(
    ("value", "digits", "shown"),
    [
        ("0.006500000134", 2, 4),
        ("14.25", 2, 0),
        ("14.25", 3, 1),
        ("7300000", 2, 0),
        ("1.2", 4, 1),
        ("0.00", 2, 2),
    ],
)
def test_no_more_digits_are_shown_than_the_source_means(value, digits, shown):
    claim = only(size("2024", value), a=f"rounded_to: {digits} significant digits\n")
    assert claim.printed.decimals == shown


def test_counts_are_exact_unless_their_source_rounds_them():
    row = "patients,2024,4900,patients,gartner/a"
    assert only(row).quantity == between("4900", "4900")
    assert only(row, a="rounded_to: 2 significant digits\n").quantity == between("4850", "4950")


@pytest.mark.parametrize("said", ["2 digits", "2", "1 decimal", "0 significant digits"])
def test_a_rounding_is_of_significant_digits_alone(said):
    (problem,) = complaints(size("2024"), a=f"rounded_to: {said}\n")
    assert problem.endswith(f"'{said}' is no rounding - write 2 significant digits")


@pytest.mark.parametrize(
    ("qualifier", "below", "above", "shown"),
    [
        ("at-least", False, True, "at least USD 45.6 bn"),
        ("more-than", False, True, "more than USD 45.6 bn"),
        ("at-most", True, False, "up to USD 45.6 bn"),
        ("less-than", True, False, "less than USD 45.6 bn"),
        ("about", False, False, "about USD 45.6 bn"),
    ],
)
def test_a_qualifier_leaves_its_end_open(qualifier, below, above, shown):
    claim = only(f"market-size,2024,45.6,{qualifier},usd-bn,gartner/a", header=QUALIFIED)
    value = claim.quantity
    assert (value.below, value.above, plain(full(claim))) == (below, above, shown)
    assert (value.opened.low == Decimal("-Infinity"), value.opened.high == Decimal("Infinity")) == (
        below,
        above,
    )


# Value and qualifier as people type them, and what the cure says to write in their stead.
NEAR = [
    ("over 60 %", "60", "more-than"),
    (">60", "60", "more-than"),
    ("more than 60", "60", "more-than"),
    ("up to 80%", "80", "at-most"),
    ("at least 5", "5", "at-least"),
    ("~14.2", "14.2", "about"),
    ("approx. 14.2", "14.2", "about"),
    ("nearly 60", "60", "about"),
    ("under 5", "5", "less-than"),
    ("USD 5-7 billion", "5..7", ""),
    ("$5–7bn", "5..7", ""),
    ("120-130", "120..130", ""),
    ("120 to 130", "120..130", ""),
    ("USD 14.2 bn", "14.2", ""),
    ("€14.2", "14.2", ""),
    ("14.2%", "14.2", ""),
    ("14.2 million", "14.2", ""),
    ("14,2", "14.2", ""),
    ("1,234", "1234", ""),
    ("1'234'567.8", "1234567.8", ""),
    ("+14.2", "14.2", ""),
    ("about USD 78 bn", "78", "about"),
]


@pytest.mark.parametrize(("written", "value", "qualifier"), NEAR)
def test_a_near_form_is_told_how_to_write_it_and_then_it_loads(written, value, qualifier):
    (said,) = complaints(f'market-size,2024,"{written}",,usd-bn,gartner/a', header=QUALIFIED)
    what, _, cure = said.partition(" - ")
    assert written in what
    if written != "+14.2":
        assert re.search(rf"write {re.escape(value)}($|;)", cure), cure
        assert (f"{qualifier} in the column qualifier" in cure) is bool(qualifier)
    claim = only(f"market-size,2024,{value},{qualifier},usd-bn,gartner/a", header=QUALIFIED)
    assert (claim.value, claim.qualifier or "") == (value, qualifier)


@pytest.mark.parametrize(
    ("spoken", "written"),
    [
        ("over", "more-than"),
        ("more than", "more-than"),
        ("up to", "at-most"),
        ("~", "about"),
        ("<", "less-than"),
    ],
)
def test_a_qualifier_as_spoken_has_a_cure_that_works(spoken, written):
    row = "market-size,2024,60,{},usd-bn,gartner/a"
    (said,) = complaints(row.format(spoken), header=QUALIFIED)
    assert said.endswith(f"unknown qualifier '{spoken}' - write {written}")
    assert only(row.format(written), header=QUALIFIED).qualifier is Qualifier(written)


@pytest.mark.parametrize("nothing", ["n/a", "-", "NaN", "not disclosed"])
def test_what_is_not_published_is_no_claim(nothing):
    (said,) = complaints(size("2024", nothing))
    assert said.endswith(f"'{nothing}' is no number - leave the row out; what is not published is no claim")


def test_a_range_keeps_the_digits_of_each_end():
    assert Printed("120..130.5").decimals == 1
    assert Printed("-3..-1.5").ends == (Decimal(-3), Decimal("-1.5"))


def test_a_range_leads_as_its_middle_and_shows_its_ends():
    market = loaded(size("2024", "120..130"), "headline: {size: market-size-2024}\n")
    lead = market.lead
    assert lead
    assert (lead.printed.value, plain(compact(lead))) == (Decimal(125), "120 to 130 bn")
