"""Rules on leaders: the largest must be the largest, and the fastest faster than the rest."""

from collections.abc import Callable, Iterator, Sequence

from scripts.audit.rule import by_authors, finding, held, reads
from scripts.derive import REGION
from scripts.model import TOTAL, Catalog, Claim, Finding, Grade, Held, Market, Role
from scripts.notation import compact, full, listing, number, segments, when, whose


def leader_is_not_largest(market: Market, _catalog: Catalog) -> Iterator[Finding | Held]:
    """What a source calls the largest must have the largest share among those that it publishes.

    If another segment or region of the same time holds more, the ranking or one of the shares is mistaken; the rest of a list,
    such as Others, is no rival. Two that are both called the largest contradict each other as well. It is a contradiction within
    one text that ranks by what the shares are of, and for their period; where the ranking says less, it is an open question.

    Arithmetic: the leader's share at its most is compared with each other share at its least.

    Fires: hospitals are called the largest with 38.2 %, and clinics hold 41.0 %.

    Silent: hospitals are called the largest with 58.2 %, and no other share is published.
    """
    for first in _firsts(market, Role.SHARE_RANK):
        own, others = _rivals(market, first, Role.SHARE)
        larger = [c for c in others if own and reads(c).opened.low > reads(own).opened.high]
        if own and larger:
            most = max(larger, key=lambda c: c.printed.value)
            yield finding(
                leader_is_not_largest,
                market,
                first,
                grade=_grade(first, own, most),
                title=f"{whose(market, first)}{_name(market, first)} is called {_called(first, 'largest')} with {full(own)}, "
                f"and {_name(market, most)} holds {full(most)}",
                arithmetic=f"{compact(most)} is more than {compact(own)}, both of {when(own)}",
                subjects=(first, own, most),
                weight=7,
                reading=_reading(first, own),
            )
        else:
            figures = [own, *others] if own else []
            yield from _alone(leader_is_not_largest, market, first, "largest", figures)


def fastest_is_slower(market: Market, _catalog: Catalog) -> Iterator[Finding | Held]:
    """What a source calls the fastest-growing must grow faster than the whole market, and than every other part.

    In one measure a part slower than the average cannot be the fastest: some other part must be faster to make up for it. It is
    a contradiction within one text that ranks by what the rates are of, and over their years; where it does not say so, as with
    the “fastest uptake”, it is an open question.

    Arithmetic: the leader's rate at its most is compared with the rate of the whole, and of the other parts, at their
    least; over the same years and by the same author.

    Fires: Asia Pacific is called the fastest-growing region at 16.08 % a year, and the whole market grows 16.68 %.

    Silent: Asia Pacific is called the fastest-growing region at 18.01 % a year, and the whole market grows 15.8 %.
    """
    for first in _firsts(market, Role.GROWTH_RANK):
        own, others = _rivals(market, first, Role.GROWTH)
        faster = [c for c in others if own and reads(c).opened.low > reads(own).opened.high]
        if own and faster:
            wholes = [c for c in faster if not _axes(market, c)]
            most = wholes[0] if wholes else max(faster, key=lambda c: c.printed.value)
            decimals = max(own.printed.decimals, most.printed.decimals)
            gap = number(most.quantity.point - own.quantity.point, decimals)
            yield finding(
                fastest_is_slower,
                market,
                first,
                grade=_grade(first, own, most),
                title=f"{whose(market, first)}{_name(market, first)} is called {_called(first, 'fastest-growing')} and grows "
                f"{full(own)}; {'the whole market' if wholes else _name(market, most)} grows {full(most)}",
                arithmetic=f"{compact(most)} − {compact(own)} = {gap} percentage points, over {when(own)}",
                subjects=(first, own, most),
                weight=7,
                reading=_reading(first, own),
            )
        else:
            figures = [own, *others] if own and others else []
            yield from _alone(fastest_is_slower, market, first, "fastest-growing", figures)


def _firsts(market: Market, role: Role) -> list[Claim]:
    """Claims of a first place that we follow and whose source is known."""
    return [c for c in market.followed if c.measure.role is role and c.printed.value == 1 and c.source]


def _axes(market: Market, claim: Claim) -> dict[str, str]:
    """What a claim is of: its segments and its region, where they are not all there is."""
    broken = {dimension: code for dimension, code in claim.segments.items() if code != TOTAL}
    return broken | ({REGION: claim.region.code} if claim.region.code != market.geography.code else {})


def _rivals(market: Market, first: Claim, role: Role) -> tuple[Claim | None, list[Claim]]:
    """The figure of a ranked part, and those of the same author, measure and time of what stands beside it.

    A rate is held against that of the whole as well. Of several figures that of the measure and the period of the ranking
    comes first, then the latest.
    """
    said = [c for c in market.followed if c.measure.role is role and c.voice == first.voice and c.when]
    said = [claim for claim in said if claim.scope == first.scope]
    mine = [claim for claim in said if _axes(market, claim) == _axes(market, first)]
    own = min(
        mine, key=lambda c: (not _same_measure(first, c), c.when != first.when, _latest(c)), default=None
    )
    if own is None or (own.measure.role is Role.SHARE and first.when not in (None, own.when)):
        return None, []
    alike = [
        c
        for c in said
        if c is not own and (c.measure, c.when, c.length) == (own.measure, own.when, own.length)
    ]
    whole = role is Role.GROWTH
    return own, [c for c in alike if _is_beside(market, own, c) or (whole and not _axes(market, c))]


def _latest(claim: Claim) -> int:
    return -claim.when[1] if claim.when else 0


def _same_measure(first: Claim, figure: Claim) -> bool:
    return bool(first.measure.of) and first.measure.of == figure.measure.of


def _is_beside(market: Market, one: Claim, other: Claim) -> bool:
    """Whether two parts differ in one respect alone, and neither holds the other or is the rest of a list."""
    a, b = _axes(market, one), _axes(market, other)
    differing = [axis for axis in a.keys() | b.keys() if a.get(axis) != b.get(axis)]
    if len(differing) != 1 or a.keys() != b.keys():
        return False
    axis = differing[0]
    if axis == REGION:
        held_by = (one.region.part_of == b[axis], other.region.part_of == a[axis])
        return not (any(held_by) or other.region.residual)
    segments_of = market.dimensions[axis].segments
    held_by = (segments_of[a[axis]].part_of == b[axis], segments_of[b[axis]].part_of == a[axis])
    return not (any(held_by) or segments_of[b[axis]].residual)


def _grade(first: Claim, own: Claim, most: Claim) -> Grade:
    sure = _same_measure(first, own) and first.when == own.when
    return by_authors((first, own, most)) if sure else Grade.QUESTION


def _called(first: Claim, word: str) -> str:
    return f"“{first.wording}”" if first.wording else word


def _reading(first: Claim, own: Claim) -> str:
    called = _called(first, "the first place")
    return f"{called} is not of {own.measure.name.lower()} over {when(own)}, but of something else or of another time"


def _alone(
    rule: Callable[..., object], market: Market, first: Claim, word: str, figures: Sequence[Claim]
) -> Iterator[Finding | Held]:
    """A first place that no figure disputes: it must be the only one of its kind."""
    firsts = _firsts(market, first.measure.role)
    rivals = [c for c in firsts if _same_place(first, c) and _is_beside(market, first, c)]
    if later := [c for c in rivals if c.id > first.id]:  # told once, at the first of them
        names = listing([_name(market, c) for c in (first, *later)])
        yield finding(
            rule,
            market,
            first,
            grade=Grade.CONTRADICTION,
            title=f"{whose(market, first)}{names} are each called {word}",
            arithmetic=f"one source gives the first place of {when(first)} to {names}; only one can hold it",
            subjects=(first, *later),
            weight=7,
        )
    elif figures:
        yield held(first, *figures)


def _same_place(one: Claim, other: Claim) -> bool:
    mine, theirs = ((c.measure, c.scope, c.source_id, c.when, c.title) for c in (one, other))
    return mine == theirs


def _name(market: Market, claim: Claim) -> str:
    parts = segments(market, claim)
    elsewhere = claim.region.code != market.geography.code or not parts
    return ", ".join([*parts, *([claim.region.name] if elsewhere else [])])
