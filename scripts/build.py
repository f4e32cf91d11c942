"""The whole build as one short story: read, derive, audit, draw, write; then render, verify and swap in."""

import shutil
import tempfile
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from scripts.audit import Report, audit, audit_house
from scripts.charts import Member, figures, portfolio_figures
from scripts.contents import Edition, contents, old_addresses, publication
from scripts.derive import Derivations, SameNameError, derive, standings
from scripts.history import Released, addresses, enter, forgotten, lost, rewritten, withdrawn
from scripts.load import load_catalog
from scripts.model import AddressKind, Catalog, Market, Moment
from scripts.model.addresses import figure_address
from scripts.pages import MarketView
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
from scripts.render.pictures import pictures
from scripts.render.render import render
from scripts.render.runtime import runtime
from scripts.render.standalone import figure_card, standalone
from scripts.sharing import taken_names

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"
CACHE = ROOT / ".cache"
GENERATED = (
    "markets",
    "compare",
    "f",
    "c",
    "methodology/rules",
    "_fragments",
    "api",
    "feeds",
    "assets/cards",
    "llms.txt",
)
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


def audited(data: Path) -> tuple[Catalog, tuple[Report, ...]]:
    """Read and audit a data folder: a report for each market, and one for the house. Raises DataError."""
    catalog = load_catalog(data)
    of_markets = (audit(market, catalog) for market in catalog.markets.values())
    return catalog, (*of_markets, audit_house(catalog))


def gather(data: Path, progress: Progress) -> Edition:
    """Read the data and work out all that follows. Raises DataError, NotPublishableError and RenderError."""
    progress("Reading data", 0, 1)
    catalog, reports = audited(data)
    stopping = [
        f"{f.place}: {f.title} - {f.arithmetic}" for r in reports if r.stops for f in r.open if f.stops
    ]
    if stopping:
        raise NotPublishableError("the audit found errors", stopping)
    *of_markets, house = reports
    markets = tuple(catalog.markets.values())
    derived = [_derived(market) for market in markets]
    taken = [
        fault
        for market, known, report in zip(markets, derived, of_markets, strict=True)
        for fault in taken_names(market, {*known.values, *(finding.id for finding in report.findings)})
    ]
    if taken:
        raise NotPublishableError("two things would stand at one address", taken)
    drawings = [figures(market, known) for market, known in zip(markets, derived, strict=True)]
    members = [Member(*known) for known in zip(markets, derived, of_markets, strict=True)]
    together = portfolio_figures(members, catalog.comparisons.values())
    every = [*(figure for some in drawings for figure in some), *together]
    places = standings(markets)
    drawn = render(every, CACHE / "figures", progress)
    views = tuple(
        MarketView(
            market,
            catalog,
            known,
            report,
            {figure.id: figure for figure in some},
            {figure.id: drawn[market.id, figure.id] for figure in some},
            places[market.id],
        )
        for market, known, report, some in zip(markets, derived, of_markets, drawings, strict=True)
    )
    pairs = tuple((figure, drawn[figure.market, figure.id]) for figure in every)
    address = site_address()
    carried = {
        (figure.market, figure.id): standalone(
            figure, picture.wide, f"{address}{figure_address(figure.market, figure.id)}"
        )
        for figure, picture in pairs
    }
    cards = {(figure.market, figure.id): figure_card(figure, picture.wide) for figure, picture in pairs}
    painted = pictures(carried, cards, CACHE / "figures", progress)
    return Edition(catalog, views, house, pairs, painted, runtime(CACHE / "figures", progress), address)


def _derived(market: Market) -> Derivations:
    """What follows from a market; two values of one name would share an address, which no reader could trust."""
    try:
        return derive(market)
    except SameNameError as error:
        raise NotPublishableError("two derived values have one name", [f"{market.id}: {error}"]) from None


def write(files: Mapping[str, bytes], folder: Path) -> None:
    """Write files into a folder. What is there unchanged is left alone, so that `mkdocs serve` rebuilds only for a reason."""
    rooms: set[Path] = set()
    for path, content in files.items():
        target = folder / path
        if target.parent not in rooms:
            target.parent.mkdir(parents=True, exist_ok=True)
            rooms.add(target.parent)
        if not (target.is_file() and target.read_bytes() == content):
            target.write_bytes(content)


def build(data: Path, progress: Progress) -> Edition:
    """Write the pages into docs/, for `mkdocs serve`, and remove those that are no longer generated."""
    edition = gather(data, progress)
    files = contents(edition, notebooks(DOCS / "notebooks"))
    files |= old_addresses(edition, files)
    write(files, DOCS)
    write_fonts(DOCS / "assets" / "fonts")
    for folder in GENERATED:
        for found in (DOCS / folder).rglob("*"):
            if found.is_file() and found.relative_to(DOCS).as_posix() not in files:
                found.unlink()
    return edition


def site(data: Path, out: Path, progress: Progress) -> tuple[Edition, int]:
    """Make the site in a private workspace, verify it, and only then put it in place of the old one.

    Returns what it says, and how many of its addresses are not in the ledger yet.

    Raises TargetError and BusyError before anything is touched, and what `gather` raises.
    """
    data, out = data.resolve(), out.resolve()
    check_target(out, [data, *(ROOT / room for room in ROOMS)])
    with staging(out) as stage:
        docs = stage / "docs"
        edition = gather(data, progress)
        _copy_hand_written(docs, set(edition.catalog.markets))
        (stage / "data").symlink_to(data, target_is_directory=True)
        books = notebooks(docs / "notebooks")
        files = contents(edition, books)
        made = _made(files, docs)
        _check_addresses(edition.catalog, made)
        pages, complete = parted(files | old_addresses(edition, files))
        write(pages, docs)
        write_fonts(docs / "assets" / "fonts")
        progress("Rendering pages", 0, 1)
        render_site(docs, stage / "site", edition.catalog.newest_date)
        finish(stage / "site", publication(edition, files, books))
        write(complete, stage / "site")
        progress("Verifying links, anchors and safety", 0, 1)
        faults = verify(stage / "site", site_address())
        if faults:
            raise NotPublishableError("the built site has faults; the published one is untouched", faults)
        swap(stage / "site", out)
    return edition, len(made.keys() - edition.catalog.permalinks.keys())


def parted(files: Mapping[str, bytes]) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """What MkDocs makes pages of, and what is complete as it is: a hundred markets have 12,000 files that it would copy."""
    pages = {
        path: text for path, text in files.items() if path.endswith(".md") or path.startswith("_fragments/")
    }
    return pages, {path: content for path, content in files.items() if path not in pages}


def release(data: Path, day: Moment, progress: Progress, reason: str = "") -> Released:
    """Enter what is published into the ledger, and keep the claims of markets that changed as vintages of a day.

    What is no longer made is withdrawn for `reason`, if one is given. Raises what `gather` raises, and NotPublishableError
    where history would be rewritten or a promise broken; nothing is written then.
    """
    edition = gather(data, progress)
    with tempfile.TemporaryDirectory() as folder:
        docs = Path(folder) / "docs"
        _copy_hand_written(docs, set(edition.catalog.markets))
        made = _made(contents(edition, notebooks(docs / "notebooks")), docs)
    catalog = withdrawn(edition.catalog, made, reason) if reason else edition.catalog
    if faults := rewritten(catalog, day):
        raise NotPublishableError("history would be rewritten", faults)
    _check_addresses(catalog, made)
    return enter(data, edition.catalog, catalog, made, day)


def _check_addresses(catalog: Catalog, made: Mapping[str, AddressKind]) -> None:
    """Refuse to publish what breaks a promise of the ledger."""
    if broken := [*forgotten(catalog), *lost(catalog.permalinks, made)]:
        raise NotPublishableError(
            "addresses that were published would be lost; `python -m scripts release --withdraw 'why'` withdraws all that "
            "is gone for good",
            broken,
        )


def _made(files: Iterable[str], docs: Path) -> dict[str, AddressKind]:
    """Every address of an edition that is about to be published, hand-written pages among them."""
    hand_written = (path.relative_to(docs).as_posix() for path in docs.rglob("*") if path.is_file())
    return addresses([*files, *hand_written])


def _copy_hand_written(docs: Path, markets: set[str]) -> None:
    """Copy docs/ without what builds generate and without notebooks on markets that are not in the data."""

    def left_out(folder: str, names: list[str]) -> set[str]:
        here = Path(folder)
        generated = {name for name in names if (here / name).relative_to(DOCS).as_posix() in GENERATED}
        foreign = {name for name in names if name.endswith(".ipynb") and not belongs_to(here / name, markets)}
        return generated | foreign | ({".ipynb_checkpoints"} & set(names))

    shutil.copytree(DOCS, docs, ignore=left_out)
