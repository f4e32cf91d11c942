"""Codelists: the words that data may use."""

from collections.abc import Iterator
from typing import Any, TypeVar

from scripts.load.folder import Folder
from scripts.load.problems import quoted
from scripts.load.register import Names, Register
from scripts.load.tree import Tree
from scripts.load.validation import check
from scripts.model import Codelists, Measure, Region, Role, Unit, UnitKind, Word
from scripts.model.fields import circles, code_cure, is_code

T = TypeVar("T")

# Each codelist with the noun of its entries, and what one of them is called in messages.
LISTS: dict[str, tuple[type[Any], str]] = {
    "units": (Unit, "unit"),
    "measures": (Measure, "measure"),
    "regions": (Region, "region"),
    "event_types": (Word, "event type"),
    "publishers": (Word, "publisher"),
    "source_types": (Word, "source type"),
    "industries": (Word, "industry"),
    "tags": (Word, "tag"),
}
# What must say of which measure it is.
NEEDS_WHOLE = {Role.SHARE, Role.GROWTH}


def read_codelists(folder: Folder) -> Names:
    """Read all codelists of the data room."""
    files = [f"{name}.yml" for name in LISTS]
    folder.expect(files, needed=files)
    names = Names(folder.problems, {})
    trees: dict[str, Tree] = {}
    registers: dict[str, Register[Any]] = {}
    for name, (noun, kind) in LISTS.items():
        registers[kind] = Register(kind, folder.file(f"{name}.yml"), folder.problems)
        if tree := folder.yaml(f"{name}.yml"):
            trees[kind] = tree
            for code, entry, _ in entries(tree, noun, names):
                registers[kind].put(code, entry)
        named = tree is not None and tree.names() is not None
        registers[kind].complete = named and trees[kind].all_named_well(folder.problems)
    _check_units(registers["unit"], trees)
    _check_measures(registers, trees)
    _check_regions(registers["region"], trees)
    return Names(folder.problems, registers)


def codelists(names: Names) -> Codelists:
    """The codelists as the model keeps them."""
    return Codelists(**{name: names.registers[kind].entries for name, (_, kind) in LISTS.items()})


def entries(
    tree: Tree, noun: type[T], names: Names, placed: bool = False
) -> Iterator[tuple[str, T | None, Tree]]:
    """Each code of a file with its entry, None where that or the code is faulty, and the tree below it."""
    problems, codes = names.problems, tree.names()
    if codes is None:
        fault = "no codes with entries here", "write 'code:' and its fields on indented lines"
        problems.add(tree.place(), *fault)
    for code in codes or ():
        below = tree.at(code)
        entry = check(noun, below, names, code=code, **({"place": below.key_place()} if placed else {}))
        if not is_code(code) and not problems.has(below.key_place()):
            problems.add(below.key_place(), f"{quoted(code)} is no code", code_cure(code))
        yield code, entry if is_code(code) else None, below


def _check_units(units: Register[Unit], trees: dict[str, Tree]) -> None:
    """Money has a currency, and nothing else has one."""
    for code, unit in list(units.entries.items()):
        tree, is_money = trees["unit"].at(code), unit.kind is UnitKind.MONEY
        if is_money and not unit.currency:
            cure = "add 'currency: USD' or another ISO 4217 code"
            units.spoil(code, tree.place(("kind",)), "money without a currency", cure)
        elif unit.currency and not is_money:
            what = f"a currency, but the kind is {unit.kind}"
            units.spoil(code, tree.place(("currency",)), what, "delete it, or write 'kind: money'")


def _check_measures(registers: dict[str, Register[Any]], trees: dict[str, Tree]) -> None:
    """Units exist, and what is a part or a growth says of what."""
    measures: Register[Measure] = registers["measure"]
    for code, measure in list(measures.entries.items()):
        tree = trees["measure"].at(code)
        # A unit misspelt here would not fit the measure's claims either: the measure is faulty, which is told once.
        if not all(
            registers["unit"].knows(unit, tree.place(("units", at))) for at, unit in enumerate(measure.units)
        ):
            measures.entries.pop(code)
        elif measure.of:
            measures.knows(measure.of, tree.place(("of",)))
        elif measure.role in NEEDS_WHOLE:
            cure = "add 'of:' and the code of a measure, such as market-size"
            measures.spoil(code, tree.key_place(), f"a {measure.role} of nothing", cure)


def _check_regions(regions: Register[Region], trees: dict[str, Tree]) -> None:
    """No region is part of itself, and no two stand on one tile."""
    wholes: dict[str, list[str]] = {}
    taken: dict[tuple[int, int], str] = {}
    for code, region in regions.entries.items():
        tree = trees["region"].at(code)
        if region.part_of and regions.find(region.part_of, tree.place(("part_of",))):
            wholes[code] = [region.part_of]
        if region.tile and taken.setdefault(region.tile, code) != code:
            what = f"the tile of {quoted(taken[region.tile])} too"
            regions.problems.add(tree.place(("tile",)), what, "choose one that is free")
    for name, said in circles(wholes).items():
        regions.problems.add(trees["region"].at(name).place(("part_of",)), *said)
