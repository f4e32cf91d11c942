"""Markets: what is sold, how it is divided, and everything that is known of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from scripts.model.claim import Claim, Typed
from scripts.model.codelists import Region, Word
from scripts.model.commentary import Section
from scripts.model.evidence import Event, FactCheck, Study
from scripts.model.period import Moment, Period
from scripts.model.place import Place

# All markets together: the word that stands for a market in the addresses of what belongs to none of them.
PORTFOLIO = "all"


class Relation(StrEnum):
    """How a scope lies to the market."""

    NARROWER = "narrower"
    WIDER = "wider"
    NEIGHBOUR = "neighbour"


@dataclass(frozen=True, slots=True)
class Segment:
    """One code of a dimension; `includes` says in tags what it holds."""

    code: str
    name: str
    definition: str
    includes: tuple[Word, ...] = ()


@dataclass(frozen=True, slots=True)
class Dimension:
    """An axis of breakdown."""

    code: str
    name: str
    definition: str
    segments: Mapping[str, Segment]


@dataclass(frozen=True, slots=True)
class Scope:
    """A neighbouring field that rival figures describe; `part_of` names the scopes that hold it."""

    code: str
    name: str
    relation: Relation
    definition: str
    includes: tuple[Word, ...]
    excludes: tuple[Word, ...]
    part_of: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Headline:
    """The one consistent set of figures that leads; each may be unpublished."""

    size: Claim | None
    target: Claim | None
    growth: Claim | None


@dataclass(frozen=True, slots=True)
class AcceptedFinding:
    """A finding that the analysts know and accept, with their reason."""

    finding: str
    reason: str
    place: Place


@dataclass(frozen=True, slots=True)
class Vintage:
    """The claims as they were published on a date, by the ids that they bore."""

    date: Moment
    published: Mapping[str, Typed]


@dataclass(frozen=True, slots=True)
class Market:
    """A market with its claims and evidence; `id` is its folder's name."""

    id: str
    title: str
    short_title: str
    industry: Word
    definition: str
    includes: tuple[Word, ...]
    excludes: tuple[Word, ...]
    currency: str
    money_basis: str
    price_level: str
    base_year: int
    forecast_period: Period
    headline: Headline
    dimensions: Mapping[str, Dimension]
    regions: tuple[Region, ...]
    scopes: Mapping[str, Scope]
    part_of: tuple[str, ...]
    accepted_findings: tuple[AcceptedFinding, ...]
    allowed_numbers: tuple[str, ...]
    owner: str
    next_update: Moment | None
    checked: Moment | None
    claims: Mapping[str, Claim]
    events: tuple[Event, ...]
    studies: tuple[Study, ...]
    fact_checks: tuple[FactCheck, ...]
    commentary: tuple[Section, ...]
    vintages: tuple[Vintage, ...]
    place: Place
