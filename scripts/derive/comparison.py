"""Comparison: the courses of markets on one axis of time, and how much of its whole each part would be; never averaged."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from scripts.derive.market import Derivations
from scripts.derive.trajectory import Course, Point, course
from scripts.model import Comparison, Market, Quantity


@dataclass(frozen=True, slots=True)
class Both:
    """Two markets in one year."""

    one: Point
    other: Point

    @property
    def year(self) -> int:
        """The year."""
        return self.one.year

    @property
    def ratio(self) -> Quantity | None:
        """How many times as large as the other the one is; none where the other may be nothing."""
        return self.one.value / self.other.value if self.other.value.low > 0 else None

    @property
    def per_cent(self) -> Quantity | None:
        """The one in per cent of the other."""
        return times * 100 if (times := self.ratio) else None


@dataclass(frozen=True, slots=True)
class Pair:
    """Two courses in the years that both reach; `within` says that the one is part of the other."""

    one: Course
    other: Course
    years: tuple[Both, ...]
    within: bool

    @property
    def exceeding(self) -> Both | None:
        """The first year in which the one is larger than the other, whatever the digits printed stand for."""
        return next((both for both in self.years if both.one.surely_exceeds(both.other)), None)

    @property
    def overtaking(self) -> Both | None:
        """The same, if the other was surely the larger one in a year before."""
        passed = self.exceeding
        before = [both for both in self.years if passed and both.year < passed.year]
        return passed if any(both.other.surely_exceeds(both.one) for both in before) else None


@dataclass(frozen=True, slots=True)
class Compared:
    """A comparison with what follows from its markets; `courses` has those of which a size is published.

    `year` is the one year to which most of them reach, `last` the last one to which the same ones do.
    """

    comparison: Comparison
    markets: tuple[Market, ...]
    courses: tuple[Course, ...]
    year: int | None
    last: int | None
    pairs: tuple[Pair, ...]

    @property
    def is_of_one_kind(self) -> bool:
        """Whether all sizes count the same thing in one currency."""
        return len({course.kind for course in self.courses}) == 1

    @property
    def inclusions(self) -> tuple[Pair, ...]:
        """Each part with a whole that holds it."""
        return tuple(pair for pair in self.pairs if pair.within)

    def course(self, market: str) -> Course | None:
        """The course of a market by its id."""
        return next((course for course in self.courses if course.market.id == market), None)


def compare(
    comparison: Comparison, markets: Mapping[str, Market], derived: Mapping[str, Derivations]
) -> Compared:
    """Set the markets of a comparison side by side."""
    chosen = tuple(markets[name] for name in comparison.markets)
    courses = tuple(found for m in chosen if (found := course(m, derived[m.id].outlook)))
    year, last = _common(courses)
    return Compared(comparison, chosen, courses, year, last, _pairs(courses, markets))


def _common(courses: Sequence[Course]) -> tuple[int | None, int | None]:
    """The year to which most courses reach, of equals the one nearest to the latest base; and the last such year.

    A comparison near the bases rests on published values more than on computed ones.
    """
    reached = {
        year: {course.market.id for course in courses if course.at(year)}
        for year in sorted({point.year for course in courses for point in course.points})
    }
    shared = {year: names for year, names in reached.items() if len(names) > 1}
    if not shared:
        return None, None
    nearest = max(course.first for course in courses)
    best = min(shared, key=lambda year: (-len(shared[year]), abs(year - nearest), year))
    return best, max(year for year, names in shared.items() if names >= shared[best])


def _pairs(courses: Sequence[Course], markets: Mapping[str, Market]) -> tuple[Pair, ...]:
    """Each two courses of one kind with a year in common; a part comes before its whole, others as they are named."""
    found = []
    for one, other in combinations(courses, 2):
        part = next((p for p in ((one, other), (other, one)) if _is_within(*p, markets)), None)
        first, second = part or (one, other)
        years = [Both(point, at) for point in first.points if (at := second.at(point.year))]
        if one.kind == other.kind and years:
            found.append(Pair(first, second, tuple(years), within=part is not None))
    return tuple(found)


def _is_within(one: Course, other: Course, markets: Mapping[str, Market]) -> bool:
    """Whether a market is part of another, be it by way of others."""
    wholes = list(one.market.part_of)
    for whole in wholes:  # which grows as it is read
        wholes += (
            [outer for outer in markets[whole].part_of if outer not in wholes] if whole in markets else []
        )
    return other.market.id in wholes
