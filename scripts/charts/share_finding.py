"""What a breakdown finds, in one sentence: who leads, as far as the published shares can tell."""

from scripts import notation
from scripts.charts.subtitles import within
from scripts.charts.typography import brief
from scripts.derive import REGION, Breakdown, Derivations, Part
from scripts.model import Market, Quantity
from scripts.notation.figures import opened

MOST_NAMED = 3
DECIMALS = 1


def per_cent(share: Quantity, least: int = -1) -> str:
    """A computed share with a decimal or two and no more than are known."""
    decimals = min(notation.supported_decimals(share), DECIMALS if abs(share.point) >= 1 else 2)
    return opened(share, notation.share(notation.number(share.point, max(decimals, least))))


def text(part: Part) -> str:
    """A share as published or, where it follows from a size, computed."""
    if part.computed:
        return per_cent(part.computed)
    assert part.claim  # else nothing would be known of it
    return notation.full(part.claim)


def left(breakdown: Breakdown) -> str:
    """The remainder in whole per cent at least: rounding of many parts would leave it no digit at all."""
    rest = breakdown.remainder
    assert rest is not None  # the caller has looked
    return per_cent(rest, least=0)


def kind(breakdown: Breakdown) -> str:
    """What its parts are called."""
    return "regions" if breakdown.code == REGION else "segments"


def leads(derivations: Derivations, breakdown: Breakdown) -> bool:
    """Whether no part can be larger than the leader: nothing is left, or less than the leader has, or its source says so."""
    leader = breakdown.leader
    if leader is None or leader.share is None:
        return False
    if not breakdown.has_remainder or breakdown.remainder is None:
        return True
    called = any(known.capped for known in derivations.concentrations if known.breakdown is breakdown)
    return called or breakdown.remainder.opened.high <= leader.share.low


def title(market: Market, derivations: Derivations, breakdown: Breakdown) -> str:
    """Who leads, of what; without a verb that would have to know singular from plural."""
    divided = within(market, breakdown)
    found = _finding(derivations, breakdown)
    return f"{brief(divided)}: {found}" if divided else found


def _finding(derivations: Derivations, breakdown: Breakdown) -> str:
    first = breakdown.leader
    if first is None or first.share is None:
        rest = breakdown.published[0]
        return f"Only the rest has a published share, {brief(rest.name)} at {text(rest)}"
    best, surely = first.share.point, leads(derivations, breakdown)
    named = [part for part in breakdown.published if not part.residual]
    tied = [part for part in named if part.share and part.share.point == best]
    if best == 0:
        return f"No {notation.lower_first(breakdown.name)} has a published share above zero"
    if len(tied) > 1:
        who = f"{len(tied)} {kind(breakdown)}"
        if len(tied) <= MOST_NAMED:
            who = notation.listing([brief(part.name) for part in tied])
        told = "share the lead at" if surely else "have the largest known shares,"
        return f"{who} {told} {text(first)} each"
    if len(named) == 1:
        known = "part with a published size" if first.computed else "published share"
        only = f"the only {known}" if breakdown.has_remainder else "the whole of it"
        if breakdown.remainder is not None and breakdown.remainder.high < 0:
            only = "more than the whole"
        alone = only if len(breakdown.published) == 1 else "the only part named with a share"
        return f"{brief(first.name)} at {text(first)}, {alone}"
    if breakdown.remainder is not None and breakdown.remainder.high < 0:
        if first.share.low > 100:
            return f"{brief(first.name)} alone at {text(first)}, more than the whole"
        return f"The parts add to more than the whole, {brief(first.name)} first at {text(first)}"
    second = named[1]
    if not surely:
        return f"Largest known share: {brief(first.name)} at {text(first)}, before {brief(second.name)} at {text(second)}"
    next_is = " next" if _is_next(breakdown, second) else ""
    return (
        f"{brief(first.name)} in the lead at {text(first)}, {brief(second.name)}{next_is} at {text(second)}"
    )


def _is_next(breakdown: Breakdown, second: Part) -> bool:
    """Whether nothing unpublished can stand between."""
    rest = breakdown.remainder if breakdown.has_remainder else None
    return rest is None or (second.share is not None and rest.opened.high <= second.share.low)
