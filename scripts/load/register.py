"""Registers: the words and ids that data may refer to, with a suggestion for one that isn't among them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from pydantic_core import PydanticCustomError

from scripts.load.problems import Problems, near_miss, quoted
from scripts.model import Place
from scripts.model.fields import refuse

T = TypeVar("T")
# The type of an error that needs no word: what it names is faulty, and that was told.
TOLD = "told"
FIGURE = re.compile(r"[^A-Za-z]*[0-9].*")


@dataclass
class Register(Generic[T]):
    """What exists under which name. A name whose entry is faulty is known, so that only its own fault is told.

    `complete` is False if the file of the names couldn't be read: then none is called unknown. `typed_figure` says that a
    figure in the stead of a name is a slip of its own: it would be stated in two places.
    """

    kind: str
    home: str
    problems: Problems
    entries: dict[str, T] = field(default_factory=dict)
    names: set[str] = field(default_factory=set)
    complete: bool = True
    typed_figure: bool = False

    def put(self, name: str, entry: T | None) -> None:
        """Enter a name; None stands for a faulty entry."""
        self.names.add(name)
        if entry is not None:
            self.entries.setdefault(name, entry)

    def spoil(self, name: str, place: Place, what: str, cure: str) -> None:
        """Tell what is wrong with an entry that was read, and keep its name alone."""
        self.problems.add(place, what, cure)
        self.entries.pop(name)

    def knows(self, name: str, place: Place) -> bool:
        """Whether `name` may be used; one that is unknown is a problem."""
        if name in self.names or not self.complete or self.problems.has(place):
            return True
        self.problems.add(place, *self.unknown(name))
        return False

    def unknown(self, name: str) -> tuple[str, str]:
        """What is wrong with a name that is not here, and the cure."""
        if self.typed_figure and FIGURE.fullmatch(name) and not near_miss(name, self.names):
            what = f"the figure {quoted(name)} where a claim's id is expected"
            return what, "put the figure in observations.csv and name its id here"
        what, below = (
            f"unknown {self.kind} {quoted(name)}",
            (n for n in self.names if n.startswith(f"{name}/")),
        )
        if meant := near_miss(name, self.names) or min(below, default=None):
            return what, f"did you mean {quoted(meant)}? The names are in {self.home}"
        return what, f"use a name of {self.home}, or add it there"

    def find(self, name: str, place: Place) -> T | None:
        """The entry under a name; None if it is unknown, which is a problem, or faulty, which was one before."""
        return self.entries.get(name) if self.knows(name, place) else None


@dataclass(frozen=True)
class Names:
    """What fields may name, by kind, for the validation of nouns; a market adds its own scopes, claims and subjects."""

    problems: Problems
    registers: Mapping[str, Register[Any]]

    def find(self, kind: str, name: str) -> object:
        """The entry under a name; raises the error that the loader tells, or passes over if it was told before."""
        register = self.registers[kind]
        if name in register.entries:
            return register.entries[name]
        if name in register.names or not register.complete:
            raise PydanticCustomError(TOLD, "its fault is told elsewhere")
        return refuse(*register.unknown(name))

    def and_of(self, **registers: Register[Any]) -> "Names":
        """The same with the names of a market."""
        return Names(self.problems, {**self.registers, **registers})
