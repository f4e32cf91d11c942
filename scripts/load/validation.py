"""The file boundary: reads a noun from what a file holds and says in plain words, with place and cure, what doesn't fit."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, TypeVar, get_origin, get_type_hints

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from scripts.load.csv_table import Row
from scripts.load.problems import Problems, cure_for, listed, near_miss, quoted
from scripts.load.register import TOLD, Names
from scripts.load.tree import Path, Tree
from scripts.model import Place
from scripts.model.fields import file_fields, nouns_in

T = TypeVar("T")
# Something read from a file that knows where its parts stand.
Located = Tree | Row
UNKNOWN = {"unexpected_keyword_argument", "extra_forbidden"}

TEXT = "a list or mapping where text is expected", "write text on the same line, in quotes if it holds ': '"
LIST = "a value where a list is expected", "write it as [first, second]"
WRONG_KIND = {
    "string_type": TEXT,
    "dict_type": ("a value where names with values are expected", "write 'name: value' on indented lines"),
    "dataclass_type": ("a value where fields are expected", "write 'field: value' on indented lines"),
    "list_type": LIST,
    "tuple_type": LIST,
}


@lru_cache
def _adapter(noun: Any) -> TypeAdapter[Any]:
    return TypeAdapter(noun)


def check(noun: type[T], located: Located, names: Names, **given: object) -> T | None:
    """Read a noun from a file, with what is `given` otherwise; None if it doesn't fit, which is a problem."""
    shape: Any = noun
    value, translator = located.value, _Translator(noun, located, names.problems)
    strays = [name for name in value if name not in file_fields(noun)] if isinstance(value, Mapping) else []
    for name in strays:
        translator.unknown_field((name,))
    if isinstance(value, Mapping):
        value = {**given, **{name: value[name] for name in value if name not in strays}}
    try:
        found: T = _adapter(shape).validate_python(value, context=names)
    except ValidationError as error:
        translator.note(error.errors(include_url=False))
        return None
    return None if strays else found


class _Translator:
    """Turns pydantic's errors into problems."""

    def __init__(self, noun: type, located: Located, problems: Problems) -> None:
        self.noun, self.located, self.problems = noun, located, problems
        self.meant: set[Path] = set()

    def note(self, errors: list[ErrorDetails]) -> None:
        """Note each error; a missing field that an unknown one was meant to be isn't mentioned again."""
        for error in errors:
            if error["type"] in UNKNOWN:
                self.unknown_field(error["loc"])
        gaps = dict[Place, list[str]]()
        for error in errors:
            path = error["loc"]
            if error["type"] == "missing" and path not in self.meant:
                gaps.setdefault(self.located.gap(path), []).append(str(path[-1]))
            elif error["type"] not in {"missing", TOLD, *UNKNOWN}:
                self.misfit(error)
        for place, names in gaps.items():
            verb, them = ("are", "them") if names[1:] else ("is", "it")
            self.problems.add(place, f"{listed(map(quoted, names))} {verb} missing", f"fill {them} in")

    def unknown_field(self, path: Path) -> None:
        """Note a field that the noun doesn't have."""
        place = self.located.key_place(path)
        if self.problems.has(place):
            return
        name = str(path[-1])
        fields = file_fields(_noun_at(self.noun, path[:-1]))
        if meant := near_miss(name, fields):
            self.meant.add((*path[:-1], meant))
        cure = cure_for(name, fields, f"the fields are {', '.join(fields)}")
        self.problems.add(place, f"unknown field {quoted(name)}", cure)

    def misfit(self, error: ErrorDetails) -> None:
        """Note a value, or a name, that isn't what it should be."""
        path = (*error["loc"], *error.get("ctx", {}).get("at", ()))
        is_name = path[-1:] == ("[key]",)
        place = self.located.key_place(path[:-1]) if is_name else self.located.place(path)
        if not self.problems.has(place):
            self.problems.add(place, *_words(error))


def _words(error: ErrorDetails) -> tuple[str, str]:
    """What is wrong, and the cure."""
    context: dict[str, Any] = error.get("ctx", {})
    if error["type"] == "data":
        return str(context["what"]), str(context["cure"])
    if error["type"] in {"enum", "literal_error"}:
        if not isinstance(error["input"], str):
            return TEXT
        choices = re.findall(r"'([^']+)'", str(context["expected"]))
        what = f"unknown {_plain(error['loc'])} {quoted(error['input'])}"
        return what, cure_for(error["input"], choices, f"use one of {', '.join(choices)}")
    return WRONG_KIND.get(error["type"], (error["msg"], "see data/README.md"))


def _plain(path: Path) -> str:
    return next((str(step) for step in reversed(path) if isinstance(step, str)), "word")


def _noun_at(noun: type, path: Path) -> type:
    """The noun of the value at `path`: steps into a list or mapping lead to that of its members."""
    steps = iter(path)
    for step in steps:
        held = get_type_hints(noun).get(str(step))
        if not (inner := nouns_in(held)):
            break
        noun = inner[0]
        if get_origin(held) in {dict, tuple}:
            next(steps, None)
    return noun
