"""The audit of a catalog: all rules on all markets, with what the analysts have accepted."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from scripts.audit.exceptions import unused_exception
from scripts.audit.guide import Guide, guide, name
from scripts.audit.rules import HOUSE_RULES, RULES
from scripts.model import PORTFOLIO, Catalog, Finding, Held, Market, Severity

ORDER = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTICE: 2}


@dataclass(frozen=True, slots=True)
class Report:
    """A market's findings, worst first.

    `accepted` holds the reasons given for some of them, by finding id; `checks` how many cases each rule examined, in
    the order of the rules.
    """

    market: str
    findings: tuple[Finding, ...]
    accepted: Mapping[str, str]
    checks: Mapping[str, int]

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
        return self.examined - sum(finding.rule in self.checks for finding in self.findings)

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
    ids = {finding.id for finding in _found(cases)}
    cases[name(unused_exception)] = list(unused_exception(market, ids))
    accepted = {entry.finding: entry.reason for entry in market.accepted_findings if entry.finding in ids}
    return Report(market.id, worst_first(_found(cases)), accepted, _counted(cases))


def audit_house(catalog: Catalog) -> Report:
    """Apply the rules on what belongs to no single market."""
    cases = {name(rule): list(rule(catalog)) for rule in HOUSE_RULES}
    return Report(PORTFOLIO, worst_first(_found(cases)), {}, _counted(cases))


def _found(cases: Mapping[str, list[Finding | Held]]) -> list[Finding]:
    return [case for examined in cases.values() for case in examined if isinstance(case, Finding)]


def _counted(cases: Mapping[str, list[Finding | Held]]) -> dict[str, int]:
    return {rule: len(examined) for rule, examined in cases.items()}


def guides() -> tuple[Guide, ...]:
    """What each rule on a market says of itself, in the order in which readers see them."""
    return (*map(guide, RULES), guide(unused_exception))


def worst_first(found: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings in the order in which they are read: by severity, weight and place."""
    return tuple(sorted(found, key=lambda f: (ORDER[f.severity], -f.weight, f.place, f.id)))
