"""A claim that was published is renamed: without a redirect nothing is published, with one the old link still leads there."""

import csv
import io
import shutil
from pathlib import Path

import pytest

from tests.commands import ROOT, verb
from tests.publish.test_another_market import cut_down

OLD, NEW = "/c/grid-batteries/size-2034/", "/c/grid-batteries/target-2034/"
pytestmark = pytest.mark.slow


def change_ledger(data: Path, address: str, **fields: str) -> None:
    ledger = data / "permalinks.csv"
    rows = list(csv.DictReader(io.StringIO(ledger.read_text(encoding="utf-8"))))
    with ledger.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys(), lineterminator="\n")
        writer.writeheader()
        writer.writerows(row | fields if row["address"] == address else row for row in rows)


@pytest.fixture(scope="module")
def renamed(tmp_path_factory) -> Path:
    """A data folder that was released on a day, in which a claim then got another id, in all files that name it."""
    data = Path(shutil.copytree(ROOT / "data", tmp_path_factory.mktemp("old") / "data"))
    cut_down(data)
    done = verb("release", "--data", data, "--day", "2026-11-24")
    assert done.returncode == 0, done.stderr
    for name in ("observations.csv", "market.yml"):
        file = data / "markets" / "grid-batteries" / name
        file.write_text(
            file.read_text(encoding="utf-8").replace("size-2034", "target-2034"), encoding="utf-8"
        )
    return data


def test_a_release_enters_every_address_with_its_day_and_a_second_one_nothing(tmp_path):
    data = Path(shutil.copytree(ROOT / "data", tmp_path / "data"))
    cut_down(data)
    assert verb("release", "--data", data, "--day", "2026-11-24").returncode == 0
    text = (data / "permalinks.csv").read_text(encoding="utf-8")
    kinds = {row["address"]: row["kind"] for row in csv.DictReader(io.StringIO(text))}
    assert kinds["/"] == kinds["/markets/grid-batteries/"] == "page"
    assert kinds["/c/grid-batteries/size-2024/"] == kinds[OLD] == "claim"
    assert kinds["/f/grid-batteries/size-forecast/"] == "figure"
    assert kinds["/markets/grid-batteries/data/grid-batteries.csv"] == "download"
    assert kinds["/feeds/all.xml"] == "feed"
    vintage = data / "markets" / "grid-batteries" / "vintages" / "2026-11-24.csv"
    assert vintage.read_bytes() == (data / "markets" / "grid-batteries" / "observations.csv").read_bytes()
    again = verb("release", "--data", data, "--day", "2026-11-25")
    assert again.returncode == 0
    assert "Nothing new" in again.stdout
    assert (data / "permalinks.csv").read_text(encoding="utf-8") == text


def refused(data: Path, out: Path) -> str:
    """What a build says that must publish nothing."""
    done = verb("site", "--data", data, "--out", out)
    assert done.returncode == 1
    assert not out.exists()
    return " ".join(done.stderr.replace("\u00a0", " ").split())


def test_without_a_redirect_nothing_is_published_and_the_cure_is_told(renamed, tmp_path):
    said = refused(renamed, tmp_path / "site")
    assert "size-2034 was published on 24 November 2026 and is gone" in said
    assert f"in the row of {OLD}, where it is now (moved_to)" in said


def test_a_redirect_to_what_is_not_there_is_refused(renamed, tmp_path):
    data = Path(shutil.copytree(renamed, tmp_path / "data"))
    change_ledger(data, OLD, moved_to="/c/grid-batteries/target-2043/")
    assert f"in the row of {OLD}, where it is now (moved_to)" in refused(data, tmp_path / "site")


def test_a_page_that_is_no_longer_made_is_told_with_the_cure(renamed, tmp_path):
    data = Path(shutil.copytree(renamed, tmp_path / "data"))
    change_ledger(data, OLD, moved_to=NEW)
    gone = "/markets/grid-batteries/outlook/"
    with (data / "permalinks.csv").open("a", encoding="utf-8") as file:
        file.write(f"{gone},page,2026-11-24,,\n")
    said = refused(data, tmp_path / "site")
    assert f"{gone} was published on 2026-11-24 and is no longer made" in said
    assert "write its new address under moved_to, or why it is gone under withdrawn" in said


@pytest.mark.browser
def test_with_a_redirect_the_old_address_leads_to_the_new_one(renamed, tmp_path, serving, browser):
    data = Path(shutil.copytree(renamed, tmp_path / "data"))
    change_ledger(data, OLD, moved_to=NEW)
    done = verb("site", "--data", data, "--out", tmp_path / "site")
    assert done.returncode == 0, done.stderr
    home = serving(tmp_path / "site")
    page = browser.new_page()
    page.goto(f"{home[:-1]}{OLD}?utm_source=mail#cite")
    page.wait_for_url(f"{home[:-1]}{NEW}?utm_source=mail#cite")
    assert "127.1" in page.locator("h1").inner_text()
    page.close()
    plain = browser.new_context(java_script_enabled=False).new_page()
    plain.goto(f"{home[:-1]}{OLD}")
    plain.wait_for_url(f"{home[:-1]}{NEW}")
    plain.goto(f"{home}markets/grid-batteries/data/#size-2034")
    assert plain.locator("tr#target-2034 > th > #size-2034:target").count() == 1
    plain.close()


def test_a_release_withdraws_what_is_gone_for_the_reason_given_and_keeps_each_row(renamed, tmp_path):
    data = Path(shutil.copytree(renamed, tmp_path / "data"))
    change_ledger(data, OLD, moved_to=NEW)
    ledger = data / "permalinks.csv"
    gone = "/c/grid-batteries/derived-size-2099/"
    ledger.write_text(
        ledger.read_text(encoding="utf-8") + f"{gone},claim,2026-11-24,,", encoding="utf-8"
    )  # no line end
    before = ledger.read_text(encoding="utf-8").splitlines()
    assert verb("release", "--data", data, "--day", "2026-11-25").returncode == 1
    assert verb("release", "--data", data, "--day", "2026-11-25", "--withdraw", "a\nb").returncode == 2
    assert verb("release", "--data", data, "--day", "2026-11-23", "--withdraw", "Wrong.").returncode == 1
    assert ledger.read_text(encoding="utf-8").splitlines() == before
    done = verb("release", "--data", data, "--day", "2026-11-25", "--withdraw", "No such year, sorry.")
    assert done.returncode == 0, done.stderr
    assert f"withdrawn: {gone}" in done.stdout
    after = ledger.read_text(encoding="utf-8").splitlines()
    assert after[: len(before) - 1] == before[:-1]
    assert after[len(before) - 1] == f'{gone},claim,2026-11-24,,"No such year, sorry."'
    assert f"{NEW},claim,2026-11-25,," in after[len(before) :]


@pytest.mark.browser
def test_what_was_withdrawn_says_why(tmp_path, serving, browser):
    data = Path(shutil.copytree(ROOT / "data", tmp_path / "data"))
    cut_down(data)
    assert verb("release", "--data", data, "--day", "2026-11-24").returncode == 0
    with (data / "permalinks.csv").open("a", encoding="utf-8") as file:
        file.write("/c/grid-batteries/gone-2020/,claim,2025-01-31,,Its source <b>withdrew</b> it.\n")
    done = verb("site", "--data", data, "--out", tmp_path / "site")
    assert done.returncode == 0, done.stderr
    page = browser.new_page()
    page.goto(f"{serving(tmp_path / 'site')}c/grid-batteries/gone-2020/")
    text = page.locator("main").inner_text()
    assert "This was withdrawn" in text
    assert "Its source <b>withdrew</b> it." in text
    assert "31 January 2025" in text.replace("\u00a0", " ")
    page.close()
