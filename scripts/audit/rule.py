"""How a rule says what it found, and what it reads of a figure: the words that all rules share."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from scripts.audit.guide import AnyRule, name
from scripts.derive import compares, in_base_units
from scripts.model import (
    NOWHERE,
    YEAR,
    Claim,
    Event,
    Finding,
    Grade,
    Held,
    Market,
    Place,
    Qualifier,
    Quantity,
    Study,
)
from scripts.notation import capital, lower_first, subject, whose

Record = Claim | Event | Study
Found = Iterator[Finding | Held]
T = TypeVar("T")
K = TypeVar("K")


def finding(  # noqa: PLR0913 - the fields of a finding
    rule: AnyRule,
    market: Market,
    about: Record | Sequence[Record] | None,
    title: str,
    arithmetic: str,
    grade: Grade = Grade.NOTE,
    *,
    topic: str = "",
    subjects: Iterable[Record | str] | None = None,
    weight: int = 0,
    reading: str = "",
    place: Place | None = None,
) -> Finding:
    """A finding of a rule: by default its subjects are what it is about, its topic and its place those of the first of them."""
    those = [about] if isinstance(about, Record) else about or ()
    first = those[0] if those else None
    named = those if subjects is None else subjects
    topic = topic or (first.id if first else "market")
    return Finding(
        market=market.id,
        rule=name(rule),
        topic=topic,
        grade=grade,
        title=title if title.startswith(topic) else capital(title),  # an id keeps its letters
        arithmetic=arithmetic,
        place=place or (first.place if first else market.place),
        subjects=tuple(dict.fromkeys(one if isinstance(one, str) else one.id for one in named)),
        weight=weight,
        reading=reading if grade is Grade.QUESTION else "",
    )


def held(*figures: Claim) -> Held:
    """That figures were held against each other, and no fault was found."""
    return Held(tuple(figure.id for figure in figures))


def by_authors(*figures: Claim) -> Grade:
    """The grade that a conflict of figures may have at most: of one text, of two texts of one author, of several authors."""
    if len({figure.source_id for figure in figures}) == 1:
        return Grade.CONTRADICTION
    return Grade.QUESTION if len({figure.voice for figure in figures}) == 1 else Grade.NOTE


def reads(figure: Claim) -> Quantity:
    """What a figure may stand for, in single units: its rounding range, twice as wide where it is said to be about so much."""
    stands = in_base_units(figure)
    if figure.printed.qualifier is not Qualifier.ABOUT:
        return stands
    low, high = 2 * stands.low - stands.point, 2 * stands.high - stands.point
    return Quantity(stands.point, low, high, stands.below, stands.above)


def of_what_part(market: Market, claim: Claim) -> str:
    """Before a figure whose it is and, of a part, what it is of: `Emergen Research: market size, Logic, Japan: `."""
    prefix = whose(market, claim)
    if not claim.broken and claim.region.code in (market.geography.code, NOWHERE):
        return prefix
    what, comma, part = subject(market, replace(claim, scope="")).partition(", ")
    return f"{prefix}{lower_first(what) if prefix else what}{comma}{part}: "


def grouped(items: Iterable[T], key: Callable[[T], K]) -> dict[K, list[T]]:
    """Items by what they share, in the order in which they come."""
    groups: dict[K, list[T]] = {}
    for item in items:
        groups.setdefault(key(item), []).append(item)
    return groups


def field(claim: Claim) -> tuple[object, ...]:
    """What a claim is of beside its measure and its time: scope, segments, region."""
    return claim.scope, tuple(sorted(claim.broken.items())), claim.region.code


def list_of(claim: Claim) -> tuple[object, ...]:
    """What the figures of one list share: measure, source, scope and time."""
    return claim.measure, claim.source_id, claim.scope, claim.when


def meets_in_time(one: Claim, other: Claim) -> bool:
    """Whether two sizes count the same thing over stretches that begin and end in the same months of a year."""
    if not (compares(one, other) and one.when and other.when):
        return False
    return one.when[0] % YEAR == other.when[0] % YEAR
