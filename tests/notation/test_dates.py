import pytest

from scripts.model import Moment, Period
from scripts.notation import moment, period
from tests.factory import spaced


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024", "2024"),
        ("2024-08", "August 2024"),
        ("2025-05-15", "15 May 2025"),
        ("2024-08-02", "2 August 2024"),
        ("2024-01-29", "29 January 2024"),
        ("2024-12-31", "31 December 2024"),
    ],
)
def test_a_date_is_written_as_precisely_as_it_is_known(text, expected):
    assert moment(Moment(text)) == spaced(expected)


def test_a_period_of_years_names_both_ends():
    assert period(Period.of("2024/2034")) == "2024 to 2034"


def test_a_period_of_months_names_both_ends():
    assert period(Period.of("2024-01/2024-06")) == "January\u00a02024 to June\u00a02024"


def test_a_period_without_a_second_end_is_one_date():
    assert period(Period.of("2025-05")) == spaced("May 2025")


def test_a_missing_date_is_said_to_be_missing():
    assert period(None) == "date not stated"
