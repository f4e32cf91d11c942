"""Rules on shares: parts of a whole."""

from collections.abc import Iterator

from scripts.derive.interval import total
from scripts.derive.precision import allowed, quantity
from scripts.model import HELD, TOTAL, WORLD, Catalog, Claim, Finding, Held, Market, Rank, Role, Severity
from scripts.notation import full, number, period, share, subject


def shares_exceed_whole(market: Market, _catalog: Catalog) -> Iterator[Finding | Held]:
    """The shares of one dimension, in one year and by one source, must not add up to more than 100 %.

    A sum that rounding or a qualifier explains is no fault; below 100 % the rest is shown as not published. Regions
    that lie within another region of the list are not added to it.

    Arithmetic: the shares are added at the least that their printed digits allow.

    Fires: 60 % and 45 % of one dimension in 2024. 60 + 45 = 105.

    Silent: 33.4 %, 33.4 % and 33.3 %. They add up to 100.1, and rounding explains the 0.1.
    """
    groups: dict[tuple[str, ...], list[Claim]] = {}
    for claim in market.claims.values():
        if claim.measure.role != Role.SHARE or claim.rank == Rank.DEPRECATED:
            continue
        # A share of a segment within a region has nothing beside it, and is still no more than its whole.
        dimension = _dimension(claim) or claim.id
        when = claim.period.text if claim.period else ""
        groups.setdefault((dimension, claim.scope, claim.source_id, when, claim.measure.code), []).append(
            claim
        )
    for (dimension, *_), claims in groups.items():
        parts = _side_by_side(claims)
        whole = total([quantity(claim) for claim in parts])
        if total([allowed(claim) for claim in parts]).low <= 100:
            yield HELD
            continue
        said = share(number(whole.point, 1))
        yield Finding(
            market.id,
            "shares-exceed-whole",
            parts[0].id,
            Severity.WARNING,
            _title(market, dimension, parts, said),
            f"{' + '.join(full(claim) for claim in parts)}{f' = {said}' if len(parts) > 1 else ''}, more than the whole",
            tuple(claim.id for claim in parts),
            parts[-1].place,
            int(whole.point - 100),
        )


def _title(market: Market, dimension: str, parts: list[Claim], said: str) -> str:
    when = period(parts[0].period)
    if len(parts) == 1:
        return f"{subject(market, parts[0])}: a share of {said} in {when} is more than there is"
    name = market.dimensions[dimension].name if dimension in market.dimensions else "Region"
    return f"{name}: the shares of {when} add up to {said}"


def _side_by_side(claims: list[Claim]) -> list[Claim]:
    """Each segment or region once, without those that lie within another one."""
    once = {(tuple(claim.segments.items()), claim.region.code): claim for claim in claims}
    codes = {claim.region.code for claim in claims}
    return [claim for claim in once.values() if claim.region.part_of not in codes]


def _dimension(claim: Claim) -> str | None:
    """The one dimension that a share breaks down, or none where it is of several at once or of nothing."""
    broken = [dimension for dimension, code in claim.segments.items() if code != TOTAL]
    if claim.region.code != WORLD:
        broken.append("region")
    return broken[0] if len(broken) == 1 else None
