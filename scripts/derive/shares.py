"""Shares: each dimension with its published parts and an explicit remainder, never renormalised."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from scripts.derive.interval import FALLS, RISES, exact, monotone, total
from scripts.derive.precision import quantity
from scripts.model import TOTAL, WORLD, Claim, Market, Quantity, Rank, Role, Source, Status

REGION = "region"
RANKS = {Rank.PREFERRED: 0, Rank.NORMAL: 1, Rank.DEPRECATED: 2}


@dataclass(frozen=True, slots=True)
class Part:
    """One segment or region; without a claim its share is not published.

    `whole` are the sizes that make up the whole where the share follows from the part's own size, else none.
    """

    code: str
    name: str
    claim: Claim | None
    whole: tuple[Claim, ...] = ()

    @property
    def computed(self) -> bool:
        """Whether the share follows from the part's size."""
        return bool(self.whole)


@dataclass(frozen=True, slots=True)
class Breakdown:
    """A dimension in one year by one source; `remainder` is what no part accounts for, in per cent."""

    code: str
    name: str
    parts: tuple[Part, ...]
    source: Source | None
    year: str
    remainder: Quantity

    @property
    def published(self) -> tuple[Part, ...]:
        """Parts with a share, largest first."""
        known = [part for part in self.parts if part.claim]
        return tuple(sorted(known, key=lambda part: -_share(part)))

    @property
    def others(self) -> tuple[Part, ...]:
        """Published parts beside the largest; a country stands within its region's share, not beside it."""
        codes = {part.code for part in self.published}
        return tuple(p for p in self.published[1:] if p.claim and p.claim.region.part_of not in codes)

    @property
    def unpublished(self) -> tuple[Part, ...]:
        """Parts without a share, in the market's own order."""
        return tuple(part for part in self.parts if not part.claim)

    @property
    def has_remainder(self) -> bool:
        """Whether something is left that rounding does not explain."""
        return self.remainder.low > 0


def _share(part: Part) -> Decimal:
    return part.claim.printed.value if part.claim else Decimal(0)


def segment_money(share: Claim, size: Quantity) -> Quantity:
    """A segment's share of a size, in the unit of the size."""
    return monotone(lambda s, v: s * v / 100, (quantity(share), RISES), (size, RISES))


def breakdowns(market: Market) -> tuple[Breakdown, ...]:
    """Each dimension, and the regions, as their best source publishes them for its latest year."""
    found = [
        _breakdown(code, dimension.name, _names(dimension.segments), _shares(market, code))
        for code, dimension in market.dimensions.items()
    ]
    claims = _regional(market)
    regions = {region.code: region.name for region in market.regions}
    regions |= {claim.region.code: claim.region.name for claim in claims}
    if regions:
        found.append(_breakdown(REGION, "Region", regions, claims))
    return tuple(found)


def _names(segments: Mapping[str, object]) -> dict[str, str]:
    return {code: getattr(segment, "name", code) for code, segment in segments.items()}


def _shares(market: Market, dimension: str) -> list[Claim]:
    """Worldwide shares of the market's own segments, broken down by this dimension alone."""
    return [
        claim
        for claim in _own_shares(market)
        if claim.region.code == WORLD
        and claim.segments[dimension] != TOTAL
        and all(code == TOTAL for other, code in claim.segments.items() if other != dimension)
    ]


def _regional(market: Market) -> list[Claim]:
    return [claim for claim in _own_shares(market) if claim.region.code != WORLD and claim.is_whole]


def _own_shares(market: Market) -> list[Claim]:
    return [
        claim
        for claim in market.claims.values()
        if claim.measure.role == Role.SHARE
        and not claim.scope
        and claim.rank != Rank.DEPRECATED
        and claim.period
    ]


def _breakdown(code: str, name: str, names: Mapping[str, str], claims: Iterable[Claim]) -> Breakdown:
    chosen = _one_source_one_year(list(claims))
    by_code = {claim.region.code if code == REGION else claim.segments[code]: claim for claim in chosen}
    parts = tuple(Part(segment, label, by_code.get(segment)) for segment, label in names.items())
    # A country is no part beside the region that holds it.
    side_by_side = [claim for claim in by_code.values() if claim.region.part_of not in by_code]
    taken = total([quantity(claim) for claim in side_by_side])
    left = monotone(lambda whole, part: whole - part, (exact(100), RISES), (taken, FALLS))
    source = chosen[0].source if chosen else None
    year = chosen[0].period.text if chosen and chosen[0].period else ""
    return Breakdown(code, name, parts, source, year, left)


def _one_source_one_year(claims: list[Claim]) -> list[Claim]:
    """Shares add up only within one source, one period and one measure.

    The best ranked wins, then what is known rather than expected, then the latest.
    """
    groups: dict[tuple[str, str, str], list[Claim]] = {}
    for claim in claims:
        period = claim.period.text if claim.period else ""
        groups.setdefault((claim.source_id, period, claim.measure.code), []).append(claim)
    ranked = sorted(groups.items(), key=lambda item: item[0][1], reverse=True)
    ranked.sort(key=lambda item: min((RANKS[c.rank], c.status == Status.FORECAST) for c in item[1]))
    return ranked[0][1] if ranked else []
