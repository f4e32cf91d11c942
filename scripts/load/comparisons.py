"""Comparisons: the markets that analysts set side by side, in one optional file of the data room."""

from scripts.load.codelists import entries
from scripts.load.folder import Folder
from scripts.load.problems import Problems
from scripts.load.register import Register
from scripts.load.shapes import ComparisonShape
from scripts.load.tree import Tree
from scripts.model import Comparison

FILE = "comparisons.yml"
# The page of all comparisons.
INDEX = "index"


def read_comparisons(room: Folder, markets: Register[str]) -> dict[str, Comparison]:
    """Read the comparisons of a data room, none if it has no such file."""
    tree = room.yaml(FILE)
    found: dict[str, Comparison] = {}
    for code, shape, below in entries(tree, ComparisonShape, room.problems) if tree else ():
        _check_name(code, below, room.problems)
        # Looked up even if the rest is faulty, so that one run tells everything.
        compared = below.find_all(("markets",), markets)
        if shape:
            found[code] = Comparison(code, shape.title, shape.question, compared, below.key_place())
    return found


def _check_name(code: str, tree: Tree, problems: Problems) -> None:
    if code == INDEX:
        what = f"{code!r} stands for the page of all comparisons"
        problems.add(tree.key_place(), what, "name it after what is compared")
