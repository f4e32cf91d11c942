"""Rules on ratios in print: a share, a size and their product, or two sizes and how many times one is the other."""

from scripts.audit.rule import Found, by_authors, field, finding, held, list_of, reads
from scripts.audit.slips import slip
from scripts.audit.sums import labelled
from scripts.derive import in_unit
from scripts.derive.growth import multiple
from scripts.model import Catalog, Claim, Market, Quantity, Role
from scripts.notation import compact, full, known, number, subject, when, whose

Field = tuple[object, ...]


def printed_ratio_disagrees(market: Market, _catalog: Catalog) -> Found:
    """A share, the part and the whole that one author prints for one period must fit together.

    Any two of them give the third: if they disagree, one is of another period or whole. So it is with a multiple, such as tenfold,
    and the sizes at its ends. A share of a nested part may be of the whole or of the part that holds it; that of a rest, such as
    Others, what the rounded others leave. In one text it is a contradiction; on two pages of one author an open question.
    Arithmetic: share × whole, as wide as the digits allow, is compared with the part.
    Fires: 49.6 % of USD 13.1 bn and a part of USD 5.3 bn: 49.6 % would be 6.5 bn, and 5.3 bn fits a whole of 10.7 bn.
    Silent: 29.28 % of USD 8.44 bn and a part of USD 2,472.3 m: 29.28 % is 2.47 bn.
    """
    sizes = [claim for claim in market.followed if claim.measure.is_size and claim.source and claim.period]
    for claim in market.followed:
        role = claim.measure.role
        if claim.source and claim.period and role in (Role.SHARE, Role.MULTIPLE):
            same = [s for s in sizes if (s.voice, s.scope) == (claim.voice, claim.scope)]
            of = [size for size in same if claim.measure.of in ("", size.measure.code)]
            yield from (_share if role is Role.SHARE else _multiple)(market, claim, of)


def _wholes(market: Market, claim: Claim) -> list[Field]:
    """The fields that a part may be a share of: all there is, and the segment or region that holds it."""
    home, region = market.geography.code, claim.region
    if len(claim.broken) + (region.code != home) != 1:
        return []
    wholes: list[Field] = [(claim.scope, (), home)]
    if region.code != home and region.part_of:
        wholes.append((claim.scope, (), region.part_of))
    for code, segment in claim.broken.items():
        dimension = market.dimensions[code]
        outer, _, other = dimension.part_of.partition("/")
        holder = (outer, other) if outer else (code, dimension.segments[segment].part_of)
        wholes += [(claim.scope, (holder,), region.code)] if holder[1] else []
    return wholes


def _share(market: Market, claim: Claim, sizes: list[Claim]) -> Found:
    now = [size for size in sizes if size.when == claim.when and size.length == claim.length]
    now.sort(key=lambda size: size.source_id != claim.source_id)
    part = next((size for size in now if field(size) == field(claim)), None)
    if part is None or not claim.printed.value:
        return
    beside = [size for size in now if size.unit.currency == part.unit.currency]
    fields = _wholes(market, claim)
    wholes = [size for where in fields for size in beside if field(size) == where]
    if not wholes:
        return
    share = _with_the_rounding_of_others(market, claim)
    if any((share * reads(whole) / 100).meets(reads(part)) for whole in wholes):
        yield held(claim, part, *wholes)
        return
    if field(wholes[0]) != fields[0]:  # it may be a share of all there is, of which no size is given
        return
    whole, decimals = wholes[0], part.printed.decimals
    product = number(claim.printed.value * in_unit(reads(whole), part.unit).point / 100, decimals)
    ends = (claim, part, whole)
    slipped = slip(market, ends, lambda v: (v[0] * v[2] / 100).meets(v[1]))
    fitting = labelled(number(part.printed.value / claim.printed.value * 100, decimals), part)
    title = f"{whose(market, claim)}{full(claim)} and {full(part)} in {when(claim)} do not fit a whole of {full(whole)}"
    line = f"{compact(claim)} of {compact(whole)} is {labelled(product, part)}, not {compact(part)}; {compact(part)} ÷ "
    line += f"{compact(claim)} = {fitting}, the whole that would fit{slipped}"
    reading = f"{full(part)} is of another time, or the two pages draw the field differently"
    rule, grade, where = printed_ratio_disagrees, by_authors(*ends), part.place
    yield finding(rule, market, ends, title, line, grade, weight=7, reading=reading, place=where)


def _with_the_rounding_of_others(market: Market, claim: Claim) -> Quantity:
    """A share as it reads; that of a rest as wide as the rounding of all shares from which it may have been left."""
    axes, stands = list(claim.broken), reads(claim)
    part = market.dimensions[axes[0]].segments[claim.segments[axes[0]]] if axes else claim.region
    for other in market.followed if part.residual else ():
        beside = (list_of(other), list(other.broken)) == (list_of(claim), axes) and other is not claim
        if beside and (not axes or other.region == claim.region):
            stands += reads(other) - other.quantity.point
    return stands


def _multiple(market: Market, claim: Claim, sizes: list[Claim]) -> Found:
    assert claim.period  # the caller has looked
    ends = [(end.first_month, end.last_month) for end in (claim.period.start, claim.period.end)]
    own = [size for size in reversed(sizes) if field(size) == field(claim)]
    first, last = ({size.when: size for size in own}.get(end) for end in ends)
    if not (first and last) or (first.unit.currency, first.measure) != (last.unit.currency, last.measure):
        return
    times = multiple(reads(first), reads(last))
    if times is None or times.meets(reads(claim)):
        yield from (held(claim, first, last),) if times else ()
        return
    title = f"{whose(market, claim)}{full(first)} and {full(last)} are not {full(claim)} apart"
    line = f"{compact(last)} ÷ {compact(first)} = {known(times)}, beside {full(claim)} for “{subject(market, claim)}”"
    rule, three = printed_ratio_disagrees, (claim, first, last)
    reading = "the multiple counts from another size, on another page"
    yield finding(rule, market, three, title, line, by_authors(*three), weight=6, reading=reading)
