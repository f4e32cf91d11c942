"""Links that were damaged on their way are healed by the 404 page, in a real browser."""

import functools
import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

CLAIM = "/c/personalized-cell-therapy/size-2024/"
FIGURE = "/f/personalized-cell-therapy/size-forecast/"


class StaticHost(SimpleHTTPRequestHandler):
    """A host that adds no slash and corrects nothing: what it does not have, it answers with the page for lost readers."""

    lost = "404.html"

    def send_head(self):
        """Serve a file, an index of a folder, or the 404 page with its status."""
        root = Path(self.directory)
        path = unquote(urlsplit(self.path).path)
        file = root / path.lstrip("/")
        file = file / "index.html" if path.endswith("/") else file
        if ".." not in path and file.is_file():
            return super().send_head()
        body = root / self.lost
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(body.stat().st_size))
        self.end_headers()
        return body.open("rb")

    def log_message(self, *_):
        """Nothing."""


@pytest.fixture(scope="module")
def host(built_site) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(StaticHost, directory=str(built_site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


DAMAGED = {
    "a full stop at the end": (f"{CLAIM}.", CLAIM),
    "a full stop without the slash": (f"{CLAIM[:-1]}.", CLAIM),
    "a bracket at the end": (f"{CLAIM})", CLAIM),
    "an angle bracket": (f"{CLAIM}%3E", CLAIM),
    "a space": (f"{CLAIM}%20", CLAIM),
    "a line break": (f"{CLAIM}%0D%0A", CLAIM),
    "quotes": (f"{CLAIM}%22", CLAIM),
    "a comma without the slash": (f"{CLAIM[:-1]},", CLAIM),
    "no slash": (CLAIM[:-1], CLAIM),
    "upper case": (CLAIM.upper(), CLAIM),
    "index.html in upper case": (f"{CLAIM}INDEX.HTML", CLAIM),
    "index.htm": (f"{CLAIM}index.htm", CLAIM),
    "an encoded fragment": (f"{CLAIM}%23cite", f"{CLAIM}#cite"),
    "an encoded fragment without the slash": (f"{CLAIM[:-1]}%23cite", f"{CLAIM}#cite"),
    "a fragment encoded twice": (f"{CLAIM}%2523cite", f"{CLAIM}#cite"),
    "a fragment with a full stop": (f"{CLAIM[:-1]}%23cite.", f"{CLAIM}#cite"),
    "an encoded query": (f"{CLAIM}%3Futm_source=mail", f"{CLAIM}?utm_source=mail"),
    "an ampersand as HTML": (
        f"{CLAIM[:-1]}?a=1&amp;utm_medium=mail",
        f"{CLAIM}?a=1&utm_medium=mail",
    ),
    "a tail of Safe Links": (f"{CLAIM}&data=05%7C02%7C", f"{CLAIM}?data=05|02|"),
    "a path encoded once more": (
        "/c%252Fpersonalized-cell-therapy%252Fsize-2024%252F%2523cite",
        f"{CLAIM}#cite",
    ),
    "a path encoded": ("/c%2Fpersonalized-cell-therapy%2Fsize-2024", CLAIM),
    "doubled slashes": ("//c//personalized-cell-therapy//size-2024", CLAIM),
    "a soft line break": ("/c/personalized-cell-therapy/size-=%0D%0A2024/", CLAIM),
    "a word behind": (f"{CLAIM}and", CLAIM),
    "the room missing": ("/personalized-cell-therapy/size-2024", CLAIM),
    "a figure, with query and fragment": (
        f"{FIGURE[:-1]}?utm_campaign=x#embed",
        f"{FIGURE}?utm_campaign=x#embed",
    ),
    "a figure in upper case with a bracket": (f"{FIGURE.upper()})", FIGURE),
    "a picture's ending in upper case": (
        "/f/personalized-cell-therapy/size-forecast.PNG",
        "/f/personalized-cell-therapy/size-forecast.png",
    ),
    "an old link to a row": (
        "/markets/personalized-cell-therapy/data%23size-2024",
        "/markets/personalized-cell-therapy/data/#size-2024",
    ),
}


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.parametrize("damage", DAMAGED)
def test_a_damaged_link_reaches_what_it_meant(host, browser, damage):
    link, meant = DAMAGED[damage]
    page = browser.new_page()
    # What the address bar would do to two slashes at the start is no host of ours.
    page.goto(host + ("/." + link if link.startswith("//") else link))
    page.wait_for_url(lambda url: unquote(url) == host + meant, timeout=10_000)
    if meant.partition("?")[0].partition("#")[0].endswith("/"):
        assert page.locator("h1").first.inner_text() != "This page is not here"
    page.close()


LOST = (
    "/nothing/of/the/kind/",
    "/c/personalized-cell-therapy/no-such-claim/",
    "/%5C%5Cevil.example/",
    "/%2F%2Fevil.example/c/",
    "/https:/evil.example/",
    "/..%2F..%2Fetc/passwd",
    "/c/no-such-market/size-2024/",
)


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.parametrize("link", LOST)
def test_what_means_nothing_stays_and_helps(host, browser, link):
    page = browser.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(host + link)
    page.wait_for_load_state("networkidle")
    assert page.locator("h1").first.inner_text() == "This page is not here"
    assert page.url.startswith(f"{host}/")
    assert page.locator("main a[href]").count() > 3
    assert not errors
    page.close()


OFFERED = (
    "/c/personalized-cell-therapy/no-such-claim/",
    "/c/personalized-cell-therapy/no-such-claim/and/more",
    "/c/personalized-cell-therapy/",
    "/f/personalized-cell-therapy/x/",
    "/f/personalized-cell-therapy/x.png",
    "/personalized-cell-therapy/x/",
)


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.parametrize("link", OFFERED)
def test_of_an_unknown_number_of_a_known_market_the_market_is_offered_and_not_gone_to(host, browser, link):
    page = browser.new_page()
    page.goto(host + link)
    offered = page.locator("#heal a")
    offered.wait_for()
    assert page.locator("#heal").inner_text() == "Perhaps you meant /markets/personalized-cell-therapy/."
    assert page.url == host + link
    offered.click()
    page.wait_for_url(f"{host}/markets/personalized-cell-therapy/")
    page.close()


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.parametrize("link", ["/c/no-such-market/size-2024/", "/f/all/x/", "/c/", "/f/__proto__/x/"])
def test_nothing_is_offered_where_no_market_is_known(host, browser, link):
    page = browser.new_page()
    page.goto(host + link)
    page.wait_for_load_state("networkidle")
    page.locator("#heal").wait_for(state="hidden")
    page.close()


@pytest.mark.browser
@pytest.mark.slow
def test_the_help_is_there_without_scripts_too(host, browser):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{host}{CLAIM})")
    assert page.locator("h1").first.inner_text() == "This page is not here"
    context.close()
