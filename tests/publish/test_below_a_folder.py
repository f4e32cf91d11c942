"""A site that is published below a folder of its host, as project pages of GitHub are."""

import functools
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from lxml import html

from tests.commands import ROOT
from tests.publish.test_another_market import cut_down
from tests.publish.test_healing import StaticHost

HOME = "https://example.org/almanac/"
CLAIM = "c/grid-batteries/size-2024/"
pytestmark = pytest.mark.slow


class Below(StaticHost):
    """A host that has more than our site."""

    lost = "almanac/404.html"


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("host")
    data = Path(shutil.copytree(ROOT / "data", tmp_path_factory.mktemp("below") / "data"))
    cut_down(data)
    done = subprocess.run(
        [sys.executable, "-m", "scripts", "site", "--data", str(data), "--out", str(folder / "almanac")],
        cwd=ROOT,
        env={**os.environ, "SITE_URL": HOME},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return folder / "almanac"


@pytest.fixture(scope="module")
def host(site) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Below, directory=str(site.parent)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


@pytest.mark.parametrize("place", ["", "markets/grid-batteries/", CLAIM, "f/grid-batteries/size-forecast/"])
def test_absolute_addresses_begin_with_the_address_of_the_site(site, place):
    page = html.parse(str(site / place / "index.html"), html.HTMLParser(encoding="utf-8")).getroot()
    assert page.xpath("//link[@rel='canonical']/@href") == [HOME + place]
    (card,) = page.xpath("//meta[@property='og:image']/@content")
    assert card.startswith(f"{HOME}assets/cards/")
    assert (site / urlsplit(card).path.removeprefix("/almanac/")).is_file()
    assert f" {HOME}{place}" in page.xpath("string(//textarea[@id='cite-text'])")


def test_nothing_names_the_machine_that_built_it(site):
    texts = (
        path
        for path in site.rglob("*")
        if path.suffix in {".html", ".xml", ".json", ".md", ".txt", ".csv", ".ics"}
    )
    assert [path for path in texts if "localhost" in path.read_text(encoding="utf-8")] == []


@pytest.mark.browser
@pytest.mark.parametrize(
    ("damaged", "meant"),
    [
        (f"/almanac/{CLAIM})", f"/almanac/{CLAIM}"),
        (f"/almanac/{CLAIM[:-1]}%23cite.", f"/almanac/{CLAIM}#cite"),
        (f"/almanac/{CLAIM.upper()}?utm_source=mail", f"/almanac/{CLAIM}?utm_source=mail"),
    ],
)
def test_damaged_links_are_healed_below_a_folder(host, browser, damaged, meant):
    page = browser.new_page()
    page.goto(host + damaged)
    page.wait_for_url(host + meant, timeout=10_000)
    assert "14.2" in page.locator("h1").inner_text()
    page.close()


@pytest.mark.browser
def test_what_lies_outside_the_folder_is_none_of_ours(host, browser):
    page = browser.new_page()
    page.goto(f"{host}/{CLAIM}")
    page.wait_for_load_state("networkidle")
    assert page.url == f"{host}/{CLAIM}"
    page.close()
