"""Compared paths: the courses of some markets on one axis, each as its own source publishes it and lets us compute it."""

from collections.abc import Iterator

from scripts import notation
from scripts.charts.compared_drawing import common_unit, drawn
from scripts.charts.compared_finding import finding, written
from scripts.charts.figure import Figure, Row, enumerated, sources_of
from scripts.charts.subtitles import paced
from scripts.derive import Compared, Course, Point
from scripts.model import PORTFOLIO, Claim, Comparison


def compared_paths(known: Compared) -> tuple[Figure, ...]:
    """The figure, where two of the markets have a size, and all sizes count one thing in one currency."""
    if len(known.courses) < 2 or not known.is_of_one_kind:
        return ()
    points = [(course, point) for course in known.courses for point in course.points]
    lead = known.courses[0].lead
    unit = paced(lead, common_unit(known))
    places = list(dict.fromkeys(notation.place(course.market.geography) for course in known.courses))
    place = places[0] if len(places) == 1 else "each in its own geography"
    return (
        Figure(
            id=figure_id(known.comparison),
            market=PORTFOLIO,
            title=finding(known),
            subtitle=f"{lead.measure.name}, {place}, {unit}, {_span([point.year for _, point in points])}",
            reading=_reading(known),
            sources=sources_of(claim for course in known.courses for claim in _claims(course)),
            alt=f"Lines of size by year. {enumerated([_told(course) for course in known.courses])}.",
            columns=("Year", "Market", "Value", "How known", "Publisher"),
            rows=tuple(_row(course, point) for course, point in points),
            wide=drawn(known, wide=True),
            narrow=drawn(known, wide=False),
            marks=len(points),
        ),
    )


def figure_id(comparison: Comparison) -> str:
    """The id of a comparison's figure among those of all markets together."""
    return f"compare-{comparison.id}"


def _span(years: list[int]) -> str:
    first, last = min(years), max(years)
    return str(first) if first == last else f"{first} to {last}"


def _reading(known: Compared) -> str:
    parts = ["Large points are published"]
    if any(point.claim is None for course in known.courses for point in course.points):
        parts.append("the years between follow from each market’s own stated rate")
    if any(pair.exceeding for pair in known.inclusions):
        parts.append("a ring marks the year in which a part would be larger than its whole")
    left = [market for market in known.markets if not known.course(market.id)]
    if left:
        parts.append(f"of {notation.counted(len(left), 'market')} no size is published")
    return "; ".join(parts) + "."


def _claims(course: Course) -> Iterator[Claim | None]:
    yield from (point.claim for point in course.points)
    yield course.rate


def _told(course: Course) -> str:
    printed = [f"{written(course, point)} in {point.year}" for point in course.points if point.claim]
    return f"{course.market.short_title}: {notation.listing(printed)}"


def _row(course: Course, point: Point) -> Row:
    if point.claim:
        how, who = f"published, {point.claim.status.value}", notation.publisher(point.claim)
    else:
        assert course.rate  # by which it was computed
        how, who = f"computed at {notation.full(course.rate)}", notation.publisher(course.rate)
    cells = (str(point.year), course.market.short_title, written(course, point), how, who)
    own, rate = (
        f"{course.market.id}/{point.id}",
        (f"{course.market.id}/{course.rate.id}",) if course.rate else (),
    )
    return Row(cells, own if point.claim else None, ((), (), (own,), () if point.claim else rate))
