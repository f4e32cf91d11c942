"""The outline of a market: the names that market.yml gives to things, known even if the rest of the file is faulty."""

from dataclasses import dataclass, field
from typing import TypeVar

from scripts.load.csv_table import Row
from scripts.load.fields import is_code
from scripts.load.problems import Problems, quoted
from scripts.load.register import Register
from scripts.load.rows import ObservationShape
from scripts.load.tree import Tree
from scripts.model import TOTAL, Place

T = TypeVar("T")

MARKET = "market"


@dataclass
class Ids:
    """The ids that are taken, each with the place that took it."""

    problems: Problems
    taken: dict[str, Place] = field(default_factory=dict)

    def enter(self, row: Row, entry: T | None, register: Register[T]) -> None:
        """Enter what a row says under its id; if the id is no good, nobody knows which one was meant."""
        name, place = row.value.get("id", ""), row.place(("id",))
        if not is_code(name) or not self._take(name, place):
            register.complete = False
        else:
            register.put(name, entry)

    def _take(self, name: str, place: Place) -> bool:
        first = self.taken.setdefault(name, place)
        if first is not place:
            cure = f"choose another one; it stands in {first.file}, line {first.line}"
            self.problems.add(place, f"the id {quoted(name)} is taken", cure)
        return first is place


@dataclass
class Outline:
    """Segments by dimension, scopes, and the market's ids; `complete` if no dimension is unknown."""

    dimensions: dict[str, Register[str]]
    scopes: Register[str]
    ids: Ids
    complete: bool


def outline_of(tree: Tree | None, fits: bool, file: str, problems: Problems) -> Outline:
    """Read the names from the tree of market.yml; `fits` says whether it has its shape, so that nothing is missing."""
    ids = Ids(problems, {MARKET: Place(file)})
    if tree is None:
        return Outline({}, Register("scope", file, problems, complete=False), ids, complete=False)
    branch = tree.at("dimensions")
    complete = fits or (branch.names() is not None and branch.all_named_well(problems))
    dimensions: dict[str, Register[str]] = {}
    for code in branch.names() or ():
        ids.taken[code] = branch.key_place((code,))
        if code in ObservationShape.model_fields:
            what = f"{quoted(code)} is a column of its own in observations.csv"
            problems.add(ids.taken[code], what, "give the dimension another code")
            complete = False
        else:
            dimensions[code] = _segments(code, branch.at(code, "segments"), problems)
    return Outline(dimensions, _names("scope", tree.at("scopes"), fits, problems), ids, complete)


def _segments(dimension: str, branch: Tree, problems: Problems) -> Register[str]:
    if TOTAL in (branch.names() or ()):
        what = f"{quoted(TOTAL)} is no segment but all of them"
        problems.add(branch.key_place((TOTAL,)), what, "give the segment another code")
    segments = _names(dimension, branch, False, problems)
    segments.put(TOTAL, TOTAL)
    return segments


def _names(kind: str, branch: Tree, fits: bool, problems: Problems) -> Register[str]:
    names = branch.names()
    complete = fits or (names is not None and branch.all_named_well(problems))
    entries = {name: name for name in names or ()}
    return Register(kind, branch.file, problems, entries, set(entries), complete)
