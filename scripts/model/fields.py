"""Field types: what a code, a text, an address or a number of years in the data looks like, and the cure for what does not.

An empty text stands for a field that is left out; that a file holds one is refused where files are read.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields as dataclass_fields
from dataclasses import is_dataclass
from functools import partial
from graphlib import CycleError, TopologicalSorter
from typing import Annotated, Any, NoReturn, get_args, get_type_hints
from urllib.parse import urlsplit

from pydantic import (
    AfterValidator,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainValidator,
    ValidationInfo,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError

CODE = r"[a-z0-9]+(-[a-z0-9]+)*"
DIMENSION = r"[a-z][a-z0-9]*(_[a-z0-9]+)*"
# An address of ours from the home page on: lower case, no dots at the start of a name, so that none leads out.
OWN_ADDRESS = r"/([a-z0-9_-]+/)*([a-z0-9_-]+(\.[a-z0-9_-]+)+)?"
MAX_CODE, MAX_LINE, MAX_PROSE, MAX_ADDRESS = 100, 300, 5000, 2000
# How every noun is read: no field more, nothing bent into something else, and its docstrings are what editors show.
NOUN = ConfigDict(extra="forbid", use_attribute_docstrings=True, arbitrary_types_allowed=True)
# Marks a field that no file holds: it follows from the path, from other files or from the place of a row.
GIVEN = "given"
COPY = "copy the address anew from the browser"


def file_fields(noun: type) -> tuple[str, ...]:
    """The fields of a noun that its file may hold, in the order in which we write them."""
    hints = get_type_hints(noun, include_extras=True)
    names = (field.name for field in dataclass_fields(noun))
    return tuple(name for name in names if GIVEN not in getattr(hints[name], "__metadata__", ()))


def nouns_in(annotation: Any) -> list[type]:
    """The nouns that a field may hold, by its annotation."""
    if isinstance(annotation, type) and is_dataclass(annotation):
        return [annotation]
    return [noun for part in get_args(annotation) for noun in nouns_in(part)]


def quoted(value: str, limit: int = 60) -> str:
    """Show a piece of data within a message: in quotes, on one line, not too long."""
    shown = "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in value[: limit + 1])
    return f"'{shown}'" if len(value) <= limit else f"'{shown[:limit]}...'"


def refuse(what: str, cure: str, at: tuple[int | str, ...] = ()) -> NoReturn:
    """Raise the error that the loader turns into a problem at the field's place, or `at` a path below it."""
    raise PydanticCustomError("data", "{what} - {cure}", {"what": what, "cure": cure, "at": at})


def keyed(value: object) -> object:
    """A mapping from codes to entries, each of which is told its code."""
    if not isinstance(value, Mapping):
        return value
    return {key: {**entry, "code": key} if isinstance(entry, dict) else entry for key, entry in value.items()}


def each_once(values: tuple[Any, ...]) -> tuple[Any, ...]:
    """A list in which nothing stands twice."""
    for at, value in enumerate(values):
        if value in values[:at]:
            refuse(f"{quoted(getattr(value, 'code', str(value)))} stands twice", "delete one of them", (at,))
    return values


def circles(parents: Mapping[str, Iterable[str]]) -> dict[str, tuple[str, str]]:
    """The circles among things that are part of each other: by the smallest name of each, what is wrong, and the cure."""
    left, found = dict(parents), {}
    while True:
        try:
            TopologicalSorter(left).prepare()
        except CycleError as error:
            line: list[str] = error.args[1][:0:-1]
            first = line.index(min(line))
            path = [*line[first:], *line[: first + 1]]
            found[path[0]] = f"a circle: {' in '.join(path)}", "break it where it isn't true"
            left = {name: wholes for name, wholes in left.items() if name not in line}
        else:
            return dict(sorted(found.items()))


def code_cure(value: str) -> str:
    """Propose a code for what was typed."""
    plain = unicodedata.normalize("NFKD", value).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:MAX_CODE].strip("-")
    return f"write {quoted(slug)}" if slug else "use lower-case words joined by hyphens"


def is_code(value: str) -> bool:
    """Whether a text is lower-case words joined by hyphens."""
    return len(value) <= MAX_CODE and re.fullmatch(CODE, value) is not None


def _code(value: str) -> str:
    return value if is_code(value) or not value else refuse(f"{quoted(value)} is no code", code_cure(value))


def _source_id(value: str) -> str:
    if value.count("/") == 1 and all(map(is_code, value.split("/"))):
        return value
    return refuse(f"{quoted(value)} is no source id", "write <publisher>/<release>, as under data/sources")


def _dimension(value: str) -> str:
    if len(value) <= MAX_CODE and re.fullmatch(DIMENSION, value):
        return value
    return refuse(f"{quoted(value)} is no dimension's code", code_cure(value).replace("-", "_"))


def _at_most(limit: int, value: str, what: str = "a text", also: str = "") -> str:
    if len(value) > limit:
        refuse(f"{what} of {len(value)} characters", f"shorten it to {limit}{also}")
    return value


def _line(value: str) -> str:
    if "\n" in _at_most(MAX_LINE, value) or "\t" in value:
        refuse("a line break or tab within the text", "write it on one line, with spaces")
    return value


def _address(value: str) -> str:
    _at_most(MAX_ADDRESS, value, "an address", "; tracking parameters can go")
    if re.search(r"[\s\\<>\"`{}|^]", value):
        refuse(f"a space or another character in {quoted(value)} that no address holds", COPY)
    try:
        parts = urlsplit(value)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        return refuse(f"{quoted(value)} is no address", COPY)
    if parts.scheme != "https":
        cure = "give the https address, or leave it out if there is none"
        refuse(f"{quoted(value)} does not start with https://", cure)
    if "@" in parts.netloc:
        refuse("a user name within the address", "delete it with the @")
    if not re.fullmatch(r"[a-z0-9-]+(\.[a-z0-9-]+)+", host):
        refuse(f"{quoted(value)} names no host", "write it as https://www.example.org/page")
    return value


def _own_address(value: str) -> str:
    if value and not re.fullmatch(OWN_ADDRESS, _at_most(MAX_ADDRESS, value, "an address")):
        cure = "begin it with a slash, end a page with one, leave out host, ? and #: /c/batteries/size-2024/"
        refuse(f"{quoted(value)} is no address of ours", cure)
    return value


def text(value: object) -> str:
    """A value that must be text."""
    no_text = "a list or mapping where text is expected"
    return value if isinstance(value, str) else refuse(no_text, "write text on the same line")


def pattern(expression: str, name: str, cure: str) -> Callable[[object], str]:
    """A reader of texts of one form."""

    def read(value: object) -> str:
        typed = text(value)
        return typed if re.fullmatch(expression, typed) else refuse(f"{quoted(typed)} is no {name}", cure)

    return read


def typed(expression: str, *also: str) -> WithJsonSchema:
    """The JSON Schema of a text with a pattern; programs that read YAML make numbers of some, so let `also` pass."""
    schema = {"type": "string", "pattern": f"^({expression})$"}
    return WithJsonSchema({"anyOf": [schema, *({"type": kind} for kind in also)]} if also else schema)


def _sized(length: int, *also: str) -> WithJsonSchema:
    kinds = ["string", *also] if also else "string"
    return WithJsonSchema({"type": kinds, "minLength": 1, "maxLength": length})


def _integer(expression: str, name: str, cure: str) -> PlainValidator:
    read = pattern(expression, name, cure)
    return PlainValidator(lambda value: value if isinstance(value, int) else int(read(value)))


def _significant(value: object) -> int:
    found = re.fullmatch(r"([1-9])( significant digits?)?", str(value))
    if not found or (isinstance(value, str) and not found[2]):
        refuse(f"{quoted(str(value))} is no rounding", "write 2 significant digits")
    return int(found[1])


def _truth(value: object) -> bool:
    said = str(value).lower() if isinstance(value, bool) else text(value)
    if said not in {"true", "false"}:
        refuse(f"{quoted(said)} is neither true nor false", "write true")
    return said == "true"


def _tile(value: object) -> tuple[int, int]:
    if isinstance(value, tuple):
        return value
    read = pattern("[0-9] [0-9]", "tile", "write column and row from the upper left, such as 1 0")
    column, _, row = read(value).partition(" ")
    return int(column), int(row)


Code = Annotated[str, AfterValidator(_code), typed(CODE)]
SourceId = Annotated[str, AfterValidator(_source_id), typed(f"{CODE}/{CODE}")]
_origin = AfterValidator(lambda value: _source_id(value) if "/" in value else _code(value))
Origin = Annotated[str, _origin, typed(f"{CODE}(/{CODE})?")]
DimensionCode = Annotated[str, AfterValidator(_dimension), typed(DIMENSION)]
Line = Annotated[str, AfterValidator(_line), _sized(MAX_LINE)]
# Text to us, though a program that reads YAML takes it for a number.
LooseLine = Annotated[str, AfterValidator(_line), _sized(MAX_LINE, "number")]
Prose = Annotated[str, AfterValidator(partial(_at_most, MAX_PROSE)), _sized(MAX_PROSE)]
Note = Annotated[Prose, Field(description="Anything a reader should know, shown exactly as typed.")]
OwnAddress = Annotated[str, AfterValidator(_own_address), typed(OWN_ADDRESS)]
Address = Annotated[str, AfterValidator(_address), typed(r"https://[^\s\\@]+")]
Truth = Annotated[bool, PlainValidator(_truth), WithJsonSchema({"type": "boolean"})]
Digits = Annotated[int, PlainValidator(_significant), typed("[1-9] significant digits?")]
Tile = Annotated[tuple[int, int], PlainValidator(_tile), typed("[0-9] [0-9]")]
_currency = pattern("([A-Z]{3})?", "currency", "write its ISO 4217 code, such as USD")
_m49 = pattern("[0-9]{3}", "M49 code", 'write its three digits in quotes, such as "150"')
_factor = _integer("10{0,18}", "power of ten", "write 1000000 for a million")
_year = _integer("(1[89]|2[01])[0-9]{2}", "year", "write it with four digits")
_month = _integer("0?[1-9]|1[0-2]", "month", 'write its number in quotes, such as "04"')
Currency = Annotated[str, AfterValidator(_currency), typed("[A-Z]{3}")]
M49 = Annotated[str, AfterValidator(_m49), typed("[0-9]{3}", "integer")]
Factor = Annotated[int, _factor, typed("10{0,18}", "integer")]
Year = Annotated[int, _year, typed("[0-9]{4}", "integer")]
MonthNumber = Annotated[int, _month, typed("0?[1-9]|1[0-2]", "integer")]


def named(kind: str) -> BeforeValidator:
    """A field that names something of another file: the name is looked up in the context that the loader gives."""

    def look_up(value: object, info: ValidationInfo) -> object:
        return info.context.find(kind, value) if isinstance(value, str) and info.context else value

    typed_as = {"source": SourceId, "subject": Line, "figure": Line}.get(kind, Code)
    return BeforeValidator(look_up, json_schema_input_type=typed_as)
