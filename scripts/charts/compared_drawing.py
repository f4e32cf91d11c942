"""The drawing of compared paths: one line a market, told apart by colour and by the shape of its points."""

from collections.abc import Sequence
from itertools import pairwise
from math import ceil

from scripts import notation
from scripts.charts.compared_lines import GAP, KEY, LOOKS, ROOM, Line, key, names_at_ends
from scripts.charts.drawing import Drawing, Mark, Word
from scripts.charts.figure import Specification
from scripts.charts.frame import Frame, ticks, written, year_ticks
from scripts.charts.rows import centred
from scripts.charts.theme import MUTED, NARROW, PAPER, RULE, WARN, WIDE
from scripts.charts.typography import LINE, width
from scripts.derive import Compared, Point
from scripts.model import Unit

TOP, BOTTOM = 14, 26
HEIGHT = {True: 340, False: 240}
DASHED = (5, 4)


def common_unit(known: Compared) -> Unit:
    """The largest of the units in which the sizes are stated."""
    return max((course.lead.unit for course in known.courses), key=lambda unit: unit.factor)


def drawn(known: Compared, *, wide: bool) -> Specification:
    """The picture, wide or narrow."""
    unit = common_unit(known)
    lines = [Line(course, look, unit) for course, look in zip(known.courses, LOOKS, strict=False)]
    drawing = Drawing(_frame(lines, unit, wide=wide))
    _background(drawing, unit, wide=wide)
    _rings(drawing, known, lines)
    for line in lines:
        _path(drawing, line)
    for line in lines:
        _points(drawing, line)
    (names_at_ends if wide else key)(drawing, lines)
    return drawing.specification()


def _rings(drawing: Drawing, known: Compared, lines: Sequence[Line]) -> None:
    """A ring, below the lines, where a part becomes larger than a whole of its."""
    by_market = {line.course.market.id: line for line in lines}
    rings = {
        (both.year, by_market[pair.one.market.id].height(both.one))
        for pair in known.inclusions
        if (both := pair.exceeding)
    }
    marks = [Mark(year, height, "") for year, height in sorted(rings)]
    drawing.points(marks, WARN, size=230, fill=PAPER, data=False)


def _frame(lines: Sequence[Line], unit: Unit, *, wide: bool) -> Frame:
    years = [point.year for line in lines for point in line.course.points]
    highest = max(line.height(point) for line in lines for point in line.course.points)
    first, last, top = min(years), max(years), highest * 1.08 or 1.0
    names = [written(tick) for tick in ticks(0, top, 6)]
    widest = [*names, notation.with_unit(names[-1], unit)] if wide else names
    left = ceil(max(width(name) for name in widest)) + 14
    side = 0.5 if first == last else (last - first) * 0.02
    right = ROOM + 2 * GAP if wide else 12
    upper = TOP if wide else LINE + len(lines) * KEY
    height = HEIGHT[wide] if wide else HEIGHT[wide] + len(lines) * KEY
    return Frame(
        WIDE if wide else NARROW, height, (first - side, last + side), (0, top), left, right, upper, BOTTOM
    )


def _background(drawing: Drawing, unit: Unit, *, wide: bool) -> None:
    """The grid with the unit once at its top value, and the years."""
    frame = drawing.frame
    heights = ticks(*frame.y, 6)
    drawing.rules([(frame.x[0], height, frame.x[1], height) for height in heights], RULE)
    edge = frame.value_across(frame.left - 10)
    top = notation.with_unit(written(heights[-1]), unit)
    for height in heights[:-1]:
        drawing.word(Word(edge, height, written(height), "right", MUTED))
    if wide:
        drawing.word(Word(edge, heights[-1], top, "right", MUTED))
    else:
        raised = frame.value_down(frame.down(heights[-1]) - 10)
        drawing.word(Word(frame.value_across(0), raised, top, colour=MUTED))
    first, last = ceil(frame.x[0]), int(frame.x[1])
    for year in year_ticks(first, last, 9 if wide else 5):
        drawing.word(centred(frame, year, frame.value_down(frame.height - 9), str(year)))


def _path(drawing: Drawing, line: Line) -> None:
    """Between neighbouring years: full where both are published, thin and dashed where one is computed."""
    stretches: list[tuple[bool, list[Point]]] = []
    for one, other in pairwise(line.course.points):
        if other.year != one.year + 1:  # nothing is known between them
            continue
        firm = one.claim is not None and other.claim is not None
        if stretches and stretches[-1][0] == firm and stretches[-1][1][-1] is one:
            stretches[-1][1].append(other)
        else:
            stretches.append((firm, [one, other]))
    for firm, points in stretches:
        places = [(float(point.year), line.height(point)) for point in points]
        drawing.path(places, line.look.colour, 2.5 if firm else 1.5, None if firm else DASHED)


def _points(drawing: Drawing, line: Line) -> None:
    """Computed years small, published ones large."""
    look, points = line.look, line.course.points
    computed, published = ([p for p in points if bool(p.claim) is firm] for firm in (False, True))
    drawing.points(line.marks(computed), look.colour, shape=look.shape, size=20)
    fill = PAPER if look.hollow else None
    drawing.points(line.marks(published), look.colour, shape=look.shape, size=90, fill=fill)
