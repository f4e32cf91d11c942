"""Segment values: how large the parts of the market are, as printed or as a share of its own printed whole."""

from collections.abc import Sequence
from dataclasses import dataclass

from scripts import notation
from scripts.charts.drawing import Drawing, Mark, Word
from scripts.charts.figure import Figure, Row, Specification, enumerated, sources_of
from scripts.charts.frame import written
from scripts.charts.rows import axis, rows
from scripts.charts.share_finding import text as share_text
from scripts.charts.subtitles import dated, paced
from scripts.charts.theme import ACCENT, ACCENT_SOFT, INK, MUTED
from scripts.charts.typography import brief, width
from scripts.derive import REGION, Breakdown, Derivations, Part, in_unit_of
from scripts.model import TOTAL, Claim, Computed, Market, Quantity

MOST = 14
GAP = 9


@dataclass(frozen=True, slots=True)
class Amount:
    """A part in the unit of `lead`: the claim that prints its size, or `computed`, its share of its own whole."""

    breakdown: Breakdown
    part: Part
    lead: Claim
    claim: Claim | None
    computed: Computed | None

    @property
    def value(self) -> Quantity:
        """The amount."""
        if self.claim:
            return in_unit_of(self.claim, self.lead)
        assert self.computed  # one of the two is there
        return self.computed * self.computed.unit.factor / self.lead.unit.factor

    @property
    def text(self) -> str:
        """The amount with its unit, as printed or with no more digits than are known."""
        if self.claim:
            return notation.full(self.claim)
        assert self.computed  # one of the two is there
        return notation.measured(self.computed, self.computed.unit)

    @property
    def colour(self) -> str:
        """Printed and computed parts are told apart, and the rest of something from both."""
        return MUTED if self.part.residual else ACCENT if self.claim else ACCENT_SOFT

    @property
    def row(self) -> Row:
        """The amount as a row of the figure's table."""
        part, claim = self.part, self.claim
        share = share_text(part) if part.share else "not published"
        how = f"published, {claim.status.value}" if claim else "computed: its share of its own whole"
        said = claim or part.stated
        cells = (self.breakdown.name, part.name, share, self.text, how, notation.publisher(said))
        subject = claim.id if claim else self.computed.id if self.computed else ""
        # The share of a region within a segment has no address of its own.
        addressed = part.claim is not None or not self.breakdown.segments
        return Row(cells, said.id, ((), (), (part.id,) if part.share and addressed else (), (subject,)))


def segment_values(market: Market, derivations: Derivations) -> tuple[Figure, ...]:
    """The parts that lead, and where regions are told by segment alone, the regions of each segment."""
    leading = _of_one_time([b for b in derivations.breakdowns if not (b.parent or b.segments)], market.lead)
    found = [_figure(market, leading, "segment-values", "")]
    if not any(b.published for b in derivations.breakdowns if b.dimension == REGION):
        for breakdown in _regions_of_segments(market, derivations, leading):
            code, name = _segment(market, breakdown)
            found.append(_figure(market, [breakdown], f"segment-values-{code}", name))
    return tuple(figure for figure in found if figure)


def _of_one_time(breakdowns: Sequence[Breakdown], lead: Claim | None) -> list[Breakdown]:
    """The breakdowns by amounts of one measure in one period of one source: those of the one with most amounts."""
    known = [b for b in breakdowns if _amounts(b)]
    own = [b for b in known if lead is None or (b.of and b.of.code == lead.measure.code)]
    if not own:
        return []
    first = max(own, key=lambda b: len(_amounts(b)))  # of equals the first in the market's order
    return [b for b in own if (b.of, b.period, b.source) == (first.of, first.period, first.source)]


def _regions_of_segments(
    market: Market, derivations: Derivations, leading: Sequence[Breakdown]
) -> list[Breakdown]:
    """The regions of one segment in the period of what leads."""
    times = [(b.of, b.period, b.source) for b in leading]
    return [
        b
        for b in derivations.divisions
        if b.dimension == REGION and not b.scope and len(b.segments) == 1
        if b.parent in ("", market.geography.code) and (b.of, b.period, b.source) in times
    ]


def _segment(market: Market, breakdown: Breakdown) -> tuple[str, str]:
    """The one segment that is divided by region."""
    dimension, code = next((d, c) for d, c in breakdown.segments if c != TOTAL)
    return code, market.dimensions[dimension].segments[code].name


def _amounts(breakdown: Breakdown) -> list[tuple[Part, Claim | None, Computed | None]]:
    """The parts with a printed size, or one that follows from a printed share of a printed whole."""
    money = breakdown.money
    return [
        (part, part.size, money.get(part.code)) for part in breakdown.parts if part.size or part.code in money
    ]


def _figure(market: Market, breakdowns: Sequence[Breakdown], name: str, segment: str) -> Figure | None:
    """The figure, where at least two parts have an amount."""
    every = [(b, *amount) for b in breakdowns for amount in _amounts(b)]
    sizes = [size or b.whole for b, _, size, _ in every]
    lead = _lead(market, [size for size in sizes if size])
    if len(every) < 2 or lead is None:
        return None
    found = [Amount(b, part, lead, size, money) for b, part, size, money in every]
    largest = sorted((a for a in found if not a.part.residual), key=lambda a: -a.value.point)
    places = {breakdown.dimension: place for place, breakdown in enumerate(breakdowns)}
    found.sort(key=lambda a: (places[a.breakdown.dimension], a.part.residual, -a.value.point))
    shown = [a for a in found if a.part.residual or a in largest[:MOST]]
    left = len(found) - len(shown)
    more = f"; {left} more in the table" if left else ""
    when = dated(found[0].claim or found[0].part.stated)
    about = f", {notation.lower_first(segment)}, by region" if segment else ""
    return Figure(
        id=name,
        market=market.id,
        title=f"{brief(segment)}: {_title(largest or found)}" if segment else _title(largest or found),
        subtitle=f"{lead.measure.name}{about}, {notation.place(market.geography)}, {paced(lead)}, {when}{more}",
        reading=_reading(found),
        sources=sources_of(
            claim
            for a in found
            for claim in (a.claim or a.part.claim, None if a.claim else a.breakdown.whole)
        ),
        alt=f"Bars of sizes. {enumerated([f'{a.part.name} {a.text}' for a in found])}.",
        columns=("Dimension", "Part", "Share", "Value", "How known", "Publisher"),
        rows=tuple(amount.row for amount in found),
        wide=_draw(shown, wide=True),
        narrow=_draw(shown, wide=False),
        marks=len(shown),
    )


def _lead(market: Market, sizes: Sequence[Claim]) -> Claim | None:
    """The size in whose unit all are drawn: the first, or the leading one where they are printed in several units."""
    if not sizes:
        return None
    lead, units = market.lead, {size.unit.code for size in sizes}
    if lead is None or len(units) == 1:
        return sizes[0]
    kinds = {(size.unit.kind, size.unit.currency) for size in (lead, *sizes)}
    return lead if len(kinds) == 1 else sizes[0]


def _title(named: Sequence[Amount]) -> str:
    """The largest part with its size, among how many."""
    first = named[0]
    tied = [amount for amount in named if amount.value.point == first.value.point]
    when = dated(first.claim or first.part.stated)
    kind = "region" if first.breakdown.dimension == REGION else "part"
    if len(tied) > 1:
        parts = notation.capital(notation.counted(len(tied), kind))
        return f"{parts} are the largest with a known size, at {first.text} each in {when}"
    count = notation.in_words(len(named))
    few = {1: f"the only {kind} named with its size", 2: f"the larger of two {kind}s with a known size"}
    among = few.get(len(named), f"the largest of {count} {kind}s with a known size")
    return f"{brief(first.part.name)} at {first.text} in {when}, {among}"


def _reading(found: Sequence[Amount]) -> str:
    printed, computed = any(a.claim for a in found), any(not a.claim for a in found)
    parts = ["Filled bars are sizes as published"] if printed else []
    if computed:
        parts.append(f"{'pale ones' if printed else 'Bars'} are a published share of its own published whole")
    if len({amount.breakdown.code for amount in found}) > 1:
        parts.append("each dimension divides the same whole, so that they do not add up")
    return "; ".join(parts) + "."


def _name(amount: Amount, *, several: bool) -> str:
    """The part; a rest with its dimension, where there are several."""
    name = amount.part.name
    return (
        f"{name}, {notation.lower_first(amount.breakdown.name)}" if several and amount.part.residual else name
    )


def _draw(shown: Sequence[Amount], *, wide: bool) -> Specification:
    ends = [float(end) for a in shown for end in (a.value.low, a.value.point, a.value.high)]
    low, high = min(0.0, *ends), max(0.0, *ends)
    several = len({amount.breakdown.dimension for amount in shown}) > 1
    names = [_name(amount, several=several) for amount in shown]
    most = max((a.value.point for a in shown if not a.part.residual), default=None)
    beyond = max(width(amount.text, bold=True) for amount in shown) + GAP + 4
    layout = rows(names, (low, high if high > low else low + 1), wide=wide, beyond=beyond, axis=True)
    drawing, frame = Drawing(layout.frame), layout.frame
    axis(drawing, layout, written, lambda text: notation.with_unit(text, shown[0].lead.unit))
    for colour in (ACCENT, ACCENT_SOFT, MUTED):
        marks = [
            Mark(
                0,
                layout.edges(row)[0],
                f"{a.part.name}: {a.text}",
                float(a.value.point),
                layout.edges(row)[1],
            )
            for row, a in enumerate(shown)
            if a.colour == colour
        ]
        drawing.bars(marks, colour, stroke=ACCENT if colour == ACCENT_SOFT else None)
    ranges = [(float(a.value.low), layout.middle(row), float(a.value.high)) for row, a in enumerate(shown)]
    wider = [(x, y, x2, y) for x, y, x2 in ranges if frame.across(x2) - frame.across(x) > GAP]
    drawing.rules(wider, INK, 2)
    for row, amount in enumerate(shown):
        colour, leads = MUTED if amount.part.residual else INK, amount.value.point == most
        drawing.word(layout.name(row, names[row], colour, bold=leads))
        end = max(float(amount.value.high), float(amount.value.point), 0.0)
        place = frame.value_across(frame.across(end) + GAP)
        drawing.word(Word(place, layout.middle(row), amount.text, "left", colour, leads))
    return drawing.specification()
