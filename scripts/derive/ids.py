"""Names of derived values: public addresses that never die, made of the ids and years of what they follow from.

Never of an order or a value, so that the same thing keeps its name in every edition of the data.
"""

from scripts.model import Claim, Market

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


def of_breakdown(what: str, place: str) -> str:
    """Remainder, others or a bound on concentration of a dimension in a period."""
    return f"{PREFIX}{what}-{place}"


def share(part: Claim) -> str:
    """The share that a published size of a part is of its whole."""
    return f"{PREFIX}share-of-{part.id}"


def money(part: Claim, base: Claim) -> str:
    """A share's value on its own whole."""
    return f"{PREFIX}{part.id}-on-{base.id}"


def brought(market: Market, base: Claim, rate: Claim, year: int) -> str:
    """A base brought to a year by a stated rate; the headline's own give the market's own size."""
    head = market.headline
    if head.size and head.growth and (base.id, rate.id) == (head.size.id, head.growth.id):
        return size(year)
    return f"{PREFIX}{base.id}-at-{rate.id}-in-{year}"


def implied(market: Market, start: Claim, end: Claim) -> str:
    """The growth that joins two published sizes."""
    head = market.headline
    if head.size and head.target and (start.id, end.id) == (head.size.id, head.target.id):
        return between("growth", start.year, end.year)
    return f"{PREFIX}growth-{start.id}-to-{end.id}"
