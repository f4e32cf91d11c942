"""`make bench-numbers`: what the pages of claims, derived values and findings add to a build of a hundred generated markets.

One site is built twice in one run, with these pages and without them; figures are left out of both. The index of the
search is weighed as it travels.
"""

import argparse
import gzip
import json
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from time import process_time
from typing import TypeVar

from scripts.audit import audit, audit_house
from scripts.build import DOCS, parted, write
from scripts.contents import Edition, contents, publication
from scripts.derive import derive, standings
from scripts.load import load_catalog
from scripts.pages import MarketView
from scripts.publish import finish, render_site, verify
from scripts.publish.search import INDEX
from scripts.sharing import number_pages
from tests.bench.audit import generate

SITE = "http://localhost:8000/"
HAND_WRITTEN = (
    "assets",
    "glossary.md",
    "audit.md",
    "sources.md",
    "index.md",
    "methodology",
    "notebooks/index.md",
)
T = TypeVar("T")


def edition(data: Path) -> Edition:
    """Everything that a site of generated markets says, but for figures."""
    catalog = load_catalog(data)
    markets = tuple(catalog.markets.values())
    places = standings(markets)
    views = tuple(
        MarketView(market, catalog, derive(market), audit(market, catalog), {}, {}, places[market.id])
        for market in markets
    )
    return Edition(catalog, views, audit_house(catalog), (), {}, ("", ""), SITE)


def timed(step: Callable[[], T]) -> tuple[float, T]:
    """The CPU seconds of a step, and what it came to."""
    start = process_time()
    result = step()
    return process_time() - start, result


def built(known: Edition, files: Mapping[str, bytes], folder: Path) -> dict[str, float]:
    """CPU seconds of each step from generated files to a verified site."""
    docs, site = folder / "docs", folder / "site"
    for name in HAND_WRITTEN:
        source, target = DOCS / name, docs / name
        for file in [source] if source.is_file() else filter(Path.is_file, source.rglob("*")):
            place = target / file.relative_to(source)
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(file.read_bytes())
    pages, complete = parted(files)
    steps = {
        "writing": lambda: write(pages, docs),
        "mkdocs": lambda: render_site(docs, site, known.catalog.newest_date),
        "finishing": lambda: finish(site, publication(known, files, [])),
        "placing": lambda: write(complete, site),
        "verifying": lambda: verify(site, SITE),
    }
    return {name: round(timed(step)[0], 1) for name, step in steps.items()}


def measure(markets: int) -> dict[str, object]:
    """The CPU seconds of both builds, what the difference comes to, and the weight of the index."""
    with tempfile.TemporaryDirectory() as held:
        folder = Path(held)
        generate(folder / "data", markets)
        known = edition(folder / "data")
        drawing, light = timed(lambda: dict(number_pages(known.views, SITE)))
        files = contents(known, [])
        without = built(
            known, {path: text for path, text in files.items() if path not in light}, folder / "a"
        )
        with_them = built(known, files, folder / "b")
        index = (folder / "b" / "site" / INDEX).read_bytes()
        added = drawing + sum(with_them.values()) - sum(without.values())
        return {
            "markets": markets,
            "pages of numbers": sum(path.endswith(".html") for path in light),
            "drawing_cpu_s": round(drawing, 1),
            "without_cpu_s": without,
            "with_cpu_s": with_them,
            "added_cpu_s": round(added, 1),
            "index_kB_gzip": round(len(gzip.compress(index, 9, mtime=0)) / 1000, 1),
        }


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--markets", type=int, default=100)
    print(json.dumps(measure(parser.parse_args().markets), indent=2))
