"""Shapes of the CSV files: the columns of each, field by field, in words that editors show."""

from typing import Annotated, Literal

from pydantic import Field

from scripts.load.boundary import Shape
from scripts.load.fields import (
    Code,
    DayField,
    Line,
    MomentField,
    NumberField,
    OwnAddress,
    PeriodField,
    Prose,
    SourceId,
)
from scripts.model import AddressKind, Qualifier, Rank, Status, Verdict

# Columns that several files share, so that an editor explains them in the same words everywhere.
RowId = Annotated[
    Code, Field(description="The row's id: words joined by hyphens, unique in the market, never reused.")
]
RegionCode = Annotated[Code, Field(description="A code of codelists/regions.yml; `world` for all of it.")]
SourceField = Annotated[
    SourceId | None, Field(description="The id of the source: <publisher>/<release>, as under data/sources.")
]
Locator = Annotated[
    Line, Field(description="Where in the source: section, paragraph, page, table; several joined by '; '.")
]
Note = Annotated[Prose, Field(description="Anything a reader should know, shown exactly as typed.")]
ClaimId = Annotated[
    Line | None, Field(description="The id of the claim in observations.csv that states this figure.")
]


class ObservationShape(Shape):
    """A claim: one figure of one source. Each dimension of market.yml has a column of its own after `scope`."""

    id: RowId
    measure: Code
    """A code of codelists/measures.yml."""
    scope: Code = ""
    """Empty for the market itself; else a scope that market.yml defines."""
    region: RegionCode
    period: PeriodField | None = None
    """2024, 2024-08, 2025-05-15 or 2024/2034; a rate carries both ends; sizes, shares and rates need one."""
    value: NumberField
    """The figure with exactly the digits printed, no thousands separators."""
    qualifier: Qualifier | None = None
    """What the source puts before the figure."""
    unit: Code
    """A code of codelists/units.yml that the measure allows."""
    status: Status
    """How the value came about."""
    rank: Rank
    """Which of several rival statements leads."""
    rank_reason: Prose = ""
    """Why, if the rank is not `normal`."""
    source: SourceField = None
    locator: Locator = ""
    note: Note = ""
    revision_reason: Prose = ""
    """Why a published row was changed."""


class VintageShape(Shape):
    """A claim as it was published on the day that names its file; other columns of observations.csv may stand here too."""

    id: RowId
    value: NumberField
    """The figure with exactly the digits published then."""
    qualifier: Qualifier | None = None
    unit: Code
    period: PeriodField | None = None


class EventShape(Shape):
    """Something that happened: an approval, guidance, award, deal or read-out."""

    id: RowId
    date: MomentField | None = None
    """2024, 2024-08 or 2024-08-31; empty if the source gives none."""
    type: Code
    """A code of codelists/event_types.yml."""
    title: Line
    """What happened, in a few words."""
    organisations: Line = ""
    """Who took part, joined by '; '."""
    amount: ClaimId = None
    region: RegionCode
    source: SourceField = None
    locator: Locator = ""
    note: Note = ""


class StudyShape(Shape):
    """A clinical study, or one arm of it."""

    id: RowId
    title: Line
    """The study's name."""
    phase: Line = ""
    """The phase as its source gives it."""
    registry_id: Line = ""
    """Its number in a registry, such as NCT01234567."""
    condition: Line = ""
    """What was treated."""
    endpoint: Line = ""
    """What was measured."""
    n: ClaimId = None
    responders: ClaimId = None
    median: ClaimId = None
    period: PeriodField | None = None
    """When it ran or was read out."""
    region: RegionCode
    source: SourceField = None
    locator: Locator = ""
    note: Note = ""


class FactCheckShape(Shape):
    """An independent publication held against what a source says."""

    id: RowId
    subject: Line
    """The id of a claim, an event, a study or a dimension, or `market`."""
    checked: Prose
    """What was checked, in our words."""
    verdict: Verdict
    """What the independent publication makes of it."""
    says: Prose = ""
    """What the independent publication says, in our words."""
    source: Line = ""
    """Source ids joined by '; '; empty if nothing was found."""
    date: PeriodField | None = None
    """The date of what was found."""
    confidence: Literal["high", "medium", "low"] | None = None
    """How sure we are."""
    note: Note = ""


class PermalinkShape(Shape):
    """An address that was published. Rows are appended by `release` and never deleted."""

    address: OwnAddress
    """What follows the home page's address, with a slash before it: /c/batteries/size-2024/."""
    kind: AddressKind
    """What it leads to."""
    published: DayField
    """The day on which it was first published."""
    moved_to: OwnAddress | None = None
    """Where its content is now; readers of the old address are led there."""
    withdrawn: Prose = ""
    """Why its content is gone for good; readers of the address are told."""


def observation_columns(dimensions: tuple[str, ...]) -> tuple[str, ...]:
    """The columns of observations.csv for a market with these dimensions, in the order we write them."""
    first, second, third, *others = ObservationShape.model_fields
    return (first, second, third, *dimensions, *others)
