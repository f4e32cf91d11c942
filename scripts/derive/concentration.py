"""Concentration: how far a few segments hold a dimension, within the bounds that the published shares leave."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal, localcontext

from scripts.derive import ids
from scripts.derive.breakdown import REGION, Breakdown, Part
from scripts.derive.units import INDEX, PERCENT
from scripts.model import PRECISION, Claim, Computed, Market, Quantity, Role
from scripts.notation import counted, lower_first, number, period, share

WHOLE, NOTHING = Decimal(1), Decimal(0)
# The rest of a list may be any number of firms; with so many of one size their squares are next to nothing.
MANY = 1000
Shares = list[Decimal]
Measure = Callable[[Shares], Decimal]
NAMES = {
    "hhi": "Herfindahl-Hirschman index",
    "largest": "Share of the largest",
    "two-largest": "Share of the two largest together",
}
LEAST, MOST = "least", "most"
ENDS = ("point", "low", "high")


@dataclass(frozen=True, slots=True)
class Bounds:
    """The least and the most that a measure can be; each an interval, since the shares behind it are rounded."""

    least: Computed
    most: Computed


@dataclass(frozen=True, slots=True)
class Concentration:
    """A dimension: `hhi` from 0 to 1, `leader` and `two` (the largest, the two largest segments) in per cent.

    `capped` says that the source calls its leader the largest, so that no unpublished segment can exceed it.
    """

    breakdown: Breakdown
    hhi: Bounds
    leader: Bounds
    two: Bounds
    capped: bool

    @property
    def values(self) -> Iterator[Computed]:
        """Every number of it that has an address."""
        for bounds in (self.hhi, self.leader, self.two):
            yield from (bounds.least, bounds.most)


@dataclass(frozen=True, slots=True)
class Filling:
    """Shares (0 to 1) that are known, how many further segments share the rest, and how large each of them may be."""

    known: list[Quantity]
    unknown: int
    cap: Quantity


def concentrations(market: Market, breakdowns: Iterable[Breakdown]) -> tuple[Concentration, ...]:
    """Each dimension with a published share. Regions and open lists are left out, as nobody says how many there are.

    So are dimensions with a share that is said to be more, or less, than the figure printed: it bounds nothing.
    """
    found = (_concentration(market, b) for b in breakdowns if b.leader and _is_bounded(b))
    return tuple(concentration for concentration in found if concentration)


def _is_bounded(breakdown: Breakdown) -> bool:
    counted_out = not breakdown.is_open or any(part.residual for part in breakdown.parts)
    plainly = not any(part.share and (part.share.below or part.share.above) for part in breakdown.published)
    return breakdown.dimension != REGION and not breakdown.parent and counted_out and plainly


def hhi(shares: Shares) -> Decimal:
    """The sum of the squared shares, from 1/n (all equal) to 1 (one holds all).

    O. C. Herfindahl, "Concentration in the steel industry" (1950); A. O. Hirschman, "The paternity of an index", American
    Economic Review 54 (1964).
    """
    return sum((share * share for share in shares), NOTHING)


def ratio(count: int) -> Measure:
    """CR-n: the sum of the n largest shares, in per cent."""
    return lambda shares: sum(sorted(shares, reverse=True)[:count], NOTHING) * 100


MEASURES: dict[str, Measure] = dict(zip(ids.MEASURES, (hhi, ratio(1), ratio(2)), strict=True))


def bounds(filling: Filling, measure: Measure) -> tuple[Quantity, Quantity] | None:
    """The least and the most of a measure over known shares and further segments that share the rest.

    Any measure that grows as shares become more unequal (Schur-convex: A. W. Marshall and I. Olkin, "Inequalities: theory of
    majorization", 1979) is least where the rest R is spread evenly, R/k each, and most where it is heaped: on one segment,
    or, where none may exceed `cap`, on as many of that size as it fills. One share of 0.487 of five segments, said to be the
    largest: 0.487^2 + 4 (0.513/4)^2 = 0.303 at least, 0.487^2 + 0.487^2 + 0.026^2 = 0.475 at most. Both rise with every
    share and with the rest, so that their ends follow from the ends of the rounded digits. None where the parts exceed the
    whole, do not fill it, or cannot fill it below the cap.
    """
    unknown, cap = filling.unknown, filling.cap
    known = [[min(max(getattr(s, end), NOTHING), WHOLE) for s in filling.known] for end in ENDS]
    point, low, high = (WHOLE - sum(shares, NOTHING) for shares in known)
    if low < 0 or (not unknown and high > 0) or (unknown and unknown * cap.high < high):
        return None
    even, most = [], []
    for end, shares, rest in zip(ENDS, known, (point, high, low), strict=True):
        left = max(rest, NOTHING) if unknown else NOTHING
        even.append(measure([*shares, *_spread(left, unknown)]))
        most.append(measure([*shares, *heaped(left, unknown, getattr(cap, end))]))
    (point, low, high), (most_point, most_low, most_high) = even, most
    return Quantity(point, low, high), Quantity(most_point, most_low, most_high)


def _spread(rest: Decimal, unknown: int) -> Shares:
    return [rest / unknown] * unknown if unknown else []


def heaped(rest: Decimal, unknown: int, limit: Decimal) -> Shares:
    """What is left, on as few segments as it fills where none may hold more than `limit`."""
    heap: Shares = []
    while rest > 0 and len(heap) < unknown:
        heap.append(min(rest, limit))
        rest -= heap[-1]
    return heap


def _filling(market: Market, breakdown: Breakdown) -> tuple[Filling, bool]:
    """Named firms are one each; the rest of a list is any number of firms, each smaller than the smallest that is named."""
    named = [(part, part.share / 100) for part in breakdown.published if part.share and not part.residual]
    shares = [share for _, share in named]
    capped = any(_is_called_largest(market, part) for part, share in named if share.point == shares[0].point)
    cap = shares[0] if capped else Quantity.exact(1)
    unknown = sum(not part.residual for part in breakdown.unpublished)
    if any(part.residual for part in breakdown.parts):
        unknown, cap = MANY, shares[-1] if not unknown else cap
    return Filling(shares, unknown, cap), capped


def _concentration(market: Market, breakdown: Breakdown) -> Concentration | None:
    filling, capped = _filling(market, breakdown)
    named: list[Bounds] = []
    for code, measure in MEASURES.items():
        with localcontext(prec=PRECISION):
            found = bounds(filling, measure)
        if found is None:
            return None
        ends = zip((LEAST, MOST), found, strict=True)
        named.append(Bounds(*(_named(breakdown, filling, code, end, value) for end, value in ends)))
    of_squares, of_largest, of_two = named
    return Concentration(breakdown, of_squares, of_largest, of_two, capped)


def _named(breakdown: Breakdown, filling: Filling, measure: str, end: str, value: Quantity) -> Computed:
    name = f"{NAMES[measure]} by {lower_first(breakdown.name)}, {period(breakdown.period)}, at {end}"
    known_as, unit = (
        ids.of_breakdown(f"{measure}-{end}", breakdown.slug),
        INDEX if measure == "hhi" else PERCENT,
    )
    inputs = [part.stated.id for part in breakdown.published if not part.residual]
    return Computed.of(value, known_as, name, unit, _formula(filling, measure, end), inputs)


def _formula(filling: Filling, measure: str, end: str) -> str:
    """The shares at the bound, put into the measure: `(58.2² + 3 × 13.93²) ÷ 100²`."""
    printed = [known.point * 100 for known in filling.known]
    rest, unknown = max(100 - sum(printed, NOTHING), NOTHING), filling.unknown
    filled: Shares = []
    if unknown == MANY and end == LEAST:
        how = "spread over ever so many firms"
    elif end == LEAST:
        filled, how = _spread(rest, unknown), f"spread evenly over {counted(unknown, 'segment')}"
    else:
        filled, how = heaped(rest, unknown, filling.cap.point * 100), "on as few segments as can hold it"
    shares = sorted([one for one in (*printed, *filled) if one], reverse=True)
    left = f", the {share(_written(rest))} without a published share {how}" if unknown and rest else ""
    return f"{_squares(shares) if measure == 'hhi' else _sum(shares, measure)}{left}"


def _squares(shares: list[Decimal]) -> str:
    counts = Counter(shares).items()
    terms = (f"{times} × {_written(one)}²" if times > 1 else f"{_written(one)}²" for one, times in counts)
    return f"({' + '.join(terms)}) ÷ 100²"


def _sum(shares: list[Decimal], measure: str) -> str:
    return " + ".join(share(_written(one)) for one in shares[: 2 if measure == "two-largest" else 1])


def _written(value: Decimal) -> str:
    """A share with the digits that a reader needs to redo the sum."""
    exponent = value.normalize().as_tuple().exponent
    return number(value, min(max(-exponent, 0), 3) if isinstance(exponent, int) else 0)


def _is_called_largest(market: Market, leader: Part) -> bool:
    """Whether the source of a share also says that no other segment of its dimension is larger."""

    def about(claim: Claim) -> tuple[object, ...]:
        return claim.scope, claim.region.code, claim.source_id, claim.segments, claim.when

    first = (c for c in market.followed if c.measure.role is Role.SHARE_RANK and c.printed.value == 1)
    return any(about(claim) == about(leader.stated) for claim in first)
