"""A market's claims as records: the one list of fields that every machine-readable form is made of."""

from dataclasses import dataclass

from scripts.model import Claim, Study
from scripts.model.addresses import claim_address, market_address
from scripts.notation import author
from scripts.pages import MarketView

LICENCE = "CC-BY-4.0"
LICENCE_ADDRESS = "https://creativecommons.org/licenses/by/4.0/"
LICENCE_NOTE = (
    "The compilation, our checks and our derived values: Creative Commons Attribution 4.0. The figures themselves are "
    "quoted from their publishers, who are named with each, and remain theirs."
)


@dataclass(frozen=True, slots=True)
class Field:
    """A column: its name never changes, `type` is that of Table Schema. Fields are only ever added."""

    name: str
    type: str
    description: str


BEFORE = (
    Field("id", "string", "The claim's id, unique in its market and never reused."),
    Field("measure", "string", "What is counted: a code that the glossary explains."),
    Field(
        "scope", "string", "Empty for the market itself, else a neighbouring field that the figure describes."
    ),
)
AFTER = (
    Field(
        "region",
        "string",
        "The part of the world; `world` for all of it, else often the market's own geography.",
    ),
    Field(
        "period",
        "string",
        "2024, 2024-H1, 2024-Q1, 2024-08, 2025-05-15, FY2024, FY2024-Q1; from one to another: 2024/2034.",
    ),
    Field("value", "number", "The figure with exactly the digits its source prints; of a range the middle."),
    Field(
        "low",
        "number",
        "The lower end of what those digits stand for, in the same unit, the qualifier aside: "
        "less-than and at-most have no lower end.",
    ),
    Field("high", "number", "The upper end, the qualifier aside: more-than and at-least have no upper end."),
    Field(
        "qualifier",
        "string",
        "What the source puts before the figure: about, at-least, at-most, more-than, less-than.",
    ),
    Field("unit", "string", "A code of units: usd-bn is billions of US dollars."),
    Field("currency", "string", "ISO 4217, for money."),
    Field("factor", "integer", "What value is multiplied by to have it in whole dollars, or whole anything."),
    Field("status", "string", "actual, provisional, estimate or forecast."),
    Field("rank", "string", "preferred, normal or deprecated: which of several rival statements we follow."),
    Field("rank_reason", "string", "Why, if it is not normal."),
    Field("publisher", "string", "Who says so: the author, also where another's page repeats it."),
    Field("source", "string", "The id of the publication."),
    Field("source_title", "string", "Its title."),
    Field("source_address", "string", "Its address on the web, if it has one."),
    Field("source_published", "string", "When it was published, as precisely as known."),
    Field("locator", "string", "Where in the publication the figure stands."),
    Field("note", "string", "What a reader should know."),
    Field("standing", "string", "As reported, or what an independent publication says of it."),
    Field("findings", "string", "The ids of what our rules find of it, joined by spaces."),
    Field("address", "string", "The claim's own page, which never changes."),
    Field("printed", "string", "The figure as typed: a range has both ends, 120..130."),
    Field("title", "string", "What a single figure is of, where measure and segments do not tell."),
    Field("wording", "string", "The source's own few words, where a reading hangs on them."),
    Field("of", "string", "What a share, a growth or a rank is of: the code of a measure."),
    Field("geography", "string", "The place that the market is of: a code of regions."),
    Field(
        "length",
        "integer",
        "Months that it is of: 12 for a year; of a rate, those of one end; 0 for a day or none.",
    ),
    Field("carrier", "string", "Whose page it was read on, if that is not its author's."),
    Field("series", "string", "What joins the editions of one publication."),
    Field("superseded", "string", "Whether a newer edition has replaced it: yes or no."),
)

# Figures of a study are the ids of claims.
STUDY = (
    "id",
    "title",
    "condition",
    "phase",
    "registry_id",
    "endpoint",
    "n",
    "responders",
    "median",
    "period",
    "region",
    "source",
    "locator",
    "note",
)

Record = dict[str, str]


def fields(view: MarketView) -> tuple[Field, ...]:
    """The columns of a market's claims: one for each dimension stands between scope and region."""
    own = tuple(
        Field(code, "string", f"Segment by {dimension.name.lower()}; `total` for all of them.")
        for code, dimension in view.market.dimensions.items()
    )
    return (*BEFORE, *own, *AFTER)


def records(view: MarketView, site: str) -> list[Record]:
    """Every claim of a market, all fields as plain text; `site` is the home page's absolute address."""
    return [_record(view, claim, site) for claim in view.market.in_order]


def _record(view: MarketView, claim: Claim, site: str) -> Record:
    known, source = claim.quantity, claim.source
    return {
        "id": claim.id,
        "measure": claim.measure.code,
        "scope": claim.scope,
        **claim.segments,
        "region": claim.region.code,
        "period": claim.period.text if claim.period else "",
        "value": f"{claim.printed.value:f}",
        "low": f"{known.low:f}",
        "high": f"{known.high:f}",
        "qualifier": (claim.printed.qualifier or "") and str(claim.printed.qualifier),
        "unit": claim.unit.code,
        "currency": claim.unit.currency or "",
        "factor": str(claim.unit.factor),
        "status": claim.status.value,
        "rank": claim.rank.value,
        "rank_reason": claim.rank_reason,
        "publisher": author(source) if source else "",
        "source": claim.source_id,
        "source_title": source.title if source else "",
        "source_address": (source.address or "") if source else "",
        "source_published": source.published.text if source and source.published else "",
        "locator": claim.locator,
        "note": claim.note,
        "standing": view.standing(claim.id),
        "findings": " ".join(finding.id for finding in view.report.about(claim.id)),
        "address": f"{site}{claim_address(view.market.id, claim.id)}",
        "printed": claim.printed.text,
        "title": claim.title,
        "wording": claim.wording,
        "of": claim.measure.of,
        "geography": view.market.geography.code,
        "length": str(claim.length),
        "carrier": source.publisher.name if source and source.author != source.publisher else "",
        "series": source.series if source else "",
        "superseded": "yes" if claim.superseded else "no",
    }


def study_record(study: Study) -> tuple[str, ...]:
    """A study in the order of `STUDY`, empty where nothing is known."""
    figures = (claim.id if claim else "" for claim in (study.n, study.responders, study.median))
    return (
        study.id,
        study.title,
        study.condition,
        study.phase,
        study.registry_id,
        study.endpoint,
        *figures,
        study.period.text if study.period else "",
        study.region.code,
        study.source.id if study.source else "",
        study.locator,
        study.note,
    )


def data_page(view: MarketView, site: str) -> str:
    """Where a market's downloads are offered: on its data page, or, as long as it has no claim, on the market's own."""
    return f"{site}{market_address(view.market.id, 'data' if view.market.claims else '')}"
