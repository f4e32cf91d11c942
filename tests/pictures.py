"""Pictures of every page type, to look at: light, dark, on a phone and on paper, with a contact sheet (`make pictures`)."""

import functools
import shutil
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from tests.commands import ROOT, verb

CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
SCREENSHOT = ROOT / "docs" / "assets" / "screenshot.png"
# A4 at 96 pixels to the inch, less margins of 15 mm.
A4 = (680, 1009)
TALLEST = 12000  # pixels of a page that a picture shows; nobody looks further


@dataclass(frozen=True, slots=True)
class Variant:
    """One way of reading a page: `width` and `height` in CSS pixels."""

    name: str
    width: int
    height: int
    dark: bool = False
    scale: int = 1
    printed: bool = False


VARIANTS = (
    Variant("light", 1280, 900),
    Variant("dark", 1280, 900, dark=True),
    Variant("phone", 360, 740, scale=2),
    Variant("print", *A4, printed=True),
)


def page_types(site: Path) -> dict[str, str]:
    """A name for each page type and the address of one page of it, found by walking the built site.

    All page types of the market that has most pages; a figure page, a live one and a claim page where there are any.
    """
    found = {"home": ""}
    markets = sorted(site.glob("markets/*/"), key=lambda folder: (-len(list(folder.glob("*/"))), folder.name))
    for folder in markets[:1]:
        found["overview"] = f"markets/{folder.name}/"
        pages = sorted(page.parent.name for page in folder.glob("*/index.html"))
        found |= {name: f"markets/{folder.name}/{name}/" for name in pages}
    for name, pattern in (("figure", "f/*/*/"), ("live", "f/*/*/live/"), ("claim", "c/*/size*/")):
        own = sorted(page.parent for page in site.glob(f"{pattern}index.html"))
        if own:
            found[name] = f"{own[-1].relative_to(site).as_posix()}/"
    for name in ("methodology", "glossary", "sources", "notebooks"):
        if (site / name / "index.html").is_file():
            found[name] = f"{name}/"
    for page in sorted(site.glob("notebooks/*/index.html"))[:1]:
        found["notebook"] = f"notebooks/{page.parent.name}/"
    return found | {"404": "404.html"}


def take(browser: Browser, address: str, types: dict[str, str], folder: Path) -> Iterator[Path]:
    """Write a picture of each page type in each variant; yields the files as they come."""
    for variant in VARIANTS:
        page = _opened(browser, variant)
        for name, path in types.items():
            # Twice: fonts are used only where they come in time, which a cold and busy machine may miss.
            page.goto(address + path, wait_until="networkidle")
            page.reload(wait_until="networkidle")
            file = folder / f"{name}-{variant.name}.png"
            _shoot(page, variant, file)
            yield file
        page.context.close()


def _opened(browser: Browser, variant: Variant) -> Page:
    context = browser.new_context(
        viewport={"width": variant.width, "height": variant.height},
        color_scheme="dark" if variant.dark else "light",
        device_scale_factor=variant.scale,
        reduced_motion="reduce",
    )
    page = context.new_page()
    if variant.printed:  # Chromium's own idea of paper, since few machines can turn a PDF into pictures
        page.emulate_media(media="print")
    return page


def _shoot(page: Page, variant: Variant, file: Path) -> None:
    height = min(int(page.evaluate("document.documentElement.scrollHeight")), TALLEST)
    page.screenshot(
        path=file, full_page=True, clip={"x": 0, "y": 0, "width": variant.width, "height": height}
    )


def screenshot(browser: Browser, address: str, types: dict[str, str], file: Path) -> None:
    """The README's picture: the upper part of an overview, or of the home page where there is no market."""
    page = _opened(browser, VARIANTS[0])
    page.goto(address + types.get("overview", ""), wait_until="networkidle")
    page.screenshot(path=file)
    page.context.close()


def contact_sheet(types: dict[str, str]) -> str:
    """One page with all pictures side by side, each a link to itself."""
    rows = []
    for name in types:
        files = [f"{name}-{variant.name}.png" for variant in VARIANTS]
        cells = "".join(
            f'<td><a href="{file}"><img src="{file}" alt="{file}" width="280" loading="lazy"></a></td>'
            for file in files
        )
        rows.append(f'<tr><th scope="row">{escape(name)}</th>{cells}</tr>')
    heads = "".join(f'<th scope="col">{variant.name}</th>' for variant in VARIANTS)
    style = "body{font:15px sans-serif;margin:2em}td,th{vertical-align:top;padding:.6em;text-align:left}img{border:1px solid #ccc}"
    return (
        f'<!doctype html><html lang="en"><meta charset="utf-8"><title>Pictures</title><style>{style}</style>'
        f"<h1>Pictures of every page type</h1><table><thead><tr><td></td>{heads}</tr></thead>"
        f"<tbody>{''.join(rows)}</tbody></table></html>\n"
    )


class _Silent(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Nothing."""


def main(site: Path, folder: Path, readme_picture: Path) -> None:
    """Build the site if it is not there, and picture it."""
    if not (site / "index.html").is_file():
        built = verb("site", "--out", site)
        if built.returncode:
            sys.exit(built.stderr)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    types = page_types(site)
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Silent, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}/"
    with sync_playwright() as playwright:
        path = next((found for found in map(shutil.which, CHROMIUM) if found), None)
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        for file in take(browser, address, types, folder):
            print(file)
        screenshot(browser, address, types, readme_picture)
        browser.close()
    server.shutdown()
    (folder / "index.html").write_text(contact_sheet(types), encoding="utf-8")
    print(f"Look at them: {folder / 'index.html'}")


if __name__ == "__main__":
    site_folder, pictures_folder = (sys.argv[1:] + [ROOT / "site", ROOT / "pictures"][len(sys.argv) - 1 :])[
        :2
    ]
    main(Path(site_folder).resolve(), Path(pictures_folder).resolve(), SCREENSHOT)
