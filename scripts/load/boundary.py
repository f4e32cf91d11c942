"""The file boundary: holds what was read against a shape and says in plain words, with place and cure, what doesn't fit."""

import re
from typing import Any, Protocol, TypeVar, get_args

from pydantic import BaseModel, ConfigDict, ValidationError
from pydantic_core import ErrorDetails

from scripts.load.problems import Problems, listed, near_miss, quoted
from scripts.load.tree import Path
from scripts.model import Place

NO_TEXT = (
    "a list or mapping where text is expected",
    "write text on the same line, in quotes if it holds ': '",
)
WRONG_KIND = {
    "string_type": NO_TEXT,
    "dict_type": ("a value where names with values are expected", "write 'name: value' on indented lines"),
    "model_type": ("a value where fields are expected", "write 'field: value' on indented lines"),
    "list_type": ("a value where a list is expected", "write it as [first, second]"),
    "tuple_type": ("a value where a list is expected", "write it as [first, second]"),
}


class Shape(BaseModel):
    """A shape that data in a file must have: no field more, no text bent into something else."""

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)


S = TypeVar("S", bound=Shape)


class Located(Protocol):
    """Something read from a file that knows where its parts stand: a tree or a row."""

    @property
    def value(self) -> object:
        """What was read: texts, lists and mappings."""

    def place(self, path: Path = ()) -> Place:
        """Where the value at a path stands."""

    def key_place(self, path: Path = ()) -> Place:
        """Where the name of the value at a path stands."""

    def gap(self, path: Path) -> Place:
        """Where to look for a value that is missing."""


def check(shape: type[S], located: Located, problems: Problems) -> S | None:
    """Read a value as `shape`; None if it doesn't fit, which is a problem."""
    try:
        return shape.model_validate(located.value)
    except ValidationError as error:
        _Translator(shape, located, problems).note(error.errors(include_url=False))
        return None


class _Translator:
    """Turns pydantic's errors into problems."""

    def __init__(self, shape: type[Shape], located: Located, problems: Problems) -> None:
        self.shape, self.located, self.problems = shape, located, problems
        self.meant: set[Path] = set()

    def note(self, errors: list[ErrorDetails]) -> None:
        """Note each error; a missing field that an unknown one was meant to be isn't mentioned again."""
        for error in errors:
            if error["type"] == "extra_forbidden":
                self.unknown_field(error["loc"])
        gaps: dict[Place, list[str]] = {}
        for error in errors:
            path = error["loc"]
            if error["type"] == "missing" and path not in self.meant:
                gaps.setdefault(self.located.gap(path), []).append(str(path[-1]))
            elif error["type"] not in {"missing", "extra_forbidden"}:
                self.misfit(error)
        for place, names in gaps.items():
            verb, them = ("are", "them") if names[1:] else ("is", "it")
            self.problems.add(place, f"{listed(map(quoted, names))} {verb} missing", f"fill {them} in")

    def unknown_field(self, path: Path) -> None:
        """Note a field that the shape doesn't have."""
        place = self.located.key_place(path)
        if self.problems.has(place):
            return
        name = str(path[-1])
        fields = _shape_at(self.shape, path[:-1]).model_fields
        meant = near_miss(name, fields)
        if meant:
            self.meant.add((*path[:-1], meant))
        cure = f"did you mean {quoted(meant)}?" if meant else f"the fields are {', '.join(fields)}"
        self.problems.add(place, f"unknown field {quoted(name)}", cure)

    def misfit(self, error: ErrorDetails) -> None:
        """Note a value, or a name, that isn't what it should be."""
        path = error["loc"]
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
            return NO_TEXT
        choices = re.findall(r"'([^']+)'", str(context["expected"]))
        meant = near_miss(error["input"], choices)
        what = f"unknown {_plain(error['loc'])} {quoted(error['input'])}"
        return what, f"did you mean {quoted(meant)}?" if meant else f"use one of {', '.join(choices)}"
    return WRONG_KIND.get(error["type"], (error["msg"], "see data/README.md"))


def _plain(path: Path) -> str:
    return next((str(step) for step in reversed(path) if isinstance(step, str)), "word")


def _shape_at(shape: type[Shape], path: Path) -> type[Shape]:
    """The shape of the value at `path`: steps into a list or mapping lead to the shape of its members."""
    steps = list(path)
    while steps:
        field = shape.model_fields.get(str(steps.pop(0)))
        if field is None:
            return shape
        annotation: Any = field.annotation
        while not (isinstance(annotation, type) and issubclass(annotation, Shape)):
            inner = [part for part in get_args(annotation) if _holds_shape(part)]
            if not inner:
                return shape
            if getattr(annotation, "__origin__", None) in {dict, list, tuple} and steps:
                steps.pop(0)
            annotation = inner[0]
        shape = annotation
    return shape


def _holds_shape(annotation: Any) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, Shape):
        return True
    return any(_holds_shape(part) for part in get_args(annotation))
