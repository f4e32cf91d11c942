"""A reader's browser, light and dark, wide and narrow, with and without JavaScript."""

from itertools import product
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page

MARKET = "markets/personalized-cell-therapy/"
PAGES = ("", MARKET, f"{MARKET}segments/", f"{MARKET}quality/")
OTHERS = tuple(
    f"{MARKET}{page}/" for page in ("forecast", "regions", "dynamics", "evidence", "estimates", "data")
)
HANDMADE = ("methodology/", "glossary/", "sources/", "notebooks/", "notebooks/personalized-cell-therapy/")

Scheme = Literal["light", "dark"]

pytestmark = [pytest.mark.slow, pytest.mark.browser]


@pytest.fixture(scope="module")
def address(built_site: Path, serving) -> str:
    return serving(built_site)


def opened(
    browser: Browser, url: str, width: int, scheme: Scheme, *, script: bool = True
) -> tuple[Page, list[str]]:
    """A page and everything that a careful reader would complain of: errors, and requests to other hosts."""
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, java_script_enabled=script
    )
    page, complaints = context.new_page(), []
    host = urlsplit(url).netloc
    page.on(
        "console", lambda said: complaints.append(said.text) if said.type in ("error", "warning") else None
    )
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on(
        "request",
        lambda request: (
            complaints.append(request.url) if urlsplit(request.url).netloc not in (host, "") else None
        ),
    )
    page.on(
        "response", lambda got: complaints.append(f"{got.status} {got.url}") if got.status >= 400 else None
    )
    page.goto(url, wait_until="networkidle")
    return page, complaints


@pytest.mark.parametrize(("path", "scheme", "width"), list(product(PAGES, ("light", "dark"), (1280, 360))))
def test_the_main_pages_open_quietly_in_both_schemes_and_widths(browser, address, path, scheme, width):
    page, complaints = opened(browser, address + path, width, scheme)
    assert complaints == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.context.close()


@pytest.mark.parametrize(("path", "width"), list(product((*OTHERS, *HANDMADE), (1280, 360))))
def test_every_other_page_type_opens_quietly(browser, address, path, width):
    page, complaints = opened(browser, address + path, width, "light")
    assert complaints == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.context.close()


@pytest.mark.parametrize(("path", "width"), list(product((MARKET, f"{MARKET}segments/"), (1280, 360))))
def test_figures_are_visible_without_javascript(browser, address, path, width):
    page, complaints = opened(browser, address + path, width, "light", script=False)
    assert complaints == []
    figures = page.locator("figure.ma-figure")
    assert figures.count() >= 2
    for figure in figures.all():
        boxes = [svg.bounding_box() for svg in figure.locator("svg").all() if svg.is_visible()]
        shown = [box for box in boxes if box]
        assert len(shown) == 1, "one of the two variants is shown"
        assert shown[0]["width"] > width * 0.5
        assert shown[0]["height"] > 40
    page.context.close()


def test_dark_and_light_draw_the_same_figure_in_other_colours(browser, address):
    colours = {}
    schemes: tuple[Scheme, ...] = ("light", "dark")
    for scheme in schemes:
        page, _ = opened(browser, f"{address}{MARKET}", 1280, scheme)
        colours[scheme] = page.evaluate(
            "getComputedStyle(document.querySelector('figure.ma-figure svg text')).fill"
        )
        page.context.close()
    assert colours["light"] != colours["dark"]


def test_text_in_figures_is_at_least_12_pixels_on_a_phone(browser, address):
    page, _ = opened(browser, f"{address}{MARKET}", 360, "light")
    sizes = page.evaluate(
        """[...document.querySelectorAll('figure.ma-figure svg')]
        .filter(svg => svg.getBoundingClientRect().width > 0)
        .flatMap(svg => [...svg.querySelectorAll('text')].map(text =>
            parseFloat(getComputedStyle(text).fontSize) * svg.getBoundingClientRect().width / svg.viewBox.baseVal.width))"""
    )
    assert sizes
    assert min(sizes) >= 11.99
    page.context.close()


def test_going_from_page_to_page_keeps_figures_and_chosen_colours(browser, address):
    page, complaints = opened(browser, f"{address}{MARKET}", 1280, "light")
    page.click("label[for=__palette_1]")  # from the system's colours to light
    page.wait_for_selector("label[for=__palette_2]:visible")
    page.click("label[for=__palette_2]")  # and to dark
    page.wait_for_selector("body[data-md-color-scheme=slate]")
    page.click("nav.ma-tabs >> text=Segments")
    page.wait_for_selector("h1:has-text('Segments')")
    assert page.get_attribute("body", "data-md-color-scheme") == "slate"
    assert page.locator("figure.ma-figure svg:visible").count() >= 1
    assert complaints == []
    page.context.close()


def test_the_search_and_its_index_come_when_a_reader_turns_to_them(browser, address):
    page, complaints = opened(browser, f"{address}{MARKET}", 1280, "light")
    asked = []
    page.on("request", lambda request: asked.append(urlsplit(request.url).path))
    page.mouse.move(600, 500)
    page.click("h1")
    page.wait_for_timeout(300)
    assert asked == []
    page.keyboard.press("/")
    page.keyboard.type("hospitals", delay=20)
    page.wait_for_selector(".md-search-result__item")
    assert "/search/search_index.json" in asked
    assert complaints == []
    page.context.close()


def test_search_finds_a_page_by_its_words(browser, address):
    page, complaints = opened(browser, address, 1280, "light")
    page.click(".md-search__input")
    page.keyboard.type("platelet", delay=20)
    page.wait_for_selector(".md-search-result__item")
    assert "Segments" in page.inner_text(".md-search-result__list") or "segments" in page.inner_text(
        ".md-search-result__list"
    )
    # Material's worker warns, with a trace, of what is typed before its index has come; it then finds it all the same.
    early = ("Invalid query", "workers/search")
    assert [said for said in complaints if not any(word in said for word in early)] == []
    page.context.close()
