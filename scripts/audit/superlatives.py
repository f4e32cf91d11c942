"""Rules on superlatives: fastest by how much, largest by how much?"""

from collections.abc import Iterator

from scripts.audit.rule import finding
from scripts.model import HELD, Catalog, Claim, Finding, Held, Market, Role
from scripts.notation import counted, lower_first, publisher, segments

NEEDS = {
    Role.GROWTH_RANK: (Role.GROWTH, "fastest-growing", "rate"),
    Role.SHARE_RANK: (Role.SHARE, "largest", "share"),
}


def superlative_without_number(market: Market, _catalog: Catalog) -> Iterator[Finding | Held]:
    """Who calls a segment or region the fastest-growing or the largest should give its rate or its share.

    A rank without a number cannot be checked, compared or wrong. It is a note, as only a text was read and not the whole report.

    Arithmetic: none; the same source is searched for a rate, or a share, of the same segment and region.

    Fires: Asia Pacific is called the fastest-growing region, and its source prints no rate for it.

    Silent: hospitals are called the largest end user, with a share of 58.2 %.
    """
    for claim in market.followed:
        if claim.measure.role not in NEEDS or claim.printed.value != 1:
            continue
        role, word, number = NEEDS[claim.measure.role]
        if any(_is_number_for(other, claim, role) for other in market.followed):
            yield HELD
            continue
        places = len(claim.locator.split(";")) if claim.locator else 0
        where = f" in {counted(places, 'place')}" if places else ""
        yield finding(
            superlative_without_number,
            market,
            claim,
            title=f"{_who(market, claim)} is called {word}, without a number in the text that was read",
            arithmetic=f"said by {publisher(claim)}{where}; the text that was read gives no {number} for it",
            weight=4,
        )


def _is_number_for(other: Claim, claim: Claim, role: Role) -> bool:
    return other.measure.role == role and (other.source_id, other.scope, other.region, other.segments) == (
        claim.source_id,
        claim.scope,
        claim.region,
        claim.segments,
    )


def _who(market: Market, claim: Claim) -> str:
    parts = segments(market, claim)
    place = [claim.region.name] if claim.region.code != market.geography.code or not parts else []
    who = ", ".join([*parts, *place])
    return f"{who} ({lower_first(market.scopes[claim.scope].name)})" if claim.scope else who
