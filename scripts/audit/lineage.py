"""The rule on lineage: a field that is part of another one must not be larger than it, in any year that both state."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from scripts.audit.rule import Found, finding, held, meets_in_time
from scripts.derive import Estimate, Placed, estimates, placed
from scripts.model import WORLD, Catalog, Claim, Finding, Grade, Market, Quantity, Relation, Source
from scripts.notation import NBSP, compact, full, moment, number, publisher, with_unit
from scripts.notation.words import counted, in_words, lower_first, superscript


@dataclass(frozen=True, slots=True)
class Field:
    """What a market, a scope or a parent market is called, and who gives sizes for it."""

    code: str
    name: str
    estimates: tuple[Estimate, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """One author's part and a whole in one year, each as stated or by its own stated rate; how many times the whole the part is."""

    year: int
    part: Placed
    whole: Placed
    excess: Quantity


def in_ones(at: Placed) -> Quantity:
    """A placed estimate in single units, such as dollars."""
    return at.value * at.base.unit.factor


def child_exceeds_parent(market: Market, catalog: Catalog) -> Found:
    """A part must not be larger than its whole, in any year for which both can be told.

    A market may be part of another market, a narrower field of this market, this market of a wider field. Each
    author's figures are taken as stated, or brought to the year by the author's own stated rate, never beyond that
    rate's years. That the one field lies in the other is our reading: within one author an excess is an open question, as the
    estimate may have been revised in between or the part drawn wider than we do. Between authors it is a note.
    Arithmetic: part and whole in one year, each as wide as its digits allow; the years are those for which either is stated.
    Fires: USD 14.2 bn in 2024 growing 24.5 % a year, and USD 78 bn in 2032 for the whole: 14.2 × 1.245⁸ = 82.0.
    Silent: USD 8.44 bn in 2023 within USD 13.1 bn of the same year.
    """
    for part, whole in _edges(market, catalog):
        yield from _between(market, part, whole)


def _edges(market: Market, catalog: Catalog) -> Iterator[tuple[Field, Field]]:
    """Each field that is part of another one, with that other."""
    said = estimates(market)
    own = Field("", market.short_title, _wholes(said, ""))
    scopes = {code: Field(code, scope.name, _wholes(said, code)) for code, scope in market.scopes.items()}
    told: set[str] = set()
    for parent in (catalog.markets[name] for name in market.part_of if name in catalog.markets):
        if parent.geography.code in (market.geography.code, WORLD):
            whole = Field(parent.id, parent.short_title, _wholes(estimates(parent), ""))
            told |= {estimate.source.id for estimate in whole.estimates if estimate.source}
            yield own, whole
    for code, scope in market.scopes.items():
        if scope.relation == Relation.WIDER:  # what a market of its own tells is not told again
            rest = tuple(e for e in scopes[code].estimates if not (e.source and e.source.id in told))
            yield own, Field(code, scope.name, rest)
        elif scope.relation == Relation.NARROWER:
            yield scopes[code], own
        for wider in scope.part_of:
            yield scopes[code], scopes[wider]


def _wholes(said: Iterable[Estimate], scope: str) -> tuple[Estimate, ...]:
    return tuple(e for e in said if e.scope == scope and e.is_whole and e.sizes and e.source)


def _between(market: Market, part: Field, whole: Field) -> Found:
    """One case for each author of both, and one for all other authors of the whole against the leading part."""
    same: dict[str, list[Pair]] = {}
    others: dict[str, Pair] = {}
    for small in part.estimates:
        for large in whole.estimates:
            pairs, voice = list(_pairs(small, large)), large.sizes[0].voice
            if small.sizes[0].voice == voice:
                same.setdefault(voice, []).extend(pairs)
            elif pairs and small is part.estimates[0]:
                rival = max(pairs, key=_excess)
                others[voice] = max(others.get(voice, rival), rival, key=_excess)
    for pairs in filter(None, same.values()):
        worst, years = max(pairs, key=_excess), len({pair.year for pair in pairs if _excess(pair) > 1})
        yield _same_author(market, part, whole, worst, years) if years else held(*_claims(market, worst))
    if others and "" in (part.code, whole.code):
        below = [pair for pair in others.values() if _excess(pair) > 1]
        sound = held(*(claim for pair in others.values() for claim in _claims(market, pair)))
        yield _other_authors(market, part, whole, below, len(others)) if below else sound


def _excess(pair: Pair) -> Decimal:
    return pair.excess.low


def _pairs(small: Estimate, large: Estimate) -> Iterator[Pair]:
    """Part and whole in each year that either of them names."""
    stated = (*small.sizes, *small.rates, *large.sizes, *large.rates)
    years = {year for c in stated if c.period for year in (c.period.start.year, c.period.end.year)}
    for year in sorted(years):
        part, whole = placed(small, year), placed(large, year)
        if part and whole and meets_in_time(part.base, whole.base) and in_ones(whole).low > 0:
            yield Pair(year, part, whole, in_ones(part) / in_ones(whole))


def _same_author(market: Market, part: Field, whole: Field, worst: Pair, years: int) -> Finding:
    base, other = worst.part.base, worst.whole.base
    assert base.source and other.source  # noqa: PT018 - estimates without one are left out
    who, small, large = publisher(base), lower_first(part.name), lower_first(whole.name)
    speaks = f"{who} puts" if base.source == other.source else f"two pages of {who} put"
    title, grade = f"{speaks} {small} above {large} in {worst.year}", Grade.QUESTION
    times = f"{number(worst.excess.point * 100, 0)}{NBSP}% of it"
    more = f"; so in {counted(years, 'year')} of those compared" if years > 1 else ""
    line = f"the part: {told(worst.part)}; the whole: {told(worst.whole)}; {times}{more}"
    rule, topic = child_exceeds_parent, f"{part.code or 'market'}-in-{whole.code or 'market'}-{base.voice}"
    reading = f"{_revised(who, base.source, other.source)}{who} draws {small} wider than we do"
    all_, at = _claims(market, worst), base.place
    return finding(rule, market, all_, title, line, grade, topic=topic, weight=12, reading=reading, place=at)


def _revised(who: str, one: Source, other: Source) -> str:
    """How two pages may come to differ."""
    if one == other:
        return ""
    dates = sorted((s.published for s in (one, other) if s.published), key=lambda date: date.text)
    if len(dates) < 2:
        return "the two pages are of different date, or "
    between = f"between {moment(dates[0])} and {moment(dates[1])}"
    return "" if dates[0].meets(dates[1]) else f"{who} revised its estimate {between}, or "


def _other_authors(market: Market, part: Field, whole: Field, below: list[Pair], of: int) -> Finding:
    worst = max(below, key=lambda pair: pair.excess.point)
    base, other, who = worst.part.base, worst.whole.base, counted(of, "other publisher")
    some = f"{in_words(len(below))} of {who}" if len(below) < of else who
    puts = f"{some} {'puts' if of == 1 else 'put'} all of {lower_first(whole.name)} below"
    beside = f"{told(worst.part)}, beside {told(worst.whole)} for the whole by {publisher(other)}"
    title = f"{puts} what {publisher(base)} gives {lower_first(part.name)}"
    line = f"furthest apart in {worst.year}: {beside}"
    topic = f"{part.code or 'market'}-in-{whole.code or 'market'}-others"
    claims, weight = [claim for pair in below for claim in _claims(market, pair)], 10 * len(below)
    rule = child_exceeds_parent
    return finding(rule, market, base, title, line, topic=topic, subjects=claims, weight=weight)


def told(at: Placed) -> str:
    """A value in a year, with how it comes about: `14.2 bn × 1.245⁸ = USD 82.0 bn`."""
    if at.rate is None or not at.steps:
        return full(at.base)
    factor = number(1 + at.rate.printed.value / 100, at.rate.printed.decimals + 2)
    reached = with_unit(number(at.value.point, max(at.base.printed.decimals, 1)), at.base.unit)
    return f"{compact(at.base)} × {factor}{superscript(at.steps) if at.steps > 1 else ''} = {reached}"


def _claims(market: Market, pair: Pair) -> tuple[Claim, ...]:
    """The claims of this market that take part."""
    named = (pair.part.base, pair.part.rate, pair.whole.base, pair.whole.rate)
    return tuple(c for c in named if c and market.claims.get(c.id) is c)
