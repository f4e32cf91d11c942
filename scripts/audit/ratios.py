"""Rules on ratios in print: a share, a size and their product, or two sizes and how many times one is the other."""

from collections.abc import Iterator

from scripts.audit.rule import by_authors, finding, held, reads
from scripts.derive import in_unit
from scripts.derive.growth import multiple
from scripts.model import TOTAL, Catalog, Claim, Finding, Held, Market, Moment, Role
from scripts.notation import NBSP, compact, full, known, number, subject, when, whose

Field = tuple[tuple[str, ...], str]


def printed_ratio_disagrees(market: Market, _catalog: Catalog) -> Iterator[Finding | Held]:
    """A share, the part and the whole that one author prints for one period must fit together.

    Any two of them give the third: if they disagree, one belongs to another period or another whole. So it is with a
    stated multiple, such as tenfold, and the sizes at both its ends. A share of a nested part may be of the whole or of the part
    that holds it; both are tried. Within one text it is a contradiction; two pages of one author are an open question.

    Arithmetic: share × whole, as wide as the digits allow, is compared with the part.

    Fires: 49.6 % of USD 13.1 bn and a part of USD 5.3 bn: 49.6 % would be 6.5 bn, and 5.3 bn fits a whole of 10.7 bn.

    Silent: 29.28 % of USD 8.44 bn and a part of USD 2,472.3 m: 29.28 % is 2.47 bn.
    """
    sizes = [claim for claim in market.followed if claim.measure.is_size and claim.source and claim.period]
    for claim in market.followed:
        if claim.source and claim.period and claim.measure.role is Role.SHARE:
            yield from _share(market, claim, [size for size in sizes if _is_beside(size, claim)])
        elif claim.source and claim.period and claim.measure.role is Role.MULTIPLE:
            yield from _multiple(market, claim, [size for size in sizes if _is_beside(size, claim)])


def _is_beside(size: Claim, claim: Claim) -> bool:
    """Whether a size is of the author and the field of a share or a multiple, and of the measure that it is of, if it says."""
    same = (size.voice, size.scope) == (claim.voice, claim.scope)
    return same and claim.measure.of in ("", size.measure.code)


def _field(claim: Claim) -> Field:
    return tuple(claim.segments.values()), claim.region.code


def _wholes(market: Market, claim: Claim) -> list[Field]:
    """The fields that a part may be a share of: all there is, and the segment or region that holds it."""
    broken = [dimension for dimension, code in claim.segments.items() if code != TOTAL]
    abroad = claim.region.code != market.geography.code
    if len(broken) + abroad != 1:
        return []
    plain = dict.fromkeys(claim.segments, TOTAL)
    wholes = [(tuple(plain.values()), market.geography.code)]
    if abroad and claim.region.part_of:
        wholes.append((tuple(plain.values()), claim.region.part_of))
    for dimension in broken:
        outer, _, segment = market.dimensions[dimension].part_of.partition("/")
        inner = market.dimensions[dimension].segments[claim.segments[dimension]].part_of
        holder = {outer: segment} if outer else {dimension: inner} if inner else {}
        wholes += [(tuple((plain | holder).values()), claim.region.code)] if holder else []
    return wholes


def _share(market: Market, claim: Claim, sizes: list[Claim]) -> Iterator[Finding | Held]:
    now = [size for size in sizes if size.when == claim.when and size.length == claim.length]
    now.sort(key=lambda size: size.source_id != claim.source_id)
    part = next((size for size in now if _field(size) == _field(claim)), None)
    if part is None or not claim.printed.value:
        return
    fields = _wholes(market, claim)
    wholes = [
        s for field in fields for s in now if _field(s) == field and s.unit.currency == part.unit.currency
    ]
    if not wholes:
        return
    if any((reads(claim) * reads(whole) / 100).meets(reads(part)) for whole in wholes):
        yield held(claim, part, *wholes)
        return
    whole, label = wholes[0], part.unit.label
    product = number(
        claim.printed.value * in_unit(reads(whole), part.unit).point / 100, part.printed.decimals
    )
    fitting = number(part.printed.value / claim.printed.value * 100, part.printed.decimals)
    title = f"{full(claim)} and {full(part)} in {when(claim)} do not fit a whole of {full(whole)}"
    yield finding(
        printed_ratio_disagrees,
        market,
        claim,
        grade=by_authors((claim, part, whole)),
        title=f"{whose(market, claim)}{title}",
        arithmetic=f"{compact(claim)} of {compact(whole)} is {NBSP.join((product, label))}, not {compact(part)}; {compact(part)} "
        f"÷ {compact(claim)} = {NBSP.join((fitting, label))}, the whole that would fit",
        subjects=(claim, part, whole),
        weight=7,
        reading=f"{full(part)} is of another time, or the two pages draw the field differently",
        place=part.place,
    )


def _multiple(market: Market, claim: Claim, sizes: list[Claim]) -> Iterator[Finding | Held]:
    assert claim.period  # the caller has looked
    first, last = _at(claim, claim.period.start, sizes), _at(claim, claim.period.end, sizes)
    if not (first and last) or first.unit.currency != last.unit.currency or first.measure != last.measure:
        return
    times = multiple(reads(first), reads(last))
    if times is None:
        return
    if times.meets(reads(claim)):
        yield held(claim, first, last)
        return
    yield finding(
        printed_ratio_disagrees,
        market,
        claim,
        grade=by_authors((claim, first, last)),
        title=f"{whose(market, claim)}{full(first)} and {full(last)} are not {full(claim)} apart",
        arithmetic=f"{compact(last)} ÷ {compact(first)} = {known(times)}, beside {full(claim)} for “{subject(market, claim)}”",
        subjects=(claim, first, last),
        weight=6,
        reading="the multiple counts from another size, on another page",
    )


def _at(claim: Claim, end: Moment, sizes: list[Claim]) -> Claim | None:
    """The size at one end of a multiple."""
    months = (end.first_month, end.last_month)
    return next((size for size in sizes if size.when == months and _field(size) == _field(claim)), None)
