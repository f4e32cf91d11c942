"""The drawing of size and forecast: line, shade, rejected crosses and neighbouring paths, all named where they are."""

from collections.abc import Iterable
from math import ceil, floor

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
ASIDE = ("left", "right", *AROUND)
PATH_SIDES = ("right", "below-right", "below", "below-left", "above-left")


def drawn(known: Values, *, wide: bool) -> Specification:
    """The picture, wide or narrow."""
    drawing = Drawing(_frame(known, wide=wide))
    labels = Labels(drawing)
    _background(labels, known, wide=wide)
    _paths(drawing, labels, known)
    _points(drawing, labels, known)
    _name_points(labels, known)
    for path in known.neighbours:
        _name_path(labels, path)
    return drawing.specification()


def _frame(known: Values, *, wide: bool) -> Frame:
    first, last = _years(known)
    highest = max(value.range[1] if value.range else value.height for value in known.all)
    lowest = min(0.0, *(value.height for value in known.all))
    top = highest * 1.1 if highest > lowest else lowest + 1
    whole = WIDE if wide else NARROW
    names = [written(tick) for tick in ticks(lowest, top, 6)]
    top_name = notation.with_unit(names[-1], known.unit)
    left = ceil(max(width(name) for name in ([*names, top_name] if wide else names))) + 14
    side = 0.5 if first == last else (last - first) * 0.02
    return Frame(whole, HEIGHT[wide], (first - side, last + side), (lowest, top), left, 18, TOP, BOTTOM)


def _background(labels: Labels, known: Values, *, wide: bool) -> None:
    """The forecast's shade with its word, the grid with the unit once at its top value, and the years."""
    drawing, frame = labels.drawing, labels.drawing.frame
    heights = ticks(*frame.y, 6)
    top = notation.with_unit(written(heights[-1]), known.unit)
    if known.line[-1].at > known.boundary:
        drawing.bars([Mark(known.boundary, frame.y[0], "", frame.x[1], frame.y[1])], SOFT, data=False)
        start = max(frame.across(known.boundary) + 8, 0 if wide else width(top) + 10)
        labels.write(Word(frame.value_across(start), frame.value_down(TOP - 10), "Forecast", colour=MUTED))
    drawing.rules([(frame.x[0], height, frame.x[1], height) for height in heights], RULE)
    edge = frame.value_across(frame.left - 10)
    for height in heights[:-1]:
        labels.write(Word(edge, height, written(height), "right", MUTED))
    if wide:
        labels.write(Word(edge, heights[-1], top, "right", MUTED))
    else:
        raised = frame.value_down(min(frame.down(heights[-1]), TOP) - 10)
        labels.write(Word(frame.value_across(0), raised, top, colour=MUTED))
    for at, name in _dates(known, frame, wide=wide):
        labels.write(centred(frame, at, frame.value_down(frame.height - 9), name))


def _dates(known: Values, frame: Frame, *, wide: bool) -> list[tuple[float, str]]:
    """Round years or, where the line is of other periods, as many of its own names as have room, the last among them."""
    first, last = _years(known)
    if known.is_of_calendar_years:
        return [(year, str(year)) for year in year_ticks(ceil(first), floor(last), 9 if wide else 4)]
    named = [(value.at, value.label.removeprefix("the ")) for value in reversed(known.line)]
    room = max(width(name) for _, name in named) + 14
    chosen: list[tuple[float, str]] = []
    for at, name in named:
        if not chosen or frame.across(chosen[-1][0]) - frame.across(at) >= room:
            chosen.append((at, name))
    return chosen


def _years(known: Values) -> tuple[float, float]:
    years = [value.at for value in known.all]
    return min(years), max(years)


def _paths(drawing: Drawing, labels: Labels, known: Values) -> None:
    for path in known.neighbours:
        places = [(value.at, value.height) for value in path]
        drawing.path(places, MUTED, 1.5, DOTTED)
        labels.keep_clear_along(places)
    line = [(value.at, value.height) for value in known.line]
    happened = [place for place in line if place[0] <= known.boundary]
    coming = [place for place in line if place[0] >= known.boundary]
    drawing.path(happened if len(happened) > 1 else [], ACCENT, 2.5, SOLID)
    drawing.path(coming if len(coming) > 1 else [], ACCENT, 2.5, DASHED)
    labels.keep_clear_along(line)


def _points(drawing: Drawing, labels: Labels, known: Values) -> None:
    """Computed years small, published ones large, rival ones hollow, rejected ones crossed."""
    for path in known.neighbours:
        drawing.points(_marks(path), MUTED, size=14)
    for shown, colour in ((known.line, ACCENT), (known.rivals, MUTED), (known.rejected, WARN)):
        ranges = [(value.at, *value.range) for value in shown if value.range]
        drawing.rules([(at, low, at, high) for at, low, high in ranges], colour, 4)
    drawing.points(_marks(value for value in known.line if not value.claim), ACCENT, size=24)
    drawing.points(_marks(value for value in known.line if value.claim), ACCENT, size=115)
    drawing.points(_marks(known.rivals), MUTED, fill=PAPER, size=65)
    drawing.points(_marks(known.rejected), WARN, shape=CROSS, size=60, fill=WARN)
    for value in known.all:
        labels.keep_clear(value.at, value.height, 7 if value.claim else 3)


def _marks(shown: Iterable[Value]) -> list[Mark]:
    return [
        Mark(value.at, value.height, f"{value.label}: {value.text}, {value.about}, {value.basis}")
        for value in shown
    ]


def _name_points(labels: Labels, known: Values) -> None:
    """Published values at their points; of rejected ones also what is wrong, as far as it can be seen here."""
    printed = [value for value in known.line if value.claim]
    for value in (printed[-1], *printed[:-1]):
        labels.place(value.at, value.height, ((value.bare,),), AROUND, colour=ACCENT, bold=True)
    leading = {value.height for value in printed}
    for value in known.rejected:
        same = value.height in leading
        told = f"also dated {value.label}" if same else f"{value.bare} in {value.label}, rejected"
        texts = ((told,), (f"{value.bare}, rejected",), (value.bare,))
        labels.place(value.at, value.height, texts, ASIDE, colour=WARN)
    for value in known.rivals:
        beside = ((f"{value.bare} {value.publisher}",), (value.bare,))
        labels.place(value.at, value.height, beside, AROUND, colour=MUTED)


def _name_path(labels: Labels, path: tuple[Value, ...]) -> None:
    """A neighbouring path's last value with what it is of; where that has no room, its name further back."""
    end = path[-1]
    about = fitted(end.about, labels.drawing.frame.width * 0.4)
    name = f"{about} {end.bare}"
    halves = _halves(name)
    texts = ((f"{name}, {end.publisher}",), (name, end.publisher), (*halves, end.publisher), (name,), halves)
    if labels.place(end.at, end.height, texts, PATH_SIDES, colour=MUTED):
        return
    for value in reversed(path[:-1]):
        names = ((about,), _halves(about))
        if labels.place(value.at, value.height, names, PATH_SIDES, colour=MUTED):
            return


def _halves(name: str) -> tuple[str, ...]:
    """The name in two lines of about equal length, if it has a space to part at."""
    spaces = [place for place, letter in enumerate(name) if letter == " "]
    if not spaces:
        return (name,)
    middle = min(spaces, key=lambda place: abs(place - len(name) / 2))
    return name[:middle], name[middle + 1 :]
