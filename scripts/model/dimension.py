"""How a market is divided: dimensions with their segments, and the neighbouring fields that rivals describe."""

from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field, field_validator
from pydantic.dataclasses import dataclass as noun

from scripts.model.codelists import Word
from scripts.model.fields import (
    NOUN,
    Code,
    Line,
    Prose,
    Truth,
    circles,
    each_once,
    keyed,
    named,
    quoted,
    refuse,
)

Tags = Annotated[
    tuple[Annotated[Word, named("tag")], ...],
    AfterValidator(each_once),
    Field(description="Codes of codelists/tags.yml, as [first, second]."),
]
Meaning = Annotated[Prose, Field(description="What it means, as its publisher puts it or in our words.")]


class Relation(StrEnum):
    """How a scope lies to the market."""

    NARROWER = "narrower"
    WIDER = "wider"
    NEIGHBOUR = "neighbour"


@noun(frozen=True, config=NOUN)
class Segment(Word):
    """A segment of a dimension."""

    definition: Meaning = ""
    includes: Tags = ()
    part_of: Code = ""
    """The code of the segment of this dimension that holds it."""
    residual: Truth = False
    """Whether it is the rest, such as Others: never a leader, never one firm."""


@noun(frozen=True, config=NOUN)
class Dimension(Word):
    """An axis of breakdown with its segments."""

    segments: Annotated[dict[Code, Segment], BeforeValidator(keyed)]
    """The segments, each under its code."""
    definition: Meaning = ""
    open: Truth = False
    """Whether its source does not claim to list all: what is left is then not missing."""
    part_of: Line = ""
    """The segment of another dimension that it breaks down: <dimension>/<segment>."""

    @field_validator("segments")
    @classmethod
    def _nest(cls, segments: dict[str, Segment]) -> dict[str, Segment]:
        """Each segment lies in another one of the dimension at most, and none in itself."""
        for code, segment in segments.items():
            if segment.part_of and segment.part_of not in segments:
                what = f"unknown segment {quoted(segment.part_of)}"
                refuse(what, "name a segment of this dimension", (code, "part_of"))
        for code, said in circles({code: [segment.part_of] for code, segment in segments.items()}).items():
            refuse(*said, (code, "part_of"))
        return segments

    def within(self, whole: str) -> tuple[Segment, ...]:
        """The segments that another one holds; those of the first level for an empty code."""
        return tuple(segment for segment in self.segments.values() if segment.part_of == whole)


@noun(frozen=True, config=NOUN)
class Scope(Word):
    """A neighbouring field that rival figures describe."""

    relation: Relation
    """How it lies to the market."""
    definition: Meaning = ""
    includes: Tags = ()
    excludes: Tags = ()
    part_of: Annotated[tuple[Annotated[str, named("scope")], ...], AfterValidator(each_once)] = ()
    """The codes of other scopes of this market that hold it."""
