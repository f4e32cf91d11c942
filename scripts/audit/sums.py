"""Sums of segments, year by year: what a source implies for the whole where it prints no total."""

from collections.abc import Iterator, Mapping
from itertools import combinations

from scripts.derive import in_unit_of
from scripts.derive.interval import total
from scripts.model import HELD, TOTAL, WORLD, Claim, Finding, Held, Market, Quantity, Role, Severity
from scripts.notation import listing, lower_first, number, unit_name, whose


def sums_by_year(market: Market) -> dict[tuple[str, str, str], dict[int, dict[str, Claim]]]:
    """Worldwide sizes of single segments, by source, scope and dimension, then by year and segment."""
    found: dict[tuple[str, str, str], dict[int, dict[str, Claim]]] = {}
    for claim in market.claims.values():
        broken = [dimension for dimension, code in claim.segments.items() if code != TOTAL]
        if claim.measure.role != Role.SIZE or not (claim.source and claim.period):
            continue
        if len(broken) == 1 and claim.region.code == WORLD:
            years = found.setdefault((claim.source.id, claim.scope, broken[0]), {})
            years.setdefault(claim.period.start.year, {})[claim.segments[broken[0]]] = claim
    return {key: {y: s for y, s in years.items() if len(s) > 1} for key, years in found.items()}


def added(claims: Mapping[str, Claim]) -> Quantity:
    """The sum of segments, in the unit of the first."""
    first = next(iter(claims.values()))
    return total([in_unit_of(claim, first) for claim in claims.values()])


def across_dimensions(market: Market) -> Iterator[Finding | Held]:
    """Each year of two dimensions of one source whose sums agree in some other year: then they divide the same whole."""
    series = sums_by_year(market)
    for one, other in combinations(series, 2):
        if one[:2] != other[:2]:
            continue
        shared = sorted(series[one].keys() & series[other].keys())
        sums = {year: (added(series[one][year]), added(series[other][year])) for year in shared}
        agreeing = [year for year, (a, b) in sums.items() if a.meets(b)]
        for year in shared if agreeing else ():
            if year in agreeing:
                yield HELD
            else:
                yield _differ(market, (one[2], other[2]), year, series[one][year], series[other][year])


def _differ(
    market: Market,
    dimensions: tuple[str, str],
    year: int,
    one: Mapping[str, Claim],
    other: Mapping[str, Claim],
) -> Finding:
    first = next(iter(one.values()))
    decimals = max(claim.printed.decimals for claim in (*one.values(), *other.values()))
    told = [
        f"{number(added(parts).point, decimals)} by {lower_first(market.dimensions[name].name)}"
        for name, parts in zip(dimensions, (one, other), strict=True)
    ]
    codes = "-".join(name.replace("_", "-") for name in dimensions)
    return Finding(
        market.id,
        "total-is-not-the-sum",
        f"{first.source.slug if first.source else 'no-source'}-{codes}-{year}",
        Severity.WARNING,
        f"{whose(market, first)}Two ways of dividing {year} do not add up alike",
        f"in {unit_name(first.unit)}: {listing(told)}; in other years they agree",
        tuple(claim.id for claim in (*one.values(), *other.values())),
        first.place,
        7,
    )
