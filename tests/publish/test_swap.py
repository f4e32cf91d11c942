"""The published site is the old one or the new one, whole, whatever happens to a build."""

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from scripts.publish.staging import BusyError, TargetError, check_target, staging, swap
from tests.commands import ROOT, verb
from tests.publish.fingerprint import fingerprint


def a_site(folder: Path, word: str) -> Path:
    (folder / "deep").mkdir(parents=True)
    (folder / "assets").mkdir()
    (folder / "assets" / "almanac.css").write_text("/* made by us */")
    (folder / "index.html").write_text(word)
    (folder / "deep" / "page.html").write_text(word)
    return folder


def test_a_first_site_is_put_in_place(tmp_path):
    with staging(tmp_path / "site") as stage:
        swap(a_site(stage / "site", "new"), tmp_path / "site")
    assert (tmp_path / "site" / "deep" / "page.html").read_text() == "new"


def test_a_new_site_takes_the_place_of_the_old_one_and_nothing_is_left_beside_it(tmp_path):
    a_site(tmp_path / "site", "old")
    with staging(tmp_path / "site") as stage:
        swap(a_site(stage / "site", "new"), tmp_path / "site")
    assert (tmp_path / "site" / "index.html").read_text() == "new"
    assert [path.name for path in tmp_path.iterdir() if path.is_dir()] == ["site"]


def test_a_build_that_fails_leaves_the_old_site_and_no_litter(tmp_path):
    a_site(tmp_path / "site", "old")

    def build() -> None:
        with staging(tmp_path / "site") as stage:
            a_site(stage / "site", "new")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        build()
    assert (tmp_path / "site" / "index.html").read_text() == "old"
    assert [path.name for path in tmp_path.iterdir() if path.is_dir()] == ["site"]


def test_a_second_build_of_the_same_site_is_turned_away(tmp_path):
    with staging(tmp_path / "site"), pytest.raises(BusyError), staging(tmp_path / "site"):
        pass


def test_two_sites_of_like_names_are_built_side_by_side(tmp_path):
    with staging(tmp_path / "site") as one, staging(tmp_path / "site-b") as other:
        a_site(one / "site", "one")
        a_site(other / "site", "other")
    with staging(tmp_path / "site-b") as other:
        assert list(other.iterdir()) == []


@pytest.mark.parametrize("place", ["data", "docs", "docs/out", "scripts/site", ".", ".."])
def test_a_site_is_not_built_over_in_or_around_a_room_of_the_project(place):
    rooms = [ROOT / "data", ROOT / "docs", ROOT / "scripts"]
    with pytest.raises(TargetError, match="name another folder"):
        check_target((ROOT / place).resolve(), rooms)


def test_a_folder_with_something_else_in_it_is_not_replaced(tmp_path):
    (tmp_path / "thesis").mkdir()
    (tmp_path / "thesis" / "chapter.txt").write_text("years of work")
    done = verb("site", "--out", tmp_path / "thesis")
    assert done.returncode == 2
    assert "not a site of ours" in done.stderr
    assert "Traceback" not in done.stderr
    assert (tmp_path / "thesis" / "chapter.txt").read_text() == "years of work"


def test_an_empty_folder_and_an_earlier_site_may_be_replaced(tmp_path):
    (tmp_path / "empty").mkdir()
    check_target(tmp_path / "empty", [])
    check_target(a_site(tmp_path / "earlier", "old"), [])
    check_target(tmp_path / "none", [])


def test_a_locked_site_gives_exit_code_75(tmp_path):
    with staging(tmp_path / "site"):
        done = verb("site", "--out", tmp_path / "site")
    assert done.returncode == 75
    assert "another build" in done.stderr
    assert "Traceback" not in done.stderr


def test_what_a_killed_build_left_is_cleared_by_the_next(tmp_path):
    a_site(tmp_path / ".staging-site" / "site", "half")
    with staging(tmp_path / "site"):
        assert not (tmp_path / ".staging-site" / "site").exists()


@pytest.mark.slow
@pytest.mark.parametrize("step", ["Reading data", "Rendering pages", "Verifying"])
def test_a_build_killed_at_any_step_leaves_the_old_site_whole(tmp_path, built_site, step):
    site = Path(shutil.copytree(built_site, tmp_path / "site"))
    (site / "old.txt").write_text("the old site")
    before = fingerprint(site)
    command = [sys.executable, "-m", "scripts", "site", "--out", str(site)]
    with subprocess.Popen(
        command, cwd=ROOT, stderr=subprocess.PIPE, text=True, start_new_session=True
    ) as build:
        assert build.stderr
        for line in build.stderr:
            if line.startswith(step):
                break
        time.sleep(0.2 if step != "Verifying" else 0)
        os.killpg(build.pid, signal.SIGKILL)
        build.wait()
    # Verification is quick: the signal may come after the swap, and then the site is the new one, whole.
    whole = [before, fingerprint(built_site)] if step == "Verifying" else [before]
    assert fingerprint(site) in whole


@pytest.mark.slow
def test_data_with_an_error_leave_the_old_site_whole(tmp_path, data_copy):
    site = a_site(tmp_path / "site", "old")
    (data_copy / "markets" / "personalized-cell-therapy" / "market.yml").write_text("title: x\ntitle: y\n")
    done = verb("site", "--data", data_copy, "--out", site)
    assert done.returncode == 2
    assert "market.yml:2:1" in done.stderr
    assert "Traceback" not in done.stderr
    assert (site / "index.html").read_text() == "old"
