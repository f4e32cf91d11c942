"""What figures gain with JavaScript: values by pointer and keys, copied addresses, the live chart, what-if."""

from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

MARKET = "markets/personalized-cell-therapy/"
pytestmark = [pytest.mark.slow, pytest.mark.browser]


@pytest.fixture(scope="module")
def address(built_site: Path, serving) -> str:
    return serving(built_site)


@pytest.fixture
def page(browser: Browser, address: str):
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    opened = context.new_page()
    complaints: list[str] = []
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    opened.goto(address + MARKET + "forecast/", wait_until="networkidle")
    yield opened
    assert complaints == []
    context.close()


def tip(page: Page) -> str:
    return page.locator(".ma-tip").inner_text()


def test_a_mark_under_the_pointer_says_what_it_is(page: Page):
    mark = page.locator('#figure-size-forecast .ma-drawing--wide [aria-label*="127.1"][aria-label^="2034"]')
    mark.hover()
    assert tip(page) == mark.get_attribute("aria-label")
    assert "USD\u00a0127.1\u00a0bn" in tip(page)
    page.locator("h1").hover()
    assert tip(page) == ""


def test_a_tap_on_a_phone_says_what_a_mark_is(browser: Browser, address: str):
    context = browser.new_context(viewport={"width": 360, "height": 800}, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(address + MARKET + "segments/", wait_until="networkidle")
    page.locator('#figure-shares-end-user .ma-drawing--narrow [aria-label^="Hospitals"]').tap()
    assert "58.2" in tip(page)
    box = page.locator(".ma-tip").bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 360
    context.close()


def test_arrow_keys_go_from_value_to_value_and_escape_ends_it(page: Page):
    picture = page.locator("#figure-size-forecast .ma-figure__picture")
    picture.focus()
    page.keyboard.press("End")
    assert tip(page).startswith("2034")
    page.keyboard.press("ArrowLeft")
    assert tip(page).startswith("2033")
    page.keyboard.press("Home")
    assert tip(page).startswith("2023")
    page.keyboard.press("ArrowLeft")
    assert tip(page).startswith("2023")
    page.keyboard.press("Escape")
    assert tip(page) == ""


def test_every_mark_is_reached_by_the_keys_once(page: Page):
    picture = page.locator(
        "#figure-growth-check .ma-figure__picture, #figure-size-forecast .ma-figure__picture"
    ).first
    marks = picture.locator(".ma-drawing--wide [aria-label]").count()
    picture.focus()
    seen = []
    for _ in range(marks):
        page.keyboard.press("ArrowRight")
        seen.append(
            page.evaluate(
                "[...document.querySelectorAll('[aria-label]')].indexOf(document.querySelector('.ma-lit'))"
            )
        )
    assert marks > 20
    assert len(set(seen)) == marks


def test_tab_reaches_the_picture_and_its_name_tells_of_the_keys(page: Page):
    picture = page.locator("#figure-size-forecast .ma-figure__picture")
    assert picture.get_attribute("tabindex") == "0"
    assert "arrow keys" in (picture.get_attribute("aria-label") or "")


def test_the_link_of_a_figure_is_copied(page: Page, address: str):
    link = page.locator("#figure-size-forecast a.ma-link")
    link.click()
    page.wait_for_function(
        "document.querySelector('#figure-size-forecast a.ma-link').textContent === 'Copied'"
    )
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == f"{address}f/personalized-cell-therapy/size-forecast/"
    assert page.url.endswith("/forecast/")


def test_exploring_opens_the_live_chart_in_place_and_gives_the_picture_back(page: Page):
    figure = page.locator("#figure-size-forecast")
    link = figure.locator("a.ma-explore")
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    link.click()
    frame = page.frame_locator("#figure-size-forecast iframe.ma-live")
    frame.locator("canvas, svg.marks").first.wait_for(timeout=20_000)
    assert figure.locator("iframe.ma-live").get_attribute("sandbox") == "allow-scripts allow-popups"
    assert any(url.endswith(".js") for url in asked)
    assert not figure.locator(".ma-figure__picture").is_visible()
    link.click()
    assert figure.locator(".ma-figure__picture").is_visible()
    assert figure.locator("iframe").count() == 0


def projected(base: str, rate: str) -> str:
    """The end of ten years of growth, worked in exact decimals and rounded half up."""
    end = Decimal(base) * (1 + Decimal(rate) / 100) ** 10
    return f"{end.quantize(Decimal('0.1'), ROUND_HALF_UP):,}"


def set_to(page: Page, part: str, value: str) -> None:
    page.locator(f'[data-part="{part}"]').fill(value)


@pytest.mark.parametrize(
    ("base", "rate", "end"),
    [
        ("2", "51.5", "127.4"),  # what the report's other base would need
        ("2", "24.5", "17.9"),
        ("14.2", "0", "14.2"),
        ("14.2", "-10", "5.0"),
        ("28.4", "59", "2,932.8"),
        ("14.2", "24.5", "127.1"),
    ],
)
def test_base_and_growth_give_path_end_and_increase(page: Page, base, rate, end):
    assert projected(base, rate) == end
    set_to(page, "base", base)
    set_to(page, "growth", rate)
    assert page.locator('[data-part="end"]').inner_text() == f"USD\u00a0{end}\u00a0bn"
    rise = Decimal(end.replace(",", "")) - Decimal(base)
    told = page.locator('[data-part="increase"]').inner_text().replace("\u2212", "-").replace(",", "")
    assert abs(Decimal(told.split("\u00a0")[1]) - rise) <= Decimal("0.1")
    years = page.locator(".ma-what-if [data-year]").all_text_contents()
    assert len(years) == 11
    assert years[-1] == end


def test_the_path_is_drawn_anew_without_a_page_load_or_the_runtime(page: Page):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    path = page.locator('.ma-what-if [data-part="path"]')
    before = path.get_attribute("d")
    set_to(page, "growth", "40")
    after = path.get_attribute("d") or ""
    assert before != after
    assert after.count("L") == 10
    assert asked == []
    page.locator(".ma-what-if button[type=reset]").click()
    page.wait_for_function(
        "d => document.querySelector('[data-part=path]').getAttribute('d') === d", arg=before
    )
    assert page.locator('[data-part="end-change"]').inner_text() == "±0.0"


def test_the_sliders_obey_the_keys_and_say_their_values(page: Page):
    growth = page.locator('[data-part="growth"]')
    growth.focus()
    page.keyboard.press("ArrowRight")
    assert growth.get_attribute("aria-valuetext") == "24.6\u00a0% a year"
    change = page.locator('[data-part="end-change"]').inner_text()
    assert change == "+1.0"  # 14.2 x 1.246^10 = 128.08, and 127.1 is published


def test_without_javascript_the_grid_stands_there_and_nothing_dead(browser: Browser, address: str):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + MARKET + "forecast/")
    assert not page.locator(".ma-what-if").is_visible()
    assert page.locator("#figure-sensitivity .ma-drawing--wide").is_visible()
    assert page.locator("#figure-size-forecast .ma-figure__picture").get_attribute("tabindex") is None
    context.close()
