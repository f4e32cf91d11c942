"""The catalog: the whole data room, read in one go, with every fault told at once."""

from pathlib import Path

from scripts.load.codelists import codelists, entries, read_codelists
from scripts.load.folder import Folder, shown
from scripts.load.market import Parents, check_parents, read_market
from scripts.load.problems import Problems, quoted
from scripts.load.register import Names, Register
from scripts.load.rows import columns_of
from scripts.load.sources import read_sources
from scripts.load.validation import check
from scripts.model import PORTFOLIO, Catalog, Comparison, Permalink, Place
from scripts.model.catalog import INDEX

CODELISTS, SOURCES, MARKETS, SCHEMAS = "codelists", "sources", "markets", "schemas"
README, LEDGER, COMPARISONS = "README.md", "permalinks.csv", "comparisons.yml"


def load_catalog(data: Path) -> Catalog:
    """Read a data folder; raises DataError with all problems if there are any."""
    problems = Problems()
    root = data.resolve()
    name = shown(root.name) or "data"
    if not root.is_dir():
        cure = f"give the folder that holds {CODELISTS}/ and {MARKETS}/"
        problems.add(Place(name), "there is no such folder", cure)
        problems.settle()
    room = Folder.read(root, name, problems)
    room.expect([README, LEDGER, COMPARISONS], [CODELISTS, SOURCES, MARKETS, SCHEMAS], needed=[CODELISTS])
    if CODELISTS not in room.folders:  # without them every word would seem unknown
        problems.settle()
    names = read_codelists(room.below(CODELISTS))
    sources = read_sources(room.below(SOURCES), names)
    shelf = room.below(MARKETS)
    shelf.expect((), shelf.folders)
    markets = [market for market in shelf.codes(shelf.folders) if not _is_reserved(market, shelf)]
    complete = len(markets) == len(shelf.folders)
    register = Register("market", shelf.name, problems, {m: m for m in markets}, set(markets), complete)
    names = names.and_of(source=sources, market=register)
    parents: Parents = {}
    read = [read_market(shelf.below(market), market, names, parents) for market in markets]
    check_parents(parents, problems)
    comparisons = _comparisons(room, names)
    permalinks = _permalinks(room, names)
    problems.settle()
    present = {market.id: market for market in read if market}
    return Catalog(codelists(names), sources.entries, present, comparisons, permalinks)


def _is_reserved(market: str, shelf: Folder) -> bool:
    """Whether a market's name is the one that stands for all of them in addresses."""
    if market == PORTFOLIO:
        shelf.tell(
            market, f"{market!r} stands for all markets in addresses", "rename the folder to what is sold"
        )
    return market == PORTFOLIO


def _comparisons(room: Folder, names: Names) -> dict[str, Comparison]:
    """The comparisons of a data room, none if it has no such file."""
    tree = room.yaml(COMPARISONS)
    found: dict[str, Comparison] = {}
    for code, entry, below in entries(tree, Comparison, names, placed=True) if tree else ():
        if code == INDEX:
            what = f"{code!r} stands for the page of all comparisons"
            room.problems.add(below.key_place(), what, "name it after what is compared")
        elif entry:
            found[code] = entry
    return found


def _permalinks(room: Folder, names: Names) -> dict[str, Permalink]:
    """The ledger of a data room, by address; empty if nothing was published yet."""
    found: dict[str, Permalink] = {}
    for row in room.csv(LEDGER, columns_of(Permalink)).rows:
        entry = check(Permalink, row, names, place=row.place())
        if entry is None:
            continue
        if entry.address in found:
            what = f"{quoted(entry.address)} stands in line {found[entry.address].place.line} as well"
            room.problems.add(row.place(("address",)), what, "keep the row with the earlier day")
        elif entry.moved_to and entry.withdrawn:
            what = "an address both moved and withdrawn"
            room.problems.add(row.place(("moved_to",)), what, "keep the one that is true")
        elif entry.moved_to == entry.address:
            what = "an address that moved to itself"
            room.problems.add(row.place(("moved_to",)), what, "give its new address, or none")
        found.setdefault(entry.address, entry)
    return found
