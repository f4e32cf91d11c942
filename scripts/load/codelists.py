"""Codelists: the words that data may use."""

from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar

from scripts.load.boundary import Shape, check
from scripts.load.fields import code_cure, is_code
from scripts.load.folder import Folder
from scripts.load.problems import Problems, quoted
from scripts.load.register import Register, Words, circles
from scripts.load.shapes import MeasureShape, RegionShape, UnitShape, WordShape
from scripts.load.tree import Tree
from scripts.model import Measure, Region, Unit, UnitKind, Word

S = TypeVar("S", bound=Shape)
T = TypeVar("T")

SHAPES: dict[str, type[Shape]] = {
    "measures": MeasureShape,
    "units": UnitShape,
    "regions": RegionShape,
    "event_types": WordShape,
    "publishers": WordShape,
    "source_types": WordShape,
    "industries": WordShape,
    "tags": WordShape,
}


def read_codelists(folder: Folder) -> Words:
    """Read all codelists of the data room."""
    files = [f"{name}.yml" for name in SHAPES]
    folder.expect(files, needed=files)
    units = _read(
        folder,
        "units",
        "unit",
        UnitShape,
        lambda code, shape, tree: _unit(code, shape, tree, folder.problems),
    )
    return Words(
        measures=_read(
            folder,
            "measures",
            "measure",
            MeasureShape,
            lambda code, shape, tree: _measure(code, shape, tree, units),
        ),
        units=units,
        regions=_regions(folder),
        event_types=_words(folder, "event_types", "event type"),
        publishers=_words(folder, "publishers", "publisher"),
        source_types=_words(folder, "source_types", "source type"),
        industries=_words(folder, "industries", "industry"),
        tags=_words(folder, "tags", "tag"),
    )


def _read(
    folder: Folder, name: str, kind: str, shape: type[S], build: Callable[[str, S, Tree], T | None]
) -> Register[T]:
    """Read one codelist, entry by entry, so that a faulty entry leaves the others in use."""
    file = f"{name}.yml"
    register: Register[T] = Register(kind, folder.file(file), folder.problems)
    tree = folder.yaml(file)
    for code, found, below in entries(tree, shape, folder.problems) if tree else ():
        register.put(code, build(code, found, below) if found else None)
    register.complete = tree is not None and tree.names() is not None and tree.all_named_well(folder.problems)
    return register


def entries(tree: Tree, shape: type[S], problems: Problems) -> Iterator[tuple[str, S | None, Tree]]:
    """Each code of a file with its entry, None where that or the code is faulty, and the tree below it."""
    codes = tree.names()
    if codes is None:
        cure = "write 'code:' and its fields on indented lines"
        problems.add(tree.place(), "no codes with entries here", cure)
    for code in codes or ():
        below = tree.at(code)
        found = check(shape, below, problems)
        named = is_code(code)
        if not named and not problems.has(below.key_place()):
            problems.add(below.key_place(), f"{quoted(code)} is no code", code_cure(code))
        yield code, found if named else None, below


def _words(folder: Folder, name: str, kind: str) -> Register[Word]:
    return _read(folder, name, kind, WordShape, lambda code, shape, _: Word(code, shape.name))


def _unit(code: str, shape: UnitShape, tree: Tree, problems: Problems) -> Unit | None:
    is_money = shape.kind is UnitKind.MONEY
    if is_money and shape.currency is None:
        cure = "add 'currency: USD' or another ISO 4217 code"
        problems.add(tree.place(("kind",)), "money without a currency", cure)
        return None
    if shape.currency and not is_money:
        what = f"a currency, but the kind is {shape.kind}"
        problems.add(tree.place(("currency",)), what, "delete it, or write 'kind: money'")
        return None
    return Unit(code, shape.name, shape.kind, shape.label, shape.currency, shape.factor)


def _measure(code: str, shape: MeasureShape, tree: Tree, units: Register[Unit]) -> Measure | None:
    found = tree.find_all(("units",), units)
    if len(found) < len(shape.units):  # else a unit misspelt here would not fit the measure's claims either
        return None
    return Measure(code, shape.name, shape.role, tuple(shape.units), shape.description, shape.basis)


def _regions(folder: Folder) -> Register[Region]:
    """Read the regions, and refuse those that are part of themselves."""
    trees: dict[str, Tree] = {}

    def build(code: str, shape: RegionShape, tree: Tree) -> Region:
        trees[code] = tree
        tile = (int(shape.tile[0]), int(shape.tile[2])) if shape.tile else None
        return Region(code, shape.name, shape.m49, shape.part_of, tile)

    regions = _read(folder, "regions", "region", RegionShape, build)
    wholes = {code: tree.find(("part_of",), regions) for code, tree in trees.items()}
    for circle in circles({code: [whole.code] for code, whole in wholes.items() if whole}):
        path, place = " in ".join([*circle, circle[0]]), trees[circle[0]].place(("part_of",))
        folder.problems.add(place, f"a circle: {path}", "break it where it isn't true")
    _one_region_a_tile(regions, trees, folder)
    return regions


def _one_region_a_tile(regions: Register[Region], trees: Mapping[str, Tree], folder: Folder) -> None:
    """Two regions on one tile would cover each other."""
    taken: dict[tuple[int, int], str] = {}
    for code, region in regions.entries.items():
        if region.tile and taken.setdefault(region.tile, code) != code:
            what = f"the tile of {quoted(taken[region.tile])} too"
            folder.problems.add(trees[code].place(("tile",)), what, "choose one that is free")
