"""Verdicts: whether a stated rate joins the two sizes beside it, in words, as gravely as the audit grades it."""

from dataclasses import dataclass

from scripts import notation
from scripts.audit.growth import SLIGHT, graded
from scripts.derive import Outlook, Triangle
from scripts.model import Grade, Market

FITS, OPEN, FAILS = range(3)
STANDINGS = {None: FITS, Grade.NOTE: FITS, Grade.QUESTION: OPEN, Grade.CONTRADICTION: FAILS}
# The claims at the two ends and between them.
Key = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Verdict:
    """A triangle with its grade; none where it fits."""

    triangle: Triangle
    grade: Grade | None

    @property
    def standing(self) -> int:
        """Whether the figures fit, might from a base that is not published, or do not."""
        return STANDINGS[self.grade]

    @property
    def words(self) -> str:
        """The same in words: over how many years they fit, or from which year they might."""
        triangle = self.triangle
        if triangle.closes:
            return "fits"
        if self.grade is Grade.NOTE:
            return "fits but for rounding"
        if self.grade is None:
            steps = (triangle.years - 1, triangle.years + 1)
            years = next((n for n in steps if n > 0 and triangle.fits_in(n)), None)
            return f"fits over {notation.counted(years, 'year')}" if years else "fits from the year before"
        if self.grade is Grade.QUESTION:
            return f"fits only from an unpublished {_year_after(triangle)}"
        return "does not fit"


def verdicts(market: Market) -> dict[Key, Verdict]:
    """The verdicts on all rates over several years."""
    return {_key(t): Verdict(t, None if t.closes else grade) for t, grade in graded(market)}


def verdict(triangle: Triangle, known: dict[Key, Verdict]) -> Verdict:
    """The verdict on a triangle; growth in one year has no other base from which it might count."""
    if found := known.get(_key(triangle)):
        return found
    gap = abs(triangle.implied.point - triangle.growth.quantity.point) if triangle.implied else SLIGHT
    missed = Grade.NOTE if gap < SLIGHT else Grade.CONTRADICTION
    return Verdict(triangle, None if triangle.closes else missed)


def of_headline(market: Market, outlook: Outlook) -> str:
    """How the headline's rate leads to its target, where it does so under some reading; else nothing."""
    if outlook.triangle is None:
        return ""
    found = verdict(outlook.triangle, verdicts(market))
    return "" if found.standing == FAILS else found.words


def _key(triangle: Triangle) -> Key:
    return triangle.start.id, triangle.end.id, triangle.growth.id


def _year_after(triangle: Triangle) -> str:
    """The year from which an open rate may count."""
    period = triangle.start.period
    assert period  # sizes of a triangle have one
    return f"{'FY' if period.is_fiscal else ''}{period.start.year + 1}"
