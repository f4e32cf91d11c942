from dataclasses import replace

import pytest

from scripts.audit.dates import future_actual, past_forecast, stale_figure
from scripts.model import HELD, Grade, Moment, Period, Status, Word
from tests.audit.examining import cases, findings
from tests.factory import event, growth, market, plain, size, source


def dated(claim, published=None, accessed=None):
    """A claim whose source states a date, or was read on one."""
    told = replace(
        source(),
        published=Moment(published) if published else None,
        accessed=Moment(accessed) if accessed else None,
    )
    return replace(claim, source=told)


def test_an_actual_of_a_year_to_come_is_found():
    known = dated(size(2030, "14.2", status=Status.ACTUAL), "2025-05-28")
    (finding,) = findings(future_actual, market(known))
    assert plain(finding.title) == "USD 14.2 bn for 2030 is called actual, before its time"
    assert plain(finding.arithmetic) == "Volt Research spoke on 28 May 2025; 2030 had not begun"


@pytest.mark.parametrize(
    ("status", "year", "published", "sound"),
    [
        (Status.ESTIMATE, 2025, "2025-05-28", True),  # a year under way may be estimated
        (Status.ESTIMATE, 2026, "2025-05-28", False),
        (Status.ACTUAL, 2025, "2025-05-28", True),  # nothing says that it is of the whole year
        (Status.ACTUAL, 2024, "2025", True),
        (Status.FORECAST, 2034, "2025", None),  # forecasts are another rule's
        (Status.ESTIMATE, 2024, None, None),  # a source without any date
    ],
)
def test_the_period_is_held_against_the_date_of_the_source(status, year, published, sound):
    known = cases(future_actual, market(dated(size(year, "1", status=status), published)))
    if sound is None:
        assert known == []
    else:
        assert (known == [HELD]) is sound


def test_where_a_source_has_no_date_the_day_it_was_read_counts():
    late = dated(size(2027, "1", status=Status.ACTUAL), accessed="2026-11-23")
    assert len(findings(future_actual, market(late))) == 1


def test_estimates_of_a_year_in_its_first_quarter_are_one_question_a_source():
    early = [dated(size(2023, value, name=value), "2023-01") for value in ("1", "2")]
    (finding,) = findings(future_actual, market(*early))
    assert finding.grade == Grade.QUESTION
    assert plain(finding.title) == "Volt Research gives estimates of 2023 on a page dated January 2023"
    assert finding.id == "future-actual-volt-research-batteries-2025"
    assert findings(future_actual, market(dated(size(2023, "1"), "2023-06"))) == []


def test_an_event_after_its_source_is_found():
    told = replace(source(), published=Moment("2024-03"))
    late, early = (
        replace(event("e", "Award", "Bank", date=date), source=told) for date in ("2024-04-01", "2024-03-30")
    )
    assert [f.id for f in findings(future_actual, market(events=(late,)))] == ["future-actual-e"]
    assert cases(future_actual, market(events=(early,))) == [HELD]


def test_a_forecast_for_a_year_that_had_ended_is_found():
    past = dated(size(2023, "14.2", status=Status.FORECAST), "2025-05-28")
    (finding,) = findings(past_forecast, market(past))
    assert plain(finding.arithmetic) == "2023 had ended when Volt Research published it on 28 May 2025"
    assert cases(past_forecast, market(dated(size(2025, "1", status=Status.FORECAST), "2025-05-28"))) == [
        HELD
    ]
    rate = dated(growth(2023, 2033, "5", status=Status.FORECAST), "2025-05-28")
    assert cases(past_forecast, market(rate)) == [HELD]  # its end lies ahead


def of_age(published, checked, **more):
    return market(
        dated(size(2024, "14.2"), published),
        checked=Moment(checked),
        headline=("size-2024", None, None),
        **more,
    )


def test_a_leading_figure_older_than_fifteen_months_is_told():
    (finding,) = findings(stale_figure, of_age("2025-05-28", "2026-11-23"))  # eighteen months
    assert (finding.id, finding.grade) == ("stale-figure-size-2024", Grade.NOTE)
    assert "18 months old" in plain(finding.title)
    assert plain(finding.arithmetic) == (
        "Volt Research published it on 28 May 2025; last checked on 23 November 2026; "
        "market reports usually have a newer edition within a year"
    )
    assert cases(stale_figure, of_age("2025-08", "2026-11")) == [HELD]  # fifteen
    assert len(findings(stale_figure, of_age("2025-07", "2026-11"))) == 1  # sixteen
    assert cases(stale_figure, of_age(None, "2026-11")) == []


def test_a_source_that_states_only_its_year_is_as_young_as_it_may_be():
    # December 2024 to November 2026 are 23 months; December 2025 to November 2026 eleven.
    assert "at least 23 months" in plain(findings(stale_figure, of_age("2024", "2026-11"))[0].title)
    assert "published it in 2024; last checked in November 2026" in plain(
        findings(stale_figure, of_age("2024", "2026-11"))[0].arithmetic
    )
    assert cases(stale_figure, of_age("2025", "2026-11")) == [HELD]


def test_an_update_that_is_overdue_is_told():
    late = market(checked=Moment("2026-11-23"), next_update=Moment("2026-07"))
    assert [f.id for f in findings(stale_figure, late)] == ["stale-figure-next-update"]
    assert cases(stale_figure, market(checked=Moment("2026-11-23"), next_update=Moment("2027-05"))) == [HELD]


def test_a_release_is_not_changed_after_its_day_and_an_actual_of_later_is_a_contradiction():
    release = replace(source(), type=Word("press-release", "Press release"), published=Moment("2023-01-05"))
    early = replace(size(2023, "1"), source=release)
    assert cases(future_actual, market(early)) == [HELD]
    (finding,) = findings(future_actual, market(dated(size(2030, "1", status=Status.ACTUAL), "2025-05")))
    assert finding.grade is Grade.CONTRADICTION
    (finding,) = findings(future_actual, market(dated(size(2030, "1"), "2025-05")))
    assert finding.grade is Grade.QUESTION


def test_quarters_are_held_against_the_month_in_which_a_source_spoke():
    fourth = replace(size(2024, "1", status=Status.ACTUAL), period=Period.of("2024-Q4"))
    assert len(findings(future_actual, market(dated(fourth, "2024-09")))) == 1
    assert cases(future_actual, market(dated(fourth, "2025-01"))) == [HELD]
