"""The rule on lineage: a field that is part of another one must not be larger than it, in any year that both state."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from scripts.derive import Estimate, Placed, estimates, placed
from scripts.derive.interval import scaled
from scripts.model import HELD, WORLD, Catalog, Claim, Finding, Held, Market, Quantity, Relation, Severity
from scripts.notation import compact, counted, full, in_words, lower_first, number, superscript, with_unit
from scripts.notation.figures import NBSP


@dataclass(frozen=True, slots=True)
class Field:
    """What a market, a scope or a parent market is called, and who gives sizes for it."""

    code: str
    name: str
    estimates: tuple[Estimate, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """One publisher's part and a whole in one year; each as stated or by its own stated rate, in whole dollars."""

    year: int
    part: Placed
    whole: Placed

    @property
    def excess(self) -> Quantity:
        """How many times the whole the part is."""
        part, whole = _dollars(self.part), _dollars(self.whole)
        return Quantity(part.point / whole.point, part.low / whole.high, part.high / whole.low)


def child_exceeds_parent(market: Market, catalog: Catalog) -> Iterator[Finding | Held]:
    """A part must not be larger than its whole, in any year for which both can be told.

    A market may be part of another market, a narrower field of this market, this market of a wider field. Each
    publisher's figures are taken as stated, or brought to the year by the publisher's own stated rate, never beyond that
    rate's years. Within one publisher an excess is a warning; between publishers it is a notice, since their fields differ.

    Arithmetic: part and whole in one year, each as wide as its digits allow; the years are those for which either is stated.

    Fires: USD 14.2 bn in 2024 growing 24.5 % a year, and USD 78 bn in 2032 for the whole: 14.2 × 1.245⁸ = 82.0.

    Silent: USD 8.44 bn in 2023 within USD 13.1 bn of the same year.
    """
    own = Field("", market.short_title, _worldwide(estimates(market), ""))
    for part, whole in _edges(market, catalog, own):
        yield from _between(market, part, whole)


def _edges(market: Market, catalog: Catalog, own: Field) -> Iterator[tuple[Field, Field]]:
    """Each field that is part of another one, with that other."""
    known_to = estimates(market)
    scopes = {
        code: Field(code, scope.name, _worldwide(known_to, code)) for code, scope in market.scopes.items()
    }
    told: set[str] = set()
    for parent in (catalog.markets[name] for name in market.part_of if name in catalog.markets):
        whole = Field(parent.id, parent.short_title, _worldwide(estimates(parent), ""))
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


def _worldwide(known_to: Iterable[Estimate], scope: str) -> tuple[Estimate, ...]:
    return tuple(e for e in known_to if e.scope == scope and e.region == WORLD and e.sizes and e.source)


def _between(market: Market, part: Field, whole: Field) -> Iterator[Finding | Held]:
    """One case for each publisher of both, and one for all other publishers of the whole against the leading part."""
    others: list[Pair | None] = []
    lead = part.estimates[0] if part.estimates else None
    for small in part.estimates:
        for large in whole.estimates:
            pairs = list(_pairs(small, large))
            if not pairs:
                continue
            worst = max(pairs, key=lambda pair: pair.excess.low)
            exceeds = worst.excess.low > 1
            if small.source and large.source and small.source.voice == large.source.voice:
                years = sum(pair.excess.low > 1 for pair in pairs)
                yield _same_voice(market, part, whole, worst, years) if exceeds else HELD
            elif small is lead:
                others.append(worst if exceeds else None)
    if others and "" in (part.code, whole.code):
        below = [pair for pair in others if pair]
        yield _other_voices(market, part, whole, below, len(others)) if below else HELD


def _pairs(small: Estimate, large: Estimate) -> Iterator[Pair]:
    """Part and whole in each year that either of them names."""
    years: set[int] = set()
    for claim in (*small.sizes, *small.rates, *large.sizes, *large.rates):
        if claim.period:
            years |= {claim.period.start.year, claim.period.end.year}
    for year in sorted(years):
        part, whole = placed(small, year), placed(large, year)
        if part and whole and _compares(part.base, whole.base) and _dollars(whole).low > 0:
            yield Pair(year, part, whole)


def _compares(one: Claim, other: Claim) -> bool:
    return (one.measure.code, one.unit.currency) == (other.measure.code, other.unit.currency)


def _dollars(at: Placed) -> Quantity:
    return scaled(at.value, at.base.unit.factor)


def _same_voice(market: Market, part: Field, whole: Field, worst: Pair, years: int) -> Finding:
    source = worst.part.base.source
    assert source  # estimates without one are left out
    more = f"; so in {counted(years, 'year')} of those compared" if years > 1 else ""
    return Finding(
        market.id,
        "child-exceeds-parent",
        f"{part.code or 'market'}-in-{whole.code or 'market'}-{source.voice}",
        Severity.WARNING,
        f"{source.publisher.name}: {lower_first(part.name)} would be larger than {lower_first(whole.name)} in {worst.year}",
        f"the part: {_told(worst.part, worst.year)}; the whole: {_told(worst.whole, worst.year)}; "
        f"{number(worst.excess.point * 100, 0)}{NBSP}% of it{more}",
        _subjects(market, worst),
        worst.part.base.place,
        12,
    )


def _other_voices(market: Market, part: Field, whole: Field, below: list[Pair], of: int) -> Finding:
    worst = max(below, key=lambda pair: pair.excess.point)
    lead = worst.part.base.source
    assert lead
    who = counted(of, "other publisher")
    some = f"{in_words(len(below))} of {who}" if len(below) < of else who
    verb = "puts" if of == 1 else "put"
    return Finding(
        market.id,
        "child-exceeds-parent",
        f"{part.code or 'market'}-in-{whole.code or 'market'}-others",
        Severity.NOTICE,
        f"{some[0].upper()}{some[1:]} {verb} all of {lower_first(whole.name)} below what {lead.publisher.name} gives "
        f"{lower_first(part.name)}",
        f"furthest apart in {worst.year}: {_told(worst.part, worst.year)}, beside {_told(worst.whole, worst.year)} for "
        f"the whole by {worst.whole.base.source.publisher.name if worst.whole.base.source else 'another'}",
        tuple(dict.fromkeys(subject for pair in below for subject in _subjects(market, pair))),
        worst.part.base.place,
        4,
    )


def _told(at: Placed, year: int) -> str:
    """A value in a year, with how it comes about: `14.2 bn × 1.245⁸ = USD 82.0 bn`."""
    if at.rate is None or at.rate.period is None:
        return full(at.base)
    factor = number(1 + at.rate.printed.value / 100, at.rate.printed.decimals + 2)
    steps = year - at.rate.period.start.year
    if steps == 0:
        return full(at.base)
    reached = with_unit(number(at.value.point, max(at.base.printed.decimals, 1)), at.base.unit)
    return f"{compact(at.base)} × {factor}{superscript(steps) if steps > 1 else ''} = {reached}"


def _subjects(market: Market, pair: Pair) -> tuple[str, ...]:
    """The claims of this market that take part."""
    named = (pair.part.base, pair.part.rate, pair.whole.base, pair.whole.rate)
    return tuple(c.id for c in named if c and market.claims.get(c.id) is c)
