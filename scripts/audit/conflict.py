"""Rules on conflict: one thing stated twice, differently."""

from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from itertools import pairwise, product

from scripts.audit.rule import finding, held, reads
from scripts.derive.growth import cagr
from scripts.model import TOTAL, YEAR, Catalog, Claim, Finding, Grade, Held, Market, Rank, Role, Status
from scripts.notation import counted, full, listing, publisher, subject, when, whose

COMPARED = {Role.SIZE, Role.VOLUME, Role.GROWTH, Role.SHARE}
RANKS = [Rank.PREFERRED, Rank.NORMAL, Rank.DEPRECATED]
# Per cent a year: digits that leave room for so much cannot tell a standstill from growth.
STILL = Decimal("0.5")


def same_key_conflict(market: Market, _catalog: Catalog) -> Iterator[Finding | Held]:
    """Claims of the same measure, scope, segment, region and period should state the same value.

    Differences that rounding explains are none, nor is 60 % beside more than 50 %. Within one publication a conflict is a
    contradiction. Two publications of one author that cannot be ordered, for want of dates, are an open question; of those
    that can the newer one has revised the older. Between authors it is a note: they disagree, and we never average them.

    Arithmetic: each figure stands for all values that round to it; the largest lower end is compared with the smallest
    upper end.

    Fires: USD 2 bn and USD 11.4 bn for 2023. 2.5 and 11.35 leave no value common to both.

    Silent: USD 14.2 bn and USD 14.18 bn for 2024, since 14.18 is written 14.2 with one digit less.
    """
    groups: dict[tuple[object, ...], list[Claim]] = {}
    for claim in market.in_order:
        if claim.measure.role in COMPARED and not claim.superseded:
            field = (claim.scope, tuple(claim.segments.items()), claim.region.name, claim.title)
            key = (claim.measure.code, claim.unit.currency, field, claim.when, claim.length)
            groups.setdefault(key, []).append(claim)
    for claims in groups.values():
        if len(claims) > 1:
            yield from _conflicts(market, claims)


def _conflicts(market: Market, claims: list[Claim]) -> Iterator[Finding | Held]:
    texts = _by(claims, lambda claim: claim.source_id)
    authors = _by((c for c in claims if c.is_followed), lambda claim: claim.voice)
    leading = [_leading(said) for said in authors]
    found = [(said, Grade.CONTRADICTION) for said in texts if _disagree(said)]
    if not found:
        found += [(said, Grade.QUESTION) for said in leading if _disagree(said)]
        heads = [claim for said in leading for claim in said]
        found += [(heads, Grade.NOTE)] if len(leading) > 1 and _disagree(heads) and not found else []
    yield from (_conflict(market, said, grade) for said, grade in found)
    if not found:
        yield held(*claims)


def _by(claims: Iterable[Claim], what: Callable[[Claim], str]) -> list[list[Claim]]:
    groups: dict[str, list[Claim]] = {}
    for claim in claims:
        groups.setdefault(what(claim), []).append(claim)
    return list(groups.values())


def _leading(said: list[Claim]) -> list[Claim]:
    """Of one author's figures those that lead: the best ranked, of these the newest where all are dated."""
    ranked = [c for c in said if c.rank == min((c.rank for c in said), key=RANKS.index)]
    dates = [claim.source.published for claim in ranked if claim.source and claim.source.published]
    if len(dates) < len(ranked):
        return ranked
    newest = max(dates, key=lambda date: date.text)
    return [c for c, date in zip(ranked, dates, strict=True) if date.meets(newest)]


def _disagree(claims: list[Claim]) -> bool:
    stand = [reads(claim).opened for claim in claims]
    return max(value.low for value in stand) > min(value.high for value in stand)


def _conflict(market: Market, claims: list[Claim], grade: Grade) -> Finding:
    ordered = sorted(claims, key=lambda claim: (reads(claim).point, claim.id))
    first, last = ordered[0], ordered[-1]
    who = {
        Grade.CONTRADICTION: "one source contradicts itself",
        Grade.QUESTION: f"{counted(len(claims), 'text')} of {publisher(first)} differ",
    }.get(grade, f"{counted(len({c.source_id for c in claims}), 'source')} disagree")
    said = [full(c) if grade is Grade.CONTRADICTION else f"{full(c)} ({publisher(c)})" for c in ordered]
    values = f"{full(first)} {'and' if len(claims) == 2 else 'to'} {full(last)}"
    low = reads(first).point
    return finding(
        same_key_conflict,
        market,
        first,
        topic=_topic(market, min(ordered, key=lambda c: c.id), within=grade is not Grade.NOTE),
        grade=grade,
        title=f"{who} on “{subject(market, first)}” for {when(first)}: {values}",
        arithmetic=f"{listing(said)}: the digits printed leave no value common to all",
        subjects=ordered,
        weight=int(reads(last).point / low) if low else 0,
        reading="one of the texts is an older edition; nothing shows which",
    )


def _topic(market: Market, claim: Claim, *, within: bool) -> str:
    """What is disputed, in codes; a rival that comes or goes later leaves the finding's address alone."""
    key = claim.key
    parts = [key.measure, key.scope]
    parts += [f"{axis.replace('_', '-')}-{code}" for axis, code in key.segments if code != TOTAL]
    parts += [key.region if key.region != market.geography.code else "", key.period.replace("/", "-").lower()]
    parts += [(claim.unit.currency or "").lower() if claim.unit.currency != (market.currency or None) else ""]
    parts += [claim.source.slug if within and claim.source else "", claim.id if claim.title else ""]
    return "-".join(part for part in parts if part)


def horizon_conflict(market: Market, _catalog: Catalog) -> Iterator[Finding | Held]:
    """One forecast amount of one source must not be dated to two years.

    The same figure for two target years means that a forecast was moved without being recalculated, or misdated,
    unless the source's own growth is too slow to show in the digits printed: then nothing is found. Where the source leads to both
    years by one and the same faster rate it is a contradiction, else an open question: a rate over other years does not say
    that each year grows alike. Digits too coarse to show growth are not examined.

    Arithmetic: where one amount stands for two years, the growth between them, as wide as the digits allow, is compared
    with the source's own rate.

    Fires: USD 127.1 bn dated both 2033 and 2034, beside a growth of 24.5 % a year.

    Silent: USD 0.5 bn for 2033 and for 2034, beside a growth of 2 % a year.
    """
    groups: dict[tuple[object, ...], list[Claim]] = {}
    for claim in sorted(market.in_order, key=lambda claim: RANKS.index(claim.rank)):
        yearly = claim.length == YEAR and claim.status is Status.FORECAST and not claim.superseded
        if claim.measure.is_size and yearly:
            series = (claim.measure.code, claim.unit.currency, _field(claim))
            groups.setdefault((*series, reads(claim).point), []).append(claim)
    for claims in groups.values():
        grades = [grade for grade in _moved(market, claims) if grade]
        if grades:
            yield _twice(market, claims, min(grades, key=list(Grade).index))
        else:
            yield held(*claims) if len(claims) > 1 else Held()


def _field(claim: Claim) -> tuple[object, ...]:
    return (claim.source_id, claim.scope, tuple(claim.segments.items()), claim.region.code)


def _year(claim: Claim) -> int:
    assert claim.period  # the callers have looked
    return claim.period.end.year


def _moved(market: Market, claims: list[Claim]) -> Iterator[Grade | None]:
    """For each two years of one amount how grave it is; nothing where the source's own rate allows both."""
    own = [c for c in market.in_order if c.measure.role is Role.GROWTH and _field(c) == _field(claims[0])]
    rates = [rate for rate in own if rate.measure.of == claims[0].measure.code]
    by_year = {_year(claim): claim for claim in claims}
    for (a, first), (b, second) in pairwise(sorted(by_year.items())):
        implied = cagr(reads(first), reads(second), b - a)
        if rates:
            still = implied is not None and any(implied.meets(reads(rate)) for rate in rates)
            yield None if still else Grade.CONTRADICTION if _leads_to_both(rates, (a, b)) else Grade.QUESTION
        else:
            yield Grade.QUESTION if implied is None or implied.high <= STILL else None


def _leads_to_both(rates: list[Claim], years: tuple[int, int]) -> bool:
    """Whether one rate over several years is said to lead to each of two years."""
    one, other = ([r for r in rates if r.period and r.period.years > 1 and _year(r) == year] for year in years)
    return any(reads(a).meets(reads(b)) for a, b in product(one, other))


def _twice(market: Market, claims: list[Claim], grade: Grade) -> Finding:
    years = [str(year) for year in sorted({_year(claim) for claim in claims})]
    both = "both " if len(years) == 2 else ""
    return finding(
        horizon_conflict,
        market,
        claims[-1],
        topic="-".join(claim.id for claim in claims),
        grade=grade,
        title=f"{whose(market, claims[0])}{full(claims[0])} is dated {both}{listing(years)}",
        arithmetic=f"the same source gives {listing([f'{full(claim)} for {when(claim)}' for claim in claims])}; "
        "a market that grows is not the same size in two years",
        subjects=claims,
        weight=10,
        reading=f"the market stands still from {years[0]} to {years[-1]}",
    )
