"""Rules on ratios in print: a share, a size and their product, or two sizes and how many times one is the other."""

from collections.abc import Iterator
from decimal import Decimal

from scripts.derive.growth import multiple
from scripts.derive.interval import RISES, monotone
from scripts.derive.precision import allowed, in_unit_of, quantity
from scripts.model import (
    HELD,
    WORLD,
    Basis,
    Catalog,
    Claim,
    Finding,
    Held,
    Market,
    Qualifier,
    Quantity,
    Rank,
    Role,
    Severity,
)
from scripts.notation import compact, full, known, number, period, subject, whose
from scripts.notation.figures import NBSP

Sizes = dict[tuple[object, ...], Claim]


def printed_ratio_disagrees(market: Market, _catalog: Catalog) -> Iterator[Finding | Held]:
    """A share, the part and the whole that one publisher prints for one year must fit together.

    Any two of them give the third: if they disagree, one belongs to another year or another whole. So it is with a
    stated multiple, such as tenfold, and the sizes at both its ends.

    Arithmetic: share × whole, as wide as the digits allow, is compared with the part.

    Fires: 49.6 % of USD 13.1 bn and a part of USD 5.3 bn: 49.6 % would be 6.5 bn, and 5.3 bn fits a whole of 10.7 bn.

    Silent: 29.28 % of USD 8.44 bn and a part of USD 2,472.3 m: 29.28 % is 2.47 bn.
    """
    sizes = _sizes(market)
    for claim in market.claims.values():
        if not (claim.source and claim.period) or claim.rank == Rank.DEPRECATED:
            continue
        if claim.measure.role == Role.SHARE and claim.measure.basis == Basis.MONEY:
            yield from _share(market, claim, sizes)
        elif claim.measure.role == Role.MULTIPLE:
            yield from _multiple(market, claim, sizes)


def _sizes(market: Market) -> Sizes:
    """The followed sizes, by who gives them and what they are of."""
    found: Sizes = {}
    for claim in market.claims.values():
        if (
            claim.measure.role == Role.SIZE
            and claim.rank != Rank.DEPRECATED
            and claim.source
            and claim.period
        ):
            found.setdefault(_key(claim, claim.period.text), claim)
    return found


def _key(claim: Claim, when: str, whole: bool = False) -> tuple[object, ...]:
    """Publisher, scope, time, segments and region of a claim, or of the whole that it is a share of."""
    assert claim.source  # the callers have looked
    segments = ("total" if whole else code for code in claim.segments.values())
    return (claim.source.voice, claim.scope, when, *segments, WORLD if whole else claim.region.code)


def _share(market: Market, claim: Claim, sizes: Sizes) -> Iterator[Finding | Held]:
    assert claim.period
    part, whole = (
        sizes.get(_key(claim, claim.period.text)),
        sizes.get(_key(claim, claim.period.text, whole=True)),
    )
    if (
        not (part and whole)
        or part is whole
        or claim.printed.value == 0
        or part.unit.currency != whole.unit.currency
    ):
        return
    expected = monotone(lambda s, v: s * v / 100, (_open(claim), RISES), (_open(whole), RISES))
    if expected.meets(allowed(part)):
        yield HELD
        return
    in_print = in_unit_of(whole, part).point
    product = number(claim.printed.value * in_print / 100, part.printed.decimals)
    fitting = number(part.printed.value / claim.printed.value * 100, part.printed.decimals)
    label = part.unit.label
    title = f"{whose(market, claim)}{full(claim)} and {full(part)} in {period(claim.period)} do not fit a whole of {full(whole)}"
    yield Finding(
        market.id,
        "printed-ratio-disagrees",
        claim.id,
        Severity.WARNING,
        title[0].upper() + title[1:],
        f"{compact(claim)} of {compact(whole)} is {NBSP.join((product, label))}, not {compact(part)}; {compact(part)} ÷ "
        f"{compact(claim)} = {NBSP.join((fitting, label))}, the whole that would fit",
        (claim.id, part.id, whole.id),
        part.place,
        7,
    )


def _open(claim: Claim) -> Quantity:
    """What a figure may be, with finite ends for its product: `more than` has the whole above it at most."""
    known_to = allowed(claim)
    ceiling = Decimal(100) if claim.measure.role == Role.SHARE else known_to.point * 1000
    return Quantity(
        known_to.point, max(known_to.low, Decimal(0)), min(known_to.high, max(ceiling, known_to.point))
    )


def _multiple(market: Market, claim: Claim, sizes: Sizes) -> Iterator[Finding | Held]:
    assert claim.period
    first, last = (
        sizes.get(_key(claim, claim.period.start.text)),
        sizes.get(_key(claim, claim.period.end.text)),
    )
    if not (first and last) or first.unit.currency != last.unit.currency:
        return
    times = multiple(in_unit_of(first, last), quantity(last))
    if times is None:
        return
    slack = claim.printed.value / 10 if claim.printed.qualifier == Qualifier.ABOUT else Decimal(0)
    stated = allowed(claim)
    if times.meets(Quantity(stated.point, stated.low - slack, stated.high + slack)):
        yield HELD
        return
    yield Finding(
        market.id,
        "printed-ratio-disagrees",
        claim.id,
        Severity.WARNING,
        f"{whose(market, claim)}{full(first)} and {full(last)} are not {full(claim)} apart",
        f"{compact(last)} ÷ {compact(first)} = {known(times)}, beside {full(claim)} for “{subject(market, claim)}”",
        (claim.id, first.id, last.id),
        claim.place,
        6,
    )
