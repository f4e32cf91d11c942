"""Silence: what no source publishes, as far as its readers should know."""

from collections.abc import Iterable, Iterator, Mapping

from scripts.derive import REGION, Breakdown, Triangle
from scripts.model import Claim, Market, Role
from scripts.notation import lower_first


def silent(market: Market, breakdowns: Iterable[Breakdown]) -> Mapping[tuple[str, str], str]:
    """Names of segments and regions by dimension and code of which no size, share or growth is published.

    Lists that do not claim to be whole have no such parts, and what is left of a list is no part of it.
    """
    told = {part for claim in market.followed if not claim.scope and _counts(claim) for part in _parts(claim)}
    found: dict[tuple[str, str], str] = {}
    for code, dimension in market.dimensions.items():
        for name, segment in dimension.segments.items():
            if not (segment.residual or dimension.open):
                found[code, name] = lower_first(segment.name)
    for breakdown in breakdowns:
        if breakdown.code == REGION:
            found |= {(REGION, part.code): part.name for part in breakdown.parts}
    return {key: name for key, name in found.items() if key not in told}


def _counts(claim: Claim) -> bool:
    return claim.measure.is_size or claim.measure.role in {Role.SHARE, Role.GROWTH}


def _parts(claim: Claim) -> Iterator[tuple[str, str]]:
    """The segments and the region that a claim is of, be it together with others."""
    yield from claim.segments.items()
    yield REGION, claim.region.code


def unpublished_base(triangle: Triangle) -> int:
    """The year whose value a rate would count from, where its source does not publish that."""
    assert triangle.start.period  # sizes have one
    return triangle.start.period.start.year + 1
