"""Rules on superlatives: fastest by how much, largest by how much?"""

from collections.abc import Iterator

from scripts.model import WORLD, Catalog, Claim, Finding, Market, Role, Severity
from scripts.notation import counted, lower_first, publisher, segments

NEEDS = {
    Role.GROWTH_RANK: (Role.GROWTH, "fastest-growing", "rate"),
    Role.SHARE_RANK: (Role.SHARE, "largest", "share"),
}


def superlative_without_number(market: Market, _catalog: Catalog) -> Iterator[Finding]:
    """Who calls a segment or region the fastest-growing or the largest should give its rate or its share.

    A rank without a number cannot be checked, compared or wrong.
    """
    for claim in market.claims.values():
        if claim.measure.role in NEEDS and claim.printed.value == 1:
            role, word, number = NEEDS[claim.measure.role]
            if not any(_is_number_for(other, claim, role) for other in market.claims.values()):
                places = len(claim.locator.split(";")) if claim.locator else 0
                where = f" in {counted(places, 'place')}" if places else ""
                yield Finding(
                    market.id,
                    "superlative-without-number",
                    claim.id,
                    Severity.WARNING,
                    f"{_who(market, claim)} is called {word}, without a number",
                    f"said by {publisher(claim)}{where}; the same source publishes no {number} for it",
                    (claim.id,),
                    claim.place,
                    4,
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
    place = [claim.region.name] if claim.region.code != WORLD or not parts else []
    who = ", ".join([*parts, *place])
    return f"{who} ({lower_first(market.scopes[claim.scope].name)})" if claim.scope else who
