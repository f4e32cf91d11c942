"""Rules on leaders: the largest must be the largest, and the fastest faster than the rest."""

from collections.abc import Iterable, Iterator

from scripts.derive.precision import allowed, quantity
from scripts.derive.shares import REGION
from scripts.model import HELD, TOTAL, WORLD, Catalog, Claim, Finding, Held, Market, Rank, Role, Severity
from scripts.notation import compact, full, listing, number, period, segments, whose


def leader_is_not_largest(market: Market, _catalog: Catalog) -> Iterator[Finding | Held]:
    """What a source calls the largest must have the largest share among those that it publishes.

    If another segment or region of the same year holds more, the ranking or one of the shares is mistaken. Two that are
    both called the largest contradict each other as well.

    Arithmetic: the leader's share at its most is compared with each other share at its least.

    Fires: hospitals are called the largest with 38.2 %, and clinics hold 41.0 %.

    Silent: hospitals are called the largest with 58.2 %, and no other share is published.
    """
    for claim in _firsts(market, Role.SHARE_RANK):
        beside = [c for c in _beside(market, claim, Role.SHARE) if c.period == claim.period]
        own = next((c for c in beside if _part(c) == _part(claim)), None)
        larger = [
            c for c in beside if own and _part(c) != _part(claim) and allowed(c).low > allowed(own).high
        ]
        rivals = [c for c in _firsts(market, Role.SHARE_RANK) if _is_second(c, claim)]
        if own and larger:
            most = max(larger, key=lambda c: c.printed.value)
            title = f"{_name(market, claim)} is called largest with {full(own)}, and {_name(market, most)} holds {full(most)}"
            line = f"{compact(most)} is more than {compact(own)}, both of {period(own.period)} and one source"
            yield _finding(market, "leader-is-not-largest", claim, title, line, (own, most))
        elif rivals:
            yield _two_firsts(market, "leader-is-not-largest", claim, rivals, "largest")
        elif own:
            yield HELD


def fastest_is_slower(market: Market, _catalog: Catalog) -> Iterator[Finding | Held]:
    """What a source calls the fastest-growing must grow faster than the whole market, and than every other part.

    A part that grows slower than the average cannot be the fastest: some other part must be faster to make up for it.

    Arithmetic: the leader's rate at its most is compared with the rate of the whole, and of the other parts, at their
    least; over the same years and by the same source.

    Fires: Asia Pacific is called the fastest-growing region at 16.08 % a year, and the whole market grows 16.68 %.

    Silent: Asia Pacific is called the fastest-growing region at 18.01 % a year, and the whole market grows 15.8 %.
    """
    for claim in _firsts(market, Role.GROWTH_RANK):
        rates = [c for c in _beside(market, claim, Role.GROWTH, with_whole=True) if c.period]
        own = next((c for c in rates if _part(c) == _part(claim)), None)
        others = [c for c in rates if own and c is not own and c.period == own.period]
        faster = [c for c in others if own and allowed(c).low > allowed(own).high]
        rivals = [c for c in _firsts(market, Role.GROWTH_RANK) if _is_second(c, claim)]
        if own and faster:
            whole = [c for c in faster if c.is_whole and c.region.code == WORLD]
            most = whole[0] if whole else max(faster, key=lambda c: c.printed.value)
            who = "the whole market" if whole else _name(market, most)
            title = f"{_name(market, claim)} is called fastest-growing at {full(own)}, and {who} grows {full(most)}"
            gap = number(
                quantity(most).point - quantity(own).point, max(own.printed.decimals, most.printed.decimals)
            )
            line = (
                f"{compact(most)} − {compact(own)} = {gap} percentage points, over {period(own.period)}"
                + ("; a part slower than the average cannot be the fastest" if whole else "")
            )
            yield _finding(market, "fastest-is-slower", claim, title, line, (own, most))
        elif rivals:
            yield _two_firsts(market, "fastest-is-slower", claim, rivals, "fastest-growing")
        elif own and others:
            yield HELD


def _firsts(market: Market, role: Role) -> list[Claim]:
    """Claims of a first place that we follow and whose source is known."""
    return [
        c
        for c in market.claims.values()
        if c.measure.role == role and c.printed.value == 1 and c.rank != Rank.DEPRECATED and c.source
    ]


def _broken_by(claim: Claim) -> tuple[str, ...]:
    """The dimensions that a claim breaks down, `region` among them."""
    broken = [dimension for dimension, code in claim.segments.items() if code != TOTAL]
    return (*broken, REGION) if claim.region.code != WORLD else tuple(broken)


def _part(claim: Claim) -> tuple[object, ...]:
    return (*claim.segments.values(), claim.region.code)


def _beside(market: Market, claim: Claim, role: Role, with_whole: bool = False) -> Iterator[Claim]:
    """Figures of the parts beside a ranked one, by the same publisher; a part within another one is not beside it."""
    dimension = _broken_by(claim)
    for other in market.claims.values():
        if other.measure.role != role or other.rank == Rank.DEPRECATED or not (other.source and claim.source):
            continue
        if (other.scope, other.source.voice) != (claim.scope, claim.source.voice):
            continue
        beside = _broken_by(other) == dimension and other.region.part_of != claim.region.code
        # A worldwide segment has the world as its region; what lies in the world is then no part of it.
        if (
            beside
            or (_broken_by(other) == dimension and claim.region.code == WORLD)
            or (with_whole and not _broken_by(other))
        ):
            yield other


def _is_second(other: Claim, claim: Claim) -> bool:
    """Whether another claim gives the same first place to another part; told once, at the first of the two."""
    same = (other.scope, other.source_id, other.period, other.measure) == (
        claim.scope,
        claim.source_id,
        claim.period,
        claim.measure,
    )
    return (
        same
        and _broken_by(other) == _broken_by(claim)
        and _part(other) != _part(claim)
        and other.id > claim.id
    )


def _two_firsts(market: Market, rule: str, claim: Claim, rivals: Iterable[Claim], word: str) -> Finding:
    others = list(rivals)
    names = listing([_name(market, c) for c in (claim, *others)])
    line = f"one source gives the first place of {period(claim.period)} to {names}; only one can hold it"
    return _finding(market, rule, claim, f"{names} are each called {word}", line, others)


def _finding(
    market: Market, rule: str, claim: Claim, title: str, line: str, others: Iterable[Claim]
) -> Finding:
    subjects = (claim.id, *(other.id for other in others))
    return Finding(
        market.id,
        rule,
        claim.id,
        Severity.WARNING,
        f"{whose(market, claim)}{title}",
        line,
        subjects,
        claim.place,
        7,
    )


def _name(market: Market, claim: Claim) -> str:
    parts = segments(market, claim)
    place = [claim.region.name] if claim.region.code != WORLD or not parts else []
    return ", ".join([*parts, *place])
