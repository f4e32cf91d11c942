"""Breakdowns: a whole and its parts in one edition, one period, one measure; shares that follow; what nobody publishes."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from scripts.derive import ids
from scripts.derive.units import PERCENT, in_base_units, per_cent
from scripts.model import (
    TOTAL,
    YEAR,
    Claim,
    Computed,
    Market,
    Measure,
    Period,
    Quantity,
    Rank,
    Region,
    Role,
    Source,
    Status,
    total,
)
from scripts.notation import compact, lower_first, period, subject

REGION = "region"
NOWHERE = "not-stated"
RANKS = {Rank.PREFERRED: 0, Rank.NORMAL: 1, Rank.DEPRECATED: 2}


@dataclass(frozen=True, slots=True)
class Part:
    """A segment or region with the share and the size that the source prints of it, if it prints them.

    `share` is the printed one, or follows from the size; none where neither is published.
    """

    code: str
    name: str
    residual: bool = False
    claim: Claim | None = None
    size: Claim | None = None
    share: Quantity | None = None

    @property
    def computed(self) -> Computed | None:
        """The share where it follows from the part's size."""
        return self.share if isinstance(self.share, Computed) else None

    @property
    def id(self) -> str:
        """The id of its share: that of the claim, or of the computed share."""
        return self.computed.id if self.computed else self.claim.id if self.claim else ""

    @property
    def stated(self) -> Claim:
        """The claim behind its share."""
        claim = self.claim or self.size
        assert claim  # the caller has looked
        return claim


@dataclass(frozen=True)
class Breakdown:
    """A dimension, or one segment of it (`parent`), in one edition and period; `of` is the measure that is divided.

    `remainder` is what no part accounts for, in per cent; none where no share is known.
    """

    market: Market
    dimension: str
    parent: str
    scope: str
    of: Measure | None
    source: Source | None
    period: Period | None
    parts: tuple[Part, ...]
    whole: Claim | None
    remainder: Quantity | None
    segments: tuple[tuple[str, str], ...] = ()
    region: str = ""

    @property
    def code(self) -> str:
        """The dimension's code, or `region`."""
        return self.dimension

    @property
    def name(self) -> str:
        """What is divided by what: `End user`, `Europe by region`, `IT services by kind`."""
        by = "Region" if self.dimension == REGION else self.market.dimensions[self.dimension].name
        return f"{self.parent_name} by {lower_first(by)}" if self.parent else by

    @property
    def parent_name(self) -> str:
        """The segment or region that is divided, where it is not the market itself."""
        if self.dimension == REGION:
            named = [
                c.region.name
                for c in self.market.in_order
                if c.region.code == self.parent and c.source == self.source
            ]
            return next(iter(named), self.parent)
        return self.market.dimensions[self.dimension].segments[self.parent].name

    @property
    def is_open(self) -> bool:
        """Whether its source does not claim to list all parts."""
        return self.dimension == REGION or self.market.dimensions[self.dimension].open

    @property
    def year(self) -> str:
        """Its period as the data write it."""
        return self.period.text if self.period else ""

    @property
    def slug(self) -> str:
        """Dimension, parent and period, for addresses."""
        lead = self.market.lead
        other = self.of.code if self.of and lead and self.of.code != lead.measure.code else ""
        parts = [self.dimension.replace("_", "-"), self.parent, self.year.lower().replace("/", "-"), other]
        return "-".join(part for part in parts if part)

    @cached_property
    def published(self) -> tuple[Part, ...]:
        """Parts with a share, largest first, the rest last; of equals in the market's own order."""
        shared = [part for part in self.parts if part.share]
        return tuple(sorted(shared, key=lambda part: (part.residual, -part.share.point if part.share else 0)))

    @property
    def leader(self) -> Part | None:
        """The largest part, which is never the rest of something."""
        return next((part for part in self.published if not part.residual), None)

    @property
    def others(self) -> tuple[Part, ...]:
        """Published parts beside the largest."""
        return self.published[1:]

    @property
    def unpublished(self) -> tuple[Part, ...]:
        """Parts without a share, in the market's own order."""
        return tuple(part for part in self.parts if not part.share)

    @property
    def sized(self) -> tuple[Part, ...]:
        """Parts with a published size."""
        return tuple(part for part in self.parts if part.size)

    @property
    def has_remainder(self) -> bool:
        """Whether something is left that rounding does not explain."""
        return (
            self.remainder is not None
            and self.remainder.high > 0
            and (self.remainder.low > 0 or self.remainder.below)
        )

    @property
    def fills(self) -> bool:
        """Whether several published sizes make up the whole, within the digits printed."""
        sizes = [in_base_units(part.size) for part in self.sized if part.size]
        return self.whole is not None and len(sizes) > 1 and total(sizes).meets(in_base_units(self.whole))

    @property
    def others_together(self) -> Computed | None:
        """What the published parts beside the largest have together, where there are several."""
        if len(self.others) < 2:
            return None
        return Computed.of(
            total(part.share for part in self.others if part.share),
            id=ids.of_breakdown("others", self.slug),
            name=f"Published shares beside the largest by {lower_first(self.name)}, {self.year}, together",
            unit=PERCENT,
            formula=" + ".join(_written(part) for part in self.others),
            inputs=[part.stated.id for part in self.others],
        )

    @property
    def money(self) -> Mapping[str, Computed]:
        """By part: its printed share of the printed whole, where no size of the part is printed. A share multiplies its own whole alone."""
        whole = self.whole
        if whole is None:
            return {}
        return {
            part.code: _money(self.market, part.claim, whole)
            for part in self.parts
            if part.claim and not part.size
        }

    @property
    def values(self) -> Iterator[Computed]:
        """Every number of it that has an address."""
        if isinstance(self.remainder, Computed) and self.has_remainder:
            yield self.remainder
        if self.others_together:
            yield self.others_together
        yield from (part.computed for part in self.parts if part.computed)
        yield from self.money.values()


def _written(part: Part) -> str:
    return compact(part.claim) if part.claim else f"{compact(part.stated)} as a share"


def _money(market: Market, share: Claim, whole: Claim) -> Computed:
    return Computed.of(
        share.quantity * whole.quantity / 100,
        id=ids.money(share, whole),
        name=f"{subject(market, share)}, in {whole.unit.currency or whole.unit.name} ({period(whole.period)})",
        unit=whole.unit,
        formula=f"{compact(share)} × {compact(whole)}",
        inputs=(share.id, whole.id),
    )


# What the parts of one whole share: scope, segments and region of the whole, dimension, parent, measure, source, time.
Group = tuple[str, tuple[tuple[str, str], ...], str, str, str, str, str, tuple[int, int]]


def divisions(market: Market) -> tuple[Breakdown, ...]:
    """Every whole with its parts: each scope, each segment within each region, each edition that leads, each period."""
    groups: dict[Group, list[Claim]] = {}
    for claim in market.followed:
        if claim.period and claim.when and (claim.measure.role is Role.SHARE or claim.measure.adds):
            for place in _places(market, claim):
                of = claim.measure.of or claim.measure.code
                groups.setdefault((*place, of, claim.source_id, claim.when), []).append(claim)
    regional = {key for key in groups if key[3] == REGION}
    flat = [_breakdown(market, key, claims) for key, claims in groups.items() if key not in regional]
    nested = [b for key in regional for b in _by_region(market, key, groups[key])]
    return tuple(
        sorted(
            [*flat, *nested],
            key=lambda b: (b.scope, b.slug, b.segments, b.region, b.source.id if b.source else ""),
        )
    )


def _places(market: Market, claim: Claim) -> Iterator[tuple[str, tuple[tuple[str, str], ...], str, str, str]]:
    """Where a claim is a part: scope, segments and region of the whole, dimension and parent.

    The share of a segment within a region does not say whether the segment or the region is its whole, so that it is
    a part of neither.
    """
    broken = {dimension: code for dimension, code in claim.segments.items() if code != TOTAL}
    abroad = lies_within(market, claim.region)
    only = market.only_segment(claim)
    if claim.measure.role is Role.SHARE and ((len(broken) > 1 and not only) or (broken and abroad)):
        return
    for dimension, code in broken.items():
        outer, _, segment = market.dimensions[dimension].part_of.partition("/")
        rest = {**broken, outer: segment} if outer else dict(broken)
        del rest[dimension]
        if (
            only and only[0] != dimension and not outer
        ):  # the outer one of a nested pair, told by the inner one
            continue
        parent = market.dimensions[dimension].segments[code].part_of
        whole = rest | ({dimension: parent} if parent else {})
        yield claim.scope, tuple(sorted(whole.items())), claim.region.code, dimension, parent
    if abroad:
        yield claim.scope, tuple(sorted(broken.items())), "", REGION, ""


def lies_within(market: Market, region: Region) -> bool:
    """Whether a region is a part of the market's geography: the world is no part of Germany."""
    if region.code in (market.geography.code, NOWHERE):
        return False
    whole, seen = region.part_of, {region.code}
    while whole and whole != market.geography.code and whole not in seen:
        seen.add(whole)
        whole = _part_of(market, whole)
    return whole == market.geography.code or market.is_worldwide


def _is_of(market: Market, claim: Claim, key: Group, region: str) -> bool:
    """Whether a size is that of the whole of a group."""
    scope, segments, _, _, _, of, source, when = key
    broken = {dimension: code for dimension, code in claim.segments.items() if code != TOTAL}
    for dimension in list(broken):  # a nested dimension's outer segment may be left out in its rows
        outer, _, segment = market.dimensions[dimension].part_of.partition("/")
        if outer:
            broken.setdefault(outer, segment)
    same = (claim.scope, tuple(sorted(broken.items())), claim.region.code) == (scope, segments, region)
    return same and (claim.measure.code, claim.source_id, claim.when) == (of, source, when)


def _whole(market: Market, key: Group, region: str) -> Claim | None:
    wholes = [claim for claim in market.followed if _is_of(market, claim, key, region)]
    return min(wholes, key=lambda claim: (RANKS[claim.rank], claim.id), default=None)


def _by_region(market: Market, key: Group, claims: list[Claim]) -> Iterator[Breakdown]:
    """The regions of a group level by level: a country is held against the region that is published beside it."""
    regions = {claim.region.code for claim in claims}
    within: dict[str, list[Claim]] = {}
    for claim in claims:
        whole = next((code for code in _ancestors(market, claim.region) if code in regions), "")
        within.setdefault(whole, []).append(claim)
    for parent, parts in within.items():
        yield _breakdown(market, (*key[:2], parent or market.geography.code, REGION, parent, *key[5:]), parts)


def _part_of(market: Market, region: str) -> str | None:
    """The whole of a region that no claim of the group is of, as any claim of the market knows it."""
    named = [*market.regions, market.geography, *(claim.region for claim in market.in_order)]
    return next((one.part_of for one in named if one.code == region), None)


def _breakdown(market: Market, key: Group, claims: list[Claim]) -> Breakdown:
    scope, segments, region, dimension, parent, _, _, _ = key
    whole = _whole(market, key, region)
    parts = [
        _part(code, name, residual, dimension, claims) for code, name, residual in _names(market, key, claims)
    ]
    first = claims[0]
    assert first.period  # chosen for having one
    measures = {c.measure.code: c.measure for c in market.in_order}
    of = measures.get(key[5]) or replace(first.measure, code=key[5])
    plain = Breakdown(
        market,
        dimension,
        parent,
        scope,
        of,
        first.source,
        first.period,
        tuple(parts),
        whole,
        None,
        segments,
        region,
    )
    shared = replace(plain, parts=tuple(_shared(market, plain, part) for part in parts))
    return replace(shared, remainder=_remainder(shared))


def _names(market: Market, key: Group, claims: Iterable[Claim]) -> list[tuple[str, str, bool]]:
    """The parts that there may be, in the market's own order, with those that the claims name."""
    scope, _, _, dimension, parent, *_ = key
    if dimension != REGION:
        return [(s.code, s.name, s.residual) for s in market.dimensions[dimension].within(parent)]
    named = {claim.region.code: claim.region for claim in claims}
    listed = {region.code: region for region in market.regions if not (parent or scope)}
    # A country that is listed beside its region has its place below that region.
    above = {*listed, *(c.region.code for c in market.followed if c.source_id == key[6] and c.when == key[7])}
    side_by_side = [
        r
        for r in listed.values()
        if not above & set(_ancestors(market, r)) and r.code != market.geography.code
    ]
    regions = {r.code: named.get(r.code, r) for r in side_by_side} | named
    return [(region.code, region.name, region.residual) for region in regions.values()]


def _ancestors(market: Market, region: Region) -> Iterator[str]:
    """The regions that hold a region, up to the market's own geography."""
    whole = region.part_of
    while whole and whole != market.geography.code:
        yield whole
        whole = _part_of(market, whole)


def _part(code: str, name: str, residual: bool, dimension: str, claims: Iterable[Claim]) -> Part:
    own = [c for c in claims if (c.region.code if dimension == REGION else c.segments[dimension]) == code]
    own.sort(key=lambda claim: (RANKS[claim.rank], claim.id))
    share = next((c for c in own if c.measure.role is Role.SHARE), None)
    size = next((c for c in own if c.measure.is_size), None)
    return Part(code, name, residual, share, size, share.quantity if share else None)


def _shared(market: Market, breakdown: Breakdown, part: Part) -> Part:
    """The part with the share that follows from its size: of the sum of all parts where they make up the whole."""
    whole, size = breakdown.whole, part.size
    if part.share or not (whole and size) or in_base_units(whole).low <= 0:
        return part
    parts = [p.size for p in breakdown.sized if p.size] if breakdown.fills else [whole]
    sizes = total(map(in_base_units, parts))
    if sizes.low <= 0:
        return part
    written = " + ".join(map(compact, parts))
    share = Computed.of(
        per_cent(in_base_units(size), sizes),
        id=ids.share(size),
        name=f"Share of the whole, {subject(market, size)}, {period(size.period)}",
        unit=PERCENT,
        formula=f"{compact(size)} ÷ {f'({written})' if len(parts) > 1 else written}",
        inputs=(size.id, *(claim.id for claim in parts)),
    )
    return replace(part, share=share)


def _remainder(breakdown: Breakdown) -> Quantity | None:
    """What is left of the whole: nothing where the sizes make it up, else 100 % less the shares."""
    if not breakdown.published:
        return None
    if breakdown.fills and all(part.size for part in breakdown.published):
        return Quantity.exact(0)
    left = Quantity.exact(100) - total(part.share for part in breakdown.published if part.share)
    return Computed.of(
        left,
        id=ids.of_breakdown("remainder", breakdown.slug),
        name=f"Not broken down by {lower_first(breakdown.name)}, {breakdown.year}",
        unit=PERCENT,
        formula=" − ".join(["100 %", *map(_written, breakdown.published)]),
        inputs=[part.stated.id for part in breakdown.published],
    )


def breakdowns(market: Market, every: Iterable[Breakdown]) -> tuple[Breakdown, ...]:
    """Of the market itself, for each dimension, parent and measure the one that leads; then dimensions without any share.

    The best ranked leads, then that of the leading figure's period, what happened before what is expected, years before
    shorter stretches, the latest, the newest edition; the order of rows never decides.
    """
    own: dict[tuple[str, str, str], list[Breakdown]] = {}
    for breakdown in every:
        context = dict(breakdown.segments)
        outer = set(context) <= {breakdown.dimension, _outer(market, breakdown.dimension)}
        at_home = breakdown.dimension == REGION or breakdown.region == market.geography.code
        if not breakdown.scope and outer and at_home and (breakdown.dimension != REGION or not context):
            own.setdefault(
                (breakdown.dimension, breakdown.parent, breakdown.of.code if breakdown.of else ""), []
            ).append(breakdown)
    best = {key: min(some, key=lambda b: _precedence(market, b)) for key, some in own.items()}
    codes = [*market.dimensions, REGION]
    lead = market.lead.measure.code if market.lead else ""
    found = [
        best[key]
        for key in sorted(best, key=lambda key: (codes.index(key[0]), key[1] != "", key[2] != lead, key))
    ]
    divided = {breakdown.dimension for breakdown in found}
    return tuple(found) + tuple(
        _silent(market, code) for code in codes if code not in divided and (code != REGION or market.regions)
    )


def _silent(market: Market, dimension: str) -> Breakdown:
    """A dimension of which nobody publishes a part."""
    if dimension == REGION:
        parts = [Part(region.code, region.name, region.residual) for region in market.regions]
    else:
        parts = [Part(s.code, s.name, s.residual) for s in market.dimensions[dimension].within("")]
    return Breakdown(market, dimension, "", "", None, None, None, tuple(parts), None, None)


def _outer(market: Market, dimension: str) -> str:
    return "" if dimension == REGION else market.dimensions[dimension].part_of.partition("/")[0]


def _precedence(market: Market, breakdown: Breakdown) -> tuple[object, ...]:
    claims = [claim for part in breakdown.parts for claim in (part.claim, part.size) if claim]
    lead, when = market.lead, claims[0].when
    published = breakdown.source.published.text if breakdown.source and breakdown.source.published else ""
    return (
        not breakdown.published,
        min(RANKS[claim.rank] for claim in claims),
        when != (lead.when if lead else None),
        all(claim.status is Status.FORECAST for claim in claims),
        claims[0].length != YEAR,
        -(when[1] if when else 0),
        -len(claims),
        _reversed(published),
        breakdown.source.id if breakdown.source else "",
    )


def _reversed(date: str) -> tuple[int, ...]:
    """Later dates first."""
    return tuple(-ord(letter) for letter in date)
