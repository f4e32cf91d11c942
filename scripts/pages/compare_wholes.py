"""Parts and their wholes: how much of its whole each part would be, and from when it would be more than that."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from scripts import notation
from scripts.charts.compared_finding import written
from scripts.derive import Compared, Pair
from scripts.model import Finding
from scripts.notation import lower_first
from scripts.pages.compare_rows import EXCLUDED, INCLUDED, Column, between, reckoned, tags
from scripts.pages.leads import Lead, linked

RULE = "child-exceeds-parent"


@dataclass(frozen=True, slots=True)
class FitYear:
    """One year of a part and its whole; `over` says that it is the first in which the part is the larger one.

    The share relates two markets and belongs to neither, so that it has no page: both sizes beside it have one.
    """

    year: int
    part: Markup
    whole: Markup
    share: str
    over: bool


@dataclass(frozen=True, slots=True)
class Fit:
    """A part in its whole: `years` are those worth a row, `findings` what our rules say of the two."""

    part: Column
    whole: Column
    says: str
    years: tuple[FitYear, ...]
    arithmetic: str
    leads: tuple[Lead, ...]
    findings: tuple[tuple[Column, Finding], ...]


def wholes(compared: Compared, columns: Sequence[Column]) -> list[Fit]:
    """Each part with each whole that holds it."""
    by_market = {column.view.market.id: column for column in columns}
    return [
        _fit(pair, by_market[pair.one.market.id], by_market[pair.other.market.id], compared.year)
        for pair in compared.inclusions
    ]


def _fit(pair: Pair, part: Column, whole: Column, common: int | None) -> Fit:
    said = (_when(pair), _publishers(pair), _scope(part, whole))
    return Fit(
        part,
        whole,
        " ".join(sentence for sentence in said if sentence),
        tuple(_years(pair, common, part, whole)),
        _arithmetic(pair),
        tuple(_leads(pair, part, whole)),
        _findings(part, whole),
    )


def _when(pair: Pair) -> str:
    """Whether and when the part would be more than the whole."""
    passed, last = pair.exceeding, pair.years[-1].year
    if passed is pair.years[0]:
        return f"The part is larger than the whole from {passed.year}, the first year that both reach."
    if passed:
        return f"From {passed.year} the part would be larger than the whole."
    if any(both.one.value.point > both.other.value.point for both in pair.years):
        return "The digits printed do not tell which of the two is the larger one."
    return f"The part stays within the whole in each year that both reach, to {last}."


def _publishers(pair: Pair) -> str:
    """Whether one publisher contradicts itself, or two may draw the line differently."""
    part, whole = (notation.publisher(course.lead) for course in (pair.one, pair.other))
    voices = {lead.source.voice if lead.source else "" for lead in (pair.one.lead, pair.other.lead)}
    return f"{part} counts both." if len(voices) == 1 else f"{part} counts the part, {whole} the whole."


def _scope(part: Column, whole: Column) -> str:
    """What the part is said to include and its whole to exclude: there it is no part."""
    torn = [lower_first(tag.name) for tag, said in tags([part, whole]) if said == [INCLUDED, EXCLUDED]]
    return f"The part includes {notation.listing(torn)}, which the whole excludes." if torn else ""


def _years(pair: Pair, common: int | None, part: Column, whole: Column) -> Iterator[FitYear]:
    """The year of all markets and the last one, and those before and in which the part becomes the larger one."""
    shared = [place for place, both in enumerate(pair.years) if both.year == common]
    places = {*(shared or [0]), len(pair.years) - 1}
    if pair.exceeding:
        at = pair.years.index(pair.exceeding)
        places |= {max(at - 1, 0), at}
    for both in (pair.years[place] for place in sorted(places)):
        share = both.per_cent
        yield FitYear(
            both.year,
            linked(written(pair.one, both.one), part.leads(pair.one, both.one)),
            linked(written(pair.other, both.other), whole.leads(pair.other, both.other)),
            notation.share(notation.known(share)) if share else "not known",
            both is pair.exceeding,
        )


def _arithmetic(pair: Pair) -> str:
    """Both sums of the year that decides, with what the printed digits leave open."""
    both = pair.exceeding or pair.years[-1]
    sides = []
    for course, point in ((pair.one, both.one), (pair.other, both.other)):
        sides.append(f"{reckoned(course, point)} (between {between(course, point)})")
    return f"{both.year}: {sides[0]}, against {sides[1]}, as far as the digits printed tell"


def _leads(pair: Pair, part: Column, whole: Column) -> list[Lead]:
    """Where the numbers of both sums lead."""
    both = pair.exceeding or pair.years[-1]
    return [*part.leads(pair.one, both.one), *whole.leads(pair.other, both.other)]


def _findings(part: Column, whole: Column) -> tuple[tuple[Column, Finding], ...]:
    """What the rule on parts and wholes finds of the part in this whole, which its topic names."""
    others = {*part.view.catalog.markets, *part.view.market.scopes}

    def named(finding: Finding) -> str:
        """The longest name that fits: `cell-therapy` is not the whole of `market-in-cell-therapy-devices-...`."""
        fitting = [other for other in others if finding.topic.startswith(f"market-in-{other}-")]
        return max(fitting, key=len, default="")

    found = [finding for finding in part.view.report.findings if finding.rule == RULE]
    return tuple((part, finding) for finding in found if named(finding) == whole.view.market.id)
