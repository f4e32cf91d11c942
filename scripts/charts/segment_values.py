"""Segment values: the money behind each published share, which rival bases set far apart."""

from scripts import notation
from scripts.charts.drawing import Drawing, Mark, Word
from scripts.charts.figure import Figure, Row, Specification, enumerated, sources_of
from scripts.charts.frame import Frame
from scripts.charts.rows import Rows, rows
from scripts.charts.theme import ACCENT, INK, MUTED, PAPER, RULE, WARN
from scripts.charts.typography import brief, fitted, width
from scripts.derive import Derivations, SegmentValue, SegmentValues, segment_values
from scripts.model import Claim, Market, Rank, Unit

MOST = 24
MOST_BASES = 4
# An interval wider than one part in so many of its value is told instead of the value.
VAGUE = 4
GAP = 10
KEY = 20
CROSS = "M-1,-1L1,1M-1,1L1,-1"


def segment_values_figure(market: Market, derivations: Derivations) -> tuple[Figure, ...]:
    """One figure of all dimensions, where a share and a base are published: one share alone would be a thin picture."""
    found = segment_values(market, derivations.breakdowns, derivations.bases)
    if not found:
        return ()
    shown, unit = found[:MOST], found[0].values[0].base.unit
    return (
        Figure(
            id="segment-values",
            market=market.id,
            title=_title(found, unit),
            subtitle=_subtitle(found, unit),
            reading=_reading(found),
            sources=sources_of(c for known in found for c in (known.share, *(v.base for v in known.values))),
            alt=_alt(shown, unit),
            columns=(
                "Dimension",
                "Part",
                "Share",
                "Base",
                "Base year",
                "Base rank",
                "Value",
                "Interval",
                "Source of the base",
            ),
            rows=tuple(_row(known, value, unit) for known in found for value in known.values),
            wide=_draw(shown, unit, wide=True),
            narrow=_draw(shown, unit, wide=False),
            marks=sum(len(known.values) for known in shown),
        ),
    )


def _bare(value: SegmentValue) -> str:
    """The value or, where that would hide much of what is open, its interval."""
    known = value.value
    vague = known.high - known.low > known.point / VAGUE
    return notation.span(known) if vague else notation.known(known)


def _money(value: SegmentValue, unit: Unit) -> str:
    return notation.with_unit(_bare(value), unit)


def _title(found: tuple[SegmentValues, ...], unit: Unit) -> str:
    """The largest share in money, told by its size alone where it has a double."""
    first = found[0]
    values = first.values
    tied = len(found) > 1 and found[1].share.printed.value == first.share.printed.value
    share = notation.full(first.share)
    lead = f"A share of {share}" if tied else brief(first.part.name)
    low, high = (pick(values, key=lambda v: v.value.point) for pick in (min, max))
    if len(values) == 1:
        return f"{lead}: {_money(low, unit)} on the only published base"
    if _money(low, unit) == _money(high, unit):
        return f"{lead}: {_money(low, unit)} on each of {notation.in_words(len(values))} published bases"
    if len(values) == 2:
        one, other = values
        return f"{lead}: {_money(one, unit)} on one published base, {_money(other, unit)} on the other"
    return f"{lead}: {_money(low, unit)} to {_money(high, unit)}, depending on the published base"


def _subtitle(found: tuple[SegmentValues, ...], unit: Unit) -> str:
    years = sorted({notation.period(known.share.period) for known in found})
    dated = f"shares of {years[0]}" if len(years) == 1 else f"shares of {years[0]} to {years[-1]}"
    told = (
        f"{found[0].values[0].base.measure.name}, {notation.unit_name(unit)}, {dated} on each published base"
    )
    return f"{told}; the largest {MOST} of {len(found)}" if len(found) > MOST else told


def _reading(found: tuple[SegmentValues, ...]) -> str:
    told = "Each point is a share times a base, with the interval of the printed digits"
    rivals = any(len(known.values) > 1 for known in found)
    return f"{told}; bases that say different things cannot all hold." if rivals else f"{told}."


def _alt(shown: tuple[SegmentValues, ...], unit: Unit) -> str:
    told = [
        f"{known.part.name} {notation.listing([_money(value, unit) for value in known.values], 'or')}"
        for known in shown
    ]
    return f"Points with intervals, one for each base. {enumerated(told)}."


def _base_year(value: SegmentValue) -> str:
    return notation.period(value.base.period)


def _row(known: SegmentValues, value: SegmentValue, unit: Unit) -> Row:
    base = value.base
    rank = "rejected" if base.rank == Rank.DEPRECATED else base.rank.value
    cells = (
        known.breakdown.name,
        known.part.name,
        notation.full(known.share),
        notation.full(base),
        _base_year(value),
        rank,
        notation.measured(value.value, unit),
        notation.with_unit(notation.span(value.value), unit),
        notation.publisher(base),
    )
    return Row(cells, known.share.id)


def _colour(base: Claim, lead: Claim) -> str:
    if base.rank == Rank.DEPRECATED:
        return WARN
    return ACCENT if base == lead else MUTED


def _draw(shown: tuple[SegmentValues, ...], unit: Unit, *, wide: bool) -> Specification:
    bases = list({value.base.id: value for known in shown for value in known.values}.values())
    key = _key(bases)
    layout = _layout(shown, KEY * (len(key) if not wide or _too_long(key) else 1), unit, wide=wide)
    drawing, lead = Drawing(layout.frame), bases[0].base
    _write_key(drawing, key, lead, wide=wide)
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


def _name_room(layout: Rows, known: SegmentValues) -> float:
    room = layout.frame.left - 12 if layout.wide else layout.frame.width - 4
    return max(room - width(f", {notation.full(known.share)}"), 0)


def _layout(shown: tuple[SegmentValues, ...], above: float, unit: Unit, *, wide: bool) -> Rows:
    """Rows below the key, with room for words on both sides of the points."""
    names = [f"{known.part.name}, {notation.full(known.share)}" for known in shown]
    words = [width(_bare(v), bold=True) for known in shown for v in known.values]
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
    return Rows(taller, wide, plain.step)


def _key(bases: list[SegmentValue]) -> list[tuple[str, SegmentValue]]:
    """Each base in words; of many the first few."""
    told = []
    for value in bases[:MOST_BASES]:
        words = f"on {notation.full(value.base)} in {_base_year(value)}"
        told.append((f"{words}, rejected" if value.base.rank == Rank.DEPRECATED else words, value))
    return told


def _too_long(key: list[tuple[str, SegmentValue]]) -> bool:
    return sum(width(text, bold=True) + 3 * GAP for text, _ in key) > 700


def _write_key(drawing: Drawing, key: list[tuple[str, SegmentValue]], lead: Claim, *, wide: bool) -> None:
    """The bases by name in the colours of their points: side by side, or below each other where that is too long."""
    frame, across, down = drawing.frame, 2.0, 9.0
    for text, value in key:
        place = frame.value_across(across), frame.value_down(down)
        drawing.word(Word(*place, text, "left", _colour(value.base, lead), True))
        if wide and not _too_long(key):
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
        Mark(float(v.value.point), y, f"{known.part.name}: {_money(v, unit)} on {notation.full(v.base)}")
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
    drawing.word(Word(frame.value_across(right), y, _bare(high), "left", colour, colour == ACCENT))
    if low.value != high.value:
        left = min(frame.across(float(v.value.low)) for v in known.values) - GAP
        colour = colours[_colour(low.base, lead)]
        drawing.word(Word(frame.value_across(left), y, _bare(low), "right", colour, colour == ACCENT))
