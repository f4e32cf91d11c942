"""Divisions: a published whole with the parts that the same publisher gives for the same period."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scripts.derive.interval import total
from scripts.derive.precision import allowed
from scripts.derive.shares import REGION
from scripts.model import TOTAL, WORLD, Claim, Market, Rank, Role

NOWHERE = "not-stated"


@dataclass(frozen=True, slots=True)
class Division:
    """A whole with its published parts along one dimension: of one publisher, scope, measure, currency and period."""

    dimension: str
    whole: Claim
    parts: tuple[Claim, ...]

    @property
    def topic(self) -> str:
        """The whole and the dimension: what the division is, whatever its parts."""
        return f"{self.whole.id}-by-{self.dimension.replace('_', '-')}"

    @property
    def fills(self) -> bool:
        """Whether several parts make up the whole, within the digits printed."""
        made_up = total([allowed(part) for part in self.parts]).meets(allowed(self.whole))
        return made_up and len(self.parts) > 1

    def code(self, part: Claim) -> str:
        """The segment or region of a part."""
        return _code(part, self.dimension)

    @property
    def codes(self) -> set[str]:
        """The segments or regions that have a size."""
        return {_code(part, self.dimension) for part in self.parts}


def divisions(market: Market) -> Iterator[Division]:
    """Every whole with the parts that the same publisher gives for the same period."""
    groups: dict[tuple[object, ...], dict[tuple[object, ...], Claim]] = {}
    for claim in market.claims.values():
        if (
            claim.measure.role == Role.SIZE
            and claim.rank != Rank.DEPRECATED
            and claim.source
            and claim.period
        ):
            key = (
                claim.source.voice,
                claim.scope,
                claim.measure.code,
                claim.unit.currency,
                claim.period.text,
            )
            groups.setdefault(key, {}).setdefault((*claim.segments.values(), claim.region.code), claim)
    for group in groups.values():
        claims = list(group.values())
        for whole in (claim for claim in claims if claim.is_whole):
            for dimension in (*market.dimensions, REGION):
                parts = tuple(_parts(whole, claims, dimension))
                if parts:
                    yield Division(dimension, whole, parts)


def _parts(whole: Claim, claims: Sequence[Claim], dimension: str) -> Iterator[Claim]:
    """The parts of a whole along a dimension; a region within another one of the list is not counted beside it."""
    if dimension == REGION:
        if whole.region.code != WORLD:
            return
        regions = {c.region.code for c in claims if c.is_whole} - {WORLD, NOWHERE}
        inside = {c.region.code for c in claims if c.region.part_of in regions}
        yield from (c for c in claims if c.is_whole and c.region.code in regions - inside)
        return
    for claim in claims:
        others = (code for other, code in claim.segments.items() if other != dimension)
        if claim.region == whole.region and claim.segments[dimension] != TOTAL and set(others) <= {TOTAL}:
            yield claim


def _code(claim: Claim, dimension: str) -> str:
    return claim.region.code if dimension == REGION else claim.segments[dimension]
