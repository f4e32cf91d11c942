"""What other editions of a publication say of the same thing, and which of them leads."""

from dataclasses import dataclass

from scripts.derive import newest, other_editions
from scripts.model import Claim, Market
from scripts.notation import full, moment


@dataclass(frozen=True, slots=True)
class OtherEdition:
    """A claim of another edition, with the words before its figure: `revised from `."""

    words: str
    claim: Claim


def editions(market: Market, claim: Claim) -> tuple[OtherEdition, ...]:
    """What other editions say of the same thing, the newest first."""
    return tuple(OtherEdition(_words(claim, other), other) for other in other_editions(market, claim))


def _words(claim: Claim, other: Claim) -> str:
    if full(other) == full(claim):
        return "the same, "
    days = [_published(one) for one in (claim, other)]
    if not all(days):
        return "another edition says "
    return f"revised {'to' if days[1] > days[0] else 'from'} "


def _published(claim: Claim) -> str:
    return claim.source.published.text if claim.source and claim.source.published else ""


def replaced(market: Market, claim: Claim) -> str:
    """That a newer edition has replaced the one of a claim, as a sentence; nothing where it leads."""
    if not claim.superseded:
        return ""
    day = newest(market, claim)
    if day is None:
        return "Another edition of this publication leads here."
    return f"A newer edition, of {moment(day)}, has replaced this one."
