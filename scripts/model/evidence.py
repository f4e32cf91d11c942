"""Evidence: events, studies and fact checks."""

from dataclasses import dataclass
from enum import StrEnum

from scripts.model.claim import Claim
from scripts.model.codelists import Region, Word
from scripts.model.period import Moment, Period
from scripts.model.place import Place
from scripts.model.source import Source


class Verdict(StrEnum):
    """What an independent publication says of a claim."""

    VERIFIED = "verified"
    PARTLY_VERIFIED = "partly-verified"
    CONTRADICTED = "contradicted"
    OUTDATED = "outdated"
    NOT_FOUND = "not-found"


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened on a date; its amount is a claim of its own."""

    id: str
    date: Moment | None
    type: Word
    title: str
    organisations: tuple[str, ...]
    amount: Claim | None
    region: Region
    source: Source | None
    locator: str
    note: str
    place: Place


@dataclass(frozen=True, slots=True)
class Study:
    """A clinical study, or one arm of it; its figures are claims."""

    id: str
    title: str
    phase: str
    registry_id: str
    condition: str
    endpoint: str
    n: Claim | None
    responders: Claim | None
    median: Claim | None
    period: Period | None
    region: Region
    source: Source | None
    locator: str
    note: str
    place: Place


@dataclass(frozen=True, slots=True)
class FactCheck:
    """An independent publication held against a claim, an event, a study or a dimension."""

    id: str
    subject: str
    checked: str
    verdict: Verdict
    says: str
    sources: tuple[Source, ...]
    date: str
    confidence: str
    note: str
    place: Place
