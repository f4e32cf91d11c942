"""Divisions: the parts that claims give of each whole, and the breakdown that leads in each respect."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from scripts.derive import ids
from scripts.derive.breakdown import REGION, Breakdown, Part
from scripts.derive.interval import FALLS, RISES, monotone
from scripts.derive.units import PERCENT, in_base_units, per_cent
from scripts.model import NOWHERE, YEAR, Claim, Computed, Market, Quantity, Rank, Region, Role, Status, total
from scripts.notation import compact, lower_first, period, subject

RANKS = {Rank.PREFERRED: 0, Rank.NORMAL: 1, Rank.DEPRECATED: 2}


class Field(NamedTuple):
    """What a size or a share is of, who says it, of when: sizes of one field are of one whole."""

    scope: str
    segments: tuple[tuple[str, str], ...]
    region: str
    of: str
    source: str
    when: tuple[int, ...]


# A field, the dimension by which it is divided, and the segment or region of that dimension which it is, if it is one.
Group = tuple[Field, str, str]
Known = Mapping[Field, list[Claim]]


def divisions(market: Market) -> tuple[Breakdown, ...]:
    """Every whole with its parts: each scope, each segment within each region, each edition that leads, each period."""
    known: defaultdict[Field, list[Claim]] = defaultdict(list)
    groups: defaultdict[Group, list[Claim]] = defaultdict(list)
    for claim in market.followed:
        is_share = claim.measure.role is Role.SHARE
        if claim.when and (is_share or claim.measure.is_size):
            known[_field(market, claim)].append(claim)
            for group in _groups(market, claim) if is_share or claim.measure.adds else ():
                groups[group].append(claim)
    levels = (level for group, claims in groups.items() for level in _levels(market, group, claims))
    found = [_breakdown(market, known, group, claims) for group, claims in levels]
    return tuple(sorted(found, key=lambda b: (b.scope, b.slug, b.segments, b.region, b.source_id)))


def _broken(market: Market, claim: Claim) -> dict[str, str]:
    """The segments of which a claim is; one of a nested dimension lies in that which the dimension breaks down."""
    found = dict(claim.broken)
    for dimension in claim.broken:
        outer, _, segment = market.dimensions[dimension].part_of.partition("/")
        if outer:
            found.setdefault(outer, segment)
    return found


def _field(market: Market, claim: Claim) -> Field:
    segments = tuple(sorted(_broken(market, claim).items()))
    of = claim.measure.of or claim.measure.code
    return Field(claim.scope, segments, claim.region.code, of, claim.source_id, claim.when or ())


def _groups(market: Market, claim: Claim) -> Iterator[Group]:
    """What a claim is a part of.

    The share of a segment within a region, or of two segments at once, does not say which of them is its whole, so that it
    is a part of neither.
    """
    field, broken = _field(market, claim), _broken(market, claim)
    elsewhere = claim.region.code not in (market.geography.code, NOWHERE)
    if claim.measure.role is Role.SHARE and broken and (elsewhere or not market.only_segment(claim)):
        return
    for dimension, code in broken.items():
        if any(market.dimensions[inner].part_of == f"{dimension}/{code}" for inner in broken):
            continue  # told by the inner one
        parent = market.dimensions[dimension].segments[code].part_of
        rest = {**broken, dimension: parent}
        whole = tuple(sorted((name, segment) for name, segment in rest.items() if segment))
        yield field._replace(segments=whole), dimension, parent
    if market.holds(claim.region):
        yield field._replace(region=market.geography.code), REGION, ""


def _levels(market: Market, group: Group, claims: list[Claim]) -> Iterator[tuple[Group, list[Claim]]]:
    """The regions of a group level by level: a country is held against the region that is published beside it."""
    field, dimension, _ = group
    if dimension != REGION:
        yield group, claims
        return
    beside = {claim.region.code for claim in claims}
    within: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        within[next((code for code in _inside(market, claim.region) if code in beside), "")].append(claim)
    for parent, parts in within.items():
        yield (field._replace(region=parent or field.region), REGION, parent), parts


def _inside(market: Market, region: Region) -> Iterator[str]:
    """The regions that hold a region, up to the market's own geography."""
    for whole in market.wholes_of(region):
        if whole == market.geography.code:
            return
        yield whole


def _best(claims: Iterable[Claim]) -> Claim | None:
    return min(claims, key=lambda claim: (RANKS[claim.rank], claim.id), default=None)


def _breakdown(market: Market, known: Known, group: Group, claims: list[Claim]) -> Breakdown:
    field, dimension, parent = group
    beside = known.get(field, [])
    whole = _best(claim for claim in beside if claim.measure.is_size)
    share = _best(claim for claim in beside if claim.measure.role is Role.SHARE)
    parts = tuple(_part(*name, dimension, claims) for name in _names(market, group, claims))
    of, source, period = market.codelists.measures.get(field.of), claims[0].source, claims[0].period
    of_what = (market, dimension, parent, field.scope, of, source, period)
    plain = Breakdown(*of_what, parts, whole, None, field.segments, field.region)
    shared = replace(plain, parts=tuple(_shared(plain, part, share) for part in parts))
    return replace(shared, remainder=_remainder(shared))


def _names(market: Market, group: Group, claims: Iterable[Claim]) -> list[tuple[str, str, bool]]:
    """The parts that there may be, in the market's own order, with those that the claims name."""
    field, dimension, parent = group
    if dimension != REGION:
        return [(s.code, s.name, s.residual) for s in market.dimensions[dimension].within(parent)]
    named = {claim.region.code: claim.region for claim in claims}
    listed = () if parent or field.scope else market.regions
    # A country that is listed beside its region has its place below that region.
    said = (c.region.code for c in market.followed if (c.source_id, c.when) == (field.source, field.when))
    above = {*(region.code for region in listed), *said}
    level = [r for r in listed if r.code != market.geography.code and above.isdisjoint(_inside(market, r))]
    regions = {r.code: named.get(r.code, r) for r in level} | named
    return [(region.code, region.name, region.residual) for region in regions.values()]


def _part(code: str, name: str, residual: bool, dimension: str, claims: Iterable[Claim]) -> Part:
    own = [c for c in claims if (c.region.code if dimension == REGION else c.segments[dimension]) == code]
    share = _best(claim for claim in own if claim.measure.role is Role.SHARE)
    return Part(code, name, residual, share, _best(claim for claim in own if claim.measure.is_size))


def _shared(breakdown: Breakdown, part: Part, own: Claim | None) -> Part:
    """The part with its share of what is divided, whose own share of the market is `own`.

    As printed; of a part of a part, whose printed share is of the market as well, by way of that of what is divided. Else of
    the sizes: of the sum of all parts where they make up the whole, or where no whole is printed and none of them is missing.
    """
    whole, size, claim = breakdown.whole, part.size, part.claim
    if claim and not breakdown.parent:
        return replace(part, share=claim.quantity)
    sizes = [p.size for p in breakdown.sized if p.size]
    if size and (whole or breakdown.is_listed_whole):
        return replace(
            part, share=_follows(breakdown, size, sizes if breakdown.fills or not whole else [whole])
        )
    return replace(part, share=_follows(breakdown, claim, [own]) if claim and own else None)


def _follows(breakdown: Breakdown, part: Claim, wholes: list[Claim]) -> Computed | None:
    """A part in per cent of a whole, of which both sizes or both shares are printed; none where the whole may be nothing."""
    sizes = total(map(in_base_units, wholes))
    if sizes.low <= 0:
        return None
    written = " + ".join(map(compact, wholes))
    of = f"Share of {breakdown.parent_name}" if breakdown.parent else "Share of the whole"
    size, rest = in_base_units(part), total(in_base_units(one) for one in wholes if one != part)
    # A part of a sum in which it stands is known more closely than two intervals that have nothing to do with each other.
    within = part in wholes and size.low > 0 and rest.low >= 0
    value = (
        monotone(lambda s, r: s / (s + r) * 100, (size, RISES), (rest, FALLS))
        if within
        else per_cent(size, sizes)
    )
    return Computed.of(
        value,
        id=ids.share(part),
        name=f"{of}, {subject(breakdown.market, part)}, {period(part.period)}",
        unit=PERCENT,
        formula=f"{compact(part)} ÷ {f'({written})' if len(wholes) > 1 else written}",
        inputs=(part.id, *(claim.id for claim in wholes)),
    )


def _remainder(breakdown: Breakdown) -> Quantity | None:
    """What is left of the whole: nothing where the sizes make it up, else 100 % less the shares."""
    if not breakdown.published or (breakdown.of and not breakdown.of.adds):
        return None
    if (breakdown.fills or not breakdown.whole) and all(part.size for part in breakdown.published):
        return Quantity.exact(0)
    left = Quantity.exact(100) - total(part.share for part in breakdown.published if part.share)
    return Computed.of(
        left,
        id=ids.of_breakdown("remainder", breakdown.slug),
        name=f"Not broken down by {lower_first(breakdown.name)}, {period(breakdown.period)}",
        unit=PERCENT,
        formula=" − ".join(["100 %", *(part.written for part in breakdown.published)]),
        inputs=[part.stated.id for part in breakdown.published],
    )


def breakdowns(market: Market, every: Iterable[Breakdown]) -> tuple[Breakdown, ...]:
    """Of the market itself, for each dimension, parent and measure the one that leads; then dimensions without any share.

    The best ranked leads, then that of the leading figure's period, what happened before what is expected, years before
    shorter stretches, the latest, the newest edition; the order of rows never decides.
    """
    own: defaultdict[tuple[str, str, str], list[Breakdown]] = defaultdict(list)
    for breakdown in every:
        if _is_own(market, breakdown):
            own[breakdown.dimension, breakdown.parent, breakdown.of_code].append(breakdown)
    best = {key: min(some, key=lambda b: _precedence(market, b)) for key, some in own.items()}
    codes, lead = [*market.dimensions, REGION], market.lead.measure.code if market.lead else ""
    order = sorted(best, key=lambda key: (codes.index(key[0]), key[1] != "", key[2] != lead, key))
    silent = [code for code in codes if not any(key[0] == code for key in best)]
    return tuple(best[key] for key in order) + tuple(
        _silent(market, code) for code in silent if code != REGION or market.regions
    )


def _is_own(market: Market, breakdown: Breakdown) -> bool:
    """Whether what is divided is the market, or one segment of the dimension or region by which it is divided."""
    divided = set(dict(breakdown.segments))
    if breakdown.scope or breakdown.dimension == REGION:
        return not (breakdown.scope or divided)
    outer = market.dimensions[breakdown.dimension].part_of.partition("/")[0]
    return divided <= {breakdown.dimension, outer} and breakdown.region == market.geography.code


def _silent(market: Market, dimension: str) -> Breakdown:
    """A dimension of which nobody publishes a part."""
    parts = market.regions if dimension == REGION else market.dimensions[dimension].within("")
    silent = tuple(Part(part.code, part.name, part.residual) for part in parts)
    return Breakdown(market, dimension, "", "", None, None, None, silent, None, None)


def _precedence(market: Market, breakdown: Breakdown) -> tuple[object, ...]:
    claims = [claim for part in breakdown.parts for claim in (part.claim, part.size) if claim]
    lead, when = market.lead, claims[0].when or ()
    date = breakdown.source.published if breakdown.source else None
    return (
        not breakdown.published,
        min(RANKS[claim.rank] for claim in claims),
        when != (lead.when if lead else None),
        all(claim.status is Status.FORECAST for claim in claims),
        claims[0].length != YEAR,
        -when[1],
        -len(claims),
        tuple(-ord(letter) for letter in date.text) if date else (0,),  # later dates first
        breakdown.source_id,
    )
