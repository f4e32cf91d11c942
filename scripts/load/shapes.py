"""Shapes of the YAML files: what each may hold, field by field, in words that editors show."""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from scripts.load.boundary import Shape
from scripts.load.fields import (
    M49,
    Address,
    Code,
    Currency,
    DimensionCode,
    Factor,
    Line,
    LooseLine,
    MomentField,
    Origin,
    PeriodField,
    Prose,
    Tile,
    Year,
    refuse,
)
from scripts.model import Basis, Relation, Role, UnitKind
from scripts.notation import counted

# How many markets can be read side by side.
FEWEST, MOST = 2, 4
# Fields that several entries share, so that an editor explains them in the same words everywhere.
Name = Annotated[Line, Field(description="The name that readers see.")]
Definition = Annotated[Prose, Field(description="What it means, as its publisher puts it or in our words.")]
Tags = Annotated[tuple[Code, ...], Field(description="Codes of codelists/tags.yml, as [first, second].")]


class WordShape(Shape):
    """A code with its name."""

    name: Name


class MeasureShape(Shape):
    """What is counted."""

    name: Name
    role: Role
    """How its values may be computed with and drawn."""
    units: tuple[Code, ...]
    """The codes of codelists/units.yml in which it may be stated."""
    description: Prose
    """What the measure means, in a sentence for readers."""
    basis: Basis = Basis.MONEY
    """What a share is of: money, or units such as shipments, which no size turns into money."""


class UnitShape(Shape):
    """A unit in which figures are printed."""

    name: Name
    kind: UnitKind
    """How a figure in this unit is written."""
    label: Line
    """What is printed with the number, such as bn or %."""
    currency: Currency | None = None
    """ISO 4217 code, such as USD; money has one, nothing else has."""
    factor: Factor = 1
    """The power of ten that the unit stands for, such as 1000000000 for bn."""


class RegionShape(Shape):
    """A part of the world."""

    name: Name
    m49: M49 | None = None
    """The UN M49 code in quotes, where the UN has one for exactly this area."""
    part_of: Code | None = None
    """The code of the region that holds it."""
    tile: Tile | None = None
    """Its place on a map of tiles, column and row from the upper left, such as 1 0; countries need none."""


class SourceShape(Shape):
    """A publication in its dated edition; its id is its path, <publisher>/<release>."""

    title: Line
    """The title as printed."""
    type: Code
    """A code of codelists/source_types.yml."""
    published: MomentField | None = None
    """When it was published: 2024, 2024-08 or 2024-08-31."""
    address: Address | None = None
    """Its https address."""
    accessed: MomentField | None = None
    """When we read it."""
    origin: Origin | None = None
    """The publisher or source whose text or data it repeats, if not its own."""
    note: Prose = ""
    """Anything a reader should know, shown exactly as typed."""


def _side_by_side(markets: tuple[str, ...]) -> tuple[str, ...]:
    """Two at least, else there is nothing to compare; four at most, else nobody reads it."""
    if not FEWEST <= len(markets) <= MOST:
        refuse(f"a comparison of {counted(len(markets), 'market')}", "name two to four")
    return markets


class ComparisonShape(Shape):
    """Markets that are shown side by side; its id is the address of the page."""

    title: Line
    """What the page is called."""
    question: Line
    """What a reader wants to know of these markets, as one question."""
    markets: Annotated[
        tuple[Code, ...],
        AfterValidator(_side_by_side),
        Field(json_schema_extra={"minItems": FEWEST, "maxItems": MOST, "uniqueItems": True}),
    ]
    """Two to four folder names of markets, in the order in which they are shown."""


class SegmentShape(Shape):
    """A segment of a dimension."""

    name: Name
    definition: Definition = ""
    includes: Tags = ()


class DimensionShape(Shape):
    """An axis of breakdown with its segments."""

    name: Name
    definition: Definition = ""
    segments: dict[Code, SegmentShape]
    """The segments, each under its code."""


class ScopeShape(Shape):
    """A neighbouring field that rival figures describe."""

    name: Name
    relation: Relation
    """How it lies to the market."""
    definition: Definition = ""
    includes: Tags = ()
    excludes: Tags = ()
    part_of: tuple[Code, ...] = ()
    """The codes of other scopes of this market that hold it."""


class HeadlineShape(Shape):
    """The one consistent set of figures that leads."""

    size: Code | None = None
    """The id of the claim of the market's size."""
    target: Code | None = None
    """The id of the claim of the size at the end of the forecast."""
    growth: Code | None = None
    """The id of the claim of the growth rate between the two."""


class AcceptedFindingShape(Shape):
    """A finding that we know and accept."""

    finding: Line
    """The id of the finding, as the audit prints it."""
    reason: Prose
    """Why it is accepted."""


class MarketShape(Shape):
    """A market: what it is, how it is divided and which figures lead. Its id is its folder's name."""

    title: Line
    """The market's name as a title."""
    short_title: Line
    """The name where space is short."""
    industry: Code
    """A code of codelists/industries.yml."""
    definition: Prose
    """What is sold in the market, in one paragraph."""
    includes: Tags = ()
    excludes: Tags = ()
    currency: Currency
    """ISO 4217 code of the currency that leads, such as USD."""
    money_basis: Literal["not stated", "nominal", "real"]
    """Whether money is nominal or real."""
    price_level: LooseLine = ""
    """The year of the prices if money is real."""
    base_year: Year
    """The last year that is not forecast."""
    forecast_period: PeriodField
    """The years of the forecast, such as 2024/2034."""
    headline: HeadlineShape = Field(default_factory=HeadlineShape)
    """The claims that lead; each may be left out."""
    dimensions: dict[DimensionCode, DimensionShape] = Field(default_factory=dict)
    """The axes of breakdown, each under its code: lower-case words joined by underscores."""
    regions: tuple[Code, ...] = ()
    """Codes of codelists/regions.yml, in the order in which they are shown."""
    scopes: dict[Code, ScopeShape] = Field(default_factory=dict)
    """Neighbouring fields of rival figures, each under its code."""
    part_of: tuple[Code, ...] = ()
    """The ids of the markets that hold this one."""
    accepted_findings: tuple[AcceptedFindingShape, ...] = ()
    """Findings that we know and accept."""
    allowed_numbers: tuple[LooseLine, ...] = ()
    """Numbers that prose may hold, in quotes: names, doses, codes."""
    owner: Line
    """Who looks after the market."""
    next_update: MomentField | None = None
    """When the next edition is expected."""
    checked: MomentField | None = None
    """When its figures were last held against their sources."""
