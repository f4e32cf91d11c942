"""The ledger: every address that was ever published, in one file of the data room that only grows."""

from scripts.load.boundary import check
from scripts.load.folder import Folder
from scripts.load.problems import Problems, quoted
from scripts.load.rows import PermalinkShape
from scripts.model import Permalink, Place

FILE = "permalinks.csv"
COLUMNS = tuple(PermalinkShape.model_fields)


def read_permalinks(room: Folder) -> dict[str, Permalink]:
    """Read the ledger of a data room, by address; empty if nothing was published yet."""
    found: dict[str, Permalink] = {}
    for row in room.csv(FILE, COLUMNS).rows:
        shape = check(PermalinkShape, row, room.problems)
        if shape is None:
            continue
        if shape.address in found:
            earlier = found[shape.address].place.line
            room.problems.add(
                row.place(("address",)),
                f"{quoted(shape.address)} stands in line {earlier} as well",
                "keep the row with the earlier day",
            )
            continue
        known = Permalink(
            shape.address, shape.kind, shape.published, shape.moved_to or "", shape.withdrawn, row.place()
        )
        _check_fate(known, row.place(("moved_to",)), room.problems)
        found[shape.address] = known
    return found


def _check_fate(known: Permalink, place: Place, problems: Problems) -> None:
    """An address has one fate at most, and does not lead to itself."""
    if known.moved_to and known.withdrawn:
        problems.add(place, "an address both moved and withdrawn", "keep the one that is true")
    elif known.moved_to == known.address:
        problems.add(place, "an address that moved to itself", "give its new address, or none")
