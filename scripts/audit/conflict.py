"""Rules on conflict: one thing stated twice, differently."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from scripts.derive.growth import cagr
from scripts.derive.precision import allowed, in_base_units, quantity
from scripts.model import (
    HELD,
    TOTAL,
    WORLD,
    Catalog,
    Claim,
    Finding,
    Held,
    Key,
    Market,
    Role,
    Severity,
    Status,
)
from scripts.notation import counted, full, listing, period, publisher, subject, whose

COMPARED = {Role.SIZE, Role.GROWTH, Role.SHARE}


def same_key_conflict(market: Market, _catalog: Catalog) -> Iterator[Finding | Held]:
    """Claims of the same measure, scope, segment, region and period should state the same value.

    Differences that rounding explains are none, nor is 60 % beside more than 50 %. Within one source a conflict is a
    warning: one of its figures is wrong. Between sources it is a notice: they disagree, and we never average them.

    Arithmetic: each figure stands for all values that round to it; the largest lower end is compared with the smallest
    upper end.

    Fires: USD 2 bn and USD 11.4 bn for 2023. 2.5 and 11.35 leave no value common to both.

    Silent: USD 14.2 bn and USD 14.18 bn for 2024, since 14.18 is written 14.2 with one digit less.
    """
    groups: dict[tuple[Key, str | None], list[Claim]] = {}
    for claim in market.claims.values():
        if claim.measure.role in COMPARED:
            groups.setdefault((claim.key, claim.unit.currency), []).append(claim)
    for claims in groups.values():
        by_source: dict[str, list[Claim]] = {}
        for claim in claims:
            by_source.setdefault(claim.source_id, []).append(claim)
        inside = [same for same in by_source.values() if _disagree(same)]
        for same in inside:
            yield _conflict(market, same, Severity.WARNING)
        if not inside and _disagree(claims):
            yield _conflict(market, claims, Severity.NOTICE)
        elif not inside and len(claims) > 1:
            yield HELD


def _disagree(claims: list[Claim]) -> bool:
    known = [allowed(claim) for claim in claims]
    return max(value.low for value in known) > min(value.high for value in known)


def _conflict(market: Market, claims: list[Claim], severity: Severity) -> Finding:
    ordered = sorted(claims, key=lambda claim: in_base_units(claim).point)
    first, last = ordered[0], ordered[-1]
    sources = len({claim.source_id for claim in claims})
    voices = {publisher(claim) for claim in claims}
    who = f"{counted(sources, 'source')} disagree" if sources > 1 else "one source contradicts itself"
    if sources > 1 and len(voices) == 1:
        who = f"{counted(sources, 'edition')} of {publisher(first)} disagree"
    told = [f"{full(c)} ({publisher(c)})" if sources > 1 else full(c) for c in ordered]
    values = f"{full(first)} {'and' if len(claims) == 2 else 'to'} {full(last)}"
    spread = (
        (in_base_units(last).point / in_base_units(first).point) if in_base_units(first).point else Decimal(0)
    )
    return Finding(
        market.id,
        "same-key-conflict",
        _topic(market, first, within=severity == Severity.WARNING),
        severity,
        f"{who[0].upper()}{who[1:]} on “{subject(market, first)}” for {period(first.period)}: {values}",
        f"{listing(told)}: the digits printed leave no value common to all",
        tuple(claim.id for claim in ordered),
        first.place,
        int(spread),
    )


def _topic(market: Market, claim: Claim, *, within: bool) -> str:
    """What is disputed, in codes; a rival that comes or goes later leaves the finding's address alone."""
    key = claim.key
    parts = [key.measure, key.scope]
    parts += [f"{axis.replace('_', '-')}-{code}" for axis, code in key.segments if code != TOTAL]
    parts += [key.region if key.region != WORLD else "", key.period.replace("/", "-")]
    parts += [(claim.unit.currency or "").lower() if claim.unit.currency != market.currency else ""]
    parts += [claim.source.slug if within and claim.source else ""]
    return "-".join(part for part in parts if part)


def horizon_conflict(market: Market, _catalog: Catalog) -> Iterator[Finding | Held]:
    """One forecast amount of one source must not be dated to two years.

    The same figure for two target years means that a forecast was moved without being recalculated, or misdated,
    unless the source's own growth is too slow to show in the digits printed.

    Arithmetic: where one amount stands for two years, the growth between them, as wide as the digits allow, is compared
    with the source's own rate.

    Fires: USD 127.1 bn dated both 2033 and 2034, beside a growth of 24.5 % a year.

    Silent: USD 0.5 bn for 2033 and for 2034, beside a growth of 2 % a year.
    """
    groups: dict[tuple[object, ...], list[Claim]] = {}
    for claim in market.claims.values():
        if claim.measure.role == Role.SIZE and claim.status == Status.FORECAST and claim.period:
            series = (claim.measure.code, claim.unit.currency, _whose(claim))
            groups.setdefault((*series, in_base_units(claim).point), []).append(claim)
    for claims in groups.values():
        by_year = {claim.period.start.year: claim for claim in claims if claim.period}
        years = [str(year) for year in sorted(by_year)]
        still = [
            _may_stand_still(market, by_year[a], by_year[b], b - a) for a, b in pairwise(sorted(by_year))
        ]
        if all(still):
            yield HELD
        else:
            yield Finding(
                market.id,
                "horizon-conflict",
                "-".join(claim.id for claim in claims),
                Severity.WARNING,
                f"{whose(market, claims[0])}{full(claims[0])} is dated {'both ' if len(years) == 2 else ''}{listing(years)}",
                f"the same source gives {listing([f'{full(claim)} for {period(claim.period)}' for claim in claims])}; "
                "a market that grows is not the same size in two years",
                tuple(claim.id for claim in claims),
                claims[-1].place,
                10,
            )


def _whose(claim: Claim) -> tuple[object, ...]:
    return (claim.source_id, claim.scope, tuple(claim.segments.items()), claim.region.code)


def _may_stand_still(market: Market, first: Claim, second: Claim, years: int) -> bool:
    """Whether the source's own rate allows both figures, as rounding hides slow growth."""
    implied = cagr(quantity(first), quantity(second), years)
    rates = [
        c for c in market.claims.values() if c.measure.role == Role.GROWTH and _whose(c) == _whose(first)
    ]
    return implied is not None and any(implied.meets(allowed(rate)) for rate in rates)
