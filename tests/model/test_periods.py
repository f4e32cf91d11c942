"""Periods: every form that there is, and for every near form a cure that works when it is followed."""

import re
from dataclasses import replace

import pytest

from scripts.model import FiscalYear, Moment, Period, Status
from scripts.notation import when
from tests.factory import plain
from tests.model.made import HEADER, UNDATED, complaints, loaded, only, size

JANUARY_2024 = 2024 * 12


@pytest.mark.parametrize(
    ("written", "months", "first", "last", "shown"),
    [
        ("2024", 12, 0, 11, "2024"),
        ("2024-H1", 6, 0, 5, "first half of 2024"),
        ("2024-H2", 6, 6, 11, "second half of 2024"),
        ("2024-Q1", 3, 0, 2, "Q1 2024"),
        ("2024-Q4", 3, 9, 11, "Q4 2024"),
        ("2024-03", 1, 2, 2, "March 2024"),
        ("2023-04/2024-03", 12, -9, 2, "twelve months to March 2024"),
        ("2024-01/2024-06", 6, 0, 5, "January 2024 to June 2024"),
    ],
)
def test_each_form_is_of_its_months_and_is_told_in_words(written, months, first, last, shown):
    claim = only(size(written))
    assert (claim.length, claim.when) == (months, (JANUARY_2024 + first, JANUARY_2024 + last))
    assert plain(when(claim)) == shown
    assert claim.period
    assert claim.period.text == written


def test_two_days_of_one_month_are_not_of_one_time_nor_is_the_month():
    times = [only(size(day)).when for day in ("2024-08-01", "2024-08-31", "2024-08")]
    assert len(set(times)) == 3
    assert only(size("2024-08-31")).length == 0


FISCAL = 'fiscal_year: {starts: "04", named_by: end}\n'
BY_START = 'fiscal_year: {starts: "04", named_by: start}\n'


@pytest.mark.parametrize(
    ("written", "calendar", "months", "first", "shown"),
    [
        ("FY2024", FISCAL, 12, -9, "fiscal 2024"),  # April 2023 to March 2024
        ("FY2024", BY_START, 12, 3, "fiscal 2024"),  # April 2024 to March 2025
        ("FY2024-Q1", FISCAL, 3, -9, "Q1 of fiscal 2024"),
        ("FY2024-Q4", FISCAL, 3, 0, "Q4 of fiscal 2024"),
        ("FY2024-H2", BY_START, 6, 9, "second half of fiscal 2024"),
        ("FY2024", 'fiscal_year: {starts: "01"}\n', 12, 0, "fiscal 2024"),
    ],
)
def test_a_fiscal_year_has_the_months_of_its_calendar(written, calendar, months, first, shown):
    for claim in (only(size(written), a=calendar), only(size(written), calendar)):
        assert claim.when
        assert (claim.length, claim.when[0], claim.year) == (months, JANUARY_2024 + first, 2024)
        assert plain(when(claim)) == shown


def test_a_source_s_calendar_goes_before_the_market_s():
    claim = only(size("FY2024"), BY_START, a=FISCAL)
    assert claim.when == (JANUARY_2024 - 9, JANUARY_2024 + 2)


def test_a_fiscal_year_of_an_unknown_calendar_is_refused_until_the_cure_is_followed():
    (said,) = complaints(size("FY2024"))
    found = re.fullmatch(
        r"2:13: 'FY2024' of an unknown calendar - add \"(.*)\" to the source or to market.yml", said
    )
    assert found
    assert only(size("FY2024"), a=f"{found[1]}\n").length == 12
    assert only(size("FY2024"), f"{found[1]}\n").length == 12


def test_twelve_months_to_march_2024_are_the_fiscal_year_that_ends_then_and_not_the_calendar_year():
    fiscal, months, year = only(size("FY2024"), a=FISCAL), only(size("2023-04/2024-03")), only(size("2024"))
    assert fiscal.when == months.when != year.when
    assert fiscal.length == months.length == year.length == 12
    assert fiscal.year == months.year == year.year == 2024


@pytest.mark.parametrize(
    ("written", "years", "length"),
    [
        ("2024/2034", 10, 12),
        ("FY2023/FY2028", 5, 12),
        ("2023-Q1/2024-Q1", 1, 3),
        ("2023-Q1/2024-Q2", 0, 3),
        ("2024-03/2026-03", 2, 1),
    ],
)
def test_a_rate_leads_from_one_end_to_another_of_one_length(written, years, length):
    claim = only(f"growth,{written},5,percent-a-year,gartner/a", a=FISCAL)
    assert claim.period
    assert (claim.period.years, claim.length) == (years, length)


# What is written, in whose calendar, and what the cure says to write.
NEAR = [
    ("Q1 2024", "2024-Q1"),
    ("1Q24", "2024-Q1"),
    ("1Q2024", "2024-Q1"),
    ("2024Q1", "2024-Q1"),
    ("2024 Q3", "2024-Q3"),
    ("Q4'24", "2024-Q4"),
    ("H1 2024", "2024-H1"),
    ("1H24", "2024-H1"),
    ("2024 H2", "2024-H2"),
    ("FY24", "FY2024"),
    ("FY 2024", "FY2024"),
    ("fiscal 2024", "FY2024"),
    ("fiscal year 2024", "FY2024"),
    ("2023/24", "FY2024"),
    ("2023-24", "FY2024"),
    ("1999/00", "FY2000"),
    ("FY2024-25", "FY2025"),
    ("FY24/25", "FY2025"),
    ("FY 2024/25", "FY2025"),
    ("Q1 FY2024", "FY2024-Q1"),
    ("Q2 FY24", "FY2024-Q2"),
    ("Q3FY24", "FY2024-Q3"),
    ("FY2024 Q1", "FY2024-Q1"),
    ("FY24Q4", "FY2024-Q4"),
    ("1H FY2024", "FY2024-H1"),
    ("CY2024", "2024"),
    ("2024E", "2024"),
    ("2030F", "2030"),
    ("2024A", "2024"),
    ("Mar 2024", "2024-03"),
    ("August 2024", "2024-08"),
    ("2024/03", "2024-03"),
    ("TTM March 2024", "2023-04/2024-03"),
]


@pytest.mark.parametrize(("written", "cured"), NEAR)
def test_a_near_form_is_told_how_to_write_it_and_then_it_loads(written, cured):
    (said,) = complaints(size(written))
    assert said.startswith(f"2:13: '{written}' is no")
    proposed = re.search(r"write (?:the first and the last month, such as )?([^\s,]+)", said)
    assert proposed
    assert proposed[1] == cured
    claim = only(size(cured), a=FISCAL if cured.startswith("FY") else "")
    assert claim.period
    assert claim.period.text == cured


@pytest.mark.parametrize(
    ("written", "cured"),
    [
        ("2024-2034", "2024/2034"),
        ("2024 to 2034", "2024/2034"),
        ("2024–2034", "2024/2034"),
        ("2023-Q1 to 2024-Q1", "2023-Q1/2024-Q1"),
        ("FY2024-26", "FY2024/FY2026"),
        ("2024/34", "2024/2034"),
    ],
)
def test_two_ends_are_told_to_stand_on_both_sides_of_a_slash(written, cured):
    row = "growth,{},5,percent-a-year,gartner/a"
    (said,) = complaints(row.format(written))
    assert said.partition(" - ")[2].startswith(("write an interval as " + cured, "write " + cured))
    assert only(row.format(cured), a=FISCAL).length in {12, 3}


@pytest.mark.parametrize("written", ["2024-13", "2024-02-30", "2034-13", "2024-00"])
def test_what_is_not_in_the_calendar_has_to_be_looked_up(written):
    (said,) = complaints(size(written))
    assert said == f"2:13: '{written}' is not in the calendar - look the date up"


@pytest.mark.parametrize(
    ("written", "what"),
    [
        ("2034/2024", "does not end after its start"),
        ("2024/2024", "does not end after its start"),
        ("2024/2034-06", "differ in precision"),
        ("FY2024/2034", "differ in precision"),
        ("2024/2025/2026", "is no period"),
        ("/2024", "is no period"),
        ("soon", "is no period"),
        ("1024", "the year 1024"),
    ],
)
def test_what_is_no_period_is_refused(written, what):
    (said,) = complaints(f"growth,{written},5,percent-a-year,gartner/a")
    assert what in said


def test_a_growth_needs_two_ends_and_a_size_one_time():
    (growth,) = complaints("growth,2024,5,percent-a-year,gartner/a")
    assert "'growth' without both years - write an interval such as 2024/2034" in growth
    (of_years,) = complaints(size("2024/2034"))
    assert "'market-size' without its one time" in of_years
    (missing,) = complaints(size(""))
    assert "'market-size' without its one time" in missing


# --- status, where it is left out


@pytest.mark.parametrize(
    ("period", "published", "status"),
    [
        ("2024", "2025-03", Status.ESTIMATE),
        ("2025", "2025-03", Status.ESTIMATE),  # of the year of publication: not over, but under way
        ("2026", "2025-03", Status.FORECAST),
        ("2025-Q4", "2025", Status.ESTIMATE),
        ("2026-Q1", "2025-12-31", Status.FORECAST),
        ("2030", "", Status.ESTIMATE),  # nobody knows when it was said
    ],
)
def test_what_ends_after_the_year_of_its_publication_is_a_forecast(period, published, status):
    claim = only(size(period), a=f'published: "{published}"\n' if published else UNDATED)
    assert claim.status is status


def test_a_status_that_is_given_stays():
    row = f"{size('2030')},actual"
    assert only(row, header=f"{HEADER},status").status is Status.ACTUAL


def test_moments_meet_where_they_may_be_the_same_day():
    year, month, day, other = map(Moment, ("2024", "2024-05", "2024-05-03", "2024-05-04"))
    assert year.meets(month)
    assert month.meets(day)
    assert not day.meets(other)
    assert not month.meets(Moment("2024-06"))
    assert not Moment("2024-Q1").meets(month)


def test_periods_of_one_calendar_are_equal_whatever_their_claims_are():
    calendar = FiscalYear(4)
    assert Period.of("FY2024").within(calendar) == Period.of("FY2024").within(replace(calendar))
    assert loaded(f"{size('FY2024')}\n{size('FY2025')}", a=FISCAL).year == 2025
