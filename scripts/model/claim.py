"""Claims: one value of one measure at one key from one source."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Annotated

from pydantic import Field, ValidationInfo, field_validator
from pydantic.dataclasses import dataclass as noun

from scripts.model.codelists import Measure, Region, Role, Unit, UnitKind
from scripts.model.fields import GIVEN, NOUN, Code, Line, Note, Prose, named, quoted, refuse
from scripts.model.number import Quantity
from scripts.model.period import Period, PeriodField
from scripts.model.place import Place
from scripts.model.printed import FigureField, Printed, QualifierField
from scripts.model.source import Locator, SourceField

TOTAL = "total"
# A growth at or below this is more than all there is.
LOSS_OF_ALL = -100
# Counts are known exactly; other figures are rounded to their last digit.
EXACT = {UnitKind.COUNT, UnitKind.RANK}


class Status(StrEnum):
    """How a value came about (cf. SDMX CL_OBS_STATUS)."""

    ACTUAL = "actual"
    PROVISIONAL = "provisional"
    ESTIMATE = "estimate"
    FORECAST = "forecast"


class Rank(StrEnum):
    """Which of several rival statements leads (as Wikidata ranks them)."""

    PREFERRED = "preferred"
    NORMAL = "normal"
    DEPRECATED = "deprecated"


# Value, qualifier, unit and period as typed: what a vintage keeps of a claim.
Typed = tuple[str, str, str, str]


@dataclass(frozen=True, slots=True)
class Key:
    """What a claim is about: two claims with one key state the same thing."""

    measure: str
    scope: str
    segments: tuple[tuple[str, str], ...]
    region: str
    period: str


@noun(frozen=True, config=NOUN)
class Claim:
    """A claim: one figure of one source. Each dimension of market.yml has a column of its own after `scope`."""

    measure: Annotated[Measure, named("measure")]
    """A code of codelists/measures.yml."""
    region: Annotated[Region, named("region")]
    """A code of codelists/regions.yml; the market's own geography if left empty."""
    value: FigureField
    """The figure with exactly the digits printed, no thousands separators; a range as 120..130."""
    unit: Annotated[Unit, named("unit")]
    """A code of codelists/units.yml that the measure allows."""
    id: Code = ""
    """Words joined by hyphens, unique in the market, never reused; left empty it is made from what the row is about."""
    scope: Annotated[Code, named("scope")] = ""
    """Empty for the market itself; else a scope that market.yml defines."""
    segments: Annotated[Mapping[str, str], GIVEN] = Field(default_factory=dict)
    period: PeriodField | None = None
    """2024, 2024-H1, 2024-Q1, 2024-08, FY2024, months as 2023-04/2024-03; a rate carries both ends: 2024/2034."""
    qualifier: QualifierField | None = None
    """What the source puts before the figure."""
    status: Status = Status.ESTIMATE
    """How the value came about; left empty, a forecast if its period ends after the source was published, else an estimate."""
    rank: Rank = Rank.NORMAL
    """Which of several rival statements leads."""
    rank_reason: Prose = ""
    """Why, if the rank is not `normal`."""
    source: SourceField = None
    locator: Locator = ""
    note: Note = ""
    revision_reason: Prose = ""
    """Why a published row was changed."""
    title: Line = ""
    """What a single figure is of, where measure and segments do not tell."""
    wording: Line = ""
    """The source's own few words, where a reading hangs on them: fastest uptake."""
    place: Annotated[Place, GIVEN] = Place("")
    superseded: Annotated[bool, GIVEN] = False

    @field_validator("unit")
    @classmethod
    def _fits(cls, unit: Unit, info: ValidationInfo) -> Unit:
        measure = info.data.get("measure")
        if measure and unit.code not in measure.units:
            cure = f"use one of {', '.join(measure.units)}, or allow it in codelists/measures.yml"
            refuse(f"unit {quoted(unit.code)} does not fit measure {quoted(measure.code)}", cure)
        return unit

    @field_validator("value")
    @classmethod
    def _may_be(cls, value: str, info: ValidationInfo) -> str:
        """Only what can fall is negative, and nothing can shrink by all there is or more."""
        measure, low = info.data.get("measure"), Printed(value).ends[0]
        if measure and measure.role is Role.GROWTH and low <= LOSS_OF_ALL:
            what = f"{quoted(measure.code)} at or below {LOSS_OF_ALL} per cent a year"
            refuse(what, "check the sign and the digits")
        if measure and low < 0 and not measure.may_fall:
            cure = "check the sign; a measure that can fall says 'sign: any' in codelists/measures.yml"
            refuse(f"{quoted(measure.code)} below zero", cure)
        return value

    @field_validator("period")
    @classmethod
    def _is_of(cls, period: Period | None, info: ValidationInfo) -> Period | None:
        """A rate has two ends; a size or share is of one stretch; of other measures a source may leave it open."""
        measure = info.data.get("measure")
        if measure and measure.role is Role.GROWTH and not (period and period.is_interval):
            refuse(f"{quoted(measure.code)} without both years", "write an interval such as 2024/2034")
        return period

    @property
    def printed(self) -> Printed:
        """The figure as printed."""
        return Printed(self.value, self.qualifier, self.source.rounded_to if self.source else None)

    @cached_property
    def quantity(self) -> Quantity:
        """The rounding range of the print, with the ends that its qualifier leaves open; counts are exact unless rounded."""
        known, is_exact = self.printed.interval, self.unit.kind in EXACT and not self.printed.rounded_to
        low, high = self.printed.ends if is_exact else (known.low, known.high)
        return Quantity(known.point, low, high, known.below, known.above)

    @property
    def key(self) -> Key:
        """The claim's key."""
        period = self.period.text if self.period else ""
        return Key(self.measure.code, self.scope, tuple(self.segments.items()), self.region.code, period)

    @property
    def typed(self) -> Typed:
        """What a vintage keeps of the claim."""
        return (self.value, self.qualifier or "", self.unit.code, self.key.period)

    @cached_property
    def when(self) -> tuple[int, ...] | None:
        """First and last month, and the day where it is of one: two claims are of one time only where these are equal."""
        if self.period is None:
            return None
        day = () if self.period.start.length else (int(self.period.end.text[-2:]),)
        return self.period.start.first_month, self.period.end.last_month, *day

    @property
    def year(self) -> int:
        """The year in which its period ends, as that is called; 0 without one."""
        return self.period.end.year if self.period else 0

    @cached_property
    def length(self) -> int:
        """Months that it is of: 12 for a year, a fiscal year, twelve months; of a rate, those of one end."""
        if self.period is None:
            return 0
        return self.period.start.length if self.measure.has_two_ends else self.period.stretch

    @cached_property
    def broken(self) -> Mapping[str, str]:
        """The segments of which it is, by dimension, where it is not of all of them together."""
        return {dimension: code for dimension, code in self.segments.items() if code != TOTAL}

    @property
    def is_whole(self) -> bool:
        """Whether the claim is of all segments together."""
        return not self.broken

    @property
    def is_followed(self) -> bool:
        """Whether we follow it: neither rejected nor of an edition that a newer one has replaced."""
        return self.rank is not Rank.DEPRECATED and not self.superseded

    @property
    def source_id(self) -> str:
        """The id of the claim's source, empty if it has none."""
        return self.source.id if self.source else ""

    @property
    def voice(self) -> str:
        """Who says it."""
        return self.source.voice if self.source else ""
