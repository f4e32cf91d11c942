"""Shares: each breakdown as bars of one whole, with what nobody publishes as a hatched bar of its own."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from scripts import notation
from scripts.charts.drawing import Drawing, Mark, Word
from scripts.charts.figure import Figure, Row, Specification, enumerated, sources_of
from scripts.charts.ranks import growth_rank, rank_words
from scripts.charts.rows import Rows, centred, rows
from scripts.charts.share_finding import left, text, title
from scripts.charts.subtitles import dated, share_of, within
from scripts.charts.theme import ACCENT, FONT_SIZE, HATCH, INK, MUTED, RULE
from scripts.charts.typography import fitted, width
from scripts.derive import REGION, Breakdown, Derivations, Part
from scripts.model import Claim, Computed, Market

GAP = 8
# Each chart of shares is drawn to the whole, so that lengths may be compared from chart to chart.
WHOLE = 100.0
MOST = 14
COLOURS = {"published": ACCENT, "computed": ACCENT, "rest": MUTED, "remainder": HATCH}
# The address of a figure from before measures were told apart, which it keeps.
EARLIER = {("continuous-glucose-monitoring", "shares-company-unit-shipments"): "shares-company"}


@dataclass(frozen=True, slots=True)
class Bar:
    """One row: a share with its bar, or words where there is no number; `ends` where the source gives a range."""

    name: str
    value: float | None
    text: str
    kind: str
    subject: str = ""
    claim: Claim | None = None
    ends: tuple[float, float] | None = None

    @property
    def is_drawn(self) -> bool:
        """Whether it stands for a datum rather than for rows that the table has."""
        return self.kind != "more"


def shares(market: Market, derivations: Derivations) -> tuple[Figure, ...]:
    """One figure for each breakdown that leads of which at least one share is published."""
    return tuple(_figure(market, derivations, b) for b in derivations.breakdowns if b.published)


def figure_id(market: Market, breakdown: Breakdown) -> str:
    """`shares-<dimension>` or `regions`; then the part that is divided, and a measure that does not lead the market."""
    base = "regions" if breakdown.code == REGION else f"shares-{breakdown.code.replace('_', '-')}"
    lead = market.lead.measure.code if market.lead else ""
    measure = breakdown.of.code if breakdown.of and lead and breakdown.of.code != lead else ""
    name = "-".join(part for part in (base, breakdown.parent, measure) if part)
    return EARLIER.get((market.id, name), name)


def _figure(market: Market, derivations: Derivations, breakdown: Breakdown) -> Figure:
    bars = _bars(market, breakdown)
    claims = [part.stated for part in breakdown.published]
    shown = _drawn(bars)
    return Figure(
        id=figure_id(market, breakdown),
        market=market.id,
        title=title(market, derivations, breakdown),
        subtitle=_subtitle(market, breakdown),
        reading=_reading(breakdown),
        sources=sources_of([*claims, *(bar.claim for bar in bars)]),
        alt=_alt(market, breakdown, bars),
        columns=(breakdown.name, "Share", "How known"),
        rows=tuple(_row(bar) for bar in bars) + _unpublished_rows(breakdown, bars),
        wide=_draw(shown, wide=True),
        narrow=_draw(shown, wide=False),
        marks=sum(bar.is_drawn for bar in shown),
        subjects=(breakdown.remainder.id,) if isinstance(breakdown.remainder, Computed) else (),
    )


def _bars(market: Market, breakdown: Breakdown) -> tuple[Bar, ...]:
    """Published shares, largest first and the rest last; then the remainder; then ranks without a number."""
    bars = [_bar(part) for part in breakdown.published]
    if breakdown.has_remainder and isinstance(breakdown.remainder, Computed):
        rest = breakdown.remainder
        bars.append(Bar(_remainder_name(breakdown), float(rest.point), left(breakdown), "remainder", rest.id))
    for part in breakdown.unpublished:
        if claim := growth_rank(market, breakdown.dimension, part.code):
            words, said = rank_words(market, claim)
            bars.append(Bar(part.name, None, words, "no number", said.id, claim))
    return tuple(bars)


def _bar(part: Part) -> Bar:
    assert part.share  # published parts have one
    kind = "rest" if part.residual else "computed" if part.computed else "published"
    ends = part.claim.printed.ends if part.claim else (0, 0)
    return Bar(
        part.name,
        float(part.share.point),
        text(part),
        kind,
        part.id,
        part.claim,
        (float(ends[0]), float(ends[1])) if ends[0] != ends[1] else None,
    )


def _drawn(bars: Sequence[Bar]) -> list[Bar]:
    """The leading bars, how many more the table has, and what closes the list."""
    parts = [bar for bar in bars if bar.kind in ("published", "computed")]
    ranks = [bar for bar in bars if bar.value is None]
    closing = [bar for bar in bars if bar.kind in ("rest", "remainder")]
    many = len(parts) + len(ranks) > MOST
    shown = parts[:MOST] if many else parts
    hidden = len(parts) - len(shown)
    more = [Bar(f"{hidden} more in the table", None, "", "more")] if hidden else []
    return [*shown, *more, *closing, *ranks[: max(MOST - len(shown), 0)]]


def _remainder_name(breakdown: Breakdown) -> str:
    if breakdown.code == REGION:  # there are more regions than the data name
        return "not published (all other regions)"
    if breakdown.is_open:
        return "not listed"
    if breakdown.unpublished_rest:
        return breakdown.unpublished_rest.name
    count = len(breakdown.unpublished)
    return f"not published ({notation.counted(count, 'segment')})" if count else "not accounted for"


def _subtitle(market: Market, breakdown: Breakdown) -> str:
    """What it is a share of, by what, where and when, and whether we computed it."""
    by = (
        "region" if breakdown.code == REGION else notation.lower_first(market.dimensions[breakdown.code].name)
    )
    divided = within(market, breakdown)
    inside = f" within {divided}," if divided else ""
    place = (
        "" if breakdown.code == REGION and market.is_worldwide else f", {notation.place(market.geography)}"
    )
    when = dated(breakdown.published[0].stated)
    told = f"{share_of(breakdown.of)}{inside} by {by}, per cent of the whole{place}, {when}"
    computed = [bool(part.computed) for part in breakdown.published]
    if not any(computed):
        return told
    return f"{told}; {'' if all(computed) else 'some '}computed from the published sizes"


def _reading(breakdown: Breakdown) -> str:
    rest = breakdown.remainder
    if rest is not None and rest.high < 0:
        what = "sizes" if all(part.computed for part in breakdown.published) else "shares"
        return f"The published {what} add to more than the whole."
    if not breakdown.has_remainder:
        computed = any(part.computed for part in breakdown.parts)
        what = "shares, computed from the sizes of the parts," if computed else "published shares"
        return f"The {what} account for the whole."
    if breakdown.code == REGION:
        return f"{notation.capital(left(breakdown))} is not broken down by region."
    if breakdown.is_open:
        return f"{notation.capital(left(breakdown))} falls to others, whom the source does not list."
    if breakdown.unpublished_rest:
        return f"{breakdown.unpublished_rest.name}: {left(breakdown)}, computed as the rest."
    names = [notation.lower_first(part.name) for part in breakdown.unpublished]
    if not names:
        return f"{notation.capital(left(breakdown))} is in none of the published shares."
    if len(names) > 6:
        return f"{notation.capital(left(breakdown))} is not broken down among {len(names)} segments."
    return f"{notation.capital(left(breakdown))} is not broken down: {notation.listing(names)}."


def _alt(market: Market, breakdown: Breakdown, bars: Sequence[Bar]) -> str:
    told = enumerated([f"{bar.name} {bar.text}" for bar in bars])
    divided = within(market, breakdown)
    by = breakdown.name if breakdown.parent or not divided else f"{divided} by {breakdown.name}"
    return (
        f"Bars of shares, {notation.lower_first(by)}: {told}."
        if divided
        else f"Bars of shares by {notation.lower_first(by)}: {told}."
    )


def _row(bar: Bar) -> Row:
    if bar.kind == "remainder":
        how = "computed: 100 % less the published shares"
    elif bar.claim is None:
        how = "computed from its size"
    elif bar.value is not None:
        how = f"published, {bar.claim.status.value}"
    else:
        how = "rank alone published"
    return Row((bar.name, bar.text, how), bar.claim.id if bar.claim else None, ((), (bar.subject,)))


def _unpublished_rows(breakdown: Breakdown, bars: Sequence[Bar]) -> tuple[Row, ...]:
    """Segments of which nothing is known stand in the table too: silence is data."""
    told = {bar.name for bar in bars}
    return tuple(
        Row((part.name, "not published", "–")) for part in breakdown.unpublished if part.name not in told
    )


def _draw(bars: Sequence[Bar], *, wide: bool) -> Specification:
    known = [end for bar in bars if bar.value is not None for end in (bar.value, *(bar.ends or ()))]
    beyond = max(width(bar.text, bold=True) for bar in bars if bar.value is not None) + GAP + 2
    ends = (min(0.0, *known), max(WHOLE, *known))
    layout = rows([bar.name for bar in bars], ends, wide=wide, beyond=beyond, axis=True)
    drawing, frame = Drawing(layout.frame), layout.frame
    _ends(drawing, layout)
    for kind, colour in COLOURS.items():
        marks = [
            Mark(0, layout.edges(row)[0], f"{bar.name}: {bar.text}", bar.value, layout.edges(row)[1])
            for row, bar in enumerate(bars)
            if bar.kind == kind
        ]
        drawing.bars(marks, colour, stroke=RULE if kind == "remainder" else None)
    ranges = [(bar.ends, layout.middle(row)) for row, bar in enumerate(bars) if bar.ends]
    drawing.rules([(low, y, high, y) for (low, high), y in ranges], INK, 2)
    for row, bar in enumerate(bars):
        colour = INK if bar.kind in ("published", "computed") else MUTED
        drawing.word(layout.name(row, bar.name, colour, bold=row == 0))
        longest = max(bar.value or 0, bar.ends[1] if bar.ends else 0, 0)
        end = frame.value_across(frame.across(longest) + GAP)
        word = Word(end, layout.middle(row), bar.text, "left", colour, bold=row == 0)
        if bar.value is None and bar.is_drawn:
            short = fitted(bar.text, frame.width - frame.across(end) - 2)
            drawing.data_word(replace(word, text=short), f"{bar.name}: {bar.text}")
        else:
            drawing.word(word)
    return drawing.specification()


def _ends(drawing: Drawing, layout: Rows) -> None:
    """Faint lines at nothing and at the whole, named below."""
    frame = layout.frame
    drawing.rules([(value, 0, value, frame.y[0]) for value in (0, WHOLE)], RULE)
    below = frame.value_down(frame.height - FONT_SIZE / 2 - 3)
    named = [(0.0, "0"), (WHOLE, notation.share("100"))]
    apart = frame.across(WHOLE) - frame.across(0) > 2 * width(named[1][1])
    for value, name in named if apart else named[:1]:
        drawing.word(centred(frame, value, below, name))
