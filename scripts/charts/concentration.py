"""Concentration: the range in which each dimension's index lies, whatever the unpublished shares are."""

from scripts import notation
from scripts.charts.drawing import Drawing, Mark, Word
from scripts.charts.figure import Figure, Row, Specification, enumerated, sources_of
from scripts.charts.frame import written
from scripts.charts.rows import axis, rows
from scripts.charts.theme import ACCENT, ACCENT_SOFT, INK, MUTED
from scripts.charts.typography import brief, width
from scripts.derive import Bounds, Concentration, Derivations, ids
from scripts.model import Market, Quantity

GAP = 10


def concentration(market: Market, derivations: Derivations) -> tuple[Figure, ...]:
    """The figure, where a dimension has a published share and its segments are all named."""
    found = sorted(derivations.concentrations, key=lambda known: -known.hhi.most.point)
    if not found:
        return ()
    years = sorted({known.breakdown.year for known in found})
    return (
        Figure(
            id="concentration",
            market=market.id,
            title=_title(found),
            subtitle=f"Herfindahl-Hirschman index of shares by dimension, 0 to 1, {notation.listing(years)}",
            reading="1 means that one segment holds all; the tick marks an even split. Each bar runs from the rest spread evenly to "
            "the rest heaped on as few segments as can be.",
            sources=sources_of(part.claim for known in found for part in known.breakdown.published),
            alt=f"Ranges on one axis. {enumerated([_says(known) for known in found])}.",
            columns=(
                "Dimension",
                "Segments",
                "Shares published",
                "Index at least",
                "Index at most",
                "Largest at least",
                "Largest at most",
                "Two largest at least",
                "Two largest at most",
                "Published leader is the largest",
            ),
            rows=tuple(_row(known) for known in found),
            wide=_draw(found, wide=True),
            narrow=_draw(found, wide=False),
            marks=len(found),
        ),
    )


def _text(bounds: Bounds) -> str:
    low, high = notation.known(bounds.least), notation.known(bounds.most)
    return low if low == high else f"{low} to {high}"


def _title(found: list[Concentration]) -> str:
    """Which dimension is surely the most concentrated, if that can be told."""
    first, *rest = found
    if not rest:
        name = brief(first.breakdown.name)
        if _text(first.hhi) == notation.known(first.hhi.least):
            return f"{name}: a concentration of {_text(first.hhi)}, where 1 is a single segment"
        low, high = notation.known(first.hhi.least), notation.known(first.hhi.most)
        return f"{name}: concentration between {low} and {high}, whatever the unpublished shares"
    surest = max(found, key=lambda known: known.hhi.least.low)
    if all(other.hhi.most.high < surest.hhi.least.low for other in found if other is not surest):
        return f"{brief(surest.breakdown.name)} is the most concentrated dimension, whatever the unpublished shares"
    return "Which dimension is the most concentrated cannot be told from the published shares"


def _says(known: Concentration) -> str:
    return f"{known.breakdown.name}: {_text(known.hhi)}"


def _percent(quantity: Quantity) -> str:
    return notation.share(notation.known(quantity))


def _row(known: Concentration) -> Row:
    parts, published = len(known.breakdown.parts), len(known.breakdown.published)
    cells = (
        known.breakdown.name,
        str(parts),
        str(published),
        notation.known(known.hhi.least),
        notation.known(known.hhi.most),
        *(_percent(end) for bounds in (known.leader, known.two) for end in (bounds.least, bounds.most)),
        "said by the source" if known.capped else "not said",
    )
    bounds = tuple((ids.bound(known.breakdown, m, end),) for m in ids.MEASURES for end in ("least", "most"))
    return Row(cells, subjects=((), (), (), *bounds))


def _draw(found: list[Concentration], *, wide: bool) -> Specification:
    names = [known.breakdown.name for known in found]
    texts = [_text(known.hhi) for known in found]
    beyond = max(width(text, bold=True) for text in texts) + GAP if wide else 12
    layout = rows(names, (0, 1), wide=wide, beyond=beyond, axis=True)
    drawing, frame = Drawing(layout.frame), layout.frame
    axis(drawing, layout, written, str)
    for row, known in enumerate(found):
        upper, lower = layout.edges(row)
        even = 1 / len(known.breakdown.parts)
        drawing.rules([(even, upper - 2, even, lower + 2)], MUTED, 2)
        drawing.word(layout.name(row, known.breakdown.name))
    drawing.bars(
        [_mark(known, *layout.edges(row)) for row, known in enumerate(found)], ACCENT_SOFT, stroke=ACCENT
    )
    for row, (known, text) in enumerate(zip(found, texts, strict=True)):
        end = frame.across(float(known.hhi.most.high)) + GAP
        room = end + width(text, bold=True) <= frame.width
        start = frame.across(float(known.hhi.least.low)) - GAP
        place = (frame.value_across(end), "left") if room else (frame.value_across(start), "right")
        drawing.word(Word(place[0], layout.middle(row), text, place[1], INK, True))
    return drawing.specification()


def _mark(known: Concentration, upper: float, lower: float) -> Mark:
    """The range from the least to the most; where both are one it keeps the width of a line."""
    low, high = float(known.hhi.least.low), float(known.hhi.most.high)
    return Mark(low, upper + 3, _says(known), max(high, low + 0.004), lower - 3)
