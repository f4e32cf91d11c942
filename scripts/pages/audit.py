"""The audit in front of the reader: a page for each rule, and the findings of all markets together."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from scripts.audit import HOUSE_RULES, Guide, Report, guide, guides, name
from scripts.model import Finding, Grade
from scripts.model.addresses import draft, rule_address
from scripts.pages.environment import rendered
from scripts.pages.leads import arithmetic
from scripts.pages.page import Fragment, Page
from scripts.pages.view import MarketView

# More rows than these say nothing more; the rest is counted.
MOST_MARKETS, MOST_FINDINGS = 60, 12


@dataclass(frozen=True, slots=True)
class Applied:
    """A rule in all markets: cases examined and what was found, as pairs of view and finding, gravest first."""

    guide: Guide
    cases: int
    found: tuple[tuple[MarketView, Finding], ...]

    @property
    def markets(self) -> int:
        """Markets in which it finds something."""
        return len({view.market.id for view, _ in self.found})


def rule_pages(views: Sequence[MarketView], house: Report) -> list[Page]:
    """A page for each rule, at `/methodology/rules/<rule>/`."""
    of_house = [Applied(guide(rule), house.checks[name(rule)], ()) for rule in HOUSE_RULES]
    return [_rule_page(applied, views, house) for applied in (*_applied(views), *of_house)]


def audit_fragment(views: Sequence[MarketView], house: Report) -> Fragment:
    """The audit of all markets, for `/audit/`."""
    found = [finding for view in views for finding in view.report.findings]
    across = [(view, f) for view in views for f in view.report.findings if f.rule in ACROSS]
    return Fragment(
        "audit",
        rendered(
            "audit.html.j2",
            views=sorted(
                views,
                key=lambda view: (*(-len(view.graded(grade)) for grade in Grade), view.market.short_title),
            ),
            rules=_applied(views),
            examined=sum(view.report.examined for view in views),
            grades=[(grade.value, sum(f.grade is grade for f in found)) for grade in Grade],
            found=len(found),
            across=across[:MOST_MARKETS],
            house=house,
            arithmetic=arithmetic,
        ),
    )


# Rules that hold markets against each other.
ACROSS = ("child-exceeds-parent",)


def _applied(views: Iterable[MarketView]) -> list[Applied]:
    found: dict[str, list[tuple[MarketView, Finding]]] = {}
    cases: dict[str, int] = {}
    for view in views:
        for rule, count in view.report.checks.items():
            cases[rule] = cases.get(rule, 0) + count
        for finding in view.report.findings:
            found.setdefault(finding.rule, []).append((view, finding))
    return [
        Applied(told, cases.get(told.name, 0), tuple(sorted(found.get(told.name, ()), key=_order)))
        for told in guides()
    ]


def _order(pair: tuple[MarketView, Finding]) -> tuple[int, int, str, str]:
    view, finding = pair
    return list(Grade).index(finding.grade), -finding.weight, view.market.id, finding.id


def _rule_page(applied: Applied, views: Sequence[MarketView], house: Report) -> Page:
    told = applied.guide
    examined = [view for view in views if view.report.checks.get(told.name)]
    body = rendered(
        "rule.md.j2",
        rule=told,
        applied=applied,
        examined=examined[:MOST_MARKETS],
        more=len(examined) - MOST_MARKETS,
        findings=applied.found[:MOST_FINDINGS],
        of_house=[finding for finding in house.findings if finding.rule == told.name],
        root="../../../",
        arithmetic=arithmetic,
    )
    title = f"Rule: {told.name}"
    return Page(draft(rule_address(told.name)), title, f"{told.says} {told.why}"[:200], body, (), "")
