"""What a rule finds, and how many cases it examined."""

from scripts.audit.rules import Rule
from scripts.model import Finding, Held, Market
from tests.factory import catalog


def findings(rule: Rule, market: Market, *others: Market) -> list[Finding]:
    """The findings of a rule on a market, in a catalog that holds `others` as well."""
    return [case for case in cases(rule, market, *others) if isinstance(case, Finding)]


def cases(rule: Rule, market: Market, *others: Market) -> list[Finding | Held]:
    """Everything that a rule examined."""
    return list(rule(market, catalog(market, *others)))
