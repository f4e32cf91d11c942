"""All that is derived of one market, worked out once and handed on."""

from dataclasses import dataclass

from scripts.derive.estimates import Estimate, estimates
from scripts.derive.outlook import Outlook, outlook, rival_bases
from scripts.derive.shares import Breakdown, breakdowns
from scripts.derive.trials import Trial, trials
from scripts.model import Claim, Market


@dataclass(frozen=True, slots=True)
class Derivations:
    """What follows from a market's claims."""

    outlook: Outlook | None
    breakdowns: tuple[Breakdown, ...]
    estimates: tuple[Estimate, ...]
    trials: tuple[Trial, ...]
    bases: tuple[Claim, ...]


def derive(market: Market) -> Derivations:
    """Work out everything that follows from a market's claims."""
    return Derivations(
        outlook(market), breakdowns(market), estimates(market), trials(market), rival_bases(market)
    )
