"""How a rule says what it found, and what it reads of a figure: the words that all rules share."""

from collections.abc import Callable, Iterable, Iterator

from scripts.audit.guide import name
from scripts.derive import compares, in_base_units, in_unit
from scripts.model import (
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
    total,
)
from scripts.notation import NBSP, capital, number

Record = Claim | Event | Study
Found = Iterator[Finding | Held]


def finding(  # noqa: PLR0913 - the fields of a finding
    rule: Callable[..., object],
    market: Market,
    about: Record | None,
    title: str,
    arithmetic: str,
    *,
    topic: str = "",
    grade: Grade = Grade.NOTE,
    subjects: Iterable[Record | str] | None = None,
    weight: int = 0,
    reading: str = "",
    place: Place | None = None,
) -> Finding:
    """A finding of a rule: by default its topic, its place and its one subject are what it is about."""
    named = subjects if subjects is not None else [about] if about else []
    topic = topic or (about.id if about else "market")
    return Finding(
        market=market.id,
        rule=name(rule),
        topic=topic,
        grade=grade,
        title=title if title.startswith(topic) else capital(title),  # an id keeps its letters
        arithmetic=arithmetic,
        place=place or (about.place if about else market.place),
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


def summed(figures: Iterable[Claim]) -> Quantity:
    """What figures come to, in single units."""
    return total(map(reads, figures))


def surely_exceeds(one: Quantity, other: Quantity) -> bool:
    """Whether one is larger than the other, whatever the digits printed stand for."""
    return one.opened.low > other.opened.high


def written_sum(figures: list[Claim]) -> str:
    """A sum as a reader redoes it, in the unit of the first: what the digits printed give."""
    unit, decimals = figures[0].unit, max(figure.printed.decimals for figure in figures)
    return labelled(number(in_unit(summed(figures), unit).point, decimals), figures[0])


def labelled(text: str, like: Claim) -> str:
    """A computed number with the unit's label, as `compact` writes a claim."""
    return NBSP.join(part for part in (text, like.unit.label) if part)


def list_of(claim: Claim) -> tuple[object, ...]:
    """What the figures of one list share: measure, source, scope and time."""
    return claim.measure, claim.source_id, claim.scope, claim.when


def meets_in_time(one: Claim, other: Claim) -> bool:
    """Whether two sizes count the same thing over stretches that begin and end in the same months of a year."""
    if not (compares(one, other) and one.when and other.when):
        return False
    return one.when[0] % YEAR == other.when[0] % YEAR
