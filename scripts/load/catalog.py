"""The catalog: the whole data room, read in one go, with every fault told at once."""

from pathlib import Path

from scripts.load.codelists import read_codelists
from scripts.load.comparisons import FILE as COMPARISONS
from scripts.load.comparisons import read_comparisons
from scripts.load.folder import Folder, shown
from scripts.load.market import read_market
from scripts.load.permalinks import FILE as LEDGER
from scripts.load.permalinks import read_permalinks
from scripts.load.problems import Problems
from scripts.load.register import Known, Register, circles
from scripts.load.sources import read_sources
from scripts.model import PORTFOLIO, Catalog, Market, Place

CODELISTS, SOURCES, MARKETS, SCHEMAS = "codelists", "sources", "markets", "schemas"
README = "README.md"


def load_catalog(data: Path) -> Catalog:
    """Read a data folder; raises DataError with all problems if there are any."""
    problems = Problems()
    root = data.resolve()
    name = shown(root.name) or "data"
    if not root.is_dir():
        problems.add(
            Place(name), "there is no such folder", f"give the folder that holds {CODELISTS}/ and {MARKETS}/"
        )
        problems.settle()
    room = Folder.read(root, name, problems)
    room.expect([README, LEDGER, COMPARISONS], [CODELISTS, SOURCES, MARKETS, SCHEMAS], needed=[CODELISTS])
    if CODELISTS not in room.folders:  # without them every word would seem unknown
        problems.settle()
    words = read_codelists(room.below(CODELISTS))
    sources = read_sources(room.below(SOURCES), words)
    shelf = room.below(MARKETS)
    shelf.expect((), shelf.folders)
    names = [market for market in shelf.codes(shelf.folders) if not _is_reserved(market, shelf)]
    markets = {market: market for market in names}
    complete = len(names) == len(shelf.folders)
    register = Register("market", shelf.name, problems, markets, set(names), complete)
    known = Known(words, sources, register, problems)
    found = {market: read_market(shelf.below(market), market, known) for market in names}
    _check_parents(known)
    comparisons = read_comparisons(room, register)
    permalinks = read_permalinks(room)
    problems.settle()
    present = {market.id: market for market in _present(found)}
    return Catalog(words.codelists(), sources.entries, present, comparisons, permalinks)


def _is_reserved(market: str, shelf: Folder) -> bool:
    """Whether a market's name is the one that stands for all of them in addresses."""
    if market != PORTFOLIO:
        return False
    cure = "rename the folder to what is sold"
    shelf.problems.add(Place(shelf.file(market)), f"{market!r} stands for all markets in addresses", cure)
    return True


def _present(markets: dict[str, Market | None]) -> list[Market]:
    return [market for market in markets.values() if market]


def _check_parents(known: Known) -> None:
    """No market is part of itself, not even by way of others."""
    for circle in circles({market: list(parents) for market, parents in known.parents.items()}):
        following = circle[1] if len(circle) > 1 else circle[0]
        path = " in ".join([*circle, circle[0]])
        place = known.parents[circle[0]][following]
        known.problems.add(place, f"a circle: {path}", "break it where it isn't true")
