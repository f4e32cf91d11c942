"""The drawing of segment values: a row for each share, a point for each base, the bases named in their colours."""

from dataclasses import replace

from scripts import notation
from scripts.charts.drawing import Drawing, Mark, Word
from scripts.charts.figure import Specification
from scripts.charts.frame import Frame
from scripts.charts.rows import Rows, rows
from scripts.charts.theme import ACCENT, INK, MUTED, PAPER, RULE, WARN, WIDE
from scripts.charts.typography import fitted, width
from scripts.derive import SegmentValue, SegmentValues
from scripts.model import Claim, Rank, Unit

MOST_BASES = 4
# An interval wider than one part in so many of its value is told instead of the value.
VAGUE = 4
GAP = 10
KEY = 20
CROSS = "M-1,-1L1,1M-1,1L1,-1"


def told(value: SegmentValue) -> str:
    """The value without its unit or, where that would hide much of what is open, its interval."""
    known = value.value
    vague = known.high - known.low > known.point / VAGUE
    return notation.span(known) if vague else notation.known(known)


def money(value: SegmentValue, unit: Unit) -> str:
    """The same with its unit."""
    return notation.with_unit(told(value), unit)


def drawn(shown: tuple[SegmentValues, ...], unit: Unit, *, wide: bool) -> Specification:
    """The picture, wide or narrow."""
    bases = list({value.base.id: value.base for known in shown for value in known.values}.values())
    key, lead = _key(bases), bases[0]
    layout = _layout(shown, KEY * (1 if _in_one_line(key, wide=wide) else len(key)), wide=wide)
    drawing = Drawing(layout.frame)
    _write_key(drawing, key, wide=wide)
    edges = [layout.edges(row) for row in range(len(shown))]
    drawing.rules([(0, upper, 0, lower) for upper, lower in edges], RULE)
    for row, known in enumerate(shown):
        ends = [float(value.value.point) for value in known.values]
        drawing.rules([(min(ends), layout.middle(row), max(ends), layout.middle(row))], RULE, 2)
    for colour in (MUTED, WARN, ACCENT):
        _points(drawing, layout, shown, unit, colour, lead)
    for row, known in enumerate(shown):
        name = fitted(known.part.name, _name_room(layout, known))
        drawing.word(layout.name(row, f"{name}, {notation.full(known.share)}"))
        _name_ends(drawing, layout.middle(row), known, lead)
    return drawing.specification()


def _colour(base: Claim, lead: Claim) -> str:
    if base.rank == Rank.DEPRECATED:
        return WARN
    return ACCENT if base == lead else MUTED


def _name_room(layout: Rows, known: SegmentValues) -> float:
    room = layout.frame.left - 12 if layout.wide else layout.frame.width - 4
    return max(room - width(f", {notation.full(known.share)}"), 0)


def _layout(shown: tuple[SegmentValues, ...], above: float, *, wide: bool) -> Rows:
    """Rows below the key, with room for words on both sides of the points."""
    names = [f"{known.part.name}, {notation.full(known.share)}" for known in shown]
    words = [width(told(v), bold=True) for known in shown for v in known.values]
    high = max(float(value.value.high) for known in shown for value in known.values)
    side = max(words) + GAP + 8
    plain = rows(names, (0, high), wide=wide, beyond=side)
    frame = plain.frame
    low = -high * side / (frame.inner_width - side)
    taller = Frame(
        frame.width,
        frame.height + above,
        (low, high),
        frame.y,
        frame.left,
        frame.right,
        above,
        frame.bottom,
    )
    return replace(plain, frame=taller)


def _key(bases: list[Claim]) -> list[tuple[str, str]]:
    """Each base in words with the colour of its points: the leading one, the rejected ones, and of the others the first few."""
    lead = bases[0]
    ordered = sorted(bases, key=lambda base: (base != lead, base.rank != Rank.DEPRECATED))
    told = [(_base(base), _colour(base, lead)) for base in ordered[:MOST_BASES]]
    left = len(bases) - MOST_BASES
    return [*told, (f"{notation.counted(left, 'base')} more, in the table", MUTED)] if left > 0 else told


def _base(base: Claim) -> str:
    words = f"on {notation.full(base)} in {notation.period(base.period)}"
    return f"{words}, rejected" if base.rank == Rank.DEPRECATED else words


def _in_one_line(key: list[tuple[str, str]], *, wide: bool) -> bool:
    return wide and sum(width(text, bold=True) + 3 * GAP for text, _ in key) <= WIDE - 3 * GAP


def _write_key(drawing: Drawing, key: list[tuple[str, str]], *, wide: bool) -> None:
    """The bases by name in the colours of their points: side by side, or below each other where that is too long."""
    frame, across, down = drawing.frame, 2.0, 9.0
    for text, colour in key:
        short = fitted(text, frame.width - 4, bold=True)
        drawing.word(Word(frame.value_across(across), frame.value_down(down), short, "left", colour, True))
        if _in_one_line(key, wide=wide):
            across += width(text, bold=True) + 3 * GAP
        else:
            down += KEY


def _points(
    drawing: Drawing,
    layout: Rows,
    shown: tuple[SegmentValues, ...],
    unit: Unit,
    colour: str,
    lead: Claim,
) -> None:
    """The points of one look over their intervals."""
    placed = [
        (known, value, layout.middle(row))
        for row, known in enumerate(shown)
        for value in known.values
        if _colour(value.base, lead) == colour
    ]
    drawing.rules([(float(v.value.low), y, float(v.value.high), y) for _, v, y in placed], colour, 3)
    marks = [
        Mark(float(v.value.point), y, f"{known.part.name}: {money(v, unit)} on {notation.full(v.base)}")
        for known, v, y in placed
    ]
    if colour == WARN:
        drawing.points(marks, colour, shape=CROSS, size=50, fill=WARN)
    else:
        drawing.points(marks, colour, fill=PAPER if colour == MUTED else None)


def _name_ends(drawing: Drawing, y: float, known: SegmentValues, lead: Claim) -> None:
    """The largest value at the right end of the row, the smallest at the left one."""
    frame = drawing.frame
    low, high = (pick(known.values, key=lambda v: v.value.point) for pick in (min, max))
    right = max(frame.across(float(v.value.high)) for v in known.values) + GAP
    colours = {ACCENT: ACCENT, WARN: WARN, MUTED: INK}
    colour = colours[_colour(high.base, lead)]
    drawing.word(Word(frame.value_across(right), y, told(high), "left", colour, colour == ACCENT))
    if low.value != high.value:
        left = min(frame.across(float(v.value.low)) for v in known.values) - GAP
        colour = colours[_colour(low.base, lead)]
        drawing.word(Word(frame.value_across(left), y, told(low), "right", colour, colour == ACCENT))
