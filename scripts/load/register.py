"""Registers: the words and ids that data may refer to, with a suggestion for one that isn't among them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from scripts.load.problems import Problems, near_miss, quoted
from scripts.model import Codelists, Measure, Place, Region, Source, Unit, Word

T = TypeVar("T")


@dataclass
class Register(Generic[T]):
    """What exists under which name. A name whose entry is faulty is known, so that only its own fault is told.

    `complete` is False if the file of the names couldn't be read: then none is called unknown.
    """

    kind: str
    home: str
    problems: Problems
    entries: dict[str, T] = field(default_factory=dict)
    names: set[str] = field(default_factory=set)
    complete: bool = True

    def put(self, name: str, entry: T | None) -> None:
        """Enter a name; None stands for a faulty entry."""
        self.names.add(name)
        if entry is not None:
            self.entries.setdefault(name, entry)

    def knows(self, name: str, place: Place) -> bool:
        """Whether `name` may be used; one that is unknown is a problem."""
        if name in self.names or not self.complete or self.problems.has(place):
            return True
        meant = near_miss(name, self.names)
        where = f"The names are in {self.home}"
        cure = (
            f"did you mean {quoted(meant)}? {where}"
            if meant
            else f"use a name of {self.home}, or add it there"
        )
        self.problems.add(place, f"unknown {self.kind} {quoted(name)}", cure)
        return False

    def find(self, name: str, place: Place) -> T | None:
        """The entry under a name; None if it is unknown, which is a problem, or faulty, which was one before."""
        return self.entries.get(name) if self.knows(name, place) else None

    def find_all(self, names: Sequence[str], places: Iterable[Place]) -> tuple[T, ...]:
        """The entries under several names, each of which may stand only once."""
        found: list[T] = []
        for at, (name, place) in enumerate(zip(names, places, strict=True)):
            if name in names[:at]:
                self.problems.add(place, f"{quoted(name)} stands twice", "delete one of them")
            elif (entry := self.find(name, place)) is not None:
                found.append(entry)
        return tuple(found)


@dataclass(frozen=True)
class Words:
    """The registers of all codelists."""

    measures: Register[Measure]
    units: Register[Unit]
    regions: Register[Region]
    event_types: Register[Word]
    publishers: Register[Word]
    source_types: Register[Word]
    industries: Register[Word]
    tags: Register[Word]

    def codelists(self) -> Codelists:
        """The same as the model keeps it."""
        return Codelists(**{name: register.entries for name, register in vars(self).items()})


@dataclass(frozen=True)
class Known:
    """Everything outside a market's folder that the folder may refer to; `parents` fills up as markets are read."""

    words: Words
    sources: Register[Source]
    markets: Register[str]
    problems: Problems
    parents: dict[str, dict[str, Place]] = field(default_factory=dict)


def circles(parents: Mapping[str, Sequence[str]]) -> list[list[str]]:
    """The circles among things that are part of each other, each once and beginning with its smallest name."""
    found: list[list[str]] = []
    done: set[str] = set()
    for start in sorted(parents):
        trail, stack = [start], [iter(parents[start])]
        while stack:
            step = next(stack[-1], None)
            if step is None:
                done.add(trail.pop())
                stack.pop()
            elif step in trail:
                found.append(trail[trail.index(step) :])
            elif step in parents and step not in done:
                trail.append(step)
                stack.append(iter(parents[step]))
    return found
