"""Rules on leaders: the largest must be the largest, the fastest faster than the rest, and either should have a number."""

from collections.abc import Iterator

from scripts.audit.guide import AnyRule
from scripts.audit.rule import Found, by_authors, field, finding, held, list_of, reads
from scripts.audit.sums import surely_exceeds
from scripts.derive import REGION
from scripts.model import HELD, Catalog, Claim, Finding, Grade, Market, Role
from scripts.notation import compact, full, number, publisher, segments, when, whose
from scripts.notation.words import counted, listing, lower_first

# What a first place is of, how it is called, and what would show it.
NEEDS = {
    Role.GROWTH_RANK: (Role.GROWTH, "fastest-growing", "rate"),
    Role.SHARE_RANK: (Role.SHARE, "largest", "share"),
}


def leader_is_not_largest(market: Market, _catalog: Catalog) -> Found:
    """What a source calls the largest must have the largest share among those that it publishes.

    If another segment or region of the same time holds more, the ranking or one of the shares is mistaken; the rest of a list,
    such as Others, is no rival. Two that are both called the largest contradict each other as well. It is a contradiction within
    one text that ranks by what the shares are of, and for their period; where the ranking says less, it is an open question.
    Arithmetic: the leader's share at its most is compared with each other share at its least.
    Fires: hospitals are called the largest with 38.2 %, and clinics hold 41.0 %.
    Silent: hospitals are called the largest with 58.2 %, and no other share is published.
    """
    for first in _firsts(market, Role.SHARE_RANK):
        own, others = _rivals(market, first)
        larger = [c for c in others if own and surely_exceeds(reads(c), reads(own))]
        if own and larger:
            most = max(larger, key=lambda c: c.printed.value)
            title = f"with {full(own)}, and {_name(market, most)} holds {full(most)}"
            line = f"{compact(most)} is more than {compact(own)}, both of {when(own)}"
            yield _beaten(leader_is_not_largest, market, [first, own, most], title, line)
        else:
            yield from _alone(leader_is_not_largest, market, first, [own, *others] if own else [])


def fastest_is_slower(market: Market, _catalog: Catalog) -> Found:
    """What a source calls the fastest-growing must grow faster than the whole market, and than every other part.

    In one measure a part slower than the average cannot be the fastest: some other part must be faster to make up for it. It is
    a contradiction within one text that ranks by what the rates are of, and over their years; where it does not say so, as with
    the “fastest uptake”, it is an open question.
    Arithmetic: the leader's rate at its most is compared with the whole's and the other parts' at their least, of one author and
    time.
    Fires: Asia Pacific is called the fastest-growing region at 16.08 % a year, and the whole market grows 16.68 %.
    Silent: Asia Pacific is called the fastest-growing region at 18.01 % a year, and the whole market grows 15.8 %.
    """
    for first in _firsts(market, Role.GROWTH_RANK):
        own, others = _rivals(market, first)
        faster = [c for c in others if own and surely_exceeds(reads(c), reads(own))]
        if own and faster:
            wholes = [c for c in faster if not _axes(market, c)]
            most = wholes[0] if wholes else max(faster, key=lambda c: c.printed.value)
            who = "the whole market" if wholes else _name(market, most)
            decimals = max(own.printed.decimals, most.printed.decimals)
            gap = number(most.quantity.point - own.quantity.point, decimals)
            title = f"and grows {full(own)}; {who} grows {full(most)}"
            line = f"{compact(most)} − {compact(own)} = {gap} percentage points, over {when(own)}"
            yield _beaten(fastest_is_slower, market, [first, own, most], title, line)
        else:
            figures = [own, *others] if own and others else []
            yield from _alone(fastest_is_slower, market, first, figures)


def superlative_without_number(market: Market, _catalog: Catalog) -> Found:
    """Who calls a segment or region the fastest-growing or the largest should give its rate or its share.

    A rank without a number cannot be checked, compared or wrong. It is a note: a text was read, seldom the whole report.
    Arithmetic: none; the same source is searched for a rate, or a share, of the same segment and region.
    Fires: Asia Pacific is called the fastest-growing region, and its source prints no rate for it.
    Silent: hospitals are called the largest end user, with a share of 58.2 %.
    """
    for role, (needed, word, what) in NEEDS.items():
        for first in _firsts(market, role):
            said = [c for c in _said(market, first, needed) if field(c) == field(first)]
            if any(claim.source_id == first.source_id for claim in said):
                yield HELD
                continue
            places = len(first.locator.split(";")) if first.locator else 0
            where = f" in {counted(places, 'place')}" if places else ""
            scope = f" ({lower_first(market.scopes[first.scope].name)})" if first.scope else ""
            title = f"{_name(market, first)}{scope} is called {word}"
            title += ", without a number in the text that was read"
            line = f"said by {publisher(first)}{where}; the text that was read gives no {what} for it"
            yield finding(superlative_without_number, market, first, title, line, weight=4)


def _firsts(market: Market, role: Role) -> list[Claim]:
    """Claims of a first place that we follow and whose source is known."""
    return [c for c in market.followed if c.measure.role is role and c.printed.value == 1 and c.source]


def _said(market: Market, first: Claim, role: Role) -> Iterator[Claim]:
    """What the author of a ranking gives of one kind in the same scope."""
    for claim in market.followed:
        if (claim.measure.role, claim.voice, claim.scope) == (role, first.voice, first.scope) and claim.when:
            yield claim


def _axes(market: Market, claim: Claim) -> dict[str, str]:
    """What a claim is of: its segments and its region, where they are not all there is."""
    place = claim.region.code
    return {**claim.broken, **({REGION: place} if place != market.geography.code else {})}


def _rivals(market: Market, first: Claim) -> tuple[Claim | None, list[Claim]]:
    """The figure of a ranked part, and those of the same author, measure and time of what stands beside it.

    A rate is held against that of the whole as well. Of several figures that of the measure and the period of the ranking
    comes first, then the latest.
    """
    role, of = NEEDS[first.measure.role][0], first.measure.of
    said = list(_said(market, first, role))
    mine = [claim for claim in said if field(claim) == field(first)]
    mine.sort(key=lambda c: (c.measure.of != of, c.when != first.when, -(c.when or (0, 0))[1]))
    own = mine[0] if mine else None
    if own is None or (role is Role.SHARE and first.when not in (None, own.when)):
        return None, []
    alike = [c for c in said if (c.measure, c.when, c.length) == (own.measure, own.when, own.length)]
    whole = role is Role.GROWTH and bool(_axes(market, own))
    return own, [c for c in alike if _is_beside(market, own, c) or (whole and not _axes(market, c))]


def _is_beside(market: Market, one: Claim, other: Claim) -> bool:
    """Whether two parts of one whole differ in one respect alone, and the other is not the rest of a list."""
    a, b = _axes(market, one), _axes(market, other)
    differing = [axis for axis in a if a[axis] != b.get(axis)]
    if a.keys() != b.keys() or len(differing) != 1:
        return False
    (axis,) = differing
    if axis == REGION:
        return one.region.part_of == other.region.part_of and not other.region.residual
    parts = market.dimensions[axis].segments
    return parts[a[axis]].part_of == parts[b[axis]].part_of and not parts[b[axis]].residual


def _beaten(rule: AnyRule, market: Market, figures: list[Claim], title: str, line: str) -> Finding:
    first, own, _ = figures
    called = f"“{first.wording}”" if first.wording else NEEDS[first.measure.role][1]
    title = f"{whose(market, first)}{_name(market, first)} is called {called} {title}"
    sure = (first.measure.of, first.when) == (own.measure.of, own.when)
    grade = by_authors(*figures) if sure else Grade.QUESTION
    of, over = own.measure.of.replace("-", " "), when(own)
    reading = f"{called} is not said of {of} over {over}, but of something else or another time"
    return finding(rule, market, figures, title, line, grade, weight=7, reading=reading)


def _alone(rule: AnyRule, market: Market, first: Claim, figures: list[Claim]) -> Found:
    """A first place that no figure disputes: it must be the only one of its kind."""
    mine, word = (list_of(first), first.title), NEEDS[first.measure.role][1]
    rivals = [c for c in _firsts(market, first.measure.role) if (list_of(c), c.title) == mine]
    later = [c for c in rivals if c.id > first.id and _is_beside(market, first, c)]  # told once, at the first
    if later:
        names = listing([_name(market, c) for c in (first, *later)])
        title = f"{whose(market, first)}{names} are each called {word}"
        line = f"one source gives the first place of {when(first)} to {names}; only one can hold it"
        yield finding(rule, market, (first, *later), title, line, Grade.CONTRADICTION, weight=7)
    elif figures:
        yield held(first, *figures)


def _name(market: Market, claim: Claim) -> str:
    parts = segments(market, claim)
    elsewhere = claim.region.code != market.geography.code or not parts
    return ", ".join([*parts, *([claim.region.name] if elsewhere else [])])
