"""CSV to rows with places: one record a line, all columns named, no field that a spreadsheet would bend."""

import csv
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from scripts.load.problems import Problems, listed, near_miss, quoted
from scripts.load.text import lines_of
from scripts.model import Place
from scripts.model.fields import is_code

MAX_JOINED_LINES, MAX_BROKEN = 20, 1000


@dataclass(frozen=True, slots=True)
class Row:
    """One record: `value` holds the fields that aren't empty, `offsets` the column at which each field starts."""

    file: str
    line: int
    value: Mapping[str, str]
    offsets: Mapping[str, int]

    def place(self, path: tuple[int | str, ...] = ()) -> Place:
        """Where a field starts, or the row if `path` is empty."""
        return Place(self.file, self.line, self.offsets.get(str(path[0]), 1) if path else 1)

    key_place = place
    gap = place

    def pick(self, columns: Iterable[str]) -> "Row":
        """The same row with no other columns than these."""
        return replace(self, value={name: self.value[name] for name in columns if name in self.value})


@dataclass(frozen=True, slots=True)
class Table:
    """The rows that could be read, and the ids of those that could not; `complete` if no id is unknown."""

    rows: tuple[Row, ...]
    broken_ids: frozenset[str]
    complete: bool
    header: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns that a file may have, and those that it must have; `extra` lets others pass, for want of knowing them."""

    allowed: Sequence[str]
    needed: Sequence[str]
    extra: bool = False

    @property
    def listed(self) -> str:
        """The columns as a header writes them."""
        return ",".join(self.allowed)


def parse_csv(text: str, file: str, columns: Columns, problems: Problems) -> Table:
    """Read records whose header names the columns that it must; those with a default may be left out."""
    if not text.strip():
        problems.add(Place(file), "the file is empty", f"start it with the line {columns.listed}")
        return Table((), frozenset(), complete=False)
    lines = lines_of(text)
    _, first = next(lines)
    header = _split(first)
    if header is None:
        problems.add(Place(file), "the header's quotes don't match", f"write {columns.listed}")
    if header is None or not _is_header(first, header, file, columns, problems):
        return Table((), frozenset(), complete=False)
    return _Reader(file, header, columns, list(lines), problems).table()


@dataclass
class _Reader:
    """Reads the records under a header."""

    file: str
    header: Sequence[str]
    columns: Columns
    lines: list[tuple[int, str]]
    problems: Problems
    rows: list[Row] = field(default_factory=list)
    broken: set[str] = field(default_factory=set)

    def table(self) -> Table:
        """Read all records, passing over those that are broken; after very many of those, give up."""
        skip_to, before, given_up = 0, len(self.problems), False
        for index, (number, line) in enumerate(self.lines):
            if given_up := len(self.problems) - before >= MAX_BROKEN:
                cure = "mend those above first; perhaps the file is no CSV"
                self.problems.add(Place(self.file, number), f"{MAX_BROKEN} lines are broken", cure)
                break
            if index < skip_to:
                continue
            fields = _split(line)
            if fields is None:
                skip_to = self.unclosed(index)
            elif not line.strip(", "):
                self.problems.add(Place(self.file, number), "an empty line", "delete it")
            elif len(fields) != len(self.header):
                self.miscounted(number, fields)
            else:
                self.record(number, fields)
        complete = not given_up and all(map(is_code, self.broken))
        return Table(tuple(self.rows), frozenset(self.broken), complete, tuple(self.header))

    def record(self, number: int, fields: Sequence[str]) -> None:
        """Keep a record, and refuse fields with space around them."""
        named = list(zip(self.header, fields, strict=True))
        allowed = self.header if self.columns.extra else self.columns.allowed
        value = {name: field.strip() for name, field in named if field and name in allowed}
        offsets = dict(zip(self.header, _offsets(self.lines[number - 2][1], fields), strict=True))
        row = Row(self.file, number, value, offsets)
        for name, cell in named:
            if cell != cell.strip():
                cure = "delete it" if cell.strip() else "leave the field empty"
                self.problems.add(row.place((name,)), f"space around {quoted(cell.strip())}", cure)
        self.rows.append(row)

    def miscounted(self, number: int, fields: Sequence[str]) -> None:
        """Refuse a record with too many or too few fields."""
        more, less = "put a field that holds a comma in double quotes", "an empty field still needs its comma"
        what = f"{len(fields)} fields where the header has {len(self.header)}"
        self.problems.add(Place(self.file, number), what, more if len(fields) > len(self.header) else less)
        self.lose(fields)

    def unclosed(self, index: int) -> int:
        """Refuse a record whose quotes don't match, and say at which line to go on."""
        number, line = self.lines[index]
        if line.count('"') % 2 == 0:
            cure = 'quote the whole field; a quote within it is doubled ("")'
            self.problems.add(Place(self.file, number), "text beside a quoted field", cure)
            self.lose(line.split(","))
            return index + 1
        fields = next(csv.reader([line]))
        what, cure = "a double quote that is not closed", 'close it; a quote within a field is doubled ("")'
        if end := self.end_of_broken(index):
            what, cure = "a line break within a field", "write the field on one line"
        self.problems.add(Place(self.file, number, _offsets(line, fields)[-1]), what, cure)
        self.lose(fields)
        return end or index + 1

    def end_of_broken(self, index: int) -> int | None:
        """Where the next record starts if this one is good but for line breaks, as spreadsheets put into fields."""
        joined = self.lines[index][1]
        for at in range(index + 1, min(index + MAX_JOINED_LINES, len(self.lines))):
            joined += f"\n{self.lines[at][1]}"
            if (fields := _split(joined)) is not None:
                return at + 1 if len(fields) == len(self.header) else None
        return None

    def lose(self, fields: Sequence[str]) -> None:
        """Remember the id of a record that couldn't be read, lest references to it seem wrong as well."""
        named = dict(zip(self.header, fields, strict=False))
        self.broken.add(named.get("id", "").strip())


def _split(line: str) -> list[str] | None:
    """The fields of a record, None if its quotes don't match."""
    try:
        return next(csv.reader([line], strict=True), [""])
    except csv.Error:
        return None


def _offsets(line: str, fields: Sequence[str]) -> list[int]:
    """The column at which each field starts: its width as typed follows from its value and its quotes."""
    starts, at = [], 0
    for cell in fields:
        starts.append(at + 1)
        at += 1 + (len(cell) + cell.count('"') + 2 if line.startswith('"', at) else len(cell))
    return starts


def _is_header(line: str, header: Sequence[str], file: str, columns: Columns, problems: Problems) -> bool:
    """Whether rows can be read under this header; say what is wrong with it."""
    between = {";": "semicolons", "\t": "tabs"}
    if len(header) == 1 and (name := next((between[sign] for sign in between if sign in line), "")):
        problems.add(Place(file), f"the fields are separated by {name}", "save the file as CSV with commas")
        return False
    if line.lower().startswith("sep="):
        what = f"the line {quoted(line)} is for one program alone"
        problems.add(Place(file), what, "delete the first line")
        return False
    places = [Place(file, 1, at) for at in _offsets(line, header)]
    named = max((at for at, name in enumerate(header, start=1) if name.strip()), default=0)
    if named < len(header):
        count = len(header) - named
        what = "a column" if count == 1 else f"{count} columns"
        cure = f"delete all columns after {quoted(header[named - 1])}, in every row" if named else "name them"
        problems.add(places[named], f"{what} without a name at the end", cure)
        return False
    missing = [column for column in columns.needed if column not in header]
    absent = [column for column in columns.allowed if column not in header]
    for name, place in zip(header, places, strict=True):
        if name not in columns.allowed and not columns.extra:
            meant = near_miss(name, missing) or near_miss(name, absent)
            cure = f"did you mean {quoted(meant)}?" if meant else f"the columns are {columns.listed}"
            problems.add(place, f"unknown column {quoted(name)}", cure)
            missing = [column for column in missing if column != meant]
    doubled = [name for name, count in Counter(header).items() if count > 1]
    for name in doubled:
        last = max(at for at, other in enumerate(header) if other == name)
        problems.add(places[last], f"column {quoted(name)} stands twice", "delete one of them")
    if missing:
        what = f"missing column{'s' * (len(missing) > 1)} {listed(map(quoted, missing))}"
        problems.add(Place(file), what, f"the columns are {columns.listed}")
    return not missing and not doubled and set(columns.needed) <= set(header)
