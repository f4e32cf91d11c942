"""A page arrives whole before anyone touches it, in at most 100 kB and 10 requests, and nothing jumps."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.bench.measuring import cost, shown
from tests.bench.serving import hosted
from tests.publish.page_types import MARKET, PAGE_TYPES

REQUESTS, BYTES = 10, 100_000

pytestmark = [pytest.mark.slow, pytest.mark.browser]


@pytest.fixture(scope="module")
def address(built_site: Path) -> Iterator[str]:
    with hosted(built_site) as here:
        yield here


# A live figure is asked for by name: it brings its runtime, and takes the picture's place when that has come.
@pytest.mark.parametrize("path", [path for path in PAGE_TYPES if not path.endswith("/live/")])
def test_every_page_type_keeps_within_its_budget(browser: Browser, built_site, address, path):
    measured = cost(browser, built_site, address + path)
    assert measured.requests <= REQUESTS, measured.fetched
    assert measured.bytes <= BYTES, measured.fetched
    assert measured.shift == 0
    assert not [file for file, _ in measured.fetched if "search" in file]


@pytest.mark.parametrize("path", [MARKET, f"{MARKET}segments/", f"{MARKET}data/"])
def test_figures_and_tables_are_the_same_without_javascript(browser: Browser, address, path):
    without, with_it = (shown(browser, address + path, script=script) for script in (False, True))
    assert without == with_it
    assert sum(without) >= 1


def test_nothing_is_published_that_nobody_loads(built_site: Path):
    names = [path.relative_to(built_site).as_posix() for path in built_site.rglob("*")]
    assert not [name for name in names if name.endswith(".map") or "lunr/" in name or "screenshot" in name]
    assert len([name for name in names if name.startswith("assets/site.") and name.endswith(".css")]) == 1


def test_a_page_with_rarer_letters_fetches_the_rest_of_its_face(browser: Browser, built_site, address):
    context = browser.new_context()
    page, asked = context.new_page(), []
    page.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
    page.goto(address, wait_until="networkidle")
    assert not [name for name in asked if "extended" in name]
    page.evaluate("document.querySelector('h1').textContent = 'Łódź'")
    page.wait_for_timeout(500)
    assert [name for name in asked if "extended" in name] == ["serif-600.extended.woff2"]
    context.close()
