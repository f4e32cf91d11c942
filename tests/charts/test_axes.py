"""Axes: round values, years that end where the data end, dates as stretches of time."""

import pytest

from scripts.charts.frame import Frame, ticks, written, year_ticks
from scripts.charts.years import extent
from scripts.model import Moment


@pytest.mark.parametrize(
    ("low", "high", "most", "expected"),
    [
        (0, 127.1, 6, (0, 25, 50, 75, 100, 125)),
        (0, 100, 6, (0, 20, 40, 60, 80, 100)),
        (0, 0.9, 4, (0, 0.25, 0.5, 0.75)),
        (-20, 10, 4, (-20, -10, 0, 10)),
        (5, 5, 4, (5,)),
        (0, 3_000_000, 4, (0, 1_000_000, 2_000_000, 3_000_000)),
    ],
)
def test_ticks_are_round_and_few(low, high, most, expected):
    assert ticks(low, high, most) == expected


@pytest.mark.parametrize(
    ("tick", "text"),
    [(125.0, "125"), (0.25, "0.25"), (-20.0, "−20"), (0.0, "0"), (3e6, "3,000,000"), (1e-7, "0.0000001")],
)
def test_ticks_are_written_with_just_their_decimals(tick, text):
    assert written(tick) == text


def test_years_are_evenly_spaced_and_end_with_the_last():
    assert year_ticks(2023, 2034, 9) == (2024, 2026, 2028, 2030, 2032, 2034)
    assert year_ticks(2024, 2024, 4) == (2024,)
    assert len(year_ticks(1900, 2100, 4)) <= 4


@pytest.mark.parametrize(
    ("date", "first", "last"),
    [
        ("2024", 2024, 2025),
        ("2023-01-01", 2023, 2023 + 1 / 365),
        ("2024-12-31", 2024 + 365 / 366, 2025),
        ("2024-02", 2024 + 31 / 366, 2024 + 60 / 366),
        ("2023-03", 2023 + 59 / 365, 2023 + 90 / 365),
        ("2024-02-29", 2024 + 59 / 366, 2024 + 60 / 366),
    ],
)
def test_a_date_is_the_stretch_in_which_it_may_lie(date, first, last):
    assert extent(Moment(date)) == pytest.approx((first, last))


def test_a_frame_finds_values_and_pixels_back():
    frame = Frame(756, 300, (2024, 2034), (0, 130), 80, 20, 10, 30)
    assert (frame.across(2024), frame.across(2034)) == (80, 736)
    assert (frame.down(0), frame.down(130)) == (270, 10)
    assert frame.value_across(frame.across(2029)) == pytest.approx(2029)
    assert frame.value_down(frame.down(65)) == pytest.approx(65)
