"""The same pages on a phone, at 400 per cent, on paper and under a finger."""

import re
from itertools import pairwise, product
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

MARKET = "markets/personalized-cell-therapy/"
MARKETS_PAGES = tuple(
    f"{MARKET}{page}"
    for page in ("", "forecast/", "segments/", "regions/", "dynamics/", "evidence/", "estimates/", "quality/")
)
ALL = ("", *MARKETS_PAGES, "methodology/", "glossary/", "sources/", "notebooks/", "404.html")

pytestmark = [pytest.mark.slow, pytest.mark.browser]


@pytest.fixture(scope="module")
def address(built_site: Path, serving) -> str:
    return serving(built_site)


def opened(browser: Browser, url: str, width: int, height: int = 740, **more) -> Page:
    page = browser.new_context(viewport={"width": width, "height": height}, **more).new_page()
    page.goto(url, wait_until="networkidle")
    return page


@pytest.mark.parametrize("path", ALL)
def test_at_400_per_cent_nothing_is_wider_than_the_screen(browser, address, path):
    page = opened(browser, address + path, 320)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.context.close()


def test_on_a_phone_the_answer_comes_before_the_second_scroll(browser, address):
    page = opened(browser, address + MARKET, 360)
    tops = [
        page.locator(part).first.bounding_box()
        for part in ("h1", ".ma-lead", ".ma-vitals", ".ma-warn", "#figure-size-forecast .ma-figure__picture")
    ]
    heights = [box["y"] for box in tops if box]
    assert len(heights) == len(tops)
    assert heights == sorted(heights)
    assert heights[-1] < 2 * 740
    page.context.close()


# The rectangle of each cell's text, of which its label is none, and how high its label is where it stands.
CELLS = """() => [...document.querySelectorAll("td[data-label]")].filter((cell) => cell.checkVisibility()).map((cell) => {
  const box = cell.getBoundingClientRect(), label = getComputedStyle(cell, "::before");
  const text = document.createRange();
  text.selectNodeContents(cell);
  const drawn = text.getBoundingClientRect();
  return { says: `${cell.dataset.label}: ${cell.innerText}`, top: box.top, bottom: box.bottom, position: label.position,
    label: parseFloat(label.height), labelEnds: box.left + parseFloat(label.width), begins: drawn.left, width: drawn.width,
    ends: drawn.right };
})"""


def test_on_a_phone_no_label_of_a_figure_s_table_overprints_another_cell(built_site, browser, address):
    page = browser.new_context(viewport={"width": 360, "height": 740}).new_page()
    seen = 0
    for file in sorted(built_site.glob("f/*/*/index.html")):
        page.goto(f"{address}{file.parent.relative_to(built_site).as_posix()}/", wait_until="load")
        cells = page.evaluate(CELLS)
        for cell, after in pairwise([*cells, {"top": float("inf")}]):
            said = f"{file.parent.name}: {cell['says']}"
            assert cell["position"] == "static", said
            assert cell["bottom"] - cell["top"] >= cell["label"] > 0, said
            assert not cell["width"] or cell["begins"] >= cell["labelEnds"] - 0.5, said
            assert cell["ends"] <= 360, said
            assert after["top"] >= cell["bottom"] - 0.5, said
        seen += len(cells)
    assert seen > 1000
    page.context.close()


@pytest.mark.parametrize("path", [MARKET, f"{MARKET}estimates/", f"{MARKET}segments/"])
def test_each_mark_that_is_a_link_can_be_touched(browser, address, path):
    page = opened(browser, address + path, 360, has_touch=True)
    sizes = page.eval_on_selector_all(
        "a.ma-mark",
        "marks => marks.map(mark => mark.getBoundingClientRect()).map(box => [box.width, box.height])",
    )
    visible = [(width, height) for width, height in sizes if width]
    assert visible or path.endswith("segments/")
    assert all(width >= 24 and height >= 24 for width, height in visible)
    page.context.close()


@pytest.mark.parametrize("slug", ["", "segments/", "quality/", "data/"])
def test_a_market_s_navigation_on_a_phone_shows_where_one_is(browser, address, slug):
    page = opened(browser, f"{address}{MARKET}{slug}", 360)
    box = page.locator(".ma-tabs a[aria-current]").bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 360
    page.context.close()


@pytest.mark.parametrize("width", [960, 1100, 1280])
def test_the_main_sections_are_in_sight_from_a_tablet_s_width_on(browser, address, width):
    page = opened(browser, address, width)
    shown = page.eval_on_selector_all(
        ".md-tabs__link",
        "links => links.filter(link => link.checkVisibility()).map(link => link.innerText.trim())",
    )
    assert shown == ["Markets", "Audit", "Methodology", "Glossary", "Sources", "Notebooks"]
    page.context.close()


@pytest.mark.parametrize(("paper", "scheme"), list(product(("A4", "Letter"), ("light", "dark"))))
def test_the_overview_prints_on_four_pages_at_most_with_its_address(browser, address, paper, scheme):
    page = opened(browser, address + MARKET, 1280, color_scheme=scheme)
    sheets = len(re.findall(rb"/Type\s*/Page\b", page.pdf(format=paper)))
    assert 1 < sheets <= 4
    page.context.close()


@pytest.mark.parametrize("path", ALL)
def test_every_page_prints_dark_ink_on_white_without_navigation(browser, address, path):
    page = opened(browser, address + path, 680, color_scheme="dark")
    page.emulate_media(media="print", color_scheme="dark")
    for hidden in (".md-header", ".md-tabs", ".ma-tabs", ".md-footer", ".ma-figure__data"):
        assert not any(part.is_visible() for part in page.locator(hidden).all()), hidden
    ink = page.evaluate("getComputedStyle(document.querySelector('h1')).color")
    assert max(map(int, re.findall(r"\d+", ink))) < 64
    if path != "404.html":
        assert page.locator(".ma-print-address").inner_text().endswith(path)
    assert page.evaluate("document.documentElement.scrollWidth") <= 680
    page.context.close()


def test_a_printed_figure_is_the_wide_one(browser, address):
    page = opened(browser, address + MARKET, 680)
    page.emulate_media(media="print")
    shown = page.locator("#figure-size-forecast svg:visible")
    assert shown.count() == 1
    assert "ma-drawing--wide" in (shown.get_attribute("class") or "")
    page.context.close()


@pytest.mark.parametrize("path", ["", MARKET])
def test_forced_colours_keep_the_marks(browser, address, path):
    page = opened(browser, address + path, 1280, forced_colors="active")
    mark = page.locator(".ma-mark--warn").first
    background = mark.evaluate("mark => getComputedStyle(mark).backgroundColor")
    assert background not in ("rgba(0, 0, 0, 0)", "rgb(255, 255, 255)")
    page.context.close()
