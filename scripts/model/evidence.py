"""Evidence: events, studies and fact checks."""

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, ValidationInfo, field_validator
from pydantic.dataclasses import dataclass as noun

from scripts.model.claim import Claim
from scripts.model.codelists import Region, Word
from scripts.model.fields import GIVEN, NOUN, Code, Line, Note, Prose, named, refuse
from scripts.model.period import DateField, PeriodField
from scripts.model.place import Place
from scripts.model.source import Locator, Source, SourceField

SEPARATOR = ";"


def _parts(joined: object) -> object:
    if not isinstance(joined, str):
        return joined
    return tuple(part.strip() for part in joined.split(SEPARATOR) if part.strip())


Joined = BeforeValidator(_parts, json_schema_input_type=str)
# Fields that several files share, in the same words everywhere.
ClaimField = Annotated[Claim | None, named("figure")]
Sources = Annotated[tuple[Annotated[Source, named("source")], ...], Joined, Field(validate_default=True)]
REGION = "A code of codelists/regions.yml; `world` for all of it."
RegionField = Annotated[Region, named("region"), Field(description=REGION)]


class Verdict(StrEnum):
    """What an independent publication says of a claim."""

    VERIFIED = "verified"
    PARTLY_VERIFIED = "partly-verified"
    CONTRADICTED = "contradicted"
    OUTDATED = "outdated"
    NOT_FOUND = "not-found"


@noun(frozen=True, config=NOUN)
class Event:
    """Something that happened: an approval, guidance, award, deal or read-out."""

    id: Code
    """The row's id: words joined by hyphens, unique in the market, never reused."""
    type: Annotated[Word, named("event type")]
    """A code of codelists/event_types.yml."""
    title: Line
    """What happened, in a few words."""
    region: RegionField
    date: DateField | None = None
    """2024, 2024-08 or 2024-08-31; empty if the source gives none."""
    organisations: Annotated[tuple[str, ...], Joined] = ()
    """Who took part, joined by '; '."""
    amount: ClaimField = None
    """The id of the claim in observations.csv that states this figure."""
    source: SourceField = None
    locator: Locator = ""
    note: Note = ""
    place: Annotated[Place, GIVEN] = Place("")


@noun(frozen=True, config=NOUN)
class Study:
    """A clinical study, or one arm of it; its figures are claims."""

    id: Code
    """The row's id: words joined by hyphens, unique in the market, never reused."""
    title: Line
    """The study's name."""
    region: RegionField
    phase: Line = ""
    """The phase as its source gives it."""
    registry_id: Line = ""
    """Its number in a registry, such as NCT01234567."""
    condition: Line = ""
    """What was treated."""
    endpoint: Line = ""
    """What was measured."""
    n: ClaimField = None
    """The id of the claim that counts the patients."""
    responders: ClaimField = None
    """The id of the claim that counts those who responded."""
    median: ClaimField = None
    """The id of the claim that states the median."""
    period: PeriodField | None = None
    """When it ran or was read out."""
    source: SourceField = None
    locator: Locator = ""
    note: Note = ""
    place: Annotated[Place, GIVEN] = Place("")

    @field_validator("responders")
    @classmethod
    def _are_patients(cls, responders: Claim | None, info: ValidationInfo) -> Claim | None:
        n = info.data.get("n")
        if n and responders and responders.printed.value > n.printed.value:
            what = f"{responders.value} responders of {n.value} patients"
            refuse(what, "look both figures up; perhaps the columns are swapped")
        return responders


@noun(frozen=True, config=NOUN)
class FactCheck:
    """An independent publication held against a claim, an event, a study or a dimension."""

    id: Code
    """The row's id: words joined by hyphens, unique in the file, never reused."""
    subject: Annotated[Line, named("subject")]
    """The id of a claim, an event, a study or a dimension, or `market`."""
    checked: Prose
    """What was checked, in our words."""
    verdict: Verdict
    """What the independent publication makes of it."""
    says: Prose = ""
    """What the independent publication says, in our words."""
    source: Sources = ()
    """Source ids joined by '; '; empty if nothing was found."""
    date: PeriodField | None = None
    """The date of what was found."""
    confidence: Literal["high", "medium", "low"] | None = None
    """How sure we are."""
    note: Note = ""
    place: Annotated[Place, GIVEN] = Place("")

    @field_validator("source")
    @classmethod
    def _is_found(cls, source: tuple[Source, ...], info: ValidationInfo) -> tuple[Source, ...]:
        verdict = info.data.get("verdict")
        if verdict in {None, Verdict.NOT_FOUND} or source:
            return source
        return refuse(f"the verdict is {verdict} without a source", "name what was found, or write not-found")

    @property
    def sources(self) -> tuple[Source, ...]:
        """What was found."""
        return self.source
