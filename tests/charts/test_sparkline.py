"""Sparklines: a market's path in a view box of 100 by 28, from zero up."""

from scripts.charts.sparkline import sparkline
from scripts.derive import derive
from tests.charts.markets import bare, ordinary


def places(path):
    return [tuple(map(float, place.split(","))) for place in path.removeprefix("M").split("L")]


def test_the_path_runs_from_the_base_to_the_target_in_equal_steps():
    path = places(sparkline(derive(ordinary("10", "40", "14.9"))))
    across = [x for x, _ in path]
    assert (across[0], across[-1]) == (0, 100)
    assert across == sorted(across)
    assert path[-1] == (100, 0)  # the highest value touches the top
    assert path[0] == (0, 21)  # 10 of 40 is a quarter of 28 above the bottom


def test_without_an_outlook_there_is_no_path():
    assert sparkline(derive(bare())) is None
