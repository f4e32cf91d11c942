"""Claims: one value of one measure at one key from one source."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from scripts.model.codelists import Measure, Region, Unit
from scripts.model.number import Printed
from scripts.model.period import Period
from scripts.model.place import Place
from scripts.model.source import Source

TOTAL = "total"
WORLD = "world"


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


@dataclass(frozen=True, slots=True)
class Claim:
    """A published figure with its source; `segments` maps each dimension to a code or `total`."""

    id: str
    measure: Measure
    scope: str
    segments: Mapping[str, str]
    region: Region
    period: Period | None
    printed: Printed
    unit: Unit
    status: Status
    rank: Rank
    rank_reason: str
    source: Source | None
    locator: str
    note: str
    revision_reason: str
    place: Place

    @property
    def key(self) -> Key:
        """The claim's key."""
        period = self.period.text if self.period else ""
        return Key(self.measure.code, self.scope, tuple(self.segments.items()), self.region.code, period)

    @property
    def typed(self) -> Typed:
        """What a vintage keeps of the claim."""
        period = self.period.text if self.period else ""
        return (self.printed.text, self.printed.qualifier or "", self.unit.code, period)

    @property
    def is_whole(self) -> bool:
        """Whether the claim is of all segments together."""
        return all(code == TOTAL for code in self.segments.values())

    @property
    def is_headline_kind(self) -> bool:
        """Whether the claim is of the market itself, whole and worldwide."""
        return not self.scope and self.is_whole and self.region.code == WORLD

    @property
    def source_id(self) -> str:
        """The id of the claim's source, empty if it has none."""
        return self.source.id if self.source else ""
