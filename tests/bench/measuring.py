"""What a page costs its reader, measured in a real browser with nothing cached: requests, bytes, paint, shift."""

import gzip
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, Route

from tests.bench.serving import COMPRESSED

OBSERVER = """window.measured = {shift: 0, largest: 0};
new PerformanceObserver(list => { for (const entry of list.getEntries()) measured.shift += entry.value })
  .observe({type: "layout-shift", buffered: true});
new PerformanceObserver(list => { for (const entry of list.getEntries()) measured.largest = entry.startTime })
  .observe({type: "largest-contentful-paint", buffered: true});"""
PAINT = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0"
# Tables inside a closed <details> are one keypress away and count as offered, with and without JavaScript alike.
VISIBLE = """selector => [...document.querySelectorAll(selector)].filter(each =>
  each.closest("details:not([open])") || each.getClientRects().length > 0).length"""


@dataclass(frozen=True)
class Cost:
    """One page, cold: what it fetched before anyone touched it, and when it could be read (milliseconds)."""

    fetched: tuple[tuple[str, int], ...]
    first_paint: float
    largest_paint: float
    shift: float

    @property
    def requests(self) -> int:
        """How many files it took."""
        return len(self.fetched)

    @property
    def bytes(self) -> int:
        """What these files weigh as they travel."""
        return sum(size for _, size in self.fetched)


def cost(browser: Browser, site: Path, url: str, width: int = 360) -> Cost:
    """Open a page with nothing cached and wait until it asks for nothing more; sizes are gzip -9 of the files."""
    context = browser.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.add_init_script(OBSERVER)
    page.goto(url, wait_until="networkidle")
    page.wait_for_timeout(300)
    # Chromium without a window does not ask for the icon; a reader's browser does.
    icon = page.evaluate("document.querySelector('link[rel=icon]')?.href")
    files = [_file(site, each) for each in dict.fromkeys([*asked, *([icon] if icon else [])])]
    measured = page.evaluate("measured")
    result = Cost(
        tuple((file.relative_to(site).as_posix(), _travelling(file)) for file in files),
        page.evaluate(PAINT),
        measured["largest"],
        measured["shift"],
    )
    context.close()
    return result


def _file(site: Path, url: str) -> Path:
    path = site / urlsplit(url).path.lstrip("/")
    return path / "index.html" if path.is_dir() else path


def _travelling(file: Path) -> int:
    data = file.read_bytes()
    return len(gzip.compress(data, 9, mtime=0)) if file.suffix in COMPRESSED else len(data)


def shown(browser: Browser, url: str, *, script: bool) -> tuple[int, int]:
    """How many pictures of figures and how many tables a reader sees, with and without JavaScript."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, java_script_enabled=script)
    page: Page = context.new_page()
    # What a page loads on interaction is no part of this.
    page.route("**/bundle.*.js", Route.abort)
    page.goto(url, wait_until="networkidle")
    figures = sum(1 for each in page.locator("figure svg").all() if each.is_visible())
    tables = int(page.evaluate(VISIBLE, "table"))
    context.close()
    return figures, tables
