"""Rules on conflict: one thing stated twice, differently: by a source, by two, for two years, in two of our files."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import pairwise

from scripts.audit.rule import Found, field, finding, grouped, held, reads
from scripts.derive.growth import cagr
from scripts.model import YEAR, Catalog, Claim, Finding, Grade, Market, Rank, Role, Scope, Status
from scripts.notation import counted, full, listing, publisher, subject, when, whose

COMPARED = {Role.SIZE, Role.VOLUME, Role.GROWTH, Role.SHARE}
RANKS, ORDER = list(Rank), list(Grade)
# Per cent a year: digits that leave room for more cannot tell a standstill from growth.
STILL = Decimal("0.5")


def same_key_conflict(market: Market, _catalog: Catalog) -> Found:
    """Claims of the same measure, scope, segment, region and period should state the same value.

    Differences that rounding explains are none, nor is 60 % beside more than 50 %. Within one publication a conflict is a
    contradiction. Two publications of one author that cannot be ordered, for want of dates, are an open question; of those
    that can the newer one has revised the older. Between authors it is a note: they disagree, and we never average them.
    Arithmetic: each stands for all values that round to it; the largest lower end is compared with the smallest upper end.
    Fires: USD 2 bn and USD 11.4 bn for 2023. 2.5 and 11.35 leave no value common to both.
    Silent: USD 14.2 bn and USD 14.18 bn for 2024, since 14.18 is written 14.2 with one digit less.
    """
    compared = [c for c in market.in_order if c.measure.role in COMPARED and not c.superseded]
    groups = grouped(compared, lambda c: (_kind(c), c.title, c.when, c.length, c.region.name))
    for claims in (some for some in groups.values() if len(some) > 1):
        texts = grouped(claims, lambda claim: claim.source_id)
        authors = grouped((claim for claim in claims if claim.is_followed), lambda claim: claim.voice)
        leading = [_leading(said) for said in authors.values()]
        found = [(said, Grade.CONTRADICTION) for said in texts.values() if _disagree(said)]
        found = found or [(said, Grade.QUESTION) for said in leading if _disagree(said)]
        heads = [said[0] for said in leading]
        found = found or ([(heads, Grade.NOTE)] if heads and _disagree(heads) else [])
        yield from (_conflict(market, *one) for one in found)
        if not found:
            yield held(*claims)


def _kind(claim: Claim) -> tuple[object, ...]:
    return claim.measure.code, claim.unit.currency, field(claim)


def _leading(said: list[Claim]) -> list[Claim]:
    """Of one author's figures those that lead: the best ranked, of these the newest where all are dated."""
    best = min((claim.rank for claim in said), key=RANKS.index)
    dated = [(claim, claim.source and claim.source.published) for claim in said if claim.rank is best]
    dates = [date for _, date in dated if date]
    newest = max(dates, key=lambda date: date.text, default=None)
    return [c for c, date in dated if len(dates) < len(dated) or (date and newest and date.meets(newest))]


def _disagree(claims: list[Claim]) -> bool:
    stand = [reads(claim).opened for claim in claims]
    return max(value.low for value in stand) > min(value.high for value in stand)


def _conflict(market: Market, claims: list[Claim], grade: Grade) -> Finding:
    ordered = sorted(claims, key=lambda claim: (reads(claim).point, claim.id))
    first, last, low = ordered[0], ordered[-1], reads(ordered[0]).point
    who = {
        Grade.CONTRADICTION: "one source contradicts itself",
        Grade.QUESTION: f"{counted(len(claims), 'text')} of {publisher(first)} differ",
        Grade.NOTE: f"{counted(len(claims), 'source')} disagree",
    }
    said = [full(c) if grade is Grade.CONTRADICTION else f"{full(c)} ({publisher(c)})" for c in ordered]
    values = f"{full(first)} {'and' if len(claims) == 2 else 'to'} {full(last)}"
    title = f"{who[grade]} on “{subject(market, first)}” for {when(first)}: {values}"
    line = f"{listing(said)}: the digits printed leave no value common to all"
    topic = _topic(market, min(ordered, key=lambda claim: claim.id), within=grade is not Grade.NOTE)
    rule, weight = same_key_conflict, int(reads(last).point / low) if low else 0
    reading = "one of the texts is an older edition; nothing shows which"
    return finding(rule, market, ordered, title, line, grade, topic=topic, weight=weight, reading=reading)


def _topic(market: Market, claim: Claim, *, within: bool) -> str:
    """What is disputed, in codes; a rival that comes or goes later leaves the finding's address alone."""
    key, currency = claim.key, claim.unit.currency or ""
    parts = [key.measure, key.scope]
    parts += [f"{axis.replace('_', '-')}-{code}" for axis, code in claim.broken.items()]
    parts += [key.region if key.region != market.geography.code else "", key.period.replace("/", "-").lower()]
    parts += [currency.lower() if currency != market.currency else ""]
    parts += [claim.source.slug if within and claim.source else "", claim.id if claim.title else ""]
    return "-".join(part for part in parts if part)


def horizon_conflict(market: Market, _catalog: Catalog) -> Found:
    """One forecast amount of one source must not be dated to two years.

    The same figure for two target years means that a forecast was moved without being recalculated, or misdated,
    unless the source's own growth is too slow to show in the digits printed: then nothing is found. Where the source
    leads to one of two years on end by a faster rate, and gives no size on the way there, it is a contradiction; else an open
    question, as a rate over several years does not say that each grows alike. Digits too coarse to show growth are not examined.
    Arithmetic: the growth between the two years, as wide as the digits allow, is compared with the source's own rate.
    Fires: USD 127.1 bn dated both 2033 and 2034, beside a growth of 24.5 % a year.
    Silent: USD 0.5 bn for 2033 and for 2034, beside a growth of 2 % a year.
    """
    yearly = [c for c in market.in_order if c.measure.is_size and c.length == YEAR and not c.superseded]
    ahead = [claim for claim in yearly if claim.status is Status.FORECAST]
    ahead.sort(key=lambda claim: RANKS.index(claim.rank))
    for claims in grouped(ahead, lambda c: (c.source_id, _kind(c), reads(c).point)).values():
        grades = [grade for grade in _moved(market, claims) if grade]
        if not grades:
            yield held(*claims if len(claims) > 1 else ())
            continue
        years = [str(year) for year in sorted({claim.year for claim in claims})]
        both = "both " if len(years) == 2 else ""
        title = f"{whose(market, claims[0])}{full(claims[0])} is dated {both}{listing(years)}"
        line = f"the same source gives {listing([f'{full(claim)} for {when(claim)}' for claim in claims])}"
        line += "; a market that grows is not the same size in two years"
        why, rule = f"the market stands still from {years[0]} to {years[-1]}", horizon_conflict
        topic, grade = "-".join(claim.id for claim in claims), min(grades, key=ORDER.index)
        at = claims[-1].place
        yield finding(rule, market, claims, title, line, grade, topic=topic, weight=10, reading=why, place=at)


def _moved(market: Market, claims: list[Claim]) -> Iterator[Grade | None]:
    """For each two years of one amount how grave it is; nothing where the source's own rate allows both."""
    like = claims[0]
    own = [c for c in market.in_order if c.measure.role is Role.GROWTH and c.source_id == like.source_id]
    rates = [rate for rate in own if rate.measure.of == like.measure.code and field(rate) == field(like)]
    by_year = {claim.year: claim for claim in claims}
    for (a, first), (b, second) in pairwise(sorted(by_year.items())):
        implied = cagr(reads(first), reads(second), b - a)
        if rates:
            still = implied is not None and any(implied.meets(reads(rate)) for rate in rates)
            moved = Grade.CONTRADICTION if _on_one_way(market, rates, first, second) else Grade.QUESTION
            yield None if still else moved
        else:
            yield Grade.QUESTION if implied is None or implied.high <= STILL else None


def _on_one_way(market: Market, rates: list[Claim], first: Claim, second: Claim) -> bool:
    """Whether two years on end lie on the way of a rate that leads to one of them, and no other size is given on it."""
    years = {first.year, second.year}
    like = [c for c in market.in_order if (c.measure, c.source_id) == (first.measure, first.source_id)]
    sizes = {claim.year for claim in like if claim.when and field(claim) == field(first)} - years
    spans = [rate.period for rate in rates if rate.period and rate.period.years > 1]
    ways = [range(span.start.year + 1, span.end.year) for span in spans if span.end.year in years]
    return max(years) - min(years) == 1 and any(sizes.isdisjoint(way) for way in ways)


def copies_disagree(market: Market, catalog: Catalog) -> Found:
    """A figure that stands under two markets must read alike in both.

    What is a market of its own may be a neighbouring field of another one: then both hold the same figures of the same
    sources. A scope is that market where it bears its id or its name. One that differs was mistyped: an error of ours.
    Arithmetic: the values are compared, in single units of the currency.
    Fires: one source gives CAR-T cell therapy USD 8.44 bn in its own market, and 8.14 bn in that of personalized cell therapy.
    Silent: USD 7.25 bn in the one and USD 7,250 m in the other.
    """
    for scope in market.scopes.values():
        other = _market_of(scope, market, catalog)
        theirs = {_key(c): c for c in _copied(other.in_order, "")} if other else {}
        for claim in _copied(market.in_order, scope.code):
            copy = theirs.get(_key(claim))
            if not (copy and other):
                continue
            title = f"{full(claim)} here is {full(copy)} in the market {other.id}"
            line = f"both are {claim.measure.name} for {when(claim)} by {publisher(claim)}; correct the one that was mistyped"
            line += f" ({claim.id} here, {copy.id} there)"
            differ = finding(copies_disagree, market, claim, title, line, Grade.ERROR, weight=15)
            yield held(claim) if _value(claim) == _value(copy) else differ


def _market_of(scope: Scope, market: Market, catalog: Catalog) -> Market | None:
    """The market that a scope is: by its id, else by its name."""
    if scope.code in catalog.markets and scope.code != market.id:
        return catalog.markets[scope.code]
    named = (one for one in catalog.markets.values() if one.short_title.casefold() == scope.name.casefold())
    return next((one for one in named if one is not market), None)


def _copied(claims: Iterable[Claim], scope: str) -> list[Claim]:
    return [c for c in claims if c.scope == scope and c.is_whole and c.measure.role in COMPARED and c.source]


def _key(claim: Claim) -> tuple[object, ...]:
    """Where a figure stands: its source, measure, region and period."""
    where = (claim.source_id, claim.measure.code, claim.region.code, claim.when)
    return *where, claim.unit.currency, claim.title


def _value(claim: Claim) -> tuple[object, ...]:
    return *(end * claim.unit.factor for end in claim.printed.ends), claim.qualifier
