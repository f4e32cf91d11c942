"""What a comparison finds, in one sentence: the title of its figure and the first sentence of its page.

It tells what follows from the markets' own figures: which part would outgrow its whole, or pass its neighbour, and
when. It names no winner and gives no average.
"""

from collections.abc import Iterable, Sequence

from scripts import notation
from scripts.charts.typography import brief
from scripts.derive import Both, Compared, Course, Pair, Point, in_unit

Passing = tuple[Pair, Both]
# How it is told that a part becomes larger than its whole: the verb, and what else to say if it always was.
OUTGROW = ("outgrow", "of which it is part, ")


def finding(known: Compared) -> str:
    """The sentence, without its full stop."""
    if len(known.courses) < 2:
        return _too_few(known)
    for told in (_outgrown, _contained, _incomparable, _apart, _passed, _side_by_side):
        if said := told(known):
            return notation.capital(said)
    raise AssertionError("every comparison says something")


def answer(known: Compared) -> str:
    """The finding as a page begins: with both values where a part exceeds its whole, and what else exceeds later."""
    found = sorted(_exceeding(known), key=lambda passing: passing[1].year)
    if not found or len(known.courses) < 2:
        return f"{finding(known)}."
    pair, both = found[0]
    values = f"{written(pair.one, both.one)} against {written(pair.other, both.other)}"
    computed = both.one.claim is None or both.other.claim is None
    first = f"{finding(known)}: {values}{', at the rates they state' if computed else ''}."
    later = _earliest([passing for passing in found if passing[1].year > both.year], *OUTGROW)
    return f"{first} {notation.capital(later)}." if later else first


def subjects(known: Compared) -> tuple[str, ...]:
    """The sizes that the sentence tells, in its order, each as `<market>/<id>`."""
    found = sorted(_exceeding(known), key=lambda passing: passing[1].year)
    if found:
        pair, both = found[0]
        told = [(pair.one, both.one), (pair.other, both.other)]
    else:
        told = _standing(known, known.year) if known.year is not None else []
    return tuple(f"{course.market.id}/{point.id}" for course, point in told)


def name(course: Course) -> str:
    """A market inside a sentence, cut where it would not stay one."""
    return notation.lower_first(brief(course.market.short_title))


def _too_few(known: Compared) -> str:
    if known.courses:
        return f"A size is published for {name(known.courses[0])} alone"
    return f"For none of the {notation.in_words(len(known.markets))} markets is a size published"


def _outgrown(known: Compared) -> str:
    """Parts that surely become larger than their wholes, the earliest of them."""
    return _earliest(_exceeding(known), *OUTGROW)


def _exceeding(known: Compared) -> list[Passing]:
    return [(pair, both) for pair in known.inclusions if (both := pair.exceeding)]


def _passed(known: Compared) -> str:
    """Neighbours that change places, the earliest of them."""
    found = [(pair, both) for pair in map(_growing, known.pairs) if (both := pair.overtaking)]
    return _earliest(found, "pass", "")


def _growing(pair: Pair) -> Pair:
    """Two neighbours so that the one that passes the other, if either does, comes first."""
    turned = Pair(pair.other, pair.one, tuple(Both(b.other, b.one) for b in pair.years), pair.within)
    return turned if turned.overtaking and not pair.overtaking else pair


def _earliest(found: Sequence[Passing], verb: str, relation: str) -> str:
    """Those that happen in the first of the years in which any does."""
    if not found:
        return ""
    year = min(both.year for _, both in found)
    first = [(pair, both) for pair, both in found if both.year == year]
    if any(both is pair.years[0] for pair, both in first):
        told = [f"{name(pair.one)} {_be(both)} larger than {name(pair.other)}" for pair, both in first]
        return f"{notation.listing(told)}, {relation if len(told) == 1 else ''}already in {year}"
    ones = list(dict.fromkeys(name(pair.one) for pair, _ in first))
    others = list(dict.fromkeys(name(pair.other) for pair, _ in first))
    if len(ones) == 1:
        return f"{ones[0]} would {verb} {notation.listing(others)} in {year}"
    if len(others) == 1:
        return f"{notation.listing(ones)} would each {verb} {others[0]} in {year}"
    told = [f"{name(pair.one)} would {verb} {name(pair.other)}" for pair, _ in first]
    return f"in {year}, {notation.listing(told)}"


def _contained(known: Compared) -> str:
    """Parts that stay within their wholes, and how much of its whole a single one would be."""
    parts = known.inclusions
    if len(parts) == 1:
        return _share_of(parts[0])
    if not parts:
        return ""
    last = min(pair.years[-1].year for pair in parts)
    seems = any(both.one.value.point > both.other.value.point for pair in parts for both in pair.years)
    return f"no part would {'surely ' if seems else ''}outgrow its whole by {last}"


def _share_of(pair: Pair) -> str:
    first, last = pair.years[0], pair.years[-1]
    start, end = (
        notation.share(notation.known(share)) if (share := both.per_cent) else "" for both in (first, last)
    )
    if not start:
        return ""
    said = f"{name(pair.one)} {_be(first)} {start} of {name(pair.other)} in {first.year}"
    if first is last or not end:
        return said
    return (
        f"{said} and {end} in {last.year}"
        if _be(first) == _be(last)
        else f"{said} and {_be(last)} {end} in {last.year}"
    )


def _be(both: Both) -> str:
    return "is" if both.one.claim and both.other.claim else "would be"


def _incomparable(known: Compared) -> str:
    """Sizes in several currencies, or of several things."""
    if known.is_of_one_kind:
        return ""
    measures = dict.fromkeys(notation.lower_first(course.lead.measure.name) for course in known.courses)
    if len(measures) > 1:
        return f"sizes count different things, {notation.listing(list(measures))}, and cannot be compared"
    units = dict.fromkeys(
        course.lead.unit.currency or notation.unit_name(course.lead.unit) for course in known.courses
    )
    return f"sizes are stated in {notation.listing(list(units))}, and cannot be compared"


def _apart(known: Compared) -> str:
    if known.year is not None:
        return ""
    return "the published figures have no year in common"


def _side_by_side(known: Compared) -> str:
    """The one year common to most: how many times as large, or between which ends they lie."""
    assert known.year is not None  # told before
    here = _standing(known, known.year)
    (low, least), (high, most) = here[0], here[-1]
    both = Both(most, least)
    if least.value.meets(most.value):
        alike = notation.listing([name(course) for course, _ in here])
        return f"{alike} {_are(here)} of one size in {known.year}, within the digits printed"
    if len(here) == 2 and both.ratio:
        later = _last(known, high, low)
        times = f"{notation.known(both.ratio)} times as large as {name(low)} in {known.year}"
        return f"{name(high)} {_be(both)} {times}{later}"
    ends = [written(course, point) for course, point in (here[0], here[-1])]
    return f"in {known.year} the {notation.in_words(len(here))} lie between {notation.listing(ends)}"


def _standing(known: Compared, year: int) -> list[tuple[Course, Point]]:
    """The courses that reach a year, the smallest first."""
    here = [(course, point) for course in known.courses if (point := course.at(year))]
    return sorted(here, key=lambda pair: pair[1].value.point)


def _last(known: Compared, high: Course, low: Course) -> str:
    """How many times as large it would be in the last year that both reach, if that is another one."""
    if known.last is None or known.last == known.year:
        return ""
    one, other = high.at(known.last), low.at(known.last)
    ratio = Both(one, other).ratio if one and other else None
    return f", and would be {notation.known(ratio)} times in {known.last}" if ratio else ""


def _are(here: Iterable[tuple[Course, Point]]) -> str:
    return "are" if all(point.claim for _, point in here) else "would be"


def written(course: Course, point: Point) -> str:
    """A size in the unit of its course: as published, or with no more digits than are known."""
    unit = course.lead.unit
    return notation.full(point.claim) if point.claim else notation.measured(in_unit(point.value, unit), unit)
