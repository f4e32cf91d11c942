"""The portfolio's table: plain without JavaScript; with it sixty markets sort and filter, by keyboard too."""

from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Page

from scripts.pages.environment import rendered
from tests.commands import ROOT

pytestmark = [pytest.mark.slow, pytest.mark.browser]

SCRIPT = ROOT / "docs" / "assets" / "tables.js"
COUNT = 60
HOSTILE = "<img src=x onerror=document.title='taken'>"


def sorted_by(page: Page, column: int) -> list[str]:
    """The keys of the rows shown, in the order in which they stand."""
    return page.eval_on_selector_all(
        "table tbody tr:not([hidden])", f"rows => rows.map(row => row.cells[{column}].dataset.sort)"
    )


def markets() -> list[tuple[str, str, str, str]]:
    """Name, industry, currency and size in whole units: every seventh size is not published."""
    return [
        (
            f"Market {place:02}",
            "Energy" if place % 3 else "Health",
            "USD",
            "" if place % 7 == 0 else f"{place * 37 % 61}00000",
        )
        for place in range(COUNT)
    ]


@pytest.fixture
def page(browser, tmp_path: Path, serving):
    rows = "".join(
        f'<tr><th scope="row" data-sort="{name}"><a href="#">{name}</a> {industry}</th>'
        f'<td data-sort="{size}" data-unit="{unit}">{size or "not published"}</td></tr>'
        for name, industry, unit, size in markets()
    )
    (tmp_path / "index.html").write_text(
        '<!doctype html><html lang="en"><meta charset="utf-8"><title>Markets</title>'
        '<link rel="icon" href="data:,"><meta http-equiv="Content-Security-Policy" content="script-src \'self\'">'
        '<table data-sortable="Find a market"><thead><tr><th data-kind="text">Market</th>'
        f'<th data-kind="number">Size</th></tr></thead><tbody>{rows}</tbody></table>'
        '<script src="tables.js" defer></script></html>'
    )
    (tmp_path / "tables.js").write_bytes(SCRIPT.read_bytes())
    opened = browser.new_page()
    opened.goto(serving(tmp_path))
    yield opened
    opened.close()


def test_numbers_sort_as_numbers_and_what_is_not_published_comes_last_both_ways(page):
    silent = sum(1 for *_, size in markets() if not size)
    known = sorted(int(size) for *_, size in markets() if size)
    button = page.get_by_role("button", name="Size")
    button.click()
    shown = sorted_by(page, 1)
    assert [int(size) for size in shown[:-silent]] == known[::-1]
    assert shown[-silent:] == [""] * silent
    button.click()
    shown = sorted_by(page, 1)
    assert [int(size) for size in shown[:-silent]] == known
    assert shown[-silent:] == [""] * silent


def test_the_keyboard_alone_sorts_and_the_column_says_how(page):
    page.get_by_label("Find a market").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    head = page.locator("thead th").first
    assert head.get_attribute("aria-sort") == "ascending"
    assert sorted_by(page, 0) == [f"Market {place:02}" for place in range(COUNT)]
    page.keyboard.press("Space")
    assert head.get_attribute("aria-sort") == "descending"
    assert sorted_by(page, 0)[0] == "Market 59"
    page.keyboard.press("Tab")  # past no link: the next stop is the next column's button
    page.keyboard.press("Enter")
    assert head.get_attribute("aria-sort") is None


def test_the_filter_finds_names_and_industries_and_tells_how_many(page):
    status = page.get_by_role("status")
    assert status.inner_text() == "60 of 60 shown"
    page.get_by_label("Find a market").fill("health")
    assert status.inner_text() == "20 of 60 shown"
    page.get_by_label("Find a market").fill("HEALTH 03")
    assert sorted_by(page, 0) == ["Market 03"]
    assert status.inner_text() == "1 of 60 shown"
    page.get_by_label("Find a market").fill("no such thing")
    assert status.inner_text() == "0 of 60 shown"


def test_what_is_typed_is_text(page):
    page.get_by_label("Find a market").fill(HOSTILE)
    assert page.title() == "Markets"
    assert page.locator("img").count() == 0


def test_amounts_in_two_currencies_are_never_ranked_against_each_other(page):
    page.evaluate(
        """() => document.querySelectorAll("tbody tr").forEach((row, place) => {
            if (place % 2) row.cells[1].dataset.unit = "EUR";
        })"""
    )
    page.get_by_role("button", name="Size").click()
    units = page.eval_on_selector_all(
        "tbody tr",
        "rows => rows.filter(row => row.cells[1].dataset.sort).map(row => row.cells[1].dataset.unit)",
    )
    assert units == sorted(units)


def test_a_second_run_after_instant_navigation_adds_nothing(page):
    page.add_script_tag(url="tables.js")
    assert page.get_by_role("status").count() == 1
    assert page.locator("thead button").count() == 2


def test_a_table_of_one_market_is_left_alone(browser, built_site: Path, serving):
    opened = browser.new_page()
    opened.goto(serving(built_site), wait_until="networkidle")
    rows = opened.locator("table.ma-portfolio tbody tr").count()
    assert opened.locator("table.ma-portfolio thead button").count() == (0 if rows == 1 else 6)
    opened.close()


def test_the_whole_table_is_there_without_javascript(built_site: Path):
    page = html.parse(str(built_site / "index.html")).getroot()
    (row,) = page.xpath("//table[contains(@class, 'ma-portfolio')]//tr[.//a='Personalized cell therapy']")
    cells = row.xpath("td")
    keys = {cell.get("data-label"): cell.get("data-sort") for cell in cells}
    assert keys["Size"] == "14200000000"  # USD 14.2 bn in dollars
    assert keys["Forecast"] == "127100000000"
    assert keys["Growth"] == "24.5"
    assert keys["Checked"] == "2026-11-23"
    assert not page.xpath("//table//button")


@pytest.mark.parametrize("width", [360, 1280])
def test_a_row_that_the_filter_hides_is_out_of_sight_on_a_phone_too(browser, built_site, serving, width):
    opened = browser.new_context(viewport={"width": width, "height": 800}).new_page()
    opened.goto(serving(built_site), wait_until="networkidle")
    row = opened.locator("table.ma-portfolio tbody tr").first
    assert row.is_visible()
    row.evaluate("row => { row.hidden = true; }")
    assert not row.is_visible()
    opened.context.close()


def test_only_pages_with_a_table_of_all_markets_load_the_script(built_site: Path):
    asking = [path for path in built_site.rglob("*.html") if b"tables.js" in path.read_bytes()]
    assert sorted(asking) == [built_site / "audit" / "index.html", built_site / "index.html"]


def test_a_portfolio_without_markets_says_so():
    assert "No market has been entered yet." in rendered("portfolio.html.j2", rows=[])


def test_the_script_stays_small():
    assert len(SCRIPT.read_bytes()) < 3000  # as written, with its comments
