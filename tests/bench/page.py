"""`make bench-page PAGE=...`: what a page costs its reader, and what Lighthouse says of it.

It lives with the tests because it needs their browser, and no verb of ours depends on it. Lighthouse comes by npm
into .cache/lighthouse, for this command alone.
"""

import argparse
import json
import os
import shutil
import subprocess
from collections import Counter
from pathlib import Path
from statistics import median

from playwright.sync_api import sync_playwright
from rich.console import Console
from rich.table import Table

from tests.bench.measuring import Cost, cost, shown
from tests.bench.serving import hosted
from tests.conftest import CHROMIUM, QUIET

ROOT = Path(__file__).resolve().parents[2]
LIGHTHOUSE = ROOT / ".cache" / "lighthouse"
OVERVIEW = "markets/personalized-cell-therapy/"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
RUNS = 3


def main() -> None:
    """Measure one page and print two tables."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.page", description=__doc__)
    parser.add_argument("--page", default=OVERVIEW, help="the page's address within the site")
    parser.add_argument("--site", type=Path, default=ROOT / "site", help="the built site")
    parser.add_argument("--no-lighthouse", action="store_true", help="leave Lighthouse out")
    chosen = parser.parse_args()
    if not (chosen.site / chosen.page.lstrip("/")).exists():
        parser.error(f"{chosen.site / chosen.page} does not exist - run `make site` first")
    console, chromium = Console(), next((path for path in map(shutil.which, CHROMIUM) if path), None)
    with hosted(chosen.site.resolve()) as address:
        url = address + chosen.page.lstrip("/")
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium, args=list(QUIET))
            measured = cost(browser, chosen.site.resolve(), url)
            seen = {script: shown(browser, url, script=script) for script in (True, False)}
            browser.close()
        console.print(_costs(chosen.page, measured, seen))
        if not chosen.no_lighthouse:
            console.print(_scores(url, chromium))


def _costs(page: str, measured: Cost, seen: dict[bool, tuple[int, int]]) -> Table:
    table = Table("What", "Measured", title=f"{page or 'home'}, cold, before interaction")
    table.add_row("requests", str(measured.requests))
    table.add_row("kB (gzip -9, fonts included)", f"{measured.bytes / 1000:.1f}")
    kinds: Counter[str] = Counter()
    for file, size in measured.fetched:
        kinds[Path(file).suffix.lstrip(".")] += size
    for kind, size in kinds.most_common():
        table.add_row(f"  {kind}", f"{size / 1000:.1f}")
    table.add_row("first contentful paint, ms", f"{measured.first_paint:.0f}")
    table.add_row("largest contentful paint, ms", f"{measured.largest_paint:.0f}")
    table.add_row("cumulative layout shift", f"{measured.shift:.3f}")
    for what, index in (("figures", 0), ("tables", 1)):
        table.add_row(f"{what} without JavaScript, with it", f"{seen[False][index]}, {seen[True][index]}")
    return table


def _scores(url: str, chromium: str | None) -> Table:
    """The median of three runs of Lighthouse as on a phone."""
    program = LIGHTHOUSE / "node_modules" / "lighthouse" / "cli" / "index.js"
    if not program.exists():
        LIGHTHOUSE.mkdir(parents=True, exist_ok=True)
        (LIGHTHOUSE / "package.json").write_text("{}", encoding="utf-8")
        subprocess.run(
            ["npm", "install", "--silent", "--no-audit", "--no-fund", "lighthouse@12"],
            cwd=LIGHTHOUSE,
            check=True,
        )
    surroundings = {**os.environ, **({"CHROME_PATH": chromium} if chromium else {})}
    command = [
        "node",
        str(program),
        url,
        "--quiet",
        "--output=json",
        f"--chrome-flags=--headless {' '.join(QUIET)}",
    ]
    runs = []
    for _ in range(RUNS):
        said = subprocess.run(command, env=surroundings, capture_output=True, text=True, check=True).stdout
        runs.append(json.loads(said))
    table = Table("Lighthouse, mobile", "Median of three", "What it found")
    for name in CATEGORIES:
        scores = [run["categories"][name]["score"] * 100 for run in runs]
        table.add_row(name, f"{median(scores):.0f}", ", ".join(_found(runs[0], name)))
    return table


def _found(run: dict[str, dict[str, dict[str, list[dict[str, str]]]]], category: str) -> list[str]:
    weighed = [str(each["id"]) for each in run["categories"][category]["auditRefs"] if each["weight"]]
    audits: dict[str, dict[str, object]] = run["audits"]  # type: ignore[assignment]
    return [
        name for name in weighed if isinstance(score := audits[name]["score"], int | float) and score < 0.9
    ]


if __name__ == "__main__":
    main()
