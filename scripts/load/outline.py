"""The outline of a market: the names that market.yml gives to things, known even if the rest of the file is faulty."""

from dataclasses import dataclass, field

from pydantic import TypeAdapter, ValidationError

from scripts.load.problems import Problems, quoted
from scripts.load.register import Names, Register
from scripts.load.rows import Ids
from scripts.load.tree import Tree
from scripts.model import TOTAL, WORLD, Claim, FiscalYear, Market, Place
from scripts.model.fields import file_fields, is_code

MARKET = "market"


@dataclass
class Outline:
    """Segments by dimension, scopes, geography, calendar, and the market's ids; `complete` if no dimension is unknown."""

    dimensions: dict[str, Register[str]]
    scopes: Register[str]
    ids: Ids
    complete: bool
    geography: str = WORLD
    fiscal_year: FiscalYear | None = None
    made_ids: list[str] = field(default_factory=list)


def outline_of(tree: Tree | None, file: str, names: Names) -> Outline:
    """Read the names from the tree of market.yml."""
    problems = names.problems
    ids = Ids(problems, {MARKET: Place(file)})
    if tree is None:
        return Outline({}, Register("scope", file, problems, complete=False), ids, complete=False)
    branch = tree.at("dimensions")
    # A field that was misspelt may have been the one that divides the market.
    absent = tree.names() is not None and set(tree.names() or ()) <= {*file_fields(Market)} - {"dimensions"}
    divided = tree if absent else branch
    complete = divided.names() is not None and divided.all_named_well(problems)
    dimensions: dict[str, Register[str]] = {}
    for code in branch.names() or ():
        ids.taken[code] = branch.key_place((code,))
        if code in file_fields(Claim):
            what = f"{quoted(code)} is a column of its own in observations.csv"
            problems.add(ids.taken[code], what, "give the dimension another code")
            complete = False
        else:
            dimensions[code] = _segments(code, branch.at(code, "segments"), problems)
    scopes, geography = _names("scope", tree.at("scopes"), problems), str(tree.get(("geography",)))
    if geography not in names.registers["region"].entries:  # that is told once, there
        geography = WORLD
    return Outline(dimensions, scopes, ids, complete, geography, _calendar(tree))


def _calendar(tree: Tree) -> FiscalYear | None:
    """The market's fiscal year; what is wrong with it is told when the market is read."""
    try:
        return TypeAdapter(FiscalYear).validate_python(tree.get(("fiscal_year",)))
    except ValidationError:
        return None


def _segments(dimension: str, branch: Tree, problems: Problems) -> Register[str]:
    if TOTAL in (branch.names() or ()):
        what = f"{quoted(TOTAL)} is no segment but all of them"
        problems.add(branch.key_place((TOTAL,)), what, "give the segment another code")
    segments = _names(dimension, branch, problems)
    segments.put(TOTAL, TOTAL)
    return segments


def _names(kind: str, branch: Tree, problems: Problems) -> Register[str]:
    names = branch.names()
    absent = branch.value is None
    named_well = all(map(is_code, names or ())) and branch.all_named_well(problems)
    complete = (absent or names is not None) and named_well
    entries = {name: name for name in names or ()}
    return Register(kind, branch.file, problems, entries, set(entries), complete)
