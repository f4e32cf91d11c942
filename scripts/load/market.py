"""Markets: one folder each, with market.yml and all that is known of the market."""

import re
from dataclasses import dataclass, field, replace
from typing import TypeVar

from scripts.load.codelists import codelists
from scripts.load.commentary import FILE as COMMENTARY
from scripts.load.commentary import read_commentary
from scripts.load.csv_table import Row
from scripts.load.folder import Folder, shown
from scripts.load.observations import FILE as OBSERVATIONS
from scripts.load.observations import read_observations
from scripts.load.outline import outline_of
from scripts.load.problems import Problems, quoted
from scripts.load.register import Names, Register
from scripts.load.rows import Ids, columns_of, read_rows
from scripts.load.tree import Tree
from scripts.load.validation import check
from scripts.model import Claim, Event, FactCheck, Market, Moment, Place, Study, Typed, Vintage
from scripts.model.fields import circles
from scripts.model.market import VintageRow
from scripts.model.period import CALENDAR

T = TypeVar("T")
FILE, VINTAGES = "market.yml", "vintages"
EVENTS, STUDIES, FACT_CHECKS = "events.csv", "studies.csv", "fact_checks.csv"


@dataclass
class Parents:
    """The markets that hold each market, with the places that say so; circles show when all markets are read."""

    problems: Problems
    places: dict[str, dict[str, Place]] = field(default_factory=dict)

    def check(self) -> None:
        """No market is part of itself, not even by way of others."""
        for market, said in circles(self.places).items():
            following = said[0].removeprefix(f"a circle: {market} in ").partition(" in ")[0]
            self.problems.add(self.places[market][following], *said)


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
    subjects = _subjects(outline.ids, outline.complete, claims, events, studies)
    checks: Register[FactCheck] = read_rows(
        folder, FACT_CHECKS, FactCheck, names.and_of(subject=subjects), Ids(names.problems)
    )
    commentary = read_commentary(folder, outline, claims, names)
    vintages = _vintages(folder.below(VINTAGES), names)
    if tree is None:
        return None
    _check_scopes(tree, outline.scopes)
    parents.places[market_id] = _parents(tree, names)
    return check(
        Market,
        _with_places(tree),
        names,
        id=market_id,
        codelists=codelists(names),
        claims={name: claims.entries[name] for name in sorted(claims.entries)},
        events=_in_order(events),
        studies=_in_order(studies),
        fact_checks=_in_order(checks),
        commentary=commentary,
        vintages=vintages,
        made_ids=tuple(sorted(outline.made_ids)),
        place=Place(folder.file(FILE)),
    )


def _in_order(register: Register[T]) -> tuple[T, ...]:
    """By id, so that the order of rows makes no difference anywhere."""
    return tuple(entry for _, entry in sorted(register.entries.items()))


def _subjects(
    ids: Ids,
    complete: bool,
    claims: Register[Claim],
    events: Register[Event],
    studies: Register[Study],
) -> Register[str]:
    """All that a fact check may be about."""
    files = "observations.csv, events.csv, studies.csv or market.yml"
    every = {*ids.taken, *claims.names, *events.names, *studies.names}
    complete = complete and claims.complete and events.complete and studies.complete
    return Register("subject", files, ids.problems, {name: name for name in every}, every, complete)


def _with_places(tree: Tree) -> Tree:
    """The tree whose accepted findings know where they stand."""
    accepted = tree.get(("accepted_findings",))
    if not isinstance(accepted, list) or not isinstance(tree.value, dict):
        return tree
    placed = [
        {**entry, "place": tree.place(("accepted_findings", at))} if isinstance(entry, dict) else entry
        for at, entry in enumerate(accepted)
    ]
    return replace(tree, value={**tree.value, "accepted_findings": placed})


def _check_scopes(tree: Tree, scopes: Register[str]) -> None:
    """No scope is part of itself, not even by way of others."""
    wholes: dict[str, list[str]] = {}
    for code in scopes.entries:
        items = tree.get(("scopes", code, "part_of"))
        wholes[code] = [str(item) for item in items] if isinstance(items, list) else []
    for scope, said in circles(wholes).items():
        scopes.problems.add(tree.at("scopes", scope).place(("part_of",)), *said)


def _parents(tree: Tree, names: Names) -> dict[str, Place]:
    """The markets that hold this one, with the places that say so."""
    items = tree.get(("part_of",))
    places = {
        str(item): tree.place(("part_of", at))
        for at, item in enumerate(items if isinstance(items, list) else ())
    }
    return {name: place for name, place in places.items() if name in names.registers["market"].entries}


def _vintages(shelf: Folder, names: Names) -> tuple[Vintage, ...]:
    """The claims as they were once published, each a dated copy of observations.csv, the oldest first."""
    shelf.expect(shelf.files)
    return tuple(_vintage(shelf, name, names) for name in shelf.files if _is_dated(shelf, name))


def _is_dated(shelf: Folder, name: str) -> bool:
    date, _, ending = name.rpartition(".")
    if ending == "csv" and re.fullmatch(CALENDAR, date):
        return True
    place = Place(shelf.file(shown(name)))
    shelf.problems.add(
        place, f"the name {quoted(shown(name))} is no date", "name it by its day: 2024-08-31.csv"
    )
    return False


def _vintage(shelf: Folder, name: str, names: Names) -> Vintage:
    columns = columns_of(VintageRow, extra=True)
    published: dict[str, Typed] = {}
    for row in shelf.csv(name, columns).rows:
        typed = check(VintageRow, row.pick(columns.allowed), names)
        if typed and typed.id in published:
            _taken(typed.id, row, names.problems)
        elif typed:
            published[typed.id] = typed.typed
    return Vintage(Moment(name.removesuffix(".csv")), published)


def _taken(name: str, row: Row, problems: Problems) -> None:
    problems.add(row.place(("id",)), f"the id {quoted(name)} is taken", "delete one of the rows")
