"""All data there are: our own room, the real tables and the cases, each laid out as a data folder."""

import functools
import shutil
import tempfile
from pathlib import Path

from scripts.load import DataError, load_catalog
from scripts.model import Catalog, Market
from tests.commands import ROOT

OTHERS = [
    folder.parent
    for kind in ("real", "cases")
    for folder in sorted((ROOT / "tests" / kind).glob("*/markets"))
]
ROOMS = {"data": ROOT / "data"} | {f"{folder.parent.name}/{folder.name}": folder for folder in OTHERS}


def laid_out(room: str, into: Path) -> Path:
    """A copy of a room, with our own codelists where it has none."""
    shutil.copytree(ROOT / "data" / "codelists", into / "codelists")
    return Path(shutil.copytree(ROOMS[room], into, dirs_exist_ok=True))


@functools.cache
def catalog(room: str) -> Catalog | None:
    """What a room holds; None where it is a case of data that are refused."""
    with tempfile.TemporaryDirectory() as folder:
        try:
            return load_catalog(laid_out(room, Path(folder) / "data"))
        except DataError:
            return None


def markets() -> list[tuple[str, Market]]:
    """Every market of every room."""
    found = [(room, catalog(room)) for room in ROOMS]
    return [(f"{room}: {market.id}", market) for room, one in found if one for market in one.markets.values()]
