"""Rows of CSV files read as nouns: which columns a file has, and which ids are taken."""

from dataclasses import MISSING, dataclass, field, fields
from typing import TypeVar

from scripts.load.csv_table import Columns, Row
from scripts.load.folder import Folder
from scripts.load.problems import Problems, quoted
from scripts.load.register import Names, Register
from scripts.load.validation import check
from scripts.model import Place
from scripts.model.fields import file_fields, is_code

T = TypeVar("T")


def columns_of(noun: type, extra: bool = False) -> Columns:
    """The columns of a file: a field with a default may be left out, so that a new one leaves every file valid."""
    allowed = file_fields(noun)
    needed = {f.name for f in fields(noun) if f.default is MISSING and f.default_factory is MISSING}
    return Columns(allowed, [name for name in allowed if name in needed], extra)


@dataclass
class Ids:
    """The ids that are taken, each with the place that took it."""

    problems: Problems
    taken: dict[str, Place] = field(default_factory=dict)

    def enter(self, name: str, row: Row, entry: T | None, register: Register[T]) -> None:
        """Enter what a row says under its id; if the id is no good, nobody knows which one was meant."""
        if not is_code(name) or not self._take(name, row.place(("id",))):
            register.complete = False
        else:
            register.put(name, entry)

    def _take(self, name: str, place: Place) -> bool:
        first = self.taken.setdefault(name, place)
        if first is not place:
            cure = f"choose another one; it stands in {first.file}, line {first.line}"
            self.problems.add(place, f"the id {quoted(name)} is taken", cure)
        return first is place


def read_rows(folder: Folder, file: str, noun: type[T], names: Names, ids: Ids) -> Register[T]:
    """The entries of a file of rows, each under its id."""
    kind = file.removesuffix("s.csv").replace("_", " ")
    register: Register[T] = Register(kind, folder.file(file), folder.problems)
    table = folder.csv(file, columns_of(noun))
    register.names, register.complete = set(table.broken_ids), table.complete
    for row in table.rows:
        ids.enter(row.value.get("id", ""), row, check(noun, row, names, place=row.place()), register)
    return register
