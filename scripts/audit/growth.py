"""Rules on growth: do the ends and the rate of one source fit together?"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import partial

from scripts.audit.rule import Found, finding, held, reads
from scripts.audit.slips import slip
from scripts.audit.sums import labelled
from scripts.derive import Estimate, Triangle, compares, estimates, in_unit
from scripts.derive.growth import cagr, stepped_back
from scripts.model import YEAR, Catalog, Claim, Finding, Grade, Market, Quantity
from scripts.notation import compact, followed, full, number, rate, span, superscript, when, whose, with_unit

# Percentage points below which a publisher may have rounded twice.
SLIGHT = Decimal("0.15")
# What a market may do in a year of which nothing is published, in per cent.
HALVED, DOUBLED = Decimal(-50), Decimal(100)


def growth_triangle(market: Market, _catalog: Catalog) -> Found:
    """A start, an end and a yearly rate of one source must fit together within the digits printed.

    Any two of them give the third. The rate's window, one step fewer and one more are tried, and the base of the year before.
    What fits none of them is a contradiction; a gap of less than 0.15 points a note, as it may have been rounded twice. Where the
    window begins in a year of which the source gives no size it is an open question, unless the market would have to halve or
    more than double (or grow by more than twice the rate) up to it. So it is where we supplied the first year, and the growth up
    to the year after would lie between nought and twice the rate. Growth over one year has a rule of its own.
    Arithmetic: start × (1 + rate)ⁿ is compared with the end, each figure standing for all values that round to it.
    Fires: 2 bn in 2023, 24.5 % a year, 127.1 bn in 2033. 2 × 1.245¹⁰ = 17.9, and even 2.5 × 1.2455¹⁰ is only 22.5.
    Silent: 14.2 bn in 2024, 24.5 % a year, 127.1 bn in 2034. 14.2 × 1.245¹⁰ = 127.05, which rounding explains.
    """
    named: set[str] = set()
    for triangle, grade in graded(market):
        start, end, stated = triangle.start, triangle.end, triangle.growth
        if grade is None:
            yield held(start, end, stated)
            continue
        topic = f"{stated.id}-{start.id}-{end.id}" if stated.id in named else stated.id
        yield _open(market, triangle, grade, topic)
        named.add(stated.id)


def graded(market: Market) -> Iterator[tuple[Triangle, Grade | None]]:
    """Each start, end and rate over several years, and how grave it is that they do not fit; no grade where they do."""
    for estimate in estimates(market):
        for triangle in estimate.triangles:
            if triangle.implied is not None and triangle.growth.period and triangle.growth.period.years > 1:
                yield triangle, _grade(estimate, triangle)


def _grade(estimate: Estimate, triangle: Triangle) -> Grade | None:
    start, end, stated, years = triangle.start, triangle.end, triangle.growth, triangle.years
    tried = [(start, n) for n in ((years,) if triangle.before else (years, years - 1, years + 1))]
    tried += [(s, years + 1) for s in estimate.sizes if not triangle.before and _is_year_before(s, start)]
    if any(_joins(n, [reads(first), reads(end), reads(stated)]) for first, n in tried):
        return None
    assert triangle.implied  # the caller has looked
    if abs(stated.quantity.point - triangle.implied.point) < SLIGHT:
        return Grade.NOTE
    return Grade.QUESTION if _counts_from_elsewhere(triangle) else Grade.CONTRADICTION


def _joins(years: int, values: Sequence[Quantity]) -> bool:
    start, end, stated = values
    needed = cagr(start, end, years)
    return needed is not None and needed.meets(stated)


def _is_year_before(one: Claim, other: Claim) -> bool:
    return bool(one.when and other.when and compares(one, other) and one.when[0] == other.when[0] - YEAR)


def _counts_from_elsewhere(triangle: Triangle) -> bool:
    """Whether the rate may count from a year that the source does not give: its own first one, or the one after the base.

    Where the window begins in such a year no two figures meet, and whatever a market may do in a year is fair.
    """
    stated = triangle.growth
    fastest = 2 * stated.quantity.point
    low, high = (HALVED, max(DOUBLED, fastest)) if triangle.before else sorted((Decimal(0), fastest))
    ours = stated.wording and stated.period and str(stated.period.start.year) not in stated.wording
    if not (triangle.before or ours):
        return False
    step = (_unpublished(triangle).point / reads(triangle.start).point - 1) * 100
    return low <= step <= high


def _unpublished(triangle: Triangle) -> Quantity:
    """The size one year after the base from which the rate leads to the end."""
    return stepped_back(reads(triangle.end), triangle.growth.quantity, triangle.years - 1)


def _open(market: Market, triangle: Triangle, grade: Grade, topic: str) -> Finding:
    start, end, stated, implied = triangle.start, triangle.end, triangle.growth, triangle.implied
    assert implied and start.period  # noqa: PT018 - the callers have looked
    first, unpublished = start.period.start.year + 1, in_unit(_unpublished(triangle), end.unit)
    near = with_unit(followed(unpublished, end.unit), end.unit)
    factor = number(1 + stated.quantity.point / 100, stated.printed.decimals + 2)
    reached = labelled(number(triangle.reached.point, min(max(end.printed.decimals, 1), 2)), end)
    wide = implied.high - implied.low > Decimal("0.2")  # wider than the first decimal
    within = f" ({span(implied)} % within the digits printed)" if wide else ""
    needed = f"{rate(implied, max(stated.printed.decimals, 1))} a year{within}"
    line = f"{compact(start)} × {factor}{superscript(triangle.years)} = {reached}, not {compact(end)}; getting there needs"
    line += f" {needed}, not {compact(stated)}"
    ends, aim = f"{full(start)} ({when(start)}) growing {full(stated)}", f"{full(end)} ({when(end)})"
    titles = {
        Grade.NOTE: f"{ends} comes close to {aim}, though not within the digits printed",
        Grade.QUESTION: f"{full(stated)} to {aim} fits only from a value for {first} that is not published",
        Grade.CONTRADICTION: f"{ends} does not become {aim}",
    }
    claims, rule, title = (start, end, stated), growth_triangle, whose(market, stated) + titles[grade]
    if grade is Grade.CONTRADICTION:
        line += slip(market, claims, partial(_joins, triangle.years))
    value = f"a value for {first} (near {near})"
    why = f"{compact(stated)} counts from {value} that the source does not publish"
    gap = int(abs(implied.point - stated.quantity.point))
    at = stated.place
    return finding(rule, market, claims, title, line, grade, topic=topic, weight=gap, reading=why, place=at)
