"""Codelists: the words that data may use."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a measure means to the arithmetic; the rest of a measure is wording."""

    SIZE = "size"
    GROWTH = "growth"
    SHARE = "share"
    GROWTH_RANK = "growth-rank"
    SHARE_RANK = "share-rank"
    COUNT = "count"
    MONEY = "money"
    DURATION = "duration"
    PROPORTION = "proportion"
    PREVALENCE = "prevalence"
    MULTIPLE = "multiple"
    PRICE = "price"
    VOLUME = "volume"
    CHANGE = "change"
    CONTRIBUTION = "contribution"


class Basis(StrEnum):
    """What a share is a share of: only a share of money can be turned into money."""

    MONEY = "money"
    UNITS = "units"


class UnitKind(StrEnum):
    """How a figure in a unit is written and how exactly it is known."""

    MONEY = "money"
    QUANTITY = "quantity"
    PERCENT = "percent"
    RATE = "rate"
    COUNT = "count"
    DURATION = "duration"
    RATIO = "ratio"
    POINTS = "points"
    ONE_IN = "one-in"
    RANK = "rank"


@dataclass(frozen=True, slots=True)
class Word:
    """A code with its name: an event type, a publisher, an industry, a tag."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: `label` is printed after the figure, `currency` before it; `factor` makes units comparable."""

    code: str
    name: str
    kind: UnitKind
    label: str
    currency: str | None
    factor: int


@dataclass(frozen=True, slots=True)
class Measure:
    """What is counted, and the units in which it may be stated; `basis` is what a share is of."""

    code: str
    name: str
    role: Role
    units: tuple[str, ...]
    description: str
    basis: Basis = Basis.MONEY


@dataclass(frozen=True, slots=True)
class Region:
    """A part of the world, with its UN M49 code where there is one; `tile` is column and row on a map of tiles."""

    code: str
    name: str
    m49: str | None
    part_of: str | None
    tile: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Codelists:
    """All codelists of a data folder, each from code to entry."""

    measures: Mapping[str, Measure]
    units: Mapping[str, Unit]
    regions: Mapping[str, Region]
    event_types: Mapping[str, Word]
    publishers: Mapping[str, Word]
    source_types: Mapping[str, Word]
    industries: Mapping[str, Word]
    tags: Mapping[str, Word]
