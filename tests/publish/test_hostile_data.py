"""Data that try to become markup, script or a template are shown as typed, and nothing runs."""

import csv
import io
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Dialog

from tests.commands import ROOT, verb

TITLE = "<script>alert(1)</script>{{7*7}}"
LABEL = "](javascript:alert(1))"
NOTE = "{: onclick=alert(1)}"
ENDS_TITLE = "</title><img src=x onerror=alert(1)>"
MARKET = "markets/personalized-cell-therapy/"

pytestmark = [pytest.mark.slow, pytest.mark.browser]


def dismissed(dialog: Dialog, ran: list[str]) -> None:
    """A dialog means that a script ran."""
    ran.append(dialog.message)
    dialog.dismiss()


def poisoned(data: Path) -> None:
    folder = data / MARKET
    market = folder / "market.yml"
    text = market.read_text(encoding="utf-8")
    text = text.replace("title: Personalized cell therapy market\n", f'title: "{TITLE}"\n')
    text = text.replace("short_title: Personalized cell therapy\n", f'short_title: "{ENDS_TITLE}{TITLE}"\n')
    text = text.replace("name: Hospitals\n", f'name: "{LABEL}"\n')
    text = text.replace("name: Therapeutic area\n", 'name: "**bold** [TOC] <b>x</b>"\n')
    assert text.count(LABEL) == 1
    market.write_text(text, encoding="utf-8")
    observations = folder / "observations.csv"
    rows = list(csv.DictReader(io.StringIO(observations.read_text(encoding="utf-8"))))
    next(row for row in rows if row["id"] == "size-2024")["note"] = NOTE
    with observations.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys(), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


@pytest.fixture(scope="module")
def address(tmp_path_factory, serving) -> str:
    folder = tmp_path_factory.mktemp("hostile")
    data = Path(shutil.copytree(ROOT / "data", folder / "data"))
    poisoned(data)
    done = verb("site", "--data", data, "--out", folder / "site")
    assert done.returncode == 0, done.stderr
    return serving(folder / "site")


@pytest.mark.parametrize(
    "path", ["", MARKET, f"{MARKET}segments/", f"{MARKET}data/", f"{MARKET}quality/", "sources/"]
)
def test_nothing_runs_and_everything_is_shown_as_typed(browser: Browser, address: str, path: str):
    page = browser.new_page()
    ran: list[str] = []
    page.on("dialog", lambda dialog: dismissed(dialog, ran))
    page.on("pageerror", lambda error: ran.append(str(error)))
    page.goto(address + path, wait_until="networkidle")
    assert page.locator("[onclick], [onerror], img[src=x]").count() == 0
    assert page.locator("a[href^='javascript:' i]").count() == 0
    assert ran == []
    page.close()


def test_the_title_is_read_as_typed_in_heading_window_and_search(browser: Browser, address: str):
    page = browser.new_page()
    ran: list[str] = []
    page.on("dialog", lambda dialog: dismissed(dialog, ran))
    page.goto(address + MARKET, wait_until="networkidle")
    heading = page.locator("h1").evaluate("node => node.firstChild.textContent")
    assert heading.strip() == TITLE
    assert page.title() == f"{TITLE} – Market Almanac"
    page.click(".md-search__input")
    page.keyboard.type("alert", delay=20)
    page.wait_for_selector(".md-search-result__item")
    page.wait_for_timeout(300)
    assert "alert(1)" in page.inner_text(".md-search-result__list")
    assert page.locator(".md-search-result__list script, .md-search-result__list img").count() == 0
    assert ran == []
    page.close()


def test_label_and_note_are_read_as_typed(browser: Browser, address: str):
    page = browser.new_page()
    page.goto(f"{address}{MARKET}segments/")
    assert LABEL in page.inner_text("article")
    assert "**bold** [TOC] <b>x</b>" in page.inner_text("article")
    page.goto(f"{address}{MARKET}data/")
    assert NOTE in page.inner_text("tr#size-2024")
    page.close()
