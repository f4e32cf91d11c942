"""The rule on exceptions: what our analysts have accepted must still be there. It runs after all others, on what they found."""

from collections.abc import Iterator, Set

from scripts.audit.rule import finding
from scripts.model import HELD, AcceptedFinding, Finding, Grade, Held, Market


def unused_exception(market: Market, found: Set[str]) -> Iterator[Finding | Held]:
    """A finding that is accepted must still be found.

    An accepted finding that no longer fires hides nothing and must go, or the next one would hide behind it. It is an
    error of ours, and stops publication.

    Arithmetic: none; the ids under `accepted_findings` are looked up among the findings.

    Fires: `growth-triangle-cagr-2023-2033` is accepted, and the rate was corrected since.

    Silent: `growth-triangle-cagr-2023-2033` is accepted, and the three figures still do not fit.
    """
    for entry in market.accepted_findings:
        yield HELD if entry.finding in found else _unused(market, entry)


def _unused(market: Market, entry: AcceptedFinding) -> Finding:
    return finding(
        unused_exception,
        market,
        None,
        topic=entry.finding,
        grade=Grade.ERROR,
        title=f"the accepted finding “{entry.finding}” no longer fires",
        arithmetic="remove it from accepted_findings in market.yml",
        place=entry.place,
    )
