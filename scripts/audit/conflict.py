"""Rules on conflict: one thing stated twice, differently."""

from collections.abc import Iterator
from decimal import Decimal

from scripts.derive.precision import in_base_units
from scripts.model import Catalog, Claim, Finding, Key, Market, Role, Severity, Status
from scripts.notation import counted, full, listing, period, subject

COMPARED = {Role.SIZE, Role.GROWTH, Role.SHARE}


def same_key_conflict(market: Market, _catalog: Catalog) -> Iterator[Finding]:
    """Claims of the same measure, scope, segment, region and period should state the same value.

    Differences that rounding explains are none. Within one source a conflict is a warning: one of its figures is
    wrong. Between sources it is a notice: they disagree, and we never average them.
    """
    groups: dict[Key, list[Claim]] = {}
    for claim in market.claims.values():
        if claim.measure.role in COMPARED:
            groups.setdefault(claim.key, []).append(claim)
    for claims in groups.values():
        by_source: dict[str, list[Claim]] = {}
        for claim in claims:
            by_source.setdefault(claim.source_id, []).append(claim)
        inside = [same for same in by_source.values() if _disagree(same)]
        for same in inside:
            yield _conflict(market, same, Severity.WARNING)
        if not inside and _disagree(claims):
            yield _conflict(market, claims, Severity.NOTICE)


def _disagree(claims: list[Claim]) -> bool:
    known = [in_base_units(claim) for claim in claims]
    return max(value.low for value in known) > min(value.high for value in known)


def _conflict(market: Market, claims: list[Claim], severity: Severity) -> Finding:
    ordered = sorted(claims, key=lambda claim: in_base_units(claim).point)
    first, last = ordered[0], ordered[-1]
    sources = len({claim.source_id for claim in claims})
    who = counted(sources, "source") if sources > 1 else "One source"
    verb = "give" if sources > 1 else "gives"
    spread = (
        (in_base_units(last).point / in_base_units(first).point) if in_base_units(first).point else Decimal(0)
    )
    return Finding(
        market.id,
        "same-key-conflict",
        first.id if severity == Severity.NOTICE else f"{first.id}-{last.id}",
        severity,
        f"{who[0].upper()}{who[1:]} {verb} “{subject(market, first)}” in {period(first.period)} as {full(first)} to {full(last)}",
        f"{listing([full(claim) for claim in ordered])}: the digits printed leave no common value",
        tuple(claim.id for claim in ordered),
        first.place,
        int(spread),
    )


def horizon_conflict(market: Market, _catalog: Catalog) -> Iterator[Finding]:
    """One forecast amount of one source must not be dated to two years.

    The same figure for two target years means that a forecast was moved without being recalculated, or misdated.
    """
    groups: dict[tuple[object, ...], list[Claim]] = {}
    for claim in market.claims.values():
        if claim.measure.role == Role.SIZE and claim.status == Status.FORECAST:
            place = (claim.source_id, claim.scope, tuple(claim.segments.items()), claim.region.code)
            groups.setdefault((*place, in_base_units(claim).point), []).append(claim)
    for claims in groups.values():
        years = sorted({claim.period.start.text for claim in claims if claim.period})
        if len(years) > 1:
            yield Finding(
                market.id,
                "horizon-conflict",
                "-".join(claim.id for claim in claims),
                Severity.WARNING,
                f"{full(claims[0])} is dated both {listing(years)}",
                f"the same source gives {listing([f'{full(claim)} for {period(claim.period)}' for claim in claims])}; "
                "a market that grows is not the same size in two years",
                tuple(claim.id for claim in claims),
                claims[-1].place,
                10,
            )
