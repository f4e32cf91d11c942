"""The drawing of size and forecast: line, shade, rejected crosses and neighbouring paths, all named where they are."""

from collections.abc import Iterable

from scripts import notation
from scripts.charts.drawing import Drawing, Mark, Word
from scripts.charts.figure import Specification
from scripts.charts.frame import Frame, ticks, written, year_ticks
from scripts.charts.placement import Labels
from scripts.charts.rows import centred
from scripts.charts.size_values import Value, Values
from scripts.charts.theme import ACCENT, MUTED, NARROW, PAPER, RULE, SOFT, WARN, WIDE
from scripts.charts.typography import fitted, width

TOP, BOTTOM = 24, 26
HEIGHT = {True: 330, False: 250}
SOLID, DASHED, DOTTED = None, (5, 4), (1, 4)
CROSS = "M-1,-1L1,1M-1,1L1,-1"
AROUND = ("above", "left", "above-left", "right", "above-right", "below", "below-right", "below-left")


def drawn(known: Values, *, wide: bool) -> Specification:
    drawing = Drawing(_frame(known, wide=wide))
    labels = Labels(drawing)
    _background(drawing, known, wide=wide)
    _paths(drawing, labels, known)
    _points(drawing, labels, known)
    _name_points(labels, known)
    for path in known.neighbours:
        _name_path(labels, path)
    return drawing.specification()


def _frame(known: Values, *, wide: bool) -> Frame:
    years = [value.year for value in known.all]
    highest = max(value.height for value in known.all)
    lowest = min(0.0, *(value.height for value in known.all))
    top = highest * 1.06 if highest > lowest else lowest + 1
    whole = WIDE if wide else NARROW
    names = [written(tick) for tick in ticks(lowest, top, 6)]
    top_name = notation.with_unit(names[-1], known.unit)
    left = max(width(name) for name in ([*names, top_name] if wide else names)) + 14
    first, last = min(years), max(years)
    side = 0.5 if first == last else (last - first) * 0.02
    return Frame(whole, HEIGHT[wide], (first - side, last + side), (lowest, top), left, 18, TOP, BOTTOM)


def _background(drawing: Drawing, known: Values, *, wide: bool) -> None:
    """Grid, years, the unit once at the top value, and the forecast's shade with its word."""
    frame = drawing.frame
    end = known.line[-1].year
    if end > known.boundary:
        shade = Mark(known.boundary, frame.y[0], "", frame.x[1], frame.y[1])
        drawing.bars([shade], SOFT, data=False)
        word = Word(
            frame.value_across(frame.across(known.boundary) + 8),
            frame.value_down(TOP - 10),
            "Forecast",
            colour=MUTED,
        )
        drawing.word(word)
    heights = ticks(*frame.y, 6)
    drawing.rules([(frame.x[0], height, frame.x[1], height) for height in heights], RULE)
    for height in heights:
        text = written(height)
        edge = frame.value_across(frame.left - 10)
        if height != heights[-1]:
            drawing.word(Word(edge, height, text, "right", MUTED))
        elif wide:
            drawing.word(Word(edge, height, notation.with_unit(text, known.unit), "right", MUTED))
        else:
            raised = frame.value_down(min(frame.down(height) - 10, TOP - 10))
            drawing.word(
                Word(frame.value_across(0), raised, notation.with_unit(text, known.unit), colour=MUTED)
            )
    years = year_ticks(*_years(known), 9 if wide else 4)
    for year in years:
        drawing.word(centred(frame, year, frame.value_down(frame.height - 9), str(year)))


def _years(known: Values) -> tuple[int, int]:
    years = [value.year for value in known.all]
    return min(years), max(years)


def _paths(drawing: Drawing, labels: Labels, known: Values) -> None:
    for path in known.neighbours:
        places = [(float(value.year), value.height) for value in path]
        drawing.path(places, MUTED, 1.5, DOTTED)
        labels.keep_clear_along(places)
    line = [(float(value.year), value.height) for value in known.line]
    happened = [place for place in line if place[0] <= known.boundary]
    coming = [place for place in line if place[0] >= known.boundary]
    drawing.path(happened if len(happened) > 1 else [], ACCENT, 2.5, SOLID)
    drawing.path(coming if len(coming) > 1 else [], ACCENT, 2.5, DASHED)
    labels.keep_clear_along(line)


def _points(drawing: Drawing, labels: Labels, known: Values) -> None:
    """Computed years small, published ones large, rival ones hollow, rejected ones crossed."""
    for path in known.neighbours:
        drawing.points(_marks(path), MUTED, size=7)
    drawing.points(_marks(value for value in known.line if not value.claim), ACCENT, size=9)
    drawing.points(_marks(value for value in known.line if value.claim), ACCENT)
    drawing.points(_marks(known.rivals), MUTED, fill=PAPER, size=65)
    drawing.points(_marks(known.rejected), WARN, shape=CROSS, size=22)
    for value in known.all:
        labels.keep_clear(value.year, value.height, 7 if value.claim else 3)


def _marks(shown: Iterable[Value]) -> list[Mark]:
    return [
        Mark(value.year, value.height, f"{value.year}: {value.text}, {value.about}, {value.basis}")
        for value in shown
    ]


def _name_points(labels: Labels, known: Values) -> None:
    """Published values at their points; of rejected ones also what is wrong, as far as it can be seen here."""
    printed = [value for value in known.line if value.claim]
    for value in dict.fromkeys((printed[-1], printed[0], *printed)):
        labels.place(value.year, value.height, (value.bare,), AROUND, colour=ACCENT, bold=True)
    leading = {value.height for value in printed}
    for value in known.rejected:
        same = value.height in leading
        told = f"also dated {value.year}" if same else f"{value.bare}, rejected"
        labels.place(value.year, value.height, (told, value.bare), ("left", "right", *AROUND), colour=WARN)
    for value in known.rivals:
        told = f"{value.bare} {value.publisher}"
        labels.place(value.year, value.height, (told, value.bare), AROUND, colour=MUTED)


def _name_path(labels: Labels, path: tuple[Value, ...]) -> None:
    """The end of a neighbouring path with what it is of; what has no room is named in the table alone."""
    end, room = path[-1], labels.drawing.frame.width * 0.72
    texts = (
        f"{end.bare} {end.about}, {end.publisher}",
        f"{end.bare} {end.about}",
        fitted(end.about, room / 2),
    )
    labels.place(
        end.year,
        end.height,
        texts,
        ("right", "below-right", "below", "below-left", "above-left"),
        colour=MUTED,
    )
