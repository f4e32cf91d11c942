"""Markets: one folder each, with market.yml and all that is known of the market."""

import re
from dataclasses import replace
from typing import Any, TypeVar

from scripts.load.codelists import codelists
from scripts.load.commentary import FILE as COMMENTARY
from scripts.load.commentary import read_commentary
from scripts.load.folder import Folder, shown
from scripts.load.observations import FILE as OBSERVATIONS
from scripts.load.observations import read_observations
from scripts.load.outline import Outline, outline_of
from scripts.load.problems import Problems, quoted
from scripts.load.register import Names, Register
from scripts.load.rows import Ids, columns_of, read_rows
from scripts.load.tree import Tree
from scripts.load.validation import check
from scripts.model import Event, FactCheck, Market, Moment, Place, Study, Typed, Vintage
from scripts.model.fields import circles
from scripts.model.period import CALENDAR
from scripts.model.vintage import VintageRow

T = TypeVar("T")
# The markets that hold each market, with the places that say so.
Parents = dict[str, dict[str, Place]]
FILE, VINTAGES = "market.yml", "vintages"
EVENTS, STUDIES, FACT_CHECKS = "events.csv", "studies.csv", "fact_checks.csv"


def check_parents(parents: Parents, problems: Problems) -> None:
    """No market is part of itself, not even by way of others."""
    for market, (what, cure) in circles(parents).items():
        following = what.removeprefix(f"a circle: {market} in ").partition(" in ")[0]
        problems.add(parents[market][following], what, cure)


def read_market(folder: Folder, market_id: str, names: Names, parents: Parents) -> Market | None:
    """Read the folder of a market; None if market.yml is faulty."""
    files = (FILE, OBSERVATIONS, EVENTS, STUDIES, FACT_CHECKS, COMMENTARY)
    folder.expect(files, [VINTAGES], needed=[FILE, OBSERVATIONS])
    tree = folder.yaml(FILE)
    outline = outline_of(tree, folder.file(FILE), names)
    names = names.and_of(scope=outline.scopes)
    claims = read_observations(folder, outline, names)
    names = names.and_of(claim=claims, figure=claims)
    events: Register[Event] = read_rows(folder, EVENTS, Event, names, outline.ids)
    studies: Register[Study] = read_rows(folder, STUDIES, Study, names, outline.ids)
    subjects = _subjects(outline, claims, events, studies)
    subject_names, own_ids = names.and_of(subject=subjects), Ids(names.problems)
    checks: Register[FactCheck] = read_rows(folder, FACT_CHECKS, FactCheck, subject_names, own_ids)
    prose = {"commentary": read_commentary(folder, outline, claims, names)}
    vintages = _vintages(folder.below(VINTAGES), names)
    if tree is None:
        return None
    parents[market_id] = _parents(tree, names)
    rows = {"events": _in_order(events), "studies": _in_order(studies), "fact_checks": _in_order(checks)}
    found = {"claims": dict(sorted(claims.entries.items())), "made_ids": tuple(sorted(outline.made_ids))}
    given = {"id": market_id, "codelists": codelists(names), "place": Place(folder.file(FILE))}
    return check(Market, _with_places(tree), names, **given, **found, **rows, **prose, vintages=vintages)


def _in_order(register: Register[T]) -> tuple[T, ...]:
    """By id, so that the order of rows makes no difference anywhere."""
    return tuple(entry for _, entry in sorted(register.entries.items()))


def _subjects(outline: Outline, *registers: Register[Any]) -> Register[str]:
    """All that a fact check may be about."""
    files = "observations.csv, events.csv, studies.csv or market.yml"
    every = set(outline.ids.taken).union(*(register.names for register in registers))
    complete = outline.complete and all(register.complete for register in registers)
    return Register("subject", files, outline.ids.problems, {name: name for name in every}, every, complete)


def _with_places(tree: Tree) -> Tree:
    """The tree whose accepted findings know where they stand."""
    field = "accepted_findings"
    accepted = tree.get((field,))
    if not isinstance(accepted, list) or not isinstance(tree.value, dict):
        return tree
    places = ({"place": tree.place((field, at))} for at in range(len(accepted)))
    placed = [{**e, **at} if isinstance(e, dict) else e for e, at in zip(accepted, places, strict=True)]
    return replace(tree, value={**tree.value, field: placed})


def _parents(tree: Tree, names: Names) -> dict[str, Place]:
    """The markets that hold this one, with the places that say so."""
    items, known = tree.get(("part_of",)), names.registers["market"].entries
    named = enumerate(map(str, items if isinstance(items, list) else ()))
    return {name: tree.place(("part_of", at)) for at, name in named if name in known}


def _vintages(shelf: Folder, names: Names) -> tuple[Vintage, ...]:
    """The claims as they were once published, each a dated copy of observations.csv, the oldest first."""
    shelf.expect(shelf.files)
    return tuple(_vintage(shelf, name, names) for name in shelf.files if _is_dated(shelf, name))


def _is_dated(shelf: Folder, name: str) -> bool:
    date, _, ending = name.rpartition(".")
    if ending == "csv" and re.fullmatch(CALENDAR, date):
        return True
    shelf.tell(name, f"the name {quoted(shown(name))} is no date", "name it by its day: 2024-08-31.csv")
    return False


def _vintage(shelf: Folder, name: str, names: Names) -> Vintage:
    columns = columns_of(VintageRow, extra=True)
    published: dict[str, Typed] = {}
    for row in shelf.csv(name, columns).rows:
        typed = check(VintageRow, row.pick(columns.allowed), names)
        if typed and typed.id in published:
            what = f"the id {quoted(typed.id)} is taken"
            names.problems.add(row.place(("id",)), what, "delete one of the rows")
        elif typed:
            published[typed.id] = typed.typed
    return Vintage(Moment(name.removesuffix(".csv")), published)
