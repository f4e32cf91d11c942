"""Markets: what is sold, how it is divided, and everything that is known of it."""

from collections.abc import Mapping
from functools import cached_property
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field, ValidationInfo, field_validator
from pydantic.dataclasses import dataclass as noun

from scripts.model.claim import Claim
from scripts.model.codelists import Codelists, Region, Word
from scripts.model.commentary import Section
from scripts.model.dimension import Dimension, Scope, Tags
from scripts.model.evidence import Event, FactCheck, Study
from scripts.model.fields import (
    GIVEN,
    NOUN,
    Code,
    Currency,
    DimensionCode,
    Line,
    LooseLine,
    Prose,
    Year,
    circles,
    each_once,
    keyed,
    named,
    quoted,
    refuse,
)
from scripts.model.period import YEAR, DateField, FiscalYear, Moment, Period, PeriodField
from scripts.model.place import Place
from scripts.model.source import NOWHERE, WORLD
from scripts.model.vintage import AcceptedFinding, Vintage

# All markets together: the word that stands for a market in the addresses of what belongs to none of them.
PORTFOLIO = "all"


def _stating(role: str) -> AfterValidator:
    """A claim that states what its name under `headline` promises."""

    def check(claim: Claim | None) -> Claim | None:
        if claim and role != ("size" if claim.measure.is_size else claim.measure.role):
            what = f"the claim {quoted(claim.id)} states a {claim.measure.role}"
            refuse(what, f"name a claim that states a {role}")
        return claim

    return AfterValidator(check)


SizeField = Annotated[Claim | None, named("claim"), _stating("size")]


@noun(frozen=True, config=NOUN)
class Headline:
    """The one consistent set of figures that leads; each may be left out."""

    size: SizeField = None
    """The id of the claim of the market's size."""
    target: SizeField = None
    """The id of the claim of the size at the end of the forecast."""
    growth: Annotated[Claim | None, named("claim"), _stating("growth")] = None
    """The id of the claim of the growth rate between the two."""

    @field_validator("growth")
    @classmethod
    def _spans(cls, growth: Claim | None, info: ValidationInfo) -> Claim | None:
        """A growth that leads is of what leads, and of all its years; it may be printed from the year after the base."""
        size, target = info.data.get("size"), info.data.get("target")
        lead = size or target
        if not (growth and growth.period and lead and lead.period):
            return growth
        if growth.measure.of and growth.measure.of != lead.measure.code:
            what = f"the growth of {growth.measure.of} beside a size in {lead.measure.code}"
            refuse(what, f"name a claim that states the growth of {lead.measure.code}")
        first = size.period.start if size and size.period else None
        last = target.period.end if target and target.period else None
        late = first and growth.period.start.year - first.year not in (0, 1)
        if late or (last and growth.period.end.year != last.year):
            years = f"{first.text if first else ''} to {last.text if last else ''}".strip(" to")
            what = f"a growth of {growth.period.text} beside figures of {years}"
            refuse(what, "name a rate that spans the years of size and target, or leave growth out")
        return growth


@noun(frozen=True, config=NOUN)
class Market:
    """A market: what it is, how it is divided and which figures lead. Its id is its folder's name."""

    id: Annotated[str, GIVEN]
    title: Line
    """The market's name as a title."""
    short_title: Line
    """The name where space is short."""
    industry: Annotated[Word, named("industry")]
    """A code of codelists/industries.yml."""
    definition: Prose
    """What is sold in the market, in one paragraph."""
    owner: Line
    """Who looks after the market."""
    includes: Tags = ()
    excludes: Tags = ()
    geography: Annotated[Region, named("region"), Field(validate_default=True)] = WORLD  # type: ignore[assignment]
    """The place that the market is of: a code of codelists/regions.yml; the world if left out."""
    currency: Currency = ""
    """ISO 4217 code of the currency that leads, such as USD; only where there is money."""
    money_basis: Literal["not stated", "nominal", "real"] = "not stated"
    """Whether money is nominal or real."""
    price_level: LooseLine = ""
    """The year of the prices if money is real."""
    base_year: Year | None = None
    """The last year that is not forecast; only where there is a forecast."""
    forecast_period: PeriodField | None = None
    """The years of the forecast, such as 2024/2034; only where there is one."""
    fiscal_year: FiscalYear | None = None
    """When the fiscal years of its figures start, where their sources do not say."""
    headline: Headline = Field(default_factory=Headline)
    """The claims that lead; each may be left out."""
    dimensions: Annotated[dict[DimensionCode, Dimension], BeforeValidator(keyed)] = Field(
        default_factory=dict
    )
    """The axes of breakdown, each under its code: lower-case words joined by underscores."""
    regions: Annotated[tuple[Annotated[Region, named("region")], ...], AfterValidator(each_once)] = ()
    """Codes of codelists/regions.yml, in the order in which they are shown."""
    scopes: Annotated[dict[Code, Scope], BeforeValidator(keyed)] = Field(default_factory=dict)
    """Neighbouring fields of rival figures, each under its code."""
    part_of: Annotated[tuple[Annotated[str, named("market")], ...], AfterValidator(each_once)] = ()
    """The ids of the markets that hold this one."""
    accepted_findings: tuple[AcceptedFinding, ...] = ()
    """Findings that we know and accept."""
    allowed_numbers: tuple[LooseLine, ...] = ()
    """Numbers that prose may hold, in quotes: names, doses, codes."""
    next_update: DateField | None = None
    """When the next edition is expected."""
    checked: DateField | None = None
    """When its figures were last held against their sources."""
    codelists: Annotated[Codelists, GIVEN] = Field(default_factory=Codelists)
    claims: Annotated[Mapping[str, Claim], GIVEN] = Field(default_factory=dict)
    events: Annotated[tuple[Event, ...], GIVEN] = ()
    studies: Annotated[tuple[Study, ...], GIVEN] = ()
    fact_checks: Annotated[tuple[FactCheck, ...], GIVEN] = ()
    commentary: Annotated[tuple[Section, ...], GIVEN] = ()
    vintages: Annotated[tuple[Vintage, ...], GIVEN] = ()
    made_ids: Annotated[tuple[str, ...], GIVEN] = ()
    place: Annotated[Place, GIVEN] = Place("")

    @field_validator("scopes")
    @classmethod
    def _lie(cls, scopes: dict[str, Scope]) -> dict[str, Scope]:
        """No scope is part of itself, not even by way of others."""
        for code, said in circles({code: scope.part_of for code, scope in scopes.items()}).items():
            refuse(*said, (code, "part_of"))
        return scopes

    @field_validator("dimensions")
    @classmethod
    def _divide(cls, dimensions: dict[str, Dimension]) -> dict[str, Dimension]:
        """A dimension breaks down a segment of another one, and none by way of others itself."""
        for code, dimension in dimensions.items():
            outer, _, segment = dimension.part_of.partition("/")
            others = {name: other.segments for name, other in dimensions.items() if name != code}
            if outer and segment not in others.get(outer, {}):
                cure = "write <dimension>/<segment>, with the codes of another dimension of this market"
                refuse(f"{quoted(dimension.part_of)} is no segment to break down", cure, (code, "part_of"))
        for code, said in circles({c: [d.part_of.partition("/")[0]] for c, d in dimensions.items()}).items():
            refuse(*said, (code, "part_of"))
        return dimensions

    @cached_property
    def followed(self) -> tuple[Claim, ...]:
        """The claims that we follow; the order of rows in the data makes no difference to anything that is computed."""
        return tuple(claim for claim in self.in_order if claim.is_followed)

    @cached_property
    def in_order(self) -> tuple[Claim, ...]:
        """All claims in the order of their ids."""
        return tuple(self.claims[name] for name in sorted(self.claims))

    def is_own_whole(self, claim: Claim) -> bool:
        """Whether a claim is of the market itself, whole, in its own geography."""
        return not claim.scope and claim.is_whole and claim.region.code == self.geography.code

    def wholes_of(self, region: Region) -> tuple[str, ...]:
        """The regions that hold a region, the smallest first, by the codelist or as its source draws it."""
        found: list[str] = []
        inner: Region | None = region
        while inner and inner.part_of and inner.part_of not in found:
            found.append(inner.part_of)
            inner = self.codelists.regions.get(inner.part_of)
        return tuple(found)

    def holds(self, region: Region) -> bool:
        """Whether a region is a part of the market's own geography."""
        own = self.geography.code
        return region.code not in (own, NOWHERE) and (own == WORLD or own in self.wholes_of(region))

    @property
    def is_worldwide(self) -> bool:
        """Whether it is of the world."""
        return self.geography.code == WORLD

    @property
    def lead(self) -> Claim | None:
        """The claim whose measure, unit and source lead: the headline's size, else its target, else the latest whole."""
        return self.headline.size or self.headline.target or self._latest_whole

    @cached_property
    def _latest_whole(self) -> Claim | None:
        """Of the followed wholes that are no forecast, the longest and latest; of equals the first by id."""
        wholes = [c for c in self.followed if c.measure.is_size and self.is_own_whole(c) and c.period]
        return max(wholes, key=_recency, default=None)  # of equals max takes the first

    @property
    def year(self) -> int | None:
        """The year from which everything is told: the stated base year, else that of what leads."""
        of_lead = self.lead.year if self.lead and self.lead.period else None
        return of_lead if self.base_year is None else self.base_year

    def only_segment(self, claim: Claim) -> tuple[str, str] | None:
        """The one dimension that a claim breaks down with its segment; of nested dimensions the inner one."""
        broken = dict(claim.broken)
        for inner in claim.broken:
            outer, _, segment = self.dimensions[inner].part_of.partition("/")
            if broken.get(outer) == segment:
                del broken[outer]
        return next(iter(broken.items())) if len(broken) == 1 else None


def _recency(claim: Claim) -> tuple[bool, bool, int]:
    """What makes a whole lead: of a year rather than less, happened rather than expected, then the later."""
    assert claim.period
    return claim.length == YEAR, claim.status != "forecast", claim.period.end.last_month


def is_forecast_at(period: Period, published: Moment) -> bool:
    """Whether a period ends after the year in which a source was published, or had not begun by then."""
    ends_later = period.end.last_month > (published.year + 1) * YEAR - 1
    return ends_later or period.start.first_month > published.last_month
