"""The whole build as one short story: read, derive, audit, draw, write; then render, verify and swap in."""

import shutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from scripts.audit import Report, audit
from scripts.charts import figures
from scripts.derive import derive
from scripts.load import load_catalog
from scripts.model import Catalog
from scripts.pages import MarketView, market_pages, site_fragments
from scripts.publish import (
    check_target,
    finish,
    render_site,
    site_address,
    staging,
    swap,
    verify,
    write_fonts,
)
from scripts.publish.notebook import belongs_to, notebooks
from scripts.render.render import render

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"
CACHE = ROOT / ".cache"
GENERATED = ("markets", "_fragments")
# What a site must never be built into, or around.
ROOMS = ("data", "docs", "scripts", "tests", ".git", ".venv", ".github")

# Told what is being done, how much of it is done, and how much there is.
Progress = Callable[[str, int, int], None]


class NotPublishableError(Exception):
    """The audit or the verification found faults of ours; each is one line of `faults`."""

    def __init__(self, what: str, faults: Iterable[str]) -> None:
        """Keep the faults for the command line."""
        super().__init__(what)
        self.faults = tuple(faults)


@dataclass(frozen=True)
class Edition:
    """Everything that a site says, not yet written."""

    catalog: Catalog
    views: tuple[MarketView, ...]

    @property
    def reports(self) -> tuple[Report, ...]:
        """The audit of each market."""
        return tuple(view.report for view in self.views)


def audited(data: Path) -> tuple[Catalog, tuple[Report, ...]]:
    """Read and audit a data folder. Raises DataError."""
    catalog = load_catalog(data)
    return catalog, tuple(audit(market, catalog) for market in catalog.markets.values())


def gather(data: Path, progress: Progress) -> Edition:
    """Read the data and work out all that follows. Raises DataError, NotPublishableError and RenderError."""
    progress("Reading data", 0, 1)
    catalog, reports = audited(data)
    stopping = [
        f"{f.place}: {f.title} - {f.arithmetic}" for r in reports if r.stops for f in r.open if f.stops
    ]
    if stopping:
        raise NotPublishableError("the audit found errors", stopping)
    markets = tuple(catalog.markets.values())
    derived = [derive(market) for market in markets]
    drawings = [figures(market, known) for market, known in zip(markets, derived, strict=True)]
    drawn = render([figure for some in drawings for figure in some], CACHE / "figures", progress)
    views = tuple(
        MarketView(
            market,
            catalog,
            known,
            report,
            {figure.id: figure for figure in some},
            {figure.id: drawn[market.id, figure.id] for figure in some},
        )
        for market, known, report, some in zip(markets, derived, reports, drawings, strict=True)
    )
    return Edition(catalog, views)


def write(edition: Edition, docs: Path) -> None:
    """Write the generated files into a docs folder and remove those that are no longer generated."""
    listed = notebooks(docs / "notebooks")
    files = {
        f"_fragments/{f.name}.html": f.html for f in site_fragments(edition.views, edition.catalog, listed)
    }
    for view in edition.views:
        pages, fragments = market_pages(view)
        files |= {page.path: page.text for page in pages}
        files |= {f"_fragments/{fragment.name}.html": fragment.html for fragment in fragments}
    for path, text in files.items():
        _write_if_changed(docs / path, text)
    for folder in GENERATED:
        for found in (docs / folder).rglob("*"):
            if found.is_file() and found.relative_to(docs).as_posix() not in files:
                found.unlink()
    write_fonts(docs / "assets" / "fonts")


def _write_if_changed(target: Path, text: str) -> None:
    """Leave unchanged files alone, so that `mkdocs serve` rebuilds only for a reason."""
    if target.is_file() and target.read_text(encoding="utf-8") == text:
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8", newline="\n")


def build(data: Path, progress: Progress) -> Edition:
    """Write the pages into docs/, for `mkdocs serve`."""
    edition = gather(data, progress)
    write(edition, DOCS)
    return edition


def site(data: Path, out: Path, progress: Progress) -> Edition:
    """Make the site in a private workspace, verify it, and only then put it in place of the old one.

    Raises TargetError and BusyError before anything is touched, and what `gather` raises.
    """
    data, out = data.resolve(), out.resolve()
    check_target(out, [data, *(ROOT / room for room in ROOMS)])
    with staging(out) as stage:
        docs = stage / "docs"
        edition = gather(data, progress)
        _copy_hand_written(docs, set(edition.catalog.markets))
        (stage / "data").symlink_to(data, target_is_directory=True)
        write(edition, docs)
        progress("Rendering pages", 0, 1)
        render_site(docs, stage / "site", edition.catalog.newest_date)
        finish(stage / "site")
        progress("Verifying links, anchors and safety", 0, 1)
        faults = verify(stage / "site", site_address())
        if faults:
            raise NotPublishableError("the built site has faults; the published one is untouched", faults)
        swap(stage / "site", out)
    return edition


def _copy_hand_written(docs: Path, markets: set[str]) -> None:
    """Copy docs/ without what builds generate and without notebooks on markets that are not in the data."""

    def left_out(folder: str, names: list[str]) -> set[str]:
        here = Path(folder)
        generated = {name for name in names if here == DOCS and name in GENERATED}
        foreign = {name for name in names if name.endswith(".ipynb") and not belongs_to(here / name, markets)}
        return generated | foreign | ({".ipynb_checkpoints"} & set(names))

    shutil.copytree(DOCS, docs, ignore=left_out)
