"""Findings: what an audit rule found, and how grave it is."""

from dataclasses import dataclass, field
from enum import StrEnum

from scripts.model.place import Place


class Grade(StrEnum):
    """`error` is ours and stops publication. Of what sources say:

    a contradiction cannot hold under any fair reading of the source's own words, roundings, qualifiers and year steps; an
    open question holds only under a reading that the source does not state; a note informs.
    """

    ERROR = "error"
    CONTRADICTION = "contradiction"
    QUESTION = "open question"
    NOTE = "note"


class Severity(StrEnum):
    """The three levels that editors and continuous integration know."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"


LEVELS = {Grade.ERROR: Severity.ERROR, Grade.CONTRADICTION: Severity.WARNING}


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One fault: what is said, and the arithmetic in one line that a reader can redo by hand.

    `topic` tells findings of one rule apart and is part of the finding's address; `subjects` are the ids of the
    claims, events or studies that it names; the larger the `weight`, the earlier it is shown. `reading` says under which
    reading an open question has an answer.
    """

    market: str
    rule: str
    topic: str
    grade: Grade
    title: str
    arithmetic: str
    place: Place
    subjects: tuple[str, ...] = ()
    weight: int = 0
    reading: str = ""

    @property
    def severity(self) -> Severity:
        """The level for programs."""
        return LEVELS.get(self.grade, Severity.NOTICE)

    @property
    def stops(self) -> bool:
        """Whether it must be mended before publication."""
        return self.grade is Grade.ERROR

    @property
    def id(self) -> str:
        """A stable name: the rule and what it is about."""
        return f"{self.rule}-{self.topic}"


@dataclass(frozen=True, slots=True)
class Held:
    """What a rule says of a thing that it examined and found sound, so that silence can be told from blindness.

    `subjects` are the ids of the figures that were held against each other.
    """

    subjects: tuple[str, ...] = field(default=(), compare=False)


HELD = Held()
