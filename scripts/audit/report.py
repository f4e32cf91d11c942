"""The audit of a catalog: all rules on all markets, with what the analysts have accepted."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from scripts.audit.guide import Guide, guide, name
from scripts.audit.rule import grouped
from scripts.audit.rules import HOUSE_RULES, RULES
from scripts.audit.sourcing import unused_exception
from scripts.model import PORTFOLIO, Catalog, Finding, Grade, Held, Market, UnitKind
from scripts.notation import counted

ORDER = {grade: place for place, grade in enumerate(Grade)}
# More findings of one rule and one source than these are told as one, with the worst of them.
SINGLE, SHOWN = 12, 3
# How near a finding is to the figures that lead: theirs, the market's own, a part's; then what it weighs by itself.
NEAREST, NEAR, OWN, HEAVIEST = 300, 200, 100, 99


@dataclass(frozen=True, slots=True)
class Report:
    """A market's findings, the gravest grade first, of one grade by consequence for the leading figures (`weight`).

    `accepted` holds the reasons given for some of them, by finding id; `checks` how many cases each rule examined, in
    the order of the rules. Of the market's followed figures (`figures`) `unread` are those that no rule could hold against
    another one; `earlier` counts those of earlier editions that none did. `together` counts cases that are told in one finding with others; `made_ids` the ids made from their rows.
    """

    market: str
    findings: tuple[Finding, ...]
    accepted: Mapping[str, str]
    checks: Mapping[str, int]
    figures: int = 0
    unread: tuple[str, ...] = ()
    together: int = 0
    made_ids: tuple[str, ...] = ()
    earlier: int = 0

    @property
    def rules(self) -> tuple[str, ...]:
        """All rules, in their order."""
        return tuple(self.checks)

    @property
    def examined(self) -> int:
        """Cases that were examined, by all rules together."""
        return sum(self.checks.values())

    @property
    def passed(self) -> int:
        """Cases that were examined and found sound."""
        return self.examined - self.together - sum(finding.rule in self.checks for finding in self.findings)

    @property
    def open(self) -> tuple[Finding, ...]:
        """Findings that nobody has accepted."""
        return tuple(finding for finding in self.findings if finding.id not in self.accepted)

    @property
    def failing(self) -> tuple[str, ...]:
        """Rules that found something, in the order of the rules."""
        fired = {finding.rule for finding in self.findings}
        return tuple(rule for rule in self.rules if rule in fired)

    @property
    def holding(self) -> tuple[str, ...]:
        """Rules that examined something and found nothing wrong."""
        return tuple(rule for rule in self.rules if self.checks[rule] and rule not in self.failing)

    @property
    def idle(self) -> tuple[str, ...]:
        """Rules that had nothing to examine: no assurance, and no fault."""
        return tuple(rule for rule in self.rules if not self.checks[rule])

    def graded(self, grade: Grade) -> tuple[Finding, ...]:
        """The findings of one grade."""
        return tuple(finding for finding in self.findings if finding.grade is grade)

    def about(self, subject: str) -> tuple[Finding, ...]:
        """The findings that name a claim, event or study."""
        return tuple(finding for finding in self.findings if subject in finding.subjects)

    @property
    def stops(self) -> bool:
        """Whether something must be mended before publication."""
        return any(finding.stops for finding in self.open)


def audit(market: Market, catalog: Catalog) -> Report:
    """Apply every rule to a market."""
    cases = {name(rule): list(rule(market, catalog)) for rule in RULES}
    accepted = {entry.finding: entry.reason for entry in market.accepted_findings}
    findings = _told_together(market, _found(cases), accepted)
    ids = {finding.id for finding in findings}
    together = len(_found(cases)) - len(findings)
    cases[name(unused_exception)] = unused = list(unused_exception(market, ids))
    weighed = [replace(f, weight=_consequence(market, f)) for f in (*findings, *_found({"": unused}))]
    figures = [c.id for c in market.followed if c.unit.kind is not UnitKind.RANK]
    read, found, counts = _read(cases), worst_first(weighed), _counted(cases)
    unread = tuple(figure for figure in figures if figure not in read)
    earlier = sum(c.superseded and c.id not in read for c in market.in_order)
    reasons = {finding: reason for finding, reason in accepted.items() if finding in ids}
    return Report(market.id, found, reasons, counts, len(figures), unread, together, market.made_ids, earlier)


def audit_house(catalog: Catalog) -> Report:
    """Apply the rules on what belongs to no single market."""
    cases = {name(rule): list(rule(catalog)) for rule in HOUSE_RULES}
    return Report(PORTFOLIO, worst_first(_found(cases)), {}, _counted(cases))


def guides() -> tuple[Guide, ...]:
    """What each rule on a market says of itself, in the order in which readers see them."""
    return (*map(guide, RULES), guide(unused_exception))


def worst_first(found: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings in the order in which they are read: by grade, consequence and file; the order of rows makes no difference."""
    return tuple(sorted(found, key=lambda f: (ORDER[f.grade], -f.weight, f.place.file, f.id)))


def _found(cases: Mapping[str, list[Finding | Held]]) -> list[Finding]:
    return [case for examined in cases.values() for case in examined if isinstance(case, Finding)]


def _counted(cases: Mapping[str, list[Finding | Held]]) -> dict[str, int]:
    return {rule: len(examined) for rule, examined in cases.items()}


def _read(cases: Mapping[str, list[Finding | Held]]) -> set[str]:
    """What rules that compute have read; a date or a locator that is looked at tells nothing of a number."""
    computing = {name(rule) for rule in RULES if not guide(rule).arithmetic.startswith("none")}
    return {one for rule in computing for case in cases[rule] for one in case.subjects}


def _told_together(market: Market, findings: list[Finding], accepted: Mapping[str, str]) -> list[Finding]:
    """Many findings of one rule, one grade and one source are one that counts them: one column is at fault, not each row."""
    free = [f for f in findings if f.subjects and f.id not in accepted]
    cited = [(f, claim.source) for f in free if (claim := market.claims.get(f.subjects[0]))]
    groups = grouped(cited, lambda one: (one[0].rule, one[0].grade, one[1].slug if one[1] else "no-source"))
    many = {key: worst_first(f for f, _ in some) for key, some in groups.items() if len(some) > SINGLE}
    told = {id(finding) for some in many.values() for finding in some}
    single = [finding for finding in findings if id(finding) not in told]
    return [*single, *(_together(source, some) for (_, _, source), some in many.items())]


def _together(source: str, findings: tuple[Finding, ...]) -> Finding:
    first, *others = findings
    title = f"{first.title}; and {counted(len(others), 'finding')} more like it, of one source"
    said = [first.arithmetic, *(f"{other.title}: {other.arithmetic}" for other in others[: SHOWN - 1])]
    subjects = tuple(dict.fromkeys(subject for finding in findings for subject in finding.subjects))
    return replace(first, topic=source, title=title, arithmetic="; ".join(said), subjects=subjects)


def _consequence(market: Market, finding: Finding) -> int:
    """How much a finding touches what leads: first those that name the headline's figures, then the market's own."""
    head = {c.id for c in (market.headline.size, market.headline.target, market.headline.growth) if c}
    claims = [market.claims[subject] for subject in finding.subjects if subject in market.claims]
    if head & set(finding.subjects):
        near = NEAREST
    elif any(market.is_own_whole(claim) for claim in claims):
        near = NEAR
    else:
        near = OWN if any(not claim.scope for claim in claims) else 0
    return near + min(finding.weight, HEAVIEST)
