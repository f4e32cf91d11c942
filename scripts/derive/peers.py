"""Peers: where a market stands among the others, by size and by growth, as far as the digits printed can tell."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from scripts.derive.units import in_base_units
from scripts.model import Claim, Market, Quantity

# Among fewer markets a percentile would say no more than the rank, with more show.
FEWEST = 10


@dataclass(frozen=True, slots=True)
class Standing:
    """A market's place in one respect: `rank` 1 is the largest, `tied` counts others that rounding may put level."""

    name: str
    claim: Claim
    rank: int
    tied: int
    of: int
    percentile: Fraction | None


def standings(markets: Sequence[Market]) -> Mapping[str, tuple[Standing, ...]]:
    """Each market's standings, by market, among all that publish the same: size in one currency, and growth."""
    found: dict[str, list[Standing]] = {market.id: [] for market in markets}
    sizes: dict[str, dict[str, Claim]] = {}
    for market in markets:
        size = market.headline.size
        if size and size.unit.currency:
            sizes.setdefault(f"Size in {size.unit.currency}", {})[market.id] = size
    rates = {market.id: market.headline.growth for market in markets if market.headline.growth}
    for name, claims in (*sizes.items(), ("Growth", rates)):
        values = {code: c.quantity if name == "Growth" else in_base_units(c) for code, c in claims.items()}
        for code, (rank, tied, percentile) in ranked(values).items():
            found[code].append(Standing(name, claims[code], rank, tied, len(values), percentile))
    return {code: tuple(known) for code, known in found.items()}


def ranked(values: Mapping[str, Quantity]) -> dict[str, tuple[int, int, Fraction | None]]:
    """Rank, ties and percentile of each value; two whose intervals share a value are tied.

    The percentile is the mid-rank: those surely below, and half of those tied with it and of itself, in a hundred of all
    (R. J. Hyndman and Y. Fan, "Sample quantiles in statistical packages", The American Statistician 50, 1996). Of ten markets,
    one with seven surely below it and none tied has (7 + 0.5) / 10 = the 75th percentile.
    """
    lows, highs = sorted(v.low for v in values.values()), sorted(v.high for v in values.values())
    count, found = len(values), {}
    for name, value in values.items():
        above, below = count - bisect_right(lows, value.high), bisect_left(highs, value.low)
        level = count - above - below  # the market itself among them
        share = Fraction(2 * below + level, 2 * count) * 100 if count >= FEWEST else None
        found[name] = (above + 1, level - 1, share)
    return found
