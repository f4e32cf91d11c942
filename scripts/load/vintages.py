"""Vintages: the claims as they were once published, each a dated copy of observations.csv."""

import re

from scripts.load.boundary import check
from scripts.load.fields import MOMENT
from scripts.load.folder import Folder, shown
from scripts.load.problems import Problems, quoted
from scripts.load.rows import VintageShape
from scripts.model import Moment, Place, Typed, Vintage

FOLDER = "vintages"
COLUMNS = tuple(VintageShape.model_fields)


def read_vintages(shelf: Folder, problems: Problems) -> tuple[Vintage, ...]:
    """Read the vintages of a market, the oldest first."""
    shelf.expect(shelf.files)
    return tuple(_vintage(shelf, name, problems) for name in shelf.files if _is_dated(shelf, name, problems))


def _is_dated(shelf: Folder, name: str, problems: Problems) -> bool:
    date, _, ending = name.rpartition(".")
    if ending == "csv" and re.fullmatch(MOMENT, date):
        return True
    place = Place(shelf.file(shown(name)))
    problems.add(place, f"the name {quoted(shown(name))} is no date", "name it by its day: 2024-08-31.csv")
    return False


def _vintage(shelf: Folder, name: str, problems: Problems) -> Vintage:
    published: dict[str, Typed] = {}
    for row in shelf.csv(name, COLUMNS, extra=True).rows:
        shape = check(VintageShape, row.pick(COLUMNS), problems)
        if shape is None:
            continue
        if shape.id in published:
            problems.add(row.place(("id",)), f"the id {quoted(shape.id)} is taken", "delete one of the rows")
        period = shape.period.text if shape.period else ""
        published[shape.id] = (shape.value, shape.qualifier or "", shape.unit, period)
    return Vintage(Moment(name.removesuffix(".csv")), published)
