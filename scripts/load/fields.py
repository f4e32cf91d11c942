"""Field types: what a code, a date, a period, a number, an address or a text in the data looks like."""

import re
import unicodedata
from collections.abc import Callable
from datetime import date
from typing import Annotated, NoReturn
from urllib.parse import urlsplit

from pydantic import AfterValidator, PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from scripts.load.numbers import number_fault
from scripts.load.problems import quoted
from scripts.model import Moment, Period

CODE = r"[a-z0-9]+(-[a-z0-9]+)*"
DIMENSION = r"[a-z][a-z0-9]*(_[a-z0-9]+)*"
MOMENT = r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?"
# An address of ours from the home page on: lower case, no dots at the start of a name, so that none leads out.
OWN_ADDRESS = r"/([a-z0-9_-]+/)*([a-z0-9_-]+(\.[a-z0-9_-]+)+)?"
MAX_CODE, MAX_LINE, MAX_PROSE, MAX_ADDRESS = 100, 300, 5000, 2000
YEARS = range(1800, 2201)


def refuse(what: str, cure: str) -> NoReturn:
    """Raise the error that the boundary turns into a problem at the field's place."""
    raise PydanticCustomError("data", "{what} - {cure}", {"what": what, "cure": cure})


def code_cure(value: str) -> str:
    """Propose a code for what was typed."""
    plain = unicodedata.normalize("NFKD", value).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:MAX_CODE].strip("-")
    return f"write {quoted(slug)}" if slug else "use lower-case words joined by hyphens"


def is_code(value: str) -> bool:
    """Whether a text is lower-case words joined by hyphens."""
    return len(value) <= MAX_CODE and re.fullmatch(CODE, value) is not None


def _code(value: str) -> str:
    return value if is_code(value) else refuse(f"{quoted(value)} is no code", code_cure(value))


def _source_id(value: str) -> str:
    if value.count("/") == 1 and all(map(is_code, value.split("/"))):
        return value
    return refuse(f"{quoted(value)} is no source id", "write <publisher>/<release>, as under data/sources")


def _origin(value: str) -> str:
    return _source_id(value) if "/" in value else _code(value)


def _dimension(value: str) -> str:
    if len(value) <= MAX_CODE and re.fullmatch(DIMENSION, value):
        return value
    return refuse(f"{quoted(value)} is no dimension's code", code_cure(value).replace("-", "_"))


def _line(value: str) -> str:
    if len(value) > MAX_LINE:
        refuse(f"a text of {len(value)} characters", f"shorten it to {MAX_LINE}")
    if "\n" in value or "\t" in value:
        refuse("a line break or tab within the text", "write it on one line, with spaces")
    return _prose(value)


def _prose(value: str) -> str:
    if len(value) > MAX_PROSE:
        refuse(f"a text of {len(value)} characters", f"shorten it to {MAX_PROSE}")
    if not value.strip():
        refuse("an empty text", "fill it in, or leave the field out")
    return value


def _moment(value: object) -> Moment:
    text = _text(value)
    if not re.fullmatch(MOMENT, text):
        refuse(f"{quoted(text)} is no date", "write it as 2024, 2024-08 or 2024-08-31")
    if int(text[:4]) not in YEARS:
        refuse(f"the year {text[:4]}", f"years lie between {YEARS[0]} and {YEARS[-1]}")
    try:
        date.fromisoformat(text + {4: "-01-01", 7: "-01", 10: ""}[len(text)])
    except ValueError:
        refuse(f"{quoted(text)} is not in the calendar", "look the date up")
    return Moment(text)


def _day(value: object) -> Moment:
    moment = _moment(value)
    if len(moment.text) != 10:
        refuse(f"{quoted(moment.text)} is no day", "write it as 2024-08-31")
    return moment


def _period(value: object) -> Period:
    text = _text(value)
    if text.count("/") > 1 or not re.fullmatch(r"[0-9/-]+", text):
        refuse(f"{quoted(text)} is no period", "write it as 2024, 2024-08, 2024-08-31 or 2024/2034")
    if swapped := re.fullmatch(r"([0-9]{4})-([0-9]{4})", text):
        refuse(f"{quoted(text)} is no period", f"write an interval as {swapped[1]}/{swapped[2]}")
    ends = [_moment(end) for end in text.split("/")]
    start, end = ends[0], ends[-1]
    if len(start.text) != len(end.text):
        refuse(f"the ends of {quoted(text)} differ in precision", "give both as years, as months or as days")
    if len(ends) == 2 and start.text >= end.text:
        refuse(f"{quoted(text)} does not end after its start", "write the earlier date first")
    return Period(start, end)


def _number(value: str) -> str:
    fault = number_fault(value)
    return refuse(*fault) if fault else value


def _address(value: str) -> str:
    if len(value) > MAX_ADDRESS:
        refuse(
            f"an address of {len(value)} characters",
            f"shorten it to {MAX_ADDRESS}; tracking parameters can go",
        )
    if re.search(r"[\s\\<>\"`{}|^]", value):
        refuse(
            f"a space or another character in {quoted(value)} that no address holds",
            "copy the address anew from the browser",
        )
    try:
        parts = urlsplit(value)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        return refuse(f"{quoted(value)} is no address", "copy the address anew from the browser")
    if parts.scheme != "https":
        refuse(
            f"{quoted(value)} does not start with https://",
            "give the https address, or leave it out if there is none",
        )
    if "@" in parts.netloc:
        refuse("a user name within the address", "delete it with the @")
    if not re.fullmatch(r"[a-z0-9-]+(\.[a-z0-9-]+)+", host):
        refuse(f"{quoted(value)} names no host", "write it as https://www.example.org/page")
    return value


def _own_address(value: str) -> str:
    if len(value) > MAX_ADDRESS:
        refuse(f"an address of {len(value)} characters", f"shorten it to {MAX_ADDRESS}")
    if not re.fullmatch(OWN_ADDRESS, value):
        refuse(
            f"{quoted(value)} is no address of ours",
            "begin it with a slash, end a page with one, leave out host, ? and #: /c/batteries/size-2024/",
        )
    return value


def _pattern(expression: str, name: str, cure: str) -> Callable[[str], str]:
    def read(value: str) -> str:
        return value if re.fullmatch(expression, value) else refuse(f"{quoted(value)} is no {name}", cure)

    return read


def _integer(expression: str, name: str, cure: str) -> Callable[[object], int]:
    read = _pattern(expression, name, cure)
    return lambda value: int(read(_text(value)))


def _text(value: object) -> str:
    return (
        value
        if isinstance(value, str)
        else refuse("a list or mapping where text is expected", "write text on the same line")
    )


def _typed(pattern: str, *also: str) -> WithJsonSchema:
    """The JSON Schema of a text with a pattern; programs that read YAML make numbers of some, so let `also` pass."""
    text = {"type": "string", "pattern": f"^({pattern})$"}
    return WithJsonSchema({"anyOf": [text, *({"type": kind} for kind in also)]} if also else text)


def _sized(length: int) -> WithJsonSchema:
    return WithJsonSchema({"type": "string", "minLength": 1, "maxLength": length})


Code = Annotated[str, AfterValidator(_code), _typed(CODE)]
SourceId = Annotated[str, AfterValidator(_source_id), _typed(f"{CODE}/{CODE}")]
Origin = Annotated[str, AfterValidator(_origin), _typed(f"{CODE}(/{CODE})?")]
DimensionCode = Annotated[str, AfterValidator(_dimension), _typed(DIMENSION)]
Line = Annotated[str, AfterValidator(_line), _sized(MAX_LINE)]
LooseLine = Annotated[  # text to us, though a program that reads YAML takes it for a number
    str,
    AfterValidator(_line),
    WithJsonSchema({"type": ["string", "number"], "minLength": 1, "maxLength": MAX_LINE}),
]
Prose = Annotated[str, AfterValidator(_prose), _sized(MAX_PROSE)]
MomentField = Annotated[Moment, PlainValidator(_moment), _typed(MOMENT, "integer")]
DayField = Annotated[Moment, PlainValidator(_day), _typed("[0-9]{4}-[0-9]{2}-[0-9]{2}")]
OwnAddress = Annotated[str, AfterValidator(_own_address), _typed(OWN_ADDRESS)]
PeriodField = Annotated[Period, PlainValidator(_period), _typed(f"{MOMENT}(/{MOMENT})?", "integer")]
NumberField = Annotated[str, AfterValidator(_number), _typed(r"-?[0-9]+(\.[0-9]+)?")]
Address = Annotated[str, AfterValidator(_address), _typed(r"https://[^\s\\@]+")]
Currency = Annotated[
    str,
    AfterValidator(_pattern("[A-Z]{3}", "currency", "write its ISO 4217 code, such as USD")),
    _typed("[A-Z]{3}"),
]
M49 = Annotated[
    str,
    AfterValidator(_pattern("[0-9]{3}", "M49 code", 'write its three digits in quotes, such as "150"')),
    _typed("[0-9]{3}", "integer"),
]
Tile = Annotated[
    str,
    AfterValidator(_pattern("[0-9] [0-9]", "tile", "write column and row from the upper left, such as 1 0")),
    _typed("[0-9] [0-9]"),
]
Factor = Annotated[
    int,
    PlainValidator(_integer("10{0,18}", "power of ten", "write 1000000 for a million")),
    _typed("10{0,18}", "integer"),
]
Year = Annotated[
    int,
    PlainValidator(_integer("(1[89]|2[01])[0-9]{2}", "year", "write it with four digits")),
    _typed("[0-9]{4}", "integer"),
]
