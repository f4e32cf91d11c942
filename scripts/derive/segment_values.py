"""Segment values: the money behind each published share, on each base that is published for the market."""

from collections.abc import Iterable
from dataclasses import dataclass

from scripts.derive.precision import in_unit_of
from scripts.derive.shares import Breakdown, Part, segment_money
from scripts.model import Basis, Claim, Market, Quantity, Rank, Unit


@dataclass(frozen=True, slots=True)
class SegmentValue:
    """A share of one base."""

    base: Claim
    value: Quantity


@dataclass(frozen=True, slots=True)
class SegmentValues:
    """A published part with its value on each base, the leading base first, all in one unit."""

    breakdown: Breakdown
    part: Part
    share: Claim
    values: tuple[SegmentValue, ...]
    unit: Unit


def segment_values(
    market: Market, breakdowns: Iterable[Breakdown], published: Iterable[Claim]
) -> tuple[SegmentValues, ...]:
    """The published shares above zero, largest first, of all dimensions; each on at least one base."""
    sizes = list(published)
    lead = market.headline.size if market.headline.size in sizes else next(iter(sizes), None)
    if lead is None:
        return ()
    sizes = [lead, *(size for size in sizes if size != lead and _compares(size, lead))]
    found = [
        SegmentValues(breakdown, part, part.claim, values, lead.unit)
        for breakdown in breakdowns
        for part in breakdown.published
        if part.claim and part.claim.measure.basis == Basis.MONEY and part.claim.printed.value > 0
        for values in [_values(part.claim, sizes, market.base_year)]
        if values
    ]
    return tuple(sorted(found, key=lambda known: -known.share.printed.value))


def _compares(size: Claim, lead: Claim) -> bool:
    return (size.measure, size.unit.currency) == (lead.measure, lead.unit.currency)


def _values(share: Claim, sizes: list[Claim], base_year: int) -> tuple[SegmentValue, ...]:
    """Bases of the base year and of the share's own, and rejected ones; a size of another year is no rival."""
    seen: set[tuple[int, Quantity]] = set()
    values = []
    for size in sizes:
        if not (size.period and share.period):
            continue
        year, amount = size.period.start.year, in_unit_of(size, sizes[0])
        fits = year in (base_year, share.period.start.year) or size.rank == Rank.DEPRECATED
        if fits and amount.low > 0 and (year, amount) not in seen:
            seen.add((year, amount))
            values.append(SegmentValue(size, segment_money(share, amount)))
    return tuple(values)
