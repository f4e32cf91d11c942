"""The audit of a catalog: all rules on all markets, with what the analysts have accepted."""

from dataclasses import dataclass

from scripts.audit.rules import RULES, name
from scripts.model import AcceptedFinding, Catalog, Finding, Market, Severity

ORDER = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTICE: 2}


@dataclass(frozen=True, slots=True)
class Report:
    """A market's findings, worst first; `accepted` holds the reasons given for some of them, by finding id."""

    market: str
    findings: tuple[Finding, ...]
    accepted: dict[str, str]
    rules: tuple[str, ...]

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
        """Rules that found nothing."""
        return tuple(rule for rule in self.rules if rule not in self.failing)

    def about(self, subject: str) -> tuple[Finding, ...]:
        """The findings that name a claim, event or study."""
        return tuple(finding for finding in self.findings if subject in finding.subjects)

    @property
    def stops(self) -> bool:
        """Whether something must be mended before publication."""
        return any(finding.stops for finding in self.open)


def audit(market: Market, catalog: Catalog) -> Report:
    """Apply every rule to a market."""
    found = [finding for rule in RULES for finding in rule(market, catalog)]
    ids = {finding.id for finding in found}
    accepted = {entry.finding: entry.reason for entry in market.accepted_findings if entry.finding in ids}
    found += [_unused(market, entry) for entry in market.accepted_findings if entry.finding not in ids]
    found.sort(key=lambda finding: (ORDER[finding.severity], -finding.weight, finding.place, finding.id))
    return Report(market.id, tuple(found), accepted, tuple(name(rule) for rule in RULES))


def _unused(market: Market, entry: AcceptedFinding) -> Finding:
    """An accepted finding that no longer fires hides nothing and must go, or the next one hides behind it."""
    return Finding(
        market.id,
        "unused-exception",
        entry.finding,
        Severity.ERROR,
        f"the accepted finding “{entry.finding}” no longer fires",
        "remove it from accepted_findings in market.yml",
        (),
        entry.place,
    )
