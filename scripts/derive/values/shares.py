"""What follows from shares, by name: remainders, money on each base, and shares that follow from sizes."""

from collections.abc import Iterator, Sequence

from scripts.derive import ids
from scripts.derive.filled import share_of
from scripts.derive.interval import total
from scripts.derive.precision import quantity
from scripts.derive.shares import Breakdown, Part, segment_money
from scripts.derive.values.formulas import PERCENT
from scripts.model import Basis, Claim, Derived, Market
from scripts.notation import compact, full, period, subject


def of_breakdown(market: Market, breakdown: Breakdown, bases: Sequence[Claim]) -> Iterator[Derived]:
    """A dimension's remainder; of each part its share, where it is computed, and its money on each base."""
    known = [part.claim for part in breakdown.published if part.claim]
    if known and breakdown.has_remainder:
        name = f"Not broken down by {breakdown.name.lower()}, {breakdown.year}"
        formula = " − ".join(["100 %", *map(compact, known)])
        inputs = tuple(claim.id for claim in known)
        yield Derived(ids.remainder(breakdown), name, breakdown.remainder, PERCENT, formula, inputs)
    if len(breakdown.others) > 1:
        yield _others(breakdown)
    for part in breakdown.published:
        assert part.claim  # published parts have one
        if part.computed:
            yield _share(market, part, market.claims[part.claim.id])
        for base in bases if part.claim.measure.basis == Basis.MONEY else ():
            yield _money(market, part.claim, base)


def _others(breakdown: Breakdown) -> Derived:
    claims = [part.claim for part in breakdown.others if part.claim]
    name = f"Published shares beside the largest by {breakdown.name.lower()}, {breakdown.year}, together"
    formula, inputs = " + ".join(map(compact, claims)), tuple(claim.id for claim in claims)
    return Derived(ids.others(breakdown), name, total(list(map(quantity, claims))), PERCENT, formula, inputs)


def _share(market: Market, part: Part, size: Claim) -> Derived:
    sizes = " + ".join(map(compact, part.whole))
    whole = f"({sizes})" if len(part.whole) > 1 else sizes
    inputs = tuple(dict.fromkeys((size.id, *(claim.id for claim in part.whole))))
    name = f"Share of the whole, {subject(market, size)}, {period(size.period)}"
    value = share_of(size, part.whole)
    return Derived(ids.share(size), name, value, PERCENT, f"{compact(size)} ÷ {whole}", inputs)


def _money(market: Market, share: Claim, base: Claim) -> Derived:
    name = f"{subject(market, share)}, on {full(base)} ({period(base.period)})"
    value = segment_money(share, quantity(base))
    formula = f"{compact(share)} × {compact(base)}"
    return Derived(ids.money(share, base), name, value, base.unit, formula, (share.id, base.id))
