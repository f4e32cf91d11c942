"""Rendering: workers that die, hang or fail are named and take nothing else with them; the cache saves the rest."""

import json
import os
import subprocess
import sys
from dataclasses import replace

import pytest
import vl_convert

from scripts.charts import figures
from scripts.derive import derive
from scripts.render.drawn import RenderError
from scripts.render.render import render
from tests.charts.markets import of_shares, ordinary
from tests.commands import ROOT
from tests.render import engines


def figure(known=None, **more):
    """The figure of shares, small and quick to draw."""
    known = known or of_shares("48.7", count=3)
    return replace(figures(known, derive(known))[0], **more)


def labelled(text):
    """The figure with this text somewhere in its specification."""
    plain = figure()
    return replace(plain, id=f"{plain.id}-{len(text)}", wide={**plain.wide, "description": text})


def test_a_figure_is_drawn_wide_and_narrow(tmp_path):
    drawn = render([figure()], tmp_path)["solid-state-batteries", "shares-use"]
    assert 'viewBox="0 0 756 ' in drawn.wide
    assert 'viewBox="0 0 330 ' in drawn.narrow


def test_nothing_given_is_nothing_drawn(tmp_path):
    assert render([], tmp_path) == {}


def test_one_control_character_ends_the_engine_and_the_figure_is_named(tmp_path):
    hostile = json.loads(json.dumps(figure().wide).replace("Part-0", "Part\\u0001"))
    with pytest.raises(RenderError) as error:
        render([replace(figure(), wide=hostile)], tmp_path)
    assert str(error.value).startswith(
        "solid-state-batteries/shares-use (wide): the drawing engine stopped (exit code "
    )


def test_a_worker_that_dies_is_named_and_takes_no_other_figure_with_it(tmp_path):
    with pytest.raises(RenderError) as error:
        render([figure(), labelled("CRASH")], tmp_path, draw=engines.dying_on_crash)
    assert str(error.value) == (
        "solid-state-batteries/shares-use-5 (wide): the drawing engine stopped (exit code 9)"
    )
    assert render([figure()], tmp_path, draw=engines.counting), "the others are in the cache"


def test_a_worker_that_hangs_is_stopped_and_named(tmp_path):
    with pytest.raises(RenderError) as error:
        render([labelled("WAIT")], tmp_path, draw=engines.hanging_on_wait, seconds=6)
    assert str(error.value) == "solid-state-batteries/shares-use-4 (wide): not drawn within 6 seconds"


def test_a_specification_that_vega_refuses_is_told_in_one_line(tmp_path):
    broken = replace(figure(), wide={"mark": "no such mark"})
    with pytest.raises(RenderError) as error:
        render([broken], tmp_path)
    assert str(error.value).startswith("solid-state-batteries/shares-use (wide): ValueError: ")
    assert "\n" not in str(error.value)


@pytest.mark.parametrize("marks", [1, 3])
def test_a_drawing_with_other_marks_than_given_is_refused_with_both_numbers(tmp_path, marks):
    with pytest.raises(RenderError) as error:
        render([figure(marks=marks)], tmp_path)
    assert f"2 marks were drawn of {marks} given" in str(error.value)


def test_a_misspelt_field_is_noticed_by_its_missing_marks(tmp_path):
    whole = figures(ordinary(), derive(ordinary()))[0]
    misspelt = json.loads(json.dumps(whole.wide).replace('"field": "y"', '"field": "why"'))
    with pytest.raises(RenderError, match="marks were drawn of 19 given"):
        render([replace(whole, wide=misspelt)], tmp_path)


def test_what_is_drawn_once_is_taken_from_the_cache_byte_for_byte(tmp_path):
    first = render([figure()], tmp_path)
    assert render([figure()], tmp_path, draw=engines.counting) == first


def test_a_cache_entry_that_was_damaged_is_named_not_published(tmp_path):
    render([figure()], tmp_path)
    for entry in tmp_path.iterdir():
        entry.write_text("<svg", encoding="utf-8")
    with pytest.raises(RenderError, match="shares-use"):
        render([figure()], tmp_path)


def test_progress_runs_from_none_to_all(tmp_path):
    told = []
    render([figure()], tmp_path, lambda *step: told.append(step))
    assert told == [("Drawing figures", 0, 2), ("Drawing figures", 1, 2), ("Drawing figures", 2, 2)]


DRAW_HERE = """
import sys
from pathlib import Path
from scripts.charts import figures
from scripts.derive import derive
from scripts.render.render import render
from tests.charts.markets import ordinary

if __name__ == "__main__":
    known = ordinary()
    for drawn in render(figures(known, derive(known)), Path(sys.argv[1])).values():
        print(drawn.wide, drawn.narrow)
"""


def elsewhere(folder, **environment):
    """All drawings of a market, by a fresh process in another environment."""
    script = folder / "draw.py"
    script.write_text(DRAW_HERE, encoding="utf-8")
    known = {**os.environ, "PYTHONPATH": str(ROOT), **environment}
    command = [sys.executable, str(script), str(folder / "cache")]
    return subprocess.run(command, env=known, check=True, capture_output=True, timeout=240).stdout


@pytest.mark.slow
def test_two_time_zones_locales_and_hash_seeds_give_the_same_bytes(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    east = elsewhere(tmp_path / "a", TZ="Pacific/Kiritimati", PYTHONHASHSEED="1", LC_ALL="C.UTF-8")
    west = elsewhere(tmp_path / "b", TZ="America/Los_Angeles", PYTHONHASHSEED="2", LC_ALL="C")
    assert east == west
    known = ordinary()
    assert east.count(b"<svg") == 2 * len(figures(known, derive(known)))


def test_the_bundled_vega_is_free_of_the_known_hole():
    # CVE-2025-59840: before 6.2.0 a toString of the data's own was called
    assert tuple(int(part) for part in vl_convert.get_vega_version().split(".")) >= (6, 2, 0)
