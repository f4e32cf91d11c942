"""Rival estimates: what each source says of this market and its neighbours, in one common year, never averaged."""

from dataclasses import dataclass

from scripts import notation
from scripts.charts.drawing import Drawing, Mark, Word
from scripts.charts.figure import Figure, Row, Specification, enumerated, sources_of
from scripts.charts.frame import written
from scripts.charts.rows import axis, rows
from scripts.charts.theme import ACCENT, INK, MUTED, PAPER, RULE
from scripts.charts.typography import width
from scripts.derive import Derivations, Placed, common_year, compares, in_unit, placed
from scripts.model import YEAR, Market, Quantity, Unit

GAP = 10
# An interval that is no wider than its point would be drawn for nothing.
POINT = 10


@dataclass(frozen=True, slots=True)
class Rival:
    """An estimate in the common year, in the unit of the chart."""

    publisher: str
    scope: str
    own: bool
    placed: Placed
    value: Quantity
    unit: Unit

    @property
    def text(self) -> str:
        """The value with its unit: as printed, or with the digits that the computation supports."""
        if self.placed.stated and self.placed.base.unit == self.unit:
            return notation.full(self.placed.base)
        return notation.measured(self.value, self.unit)

    @property
    def bare(self) -> str:
        """The value alone, as the axis names the unit."""
        if self.placed.stated and self.placed.base.unit == self.unit:
            return notation.bare(self.placed.base)
        return notation.known(self.value)

    @property
    def how(self) -> str:
        """Whether the source gives the value itself."""
        if self.placed.rate is None:
            return "stated"
        return f"{notation.full(self.placed.base)} brought here at {notation.full(self.placed.rate)}"

    @property
    def voice(self) -> str:
        """Who speaks: several outlets that repeat one publisher count once."""
        source = self.placed.base.source
        return source.voice if source else self.publisher

    @property
    def name(self) -> str:
        """Publisher and scope."""
        return f"{self.publisher}, {self.scope}"


def rival_estimates(market: Market, derivations: Derivations) -> tuple[Figure, ...]:
    """The figure, where at least two yearly estimates of the market's geography can be brought to one year."""
    lead = market.lead
    if lead is None or market.year is None or lead.length != YEAR:
        return ()
    candidates = [e for e in derivations.estimates if e.is_whole and any(compares(s, lead) for s in e.sizes)]
    if len(candidates) < 2:
        return ()
    year = common_year(candidates, market.year)
    there = (placed(estimate, year) for estimate in candidates)
    found = _rivals(market, [at for at in there if at and compares(at.base, lead)], lead.unit)
    if len(found) < 2:
        return ()
    differ = "; scopes differ" if len({rival.scope for rival in found}) > 1 else ""
    label = f"FY{year}" if lead.period and lead.period.is_fiscal else str(year)
    origins = len({rival.voice for rival in found})
    return (
        Figure(
            id="rival-estimates",
            market=market.id,
            title=_title(found, label),
            subtitle=f"{lead.measure.name}, {notation.place(market.geography)}, {notation.unit_name(lead.unit)}, {label}{differ}",
            reading="Filled points are stated for the year, hollow ones brought to it by the source’s own rate; "
            f"{notation.counted(len(found), 'estimate')}, {notation.counted(origins, 'publisher')}, never averaged.",
            sources=sources_of(claim for rival in found for claim in (rival.placed.base, rival.placed.rate)),
            alt=_alt(found, label),
            columns=("Publisher", "Market", f"Value in {label}", "How known"),
            rows=tuple(_row(rival) for rival in found),
            wide=_draw(found, wide=True),
            narrow=_draw(found, wide=False),
            marks=len(found),
        ),
    )


def _row(rival: Rival) -> Row:
    at = rival.placed
    how = (at.base.id, at.rate.id) if at.rate else ()
    cells = (rival.publisher, rival.scope, rival.text, rival.how)
    return Row(cells, at.base.id, ((), (), (at.id,), how))


def _rivals(market: Market, known: list[Placed], unit: Unit) -> list[Rival]:
    """The estimates in one unit: the market's own first, the others from the largest down."""
    found: dict[tuple[str, str, Quantity], Rival] = {}
    for at in sorted(known, key=lambda at: (not at.stated, at.base.id)):
        value = in_unit(at.value * at.base.unit.factor, unit)
        scope = market.short_title if at.estimate.own else market.scopes[at.estimate.scope].name
        # What several pages repeat of one author is one estimate.
        key = (at.base.voice, scope, value)
        found.setdefault(key, Rival(notation.publisher(at.base), scope, at.estimate.own, at, value, unit))
    return sorted(found.values(), key=lambda rival: (not rival.own, -rival.value.point))


def _title(found: list[Rival], year: str) -> str:
    """Where the market's own estimate lies among the others."""
    own = [rival for rival in found if rival.own]
    others = [rival for rival in found if not rival.own]
    if len(own) != 1:
        low, high = min(found, key=lambda r: r.value.point), max(found, key=lambda r: r.value.point)
        which = notation.counted(len(found), "estimate")
        return f"{which[:1].upper()}{which[1:]} for {year}, from {low.text} to {high.text}"
    lead = own[0]
    below = sum(rival.value.point < lead.value.point for rival in others)
    above = sum(rival.value.point > lead.value.point for rival in others)
    count = len(others)
    which = notation.counted(count, "estimate")
    if count in (below, above):
        way, all_of = "more" if below else "less", {1: f"the {which}", 2: "both estimates"}
        return f"{lead.text} in {year} is {way} than {all_of.get(count, f'all {which}')} of its neighbours"
    some = {0: "none", 1: "one"}.get(below, notation.in_words(below))
    verb = "is" if below < 2 else "are"
    return f"{lead.text} in {year}: {some} of {which} of its neighbours {verb} lower"


def _alt(found: list[Rival], year: str) -> str:
    told = enumerated([f"{rival.name}: {rival.text}" for rival in found])
    return f"Points on one axis, estimates for {year}. {told}."


def _draw(found: list[Rival], *, wide: bool) -> Specification:
    highest = max(float(rival.value.high) for rival in found)
    lowest = min([0.0, *(float(rival.value.low) for rival in found)])
    beyond = max(width(rival.bare, bold=True) for rival in found) + GAP + 14
    names = [rival.name for rival in found]
    layout = rows(
        names, (lowest, highest if highest > lowest else lowest + 1), wide=wide, beyond=beyond, axis=True
    )
    drawing, frame = Drawing(layout.frame), layout.frame
    axis(drawing, layout, written, lambda text: notation.with_unit(text, found[0].unit))
    middles = [layout.middle(row) for row in range(len(found))]
    points = [(float(rival.value.point), y) for rival, y in zip(found, middles, strict=True)]
    drawing.rules([(0, y, x, y) for x, y in points], RULE)
    ranges = [(float(r.value.low), y, float(r.value.high), y) for r, y in zip(found, middles, strict=True)]
    wider = [one for one in ranges if frame.across(one[2]) - frame.across(one[0]) > POINT]
    drawing.rules(wider, MUTED, 2)
    for own, colour in ((False, MUTED), (True, ACCENT)):
        for stated in (True, False):
            marks = [
                Mark(x, y, f"{rival.name}: {rival.text}, {rival.how}")
                for rival, (x, y) in zip(found, points, strict=True)
                if (rival.own, rival.placed.stated) == (own, stated)
            ]
            drawing.points(marks, colour, fill=None if stated else PAPER)
    for row, (rival, (_, y)) in enumerate(zip(found, points, strict=True)):
        drawing.word(layout.name(row, rival.name, INK, bold=rival.own))
        end = frame.value_across(frame.across(float(rival.value.high)) + GAP)
        drawing.word(Word(end, y, rival.bare, colour=ACCENT if rival.own else INK, bold=rival.own))
    return drawing.specification()
