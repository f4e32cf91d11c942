"""Concentration: how far a few segments hold a dimension, within the bounds that the published shares leave."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal, localcontext

from scripts.derive.interval import PRECISION
from scripts.derive.precision import NO_LOWER_END, NO_UPPER_END, quantity
from scripts.derive.shares import REGION, Breakdown
from scripts.model import WORLD, Claim, Market, Quantity, Role

WHOLE, NOTHING = Decimal(1), Decimal(0)
Shares = list[Decimal]
Measure = Callable[[Shares], Decimal]


@dataclass(frozen=True, slots=True)
class Bounds:
    """The least and the most that a measure can be; each an interval, since the shares behind it are rounded."""

    least: Quantity
    most: Quantity

    @property
    def is_known(self) -> bool:
        """Whether nothing but rounding keeps the two apart."""
        return self.least == self.most


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


def concentrations(market: Market, breakdowns: Iterable[Breakdown]) -> tuple[Concentration, ...]:
    """Each dimension with a published share. Regions are left out, as nobody says how many there are.

    So are dimensions with a share that is said to be more, or less, than the figure printed: it bounds nothing.
    """
    found = (
        _concentration(market, b) for b in breakdowns if b.code != REGION and b.published and not _is_open(b)
    )
    return tuple(concentration for concentration in found if concentration)


def hhi(shares: Shares) -> Decimal:
    """The sum of the squared shares, from 1/n (all equal) to 1 (one holds all).

    O. C. Herfindahl, "Concentration in the steel industry" (1950); A. O. Hirschman, "The paternity of an index", American
    Economic Review 54 (1964).
    """
    return sum((share * share for share in shares), NOTHING)


def ratio(count: int) -> Measure:
    """CR-n: the sum of the n largest shares, in per cent."""
    return lambda shares: sum(sorted(shares, reverse=True)[:count], NOTHING) * 100


def bounds(known: list[Quantity], unknown: int, cap: Quantity | None, measure: Measure) -> Bounds | None:
    """Bounds on a measure over `known` shares (0 to 1) and `unknown` further segments that share the rest.

    Any measure that grows as shares become more unequal (Schur-convex: A. W. Marshall and I. Olkin, "Inequalities: theory of
    majorization", 1979) is least where the rest R is spread evenly, R/k each, and most where it is heaped: on one segment,
    or, where none may exceed `cap`, on as many of that size as it fills. One share of 0.487 of five segments, said to be the
    largest: 0.487^2 + 4 (0.513/4)^2 = 0.303 at least, 0.487^2 + 0.487^2 + 0.026^2 = 0.475 at most. Both rise with every
    share and with the rest, so that their ends follow from the ends of the rounded digits. None where the parts exceed the
    whole, do not fill it, or cannot fill it below the cap.
    """
    ends = {
        end: [min(max(getattr(s, end), NOTHING), WHOLE) for s in known] for end in ("point", "low", "high")
    }
    rest = _rest(ends)
    limit = cap or Quantity(WHOLE, WHOLE, WHOLE)
    if rest.high < 0 or (not unknown and rest.low > 0) or (unknown and unknown * limit.high < rest.low):
        return None
    even, most = {}, {}
    for end, shares in ends.items():
        left = max(getattr(rest, end), NOTHING) if unknown else NOTHING
        even[end] = measure([*shares, *_spread(left, unknown)])
        most[end] = measure([*shares, *heaped(left, unknown, getattr(limit, end))])
    return Bounds(Quantity(**even), Quantity(**most))


def _rest(ends: dict[str, Shares]) -> Quantity:
    """What the known shares leave: most where they are smallest."""
    return Quantity(WHOLE - sum(ends["point"]), WHOLE - sum(ends["high"]), WHOLE - sum(ends["low"]))


def _spread(rest: Decimal, unknown: int) -> Shares:
    return [rest / unknown] * unknown if unknown else []


def heaped(rest: Decimal, unknown: int, limit: Decimal) -> Shares:
    """What is left, on as few segments as it fills where none may hold more than `limit`."""
    heap: Shares = []
    for _ in range(unknown):
        heap.append(min(rest, limit))
        rest -= heap[-1]
    return heap


def _concentration(market: Market, breakdown: Breakdown) -> Concentration | None:
    claims = [part.claim for part in breakdown.published if part.claim]
    known = [_fraction(claim) for claim in claims]
    capped = any(
        _is_called_largest(market, claim)
        for claim in claims
        if claim.printed.value == claims[0].printed.value
    )
    cap = known[0] if capped else None
    with localcontext() as context:
        context.prec = PRECISION
        found = [
            bounds(known, len(breakdown.unpublished), cap, measure) for measure in (hhi, ratio(1), ratio(2))
        ]
    index, leader, two = found
    return Concentration(breakdown, index, leader, two, capped) if index and leader and two else None


def _is_open(breakdown: Breakdown) -> bool:
    """Whether a qualifier leaves an end of a published share open."""
    open_ended = NO_LOWER_END | NO_UPPER_END
    return any(part.claim and part.claim.printed.qualifier in open_ended for part in breakdown.published)


def _fraction(claim: Claim) -> Quantity:
    known = quantity(claim)
    return Quantity(known.point / 100, known.low / 100, known.high / 100)


def _is_called_largest(market: Market, leader: Claim) -> bool:
    """Whether the source of a share also says that no other segment of its dimension is larger."""
    return any(
        claim.measure.role == Role.SHARE_RANK
        and claim.printed.value == 1
        and (claim.scope, claim.region.code, claim.source_id) == ("", WORLD, leader.source_id)
        and (claim.segments, claim.period) == (leader.segments, leader.period)
        for claim in market.claims.values()
    )
