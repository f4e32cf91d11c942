from dataclasses import replace

from scripts.audit.quarters import quarters_and_years
from scripts.model import FiscalYear, Grade, Period
from tests.audit.examining import cases, findings
from tests.codelists import MEASURES
from tests.factory import claim, market, plain, size


def shipped(period, value, **more):
    return claim(more.pop("name", f"s-{period.lower()}"), value, "gwh", "shipments", period, **more)


def quarters(*values, **more):
    return [shipped(f"2024-Q{n}", value, **more) for n, value in enumerate(values, 1)]


def test_20_22_24_and_30_are_96():
    one = market(*quarters("20", "22", "24", "30"), shipped("2024", "96"))
    assert findings(quarters_and_years, one) == []
    assert len(cases(quarters_and_years, one)) == 1


def test_20_22_24_and_30_are_not_81():
    (finding,) = findings(
        quarters_and_years, market(*quarters("20", "22", "24", "30"), shipped("2024", "81"))
    )
    assert finding.grade is Grade.CONTRADICTION
    assert finding.id == "quarters-and-years-s-2024-quarters"
    assert plain(finding.arithmetic) == "20 GWh + 22 GWh + 24 GWh + 30 GWh = 96 GWh, not 81 GWh"


def test_a_quarter_ten_times_too_large_is_named():
    (finding,) = findings(
        quarters_and_years, market(*quarters("20", "220", "24", "30"), shipped("2024", "96"))
    )
    assert plain(finding.arithmetic).endswith("; in 220 GWh a factor of ten: a misplaced decimal point?")


def test_what_rounding_explains_is_silent():
    # 20.4 + 22.4 + 24.4 + 30.4 = 97.6, which is 98
    assert (
        findings(quarters_and_years, market(*quarters("20", "22", "24", "30"), shipped("2024", "98"))) == []
    )


def test_three_quarters_are_nothing_unless_they_exceed_the_year():
    three = quarters("20", "22", "24")
    assert cases(quarters_and_years, market(*three, shipped("2024", "96"))) == []
    (finding,) = findings(quarters_and_years, market(*three, shipped("2024", "60")))
    assert plain(finding.arithmetic) == "20 GWh + 22 GWh + 24 GWh = 66 GWh, more than 60 GWh"


def test_halves_make_years_quarters_make_halves_and_months_make_quarters():
    one = market(
        *quarters("20", "22"),
        shipped("2024-H1", "52"),
        shipped("2024-H2", "54"),
        shipped("2024", "90"),
        shipped("2024-01", "5"),
        shipped("2024-02", "5"),
        shipped("2024-03", "5"),
    )
    # the year is held against two halves and, less than it, two quarters; the half against two quarters; a quarter against months
    assert {finding.topic for finding in findings(quarters_and_years, one)} == {
        "s-2024-halves",
        "s-2024-h1-quarters",
        "s-2024-q1-months",
    }


def test_what_stands_at_the_end_is_the_last_quarters():
    def users(period, value):
        return claim(f"u-{period.lower()}", value, "people", "users", period)

    some = users("2024-Q1", "20"), users("2024-Q4", "30")
    assert findings(quarters_and_years, market(*some, users("2024", "30"))) == []
    (finding,) = findings(quarters_and_years, market(*some, users("2024", "50")))
    assert plain(finding.arithmetic) == "30 people, not 50 people"
    assert cases(quarters_and_years, market(users("2024-Q1", "20"), users("2024", "50"))) == []


def test_a_mean_lies_between_and_a_weighted_one_is_an_open_question():
    mean = replace(MEASURES["users"], over_time="mean")

    def users(period, value):
        return replace(claim(f"u-{period.lower()}", value, "people", "users", period), measure=mean)

    four = [users(f"2024-Q{n}", value) for n, value in enumerate(("20", "22", "24", "30"), 1)]
    # (20 + 22 + 24 + 30) / 4 = 24
    assert findings(quarters_and_years, market(*four, users("2024", "24"))) == []
    (finding,) = findings(quarters_and_years, market(*four, users("2024", "27")))
    assert (finding.grade, finding.reading) == (Grade.QUESTION, "the mean is weighted")
    (finding,) = findings(quarters_and_years, market(*four, users("2024", "96")))
    assert finding.grade is Grade.CONTRADICTION


def test_a_years_price_lies_between_those_of_its_quarters():
    def price(period, value):
        return claim(f"p-{period.lower()}", value, "usd", "price", period)

    four = [price(f"2024-Q{n}", value) for n, value in enumerate(("20", "22", "24", "30"), 1)]
    assert findings(quarters_and_years, market(*four, price("2024", "28"))) == []
    assert len(findings(quarters_and_years, market(*four, price("2024", "33")))) == 1


def test_fiscal_quarters_make_fiscal_years_and_no_calendar_year():
    april = FiscalYear(4)

    def fiscal(text, value):
        return replace(shipped("2024", value, name=f"s-{text.lower()}"), period=Period.of(text).within(april))

    four = [fiscal(f"FY2024-Q{n}", value) for n, value in enumerate(("20", "22", "24", "30"), 1)]
    assert len(findings(quarters_and_years, market(*four, fiscal("FY2024", "81")))) == 1
    assert findings(quarters_and_years, market(*four, fiscal("FY2024", "96"))) == []
    assert cases(quarters_and_years, market(*four, shipped("2024", "81"))) == []


def test_twelve_months_to_march_are_held_against_their_quarters():
    four = [
        shipped("2023-Q2", "20"),
        shipped("2023-Q3", "22"),
        shipped("2023-Q4", "24"),
        shipped("2024-Q1", "30"),
    ]
    assert findings(quarters_and_years, market(*four, shipped("2023-04/2024-03", "96", name="ltm"))) == []
    assert len(findings(quarters_and_years, market(*four, shipped("2023-04/2024-03", "81", name="ltm")))) == 1


def test_quarters_of_another_source_segment_or_measure_are_not_added():
    year = size(2024, "81")
    assert cases(quarters_and_years, market(*quarters("20", "22", "24", "30"), year)) == []
    other = quarters("20", "22", "24", "30", source="ohm/2025")
    assert cases(quarters_and_years, market(*other, shipped("2024", "81"))) == []
    cars = quarters("20", "22", "24", "30", use="cars")
    assert cases(quarters_and_years, market(*cars, shipped("2024", "81"))) == []


def test_money_of_segments_in_two_units_is_added():
    four = [
        claim(f"q{n}", value, "usd-m", period=f"2024-Q{n}", use="cars")
        for n, value in enumerate(("200", "220", "240", "300"), 1)
    ]
    assert findings(quarters_and_years, market(*four, size(2024, "0.96", use="cars"))) == []
    assert len(findings(quarters_and_years, market(*four, size(2024, "0.81", use="cars")))) == 1
