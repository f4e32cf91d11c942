"""Codelists: the words that data may use."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field
from pydantic.dataclasses import dataclass as noun

from scripts.model.fields import GIVEN, M49, NOUN, Code, Currency, Factor, Line, Prose, Tile, Truth

Given = Annotated[str, GIVEN]
Name = Annotated[Line, Field(description="The name that readers see.")]


class Role(StrEnum):
    """What a measure means to the arithmetic; the rest of a measure is wording."""

    SIZE = "size"
    VOLUME = "volume"
    PRICE = "price"
    SHARE = "share"
    GROWTH = "growth"
    GROWTH_RANK = "growth-rank"
    SHARE_RANK = "share-rank"
    COUNT = "count"
    MONEY = "money"
    DURATION = "duration"
    PROPORTION = "proportion"
    PREVALENCE = "prevalence"
    MULTIPLE = "multiple"
    CHANGE = "change"
    CONTRIBUTION = "contribution"


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


@noun(frozen=True, config=NOUN)
class Word:
    """A code with its name."""

    code: Given
    name: Name


@noun(frozen=True, config=NOUN)
class Unit(Word):
    """A unit in which figures are printed."""

    kind: UnitKind
    """How a figure in this unit is written."""
    label: Line
    """What is printed with the number, such as bn or %."""
    currency: Currency | None = None
    """ISO 4217 code, such as USD; money has one, nothing else has."""
    factor: Factor = 1
    """The power of ten that the unit stands for, such as 1000000000 for bn."""


@noun(frozen=True, config=NOUN)
class Measure(Word):
    """What is counted."""

    role: Role
    """How its values may be computed with and drawn."""
    units: tuple[Code, ...]
    """The codes of codelists/units.yml in which it may be stated."""
    description: Prose
    """What the measure means, in a sentence for readers."""
    of: Code = ""
    """What a share, a growth, a rank or a multiple is of: the code of another measure."""
    over_time: Literal["sum", "end", "mean"] = "sum"
    """How a longer period follows from shorter ones: their sum, the value at its end, their mean."""
    parts: Literal["add", "overlap"] = "add"
    """Whether the parts of a whole add up to it."""
    sign: Literal["positive", "any"] = "positive"
    """Whether it may fall below nothing, as flows and changes do."""

    @property
    def is_size(self) -> bool:
        """Whether it says how large a market is: in money, units or users."""
        return self.role in {Role.SIZE, Role.VOLUME}

    @property
    def adds(self) -> bool:
        """Whether the parts of a whole add up to it."""
        return self.is_size and self.parts == "add"

    @property
    def has_two_ends(self) -> bool:
        """Whether its period leads from one time to another rather than being one stretch."""
        return self.role in {Role.GROWTH, Role.MULTIPLE, Role.CHANGE}

    @property
    def may_fall(self) -> bool:
        """Whether its values may be negative."""
        return self.sign == "any" or self.role in {Role.GROWTH, Role.CHANGE, Role.CONTRIBUTION}


@noun(frozen=True, config=NOUN)
class Region(Word):
    """A part of the world."""

    m49: M49 | None = None
    """The UN M49 code in quotes, where the UN has one for exactly this area."""
    part_of: Code | None = None
    """The code of the region that holds it."""
    tile: Tile | None = None
    """Its place on a map of tiles, column and row from the upper left, such as 1 0; countries need none."""
    residual: Truth = False
    """Whether it is the rest of something, such as the rest of the world: never a leader."""


@dataclass(frozen=True, slots=True)
class Codelists:
    """All codelists of a data folder, each from code to entry."""

    measures: Mapping[str, Measure] = field(default_factory=dict)
    units: Mapping[str, Unit] = field(default_factory=dict)
    regions: Mapping[str, Region] = field(default_factory=dict)
    event_types: Mapping[str, Word] = field(default_factory=dict)
    publishers: Mapping[str, Word] = field(default_factory=dict)
    source_types: Mapping[str, Word] = field(default_factory=dict)
    industries: Mapping[str, Word] = field(default_factory=dict)
    tags: Mapping[str, Word] = field(default_factory=dict)
