"""The rule on copies: one figure of one source, entered under two markets, is one figure."""

from collections.abc import Iterator

from scripts.audit.rule import finding, held
from scripts.model import Catalog, Claim, Finding, Grade, Held, Market, Role, Scope
from scripts.notation import full, publisher, when

COMPARED = {Role.SIZE, Role.VOLUME, Role.GROWTH, Role.SHARE}


def copies_disagree(market: Market, catalog: Catalog) -> Iterator[Finding | Held]:
    """A figure that stands under two markets must read alike in both.

    What is a market of its own may be a neighbouring field of another one: then both hold the same figures of the same
    sources, and one that differs was mistyped in one of them. A scope is that market where it bears its id or its name.

    Arithmetic: none; the values are compared, in single units of the currency.

    Fires: one source gives CAR-T cell therapy USD 8.44 bn in its own market, and 8.14 bn in that of personalized cell therapy.

    Silent: USD 7.25 bn in the one and USD 7,250 m in the other.
    """
    for scope in market.scopes.values():
        other = _market_of(scope, market, catalog)
        if other is None:
            continue
        theirs = {_key(claim): claim for claim in other.in_order if _is_compared(claim, "")}
        for claim in market.in_order:
            copy = theirs.get(_key(claim)) if _is_compared(claim, scope.code) else None
            if copy:
                yield held(claim) if _value(claim) == _value(copy) else _differ(market, claim, other, copy)


def _market_of(scope: Scope, market: Market, catalog: Catalog) -> Market | None:
    """The market that a scope is: by its id, else by its name."""
    if scope.code in catalog.markets and scope.code != market.id:
        return catalog.markets[scope.code]
    named = (one for one in catalog.markets.values() if one.short_title.casefold() == scope.name.casefold())
    return next((one for one in named if one is not market), None)


def _is_compared(claim: Claim, scope: str) -> bool:
    return (
        claim.scope == scope
        and claim.is_whole
        and claim.measure.role in COMPARED
        and claim.source is not None
    )


def _key(claim: Claim) -> tuple[str, ...]:
    """Where a figure stands: its source, measure, region and period."""
    period = claim.period.text if claim.period else ""
    return (
        claim.source_id,
        claim.measure.code,
        claim.region.code,
        period,
        claim.unit.currency or "",
        claim.title,
    )


def _value(claim: Claim) -> object:
    low, high = claim.printed.ends
    return low * claim.unit.factor, high * claim.unit.factor, claim.qualifier


def _differ(market: Market, claim: Claim, other: Market, copy: Claim) -> Finding:
    return finding(
        copies_disagree,
        market,
        claim,
        grade=Grade.ERROR,
        title=f"{full(claim)} here is {full(copy)} in the market {other.id}",
        arithmetic=f"both are {claim.measure.name} for {when(claim)} by {publisher(claim)}; correct the one that was mistyped "
        f"({claim.id} here, {copy.id} there)",
        weight=15,
    )
