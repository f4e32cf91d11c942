"""Everyone can read every page type: axe-core, the keyboard alone, 400 % zoom, less motion, forced colours."""

from collections.abc import Iterator
from importlib.resources import files
from itertools import product
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page

from tests.publish.page_types import MARKET, PAGE_TYPES

AXE = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
RUN = "rules => axe.run(document, {runOnly: rules, resultTypes: ['violations']})"
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
# Where the focus is, and what a sighted reader sees of it.
FOCUS = """() => {
  const at = document.activeElement, box = at.getBoundingClientRect(), style = getComputedStyle(at);
  const shown = at.matches(".md-option") ? at.nextElementSibling : at;
  const outline = getComputedStyle(shown), seen = shown.getBoundingClientRect();
  return {
    name: at.tagName + "." + at.className + " " + (at.getAttribute("aria-label") ?? at.textContent.trim().slice(0, 30)),
    body: at === document.body,
    outlined: outline.outlineStyle !== "none" && parseFloat(outline.outlineWidth) > 0 || shown.matches(".md-skip, .md-search__input"),
    inside: seen.width > 0 && seen.height > 0 && seen.right > 0 && seen.left < innerWidth && seen.bottom > 0 && seen.top < innerHeight,
    visible: style.visibility === "visible",
  };
}"""
# WCAG 2.2, 2.5.8: 24 px, or so far apart that circles of 24 px do not meet; links in running text are exempt.
CROWDED = """() => {
  const marks = [...document.querySelectorAll("a.ma-mark, .ma-control, .ma-tabs a")].filter(each => each.getClientRects().length);
  const middle = each => { const box = each.getBoundingClientRect(); return [box.x + box.width / 2, box.y + box.height / 2] };
  const small = marks.filter(each => { const box = each.getBoundingClientRect(); return box.width < 24 || box.height < 24 });
  return small.filter(each => marks.some(other => other !== each &&
    Math.hypot(middle(each)[0] - middle(other)[0], middle(each)[1] - middle(other)[1]) < 24)).map(each => each.outerHTML);
}"""

pytestmark = [pytest.mark.slow, pytest.mark.browser]


@pytest.fixture(scope="module")
def address(built_site: Path, serving) -> str:
    return serving(built_site)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    # axe is put in from outside, past the page's policy.
    context = browser.new_context(viewport={"width": 1280, "height": 900}, bypass_csp=True)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("path", PAGE_TYPES)
def test_axe_finds_nothing_in_both_schemes_and_widths(page, address, path):
    for width in (1280, 360):
        page.set_viewport_size({"width": width, "height": 900})
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            page.goto(address + path)
            page.evaluate(AXE)
            found = page.evaluate(RUN, RULES)["violations"]
            assert [
                (each["id"], node["target"], width, scheme) for each in found for node in each["nodes"]
            ] == []


def test_axe_finds_nothing_in_the_open_search_and_the_open_menu(page, address):
    page.set_viewport_size({"width": 360, "height": 900})
    for control in ("Search", "Menu"):
        page.goto(address + MARKET)
        page.click(f".ma-control[aria-label={control}]")
        if control == "Search":
            page.keyboard.type("hospitals", delay=20)
            page.wait_for_selector(".md-search-result__item")
        page.wait_for_timeout(500)
        page.evaluate(AXE)
        found = page.evaluate(RUN, RULES)["violations"]
        assert [(each["id"], node["target"]) for each in found for node in each["nodes"]] == [], control


@pytest.mark.parametrize(
    ("path", "width"), list(product(("", MARKET, f"{MARKET}quality/", "glossary/"), (1280, 360)))
)
def test_the_keyboard_reaches_every_control_and_shows_where_it_is(page, address, path, width):
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(address + path)
    stops = []
    for _ in range(400):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUS)
        if stop["body"]:
            break
        stops.append(stop)
    assert "md-skip" in stops[0]["name"]
    assert [
        stop["name"] for stop in stops if not (stop["outlined"] and stop["inside"] and stop["visible"])
    ] == []
    said = " ".join(stop["name"] for stop in stops)
    assert "Search" in said
    assert "Colours" in said
    assert ("Menu" in said) == (width < 1220)


def test_the_focus_shows_before_materials_script_has_come_and_without_it(page, address):
    # Material takes the outline from each summary until its script has marked it.
    page.route("**/javascripts/bundle*", lambda route: route.abort())
    page.goto(address + MARKET)
    for stop in page.query_selector_all("article :is(summary, a[href])"):
        if stop.is_visible():
            page.keyboard.press("Tab")  # from here on focus is the keyboard's
            stop.focus()
            assert page.evaluate(FOCUS)["outlined"], stop.inner_text()


def test_skipping_leads_to_the_content(page, address):
    page.goto(address + MARKET)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('article') !== null")


def test_menu_and_search_open_by_keys_on_a_phone(page, address):
    page.set_viewport_size({"width": 360, "height": 900})
    page.goto(address + MARKET)
    page.focus(".ma-control[aria-label=Menu]")
    page.keyboard.press("Enter")
    page.wait_for_function("document.getElementById('__drawer').checked")
    page.goto(address + MARKET)
    page.focus(".ma-control[aria-label=Search]")
    page.keyboard.press("Space")
    page.wait_for_function("document.activeElement.matches('.md-search__input')")
    page.keyboard.type("hospitals", delay=20)
    page.wait_for_selector(".md-search-result__item")


@pytest.mark.parametrize("path", PAGE_TYPES)
def test_at_400_per_cent_nothing_is_lost_or_scrolls_sideways(page, address, path):
    page.set_viewport_size({"width": 320, "height": 256})
    page.goto(address + path)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    cut = page.evaluate(
        """[...document.querySelectorAll("article :is(h1, h2, h3, p, li, td, th, summary, svg)")]
        .filter(each => each.getClientRects().length && each.checkVisibility() && !each.closest("pre, .ma-hidden, .jp-OutputArea-output, .ma-scroll"))
        .filter(each => each.getBoundingClientRect().right > 321).map(each => each.outerHTML.slice(0, 90))"""
    )
    assert cut == []


@pytest.mark.parametrize("path", PAGE_TYPES)
def test_a_page_fits_at_400_per_cent_when_its_fonts_come_too_late(page, address, path):
    page.route("**/*.woff2", lambda route: route.abort())
    page.set_viewport_size({"width": 320, "height": 256})
    page.goto(address + path)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("path", PAGE_TYPES)
def test_who_wants_less_motion_gets_none(page, address, path):
    page.emulate_media(reduced_motion="reduce")
    page.goto(address + path)
    moving = page.evaluate(
        """[...document.querySelectorAll("*")].filter(each => { const style = getComputedStyle(each);
        return parseFloat(style.transitionDuration) > 0 || style.animationName !== "none" || style.scrollBehavior === "smooth" })
        .map(each => each.tagName + "." + each.className)"""
    )
    assert moving == []


@pytest.mark.parametrize("path", [MARKET, f"{MARKET}quality/"])
def test_in_forced_colours_figures_and_marks_can_still_be_told_apart(page, address, path):
    page.emulate_media(forced_colors="active")
    page.goto(address + path)
    assert page.evaluate("matchMedia('(forced-colors: active)').matches")
    bordered = page.evaluate(
        "[...document.querySelectorAll('.ma-mark')].map(each => getComputedStyle(each).borderTopStyle)"
    )
    assert set(bordered) == {"solid"}
    hues = page.evaluate(
        """[...document.querySelectorAll("figure svg [fill]:not([fill=none])")]
        .filter(each => each.getClientRects().length).map(each => getComputedStyle(each).fill)"""
    )
    assert path != MARKET or len(set(hues)) >= 3


@pytest.mark.parametrize(("path", "width"), list(product((MARKET, f"{MARKET}data/"), (1280, 360))))
def test_controls_are_24_pixels_or_stand_apart(page, address, path, width):
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(address + path)
    assert page.evaluate(CROWDED) == []
