"""What follows from the publishers' estimates, by name: each brought to the years of its rate, and set against the others."""

from collections.abc import Iterable, Iterator

from scripts.derive import ids
from scripts.derive.estimates import Estimate, Placed, Triangle, placed
from scripts.derive.spread import Multiple, Spread
from scripts.derive.values.formulas import TIMES, grown, implied, year
from scripts.model import WORLD, Derived, Market
from scripts.notation import compact, lower_first, publisher, subject


def of_estimates(market: Market, known: Iterable[Estimate]) -> Iterator[Derived]:
    """The growth that each source's sizes imply, and what worldwide sizes are in the years that only its rate reaches."""
    for estimate in known:
        for triangle in estimate.triangles:
            if triangle.implied:
                yield _implied(market, triangle)
        if estimate.region == WORLD:
            for at in _reached(estimate):
                yield from _brought(market, at)


def of_spread(market: Market, known: Spread) -> Iterator[Derived]:
    """Each rival as a multiple of the market's own estimate of the year."""
    for other in known.others:
        yield _multiple(market, known.own, other)


def _reached(estimate: Estimate) -> Iterator[Placed]:
    """The estimate in every year of its rates."""
    spans = [rate.period for rate in estimate.rates if rate.period]
    years = {at for span in spans for at in range(span.start.year, span.end.year + 1)}
    yield from (at for one in sorted(years) if (at := placed(estimate, one)))


def _implied(market: Market, triangle: Triangle) -> Derived:
    assert triangle.implied  # the caller has looked
    start, end = triangle.start, triangle.end
    name = (
        f"Growth implied by the two ends, {lower_first(subject(market, end))}, {publisher(end)}, "
        f"{year(start)} to {year(end)}"
    )
    formula = implied(start, end, triangle.years)
    unit = triangle.growth.unit
    return Derived(ids.implied(market, triangle), name, triangle.implied, unit, formula, (start.id, end.id))


def _brought(market: Market, at: Placed) -> Iterator[Derived]:
    """A value that nobody publishes; none where the source itself gives it."""
    if at.rate is None:
        return
    name = f"{subject(market, at.base)}, {publisher(at.base)}, brought to {at.year}"
    formula = grown(at.base, at.rate, at.year - year(at.base))
    inputs = (at.base.id, at.rate.id)
    yield Derived(ids.brought(market, at), name, at.value, at.base.unit, formula, inputs)


def _multiple(market: Market, own: Placed, other: Multiple) -> Derived:
    at = other.at
    name = (
        f"Multiple of the market’s own estimate of {own.year}: {lower_first(subject(market, at.base))}, "
        f"{publisher(at.base)}"
    )
    inputs = [claim.id for known in (at, own) for claim in (known.base, known.rate) if claim]
    formula = f"{_sum(at)} ÷ {_sum(own)}"
    return Derived(ids.multiple(at, own), name, other.times, TIMES, formula, tuple(dict.fromkeys(inputs)))


def _sum(at: Placed) -> str:
    """An estimate as a factor of a larger sum."""
    if at.rate is None:
        return compact(at.base)
    return f"({grown(at.base, at.rate, at.year - year(at.base))})"
