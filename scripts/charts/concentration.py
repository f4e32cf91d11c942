"""Concentration: the range in which each dimension's index lies, whatever the unpublished shares are."""

from scripts import notation
from scripts.charts.drawing import Drawing, Mark, Word
from scripts.charts.figure import Figure, Row, Specification, enumerated, sources_of
from scripts.charts.frame import written
from scripts.charts.rows import axis, rows
from scripts.charts.share_finding import per_cent
from scripts.charts.subtitles import dated, share_of, shares_of
from scripts.charts.theme import ACCENT, ACCENT_SOFT, INK, MUTED
from scripts.charts.typography import brief, width
from scripts.derive import Bounds, Concentration, Derivations
from scripts.model import Market, Quantity

GAP = 10
DECIMALS = 3


def concentration(market: Market, derivations: Derivations) -> tuple[Figure, ...]:
    """The figure, where a dimension has a published share and its segments are all named."""
    found = sorted(derivations.concentrations, key=lambda known: -known.hhi.most.point)
    if not found:
        return ()
    stated = [known.breakdown.published[0].stated for known in found]
    years = sorted({dated(claim) for claim in stated})
    what = notation.lower_first(shares_of(known.breakdown.of for known in found))
    place = notation.place(market.geography)
    return (
        Figure(
            id="concentration",
            market=market.id,
            title=_title(found),
            subtitle=f"Herfindahl-Hirschman index by {what}, {place}, 0 to 1, {notation.listing(years)}",
            reading=_reading(found),
            sources=sources_of(part.stated for known in found for part in known.breakdown.published),
            alt=f"Ranges on one axis. {enumerated([_says(known) for known in found])}.",
            columns=(
                "Dimension",
                "Segments",
                "Shares known",
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


def _label(known: Concentration) -> str:
    """The dimension, with what its shares are of where that is not what leads the market."""
    breakdown, lead = known.breakdown, known.breakdown.market.lead
    if lead is None or breakdown.of is None or breakdown.of.code == lead.measure.code:
        return breakdown.name
    return f"{breakdown.name}, {notation.lower_first(share_of(breakdown.of))}"


def _has_rest(known: Concentration) -> bool:
    """Whether its list ends with a rest of which nobody says how many it is."""
    return any(part.residual for part in known.breakdown.parts)


def _reading(found: list[Concentration]) -> str:
    """What the ends of a bar stand for."""
    parts = ["1 means that one segment holds all"]
    if not all(map(_has_rest, found)):
        parts.append("the tick marks an even split")
    if any(known.breakdown.unpublished and not _has_rest(known) for known in found):
        parts.append(
            "each bar runs from the unpublished shares spread evenly to all of them in as few segments as can hold them"
        )
    if any(map(_has_rest, found)):
        parts.append("the upper end holds if each one in “Others” is smaller than the smallest that is named")
    return "; ".join(parts) + "."


def _index(value: Quantity) -> str:
    """An index with at most three decimals: more would tell nobody more."""
    return notation.number(value.point, min(notation.supported_decimals(value), DECIMALS))


def _text(bounds: Bounds) -> str:
    low, high = _index(bounds.least), _index(bounds.most)
    return low if low == high else f"{low} to {high}"


def _title(found: list[Concentration]) -> str:
    """Which dimension is surely the most concentrated, if that can be told."""
    first, *rest = found
    if not rest:
        name = brief(_label(first))
        low, high = _index(first.hhi.least), _index(first.hhi.most)
        if low == high:
            return f"{name}: a concentration of {low}, where 1 is a single segment"
        whatever = "however many the others are" if _has_rest(first) else "whatever the unpublished shares"
        return f"{name}: concentration between {low} and {high}, {whatever}"
    surest = max(found, key=lambda known: known.hhi.least.low)
    if all(other.hhi.most.high < surest.hhi.least.low for other in found if other is not surest):
        return f"{brief(_label(surest))} is the most concentrated dimension, whatever the unpublished shares"
    return "Which dimension is the most concentrated cannot be told from the published shares"


def _says(known: Concentration) -> str:
    return f"{_label(known)}: {_text(known.hhi)}"


def _percent(quantity: Quantity) -> str:
    return per_cent(quantity)


def _row(known: Concentration) -> Row:
    named = [part for part in known.breakdown.parts if not part.residual]
    published = sum(part.share is not None for part in named)
    cells = (
        _label(known),
        f"{len(named)} and a rest" if _has_rest(known) else str(len(named)),
        str(published),
        _index(known.hhi.least),
        _index(known.hhi.most),
        *(_percent(end) for bounds in (known.leader, known.two) for end in (bounds.least, bounds.most)),
        "said by the source" if known.capped else "not said",
    )
    return Row(cells, subjects=((), (), (), *((value.id,) for value in known.values)))


def _draw(found: list[Concentration], *, wide: bool) -> Specification:
    names = [_label(known) for known in found]
    texts = [_text(known.hhi) for known in found]
    beyond = max(width(text, bold=True) for text in texts) + GAP if wide else 12
    layout = rows(names, (0, 1), wide=wide, beyond=beyond, axis=True)
    drawing, frame = Drawing(layout.frame), layout.frame
    axis(drawing, layout, written, str)
    for row, known in enumerate(found):
        upper, lower = layout.edges(row)
        if not _has_rest(known):
            even = 1 / len(known.breakdown.parts)
            drawing.rules([(even, upper - 2, even, lower + 2)], MUTED, 2)
        drawing.word(layout.name(row, _label(known)))
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
