"""Names of derived values: public addresses that never die, made of the ids and years of what they follow from.

Never of an order or a value, so that the same thing keeps its name in every edition of the data.
"""

from scripts.derive.estimates import Placed, Triangle
from scripts.derive.must_be_true import Product, Requirement
from scripts.derive.shares import Breakdown, Part
from scripts.model import Claim, Market, Study

PREFIX = "derived-"
DOUBLING = f"{PREFIX}doubling"
# The measures of concentration, each with its least and its most.
MEASURES = ("hhi", "largest", "two-largest")


def size(year: int) -> str:
    """A size of the market itself that nobody publishes: of a year between base and target, or before the base."""
    return f"{PREFIX}size-{year}"


def increase(year: int) -> str:
    """What a year of the outlook adds."""
    return f"{PREFIX}increase-{year}"


def between(what: str, first: int, last: int) -> str:
    """Growth, increase or multiple from the base to the target."""
    return f"{PREFIX}{what}-{first}-{last}"


def remainder(breakdown: Breakdown) -> str:
    """What the published parts of a dimension leave."""
    return f"{PREFIX}remainder-{_place(breakdown)}"


def share(part: Claim) -> str:
    """The share that a published size of a part is of its whole."""
    return f"{PREFIX}share-of-{part.id}"


def of_part(part: Part) -> str:
    """The share of a part that has one: the claim, or the computed share."""
    assert part.claim  # the caller has looked
    return share(part.claim) if part.computed else part.claim.id


def others(breakdown: Breakdown) -> str:
    """What the published parts beside the largest one have together."""
    return f"{PREFIX}others-{_place(breakdown)}"


def money(part: Claim, base: Claim) -> str:
    """A share's value on a base."""
    return f"{PREFIX}{part.id}-on-{base.id}"


def bound(breakdown: Breakdown, measure: str, end: str) -> str:
    """The `least` or the `most` that a measure of concentration can be."""
    return f"{PREFIX}{measure}-{end}-{_place(breakdown)}"


def response(study: Study) -> str:
    """The proportion of a study's patients who responded."""
    return f"{PREFIX}response-{study.id}"


def required(requirement: Requirement) -> str:
    """What must be true for a size."""
    return f"{PREFIX}{requirement.size.id}-by-{requirement.by.id}"


def product(known: Product) -> str:
    """A price times a volume, in per cent of the size that they should make."""
    return f"{PREFIX}{known.price.id}-times-{known.volume.id}-of-{known.size.id}"


def brought(market: Market, at: Placed) -> str:
    """An estimate in one year: the claim where the source states it, else the base brought there by the stated rate.

    The headline's own base and rate give the market's own size.
    """
    if at.rate is None:
        return at.base.id
    head = market.headline
    if head.size and head.growth and (at.base.id, at.rate.id) == (head.size.id, head.growth.id):
        return size(at.year)
    return f"{PREFIX}{at.base.id}-at-{at.rate.id}-in-{at.year}"


def implied(market: Market, triangle: Triangle) -> str:
    """The growth that joins two published sizes."""
    start, end, head = triangle.start, triangle.end, market.headline
    if head.size and head.target and (start.id, end.id) == (head.size.id, head.target.id):
        assert start.period  # a triangle's ends have years
        assert end.period
        return between("growth", start.period.start.year, end.period.start.year)
    return f"{PREFIX}growth-{start.id}-to-{end.id}"


def multiple(at: Placed, own: Placed) -> str:
    """A rival estimate as a multiple of the market's own in the same year."""
    return f"{PREFIX}{at.base.id}-over-{own.base.id}-in-{own.year}"


def _place(breakdown: Breakdown) -> str:
    return f"{breakdown.code.replace('_', '-')}-{breakdown.year}"
