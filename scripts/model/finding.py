"""Findings: what an audit rule found."""

from dataclasses import dataclass
from enum import Enum, StrEnum

from scripts.model.place import Place


class Severity(StrEnum):
    """`error` is ours and stops publication; `warning` is the sources' and is published; `notice` informs."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault: what is said, and the arithmetic in one line that a reader can redo by hand.

    `topic` tells findings of one rule apart and is part of the finding's address; `subjects` are the ids of the
    claims, events or studies that it names; the larger the `weight`, the earlier it is shown.
    """

    market: str
    rule: str
    topic: str
    severity: Severity
    title: str
    arithmetic: str
    subjects: tuple[str, ...]
    place: Place
    weight: int = 0

    @property
    def stops(self) -> bool:
        """Whether it must be mended before publication."""
        return self.severity == Severity.ERROR

    @property
    def id(self) -> str:
        """A stable name: the rule and what it is about."""
        return f"{self.rule}-{self.topic}"


class Held(Enum):
    """What a rule says of a thing that it examined and found sound, so that silence can be told from blindness."""

    HELD = "held"


HELD = Held.HELD
