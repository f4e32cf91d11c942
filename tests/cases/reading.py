"""What comes out of a case: its market, its breakdowns, its findings, the text of its pages."""

import functools
import shutil
import tempfile
from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

from lxml import html

from scripts.audit import Report, audit
from scripts.derive import Breakdown, Derivations, derive
from scripts.load import DataError, load_catalog
from scripts.model import Catalog, Claim, Finding, Grade, Market
from tests.commands import ROOT

HERE = Path(__file__).parent
ACCUSING = {Grade.CONTRADICTION, Grade.QUESTION}


def laid_out(case: str, data: Path) -> Path:
    """A data folder with the case's market and sources, and the words of our own codelists."""
    shutil.copytree(ROOT / "data" / "codelists", data / "codelists")
    shutil.copytree(HERE / case, data, dirs_exist_ok=True)
    return data


@functools.cache
def catalog(case: str) -> Catalog:
    """All that the case's folder holds. Raises DataError."""
    with tempfile.TemporaryDirectory() as folder:
        return load_catalog(laid_out(case, Path(folder) / "data"))


def market(case: str) -> Market:
    """The case's only market."""
    return catalog(case).markets["m"]


@functools.cache
def derived(case: str) -> Derivations:
    """What follows from the case's claims."""
    return derive(market(case))


@functools.cache
def report(case: str) -> Report:
    """What the rules find in the case."""
    return audit(market(case), catalog(case))


def faults(case: str) -> list[str]:
    """What is refused when the case is read, one line each."""
    try:
        catalog(case)
    except DataError as error:
        return [str(problem) for problem in error.problems]
    return []


def errors(case: str) -> list[str]:
    """What stops the case: what is refused when it is read, or else the audit's errors."""
    if refused := faults(case):
        return refused
    return [f"{f.place}: {f.title}" for f in report(case).findings if f.grade is Grade.ERROR]


def accusations(case: str) -> set[tuple[str, str]]:
    """Rule and grade of each contradiction and open question."""
    return {(f.rule, f.grade.name.lower()) for f in report(case).findings if f.grade in ACCUSING}


def contradictions(case: str, *subjects: str) -> list[Finding]:
    """The contradictions that name all of these claims."""
    return [
        finding
        for finding in report(case).findings
        if finding.grade is Grade.CONTRADICTION and set(subjects) <= set(finding.subjects)
    ]


def examined(case: str, rule: str) -> int:
    """How many cases a rule examined: none means that its silence says nothing."""
    return report(case).checks[rule]


def breakdown(
    case: str,
    dimension: str,
    parent: str = "",
    of: str = "",
    within: tuple[tuple[str, str], ...] | None = None,
) -> Breakdown:
    """The latest breakdown by this dimension, of the whole or of one segment, by one measure if `of` names it.

    `within` names a segment of another dimension that is broken down.
    """
    fitting = [
        one
        for one in derived(case).breakdowns
        if (one.dimension, one.parent) == (dimension, parent)
        and (not of or (one.of is not None and one.of.code == of))
        and within in {None, one.segments}
    ]
    assert fitting, f"{case} has no breakdown by {dimension} of {parent or 'the whole'}"
    return max(fitting, key=lambda one: one.period.text if one.period else "")


def shares(broken_down: Breakdown) -> dict[str, str]:
    """The share of each part in per cent to one decimal, in the order in which readers see them."""
    return {
        part.code: str(part.share.point.quantize(Decimal("0.1"), ROUND_HALF_UP))
        for part in broken_down.published
        if part.share
    }


def sizes(broken_down: Breakdown) -> dict[str, str]:
    """The printed size of each part."""
    return {part.code: part.size.printed.text for part in broken_down.parts if part.size}


def whole(broken_down: Breakdown) -> str:
    """The printed size of the whole; empty if none is published."""
    return _text(broken_down.whole)


def leader(broken_down: Breakdown) -> str:
    """The code of the part that leads; empty if none does."""
    return broken_down.leader.code if broken_down.leader else ""


def headline(case: str) -> tuple[str, str, str]:
    """The printed size, target and growth that lead; empty where none does."""
    leading = market(case).headline
    size, target, growth = leading.size, leading.target, leading.growth
    return _text(size), _text(target), _text(growth)


def _text(claim: Claim | None) -> str:
    return claim.printed.text if claim else ""


def estimated(case: str) -> set[str]:
    """The printed sizes by all who estimate the market itself, whole."""
    mine = [one for one in derived(case).estimates if one.own and one.is_whole]
    return {claim.printed.text for one in mine for claim in one.sizes}


def superseded(case: str) -> set[str]:
    """The claims that a newer edition has replaced."""
    return {claim.id for claim in market(case).claims.values() if claim.superseded}


def computed_from(case: str, *claims: str) -> list[str]:
    """The ids of computed values that rest on all of these claims."""
    return [name for name, value in derived(case).values.items() if set(claims) <= set(value.inputs)]


def amounts(case: str) -> set[str]:
    """Every computed value in money, to one decimal."""
    return {
        str(value.point.quantize(Decimal("0.1"), ROUND_HALF_UP))
        for value in derived(case).values.values()
        if value.unit.currency
    }


def one_data_folder(cases: Iterable[str], data: Path) -> Path:
    """A data folder in which each case is a market of its own, so that one build shows them all."""
    shutil.copytree(ROOT / "data" / "codelists", data / "codelists")
    for case in cases:
        target = data / "markets" / case
        shutil.copytree(HERE / case / "markets" / "m", target)
        rows = target / "observations.csv"
        text = rows.read_text(encoding="utf-8").replace(",gartner/", f",gartner/{case}-")
        rows.write_text(text, encoding="utf-8")
        for source in sorted((HERE / case / "sources" / "gartner").iterdir()):
            renamed = data / "sources" / "gartner" / f"{case}-{source.name}"
            renamed.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, renamed)
    return data


def page_text(page: Path) -> str:
    """What a reader reads on a page: its title, description and article, in single spaces."""
    document = html.fromstring(page.read_bytes())
    said = [
        *document.xpath("//head/title/text()"),
        *document.xpath("//head/meta[@name='description']/@content"),
    ]
    for article in document.xpath("//article"):
        for unread in article.xpath(".//script | .//style"):
            unread.drop_tree()
        said.append(article.text_content())
    return " ".join(" ".join(said).split())
