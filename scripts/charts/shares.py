"""Shares: each dimension and the regions as bars, with what nobody publishes as a hatched bar of its own."""

from dataclasses import dataclass

from scripts import notation
from scripts.charts.drawing import Drawing, Mark, Word
from scripts.charts.figure import Figure, Row, Specification, sources_of
from scripts.charts.rows import Rows, centred, rows
from scripts.charts.theme import ACCENT, FONT_SIZE, HATCH, INK, MUTED, RULE
from scripts.charts.typography import brief, width
from scripts.derive import REGION, Breakdown, Derivations, Part, ids
from scripts.derive.ranks import rate_beside
from scripts.model import Claim, Market, Role

GAP = 8
# Each chart of shares is drawn to the whole, so that lengths may be compared from chart to chart.
WHOLE = 100.0
MOST_NAMED = 3


@dataclass(frozen=True, slots=True)
class Bar:
    """One row: a share with its bar, or words where there is no number."""

    name: str
    value: float | None
    text: str
    kind: str
    subject: str
    claim: Claim | None = None
    code: str = ""


def shares(market: Market, derivations: Derivations) -> tuple[Figure, ...]:
    """One figure per dimension of which at least one share is published."""
    return tuple(_figure(market, breakdown) for breakdown in derivations.breakdowns if breakdown.published)


def _figure(market: Market, breakdown: Breakdown) -> Figure:
    bars = _bars(market, breakdown)
    claims = [bar.claim for bar in bars]
    return Figure(
        id="regions" if breakdown.code == REGION else f"shares-{breakdown.code.replace('_', '-')}",
        market=market.id,
        title=title(breakdown),
        subtitle=_subtitle(breakdown),
        reading=_reading(breakdown),
        sources=sources_of(claims),
        alt=_alt(breakdown, bars),
        columns=(breakdown.name, "Share", "How known"),
        rows=tuple(_row(bar) for bar in bars) + _unpublished_rows(breakdown, bars),
        wide=_draw(bars, wide=True),
        narrow=_draw(bars, wide=False),
        marks=len(bars),
        subjects=(ids.remainder(breakdown),),
    )


def _bars(market: Market, breakdown: Breakdown) -> tuple[Bar, ...]:
    """Published shares, largest first; then the remainder; then what is said to grow fastest without a number."""
    bars = [
        Bar(
            part.name,
            float(part.claim.printed.value),
            notation.full(part.claim),
            "computed" if part.computed else "published",
            ids.of_part(part),
            part.claim,
            part.code,
        )
        for part in breakdown.published
        if part.claim
    ]
    if breakdown.has_remainder:
        name, rest = _remainder_name(breakdown), float(breakdown.remainder.point)
        bars.append(Bar(name, rest, left(breakdown), "remainder", ids.remainder(breakdown)))
    for part in breakdown.unpublished:
        claim = _growth_rank(market, breakdown, part)
        if claim:
            said = rate_beside(market, claim) or claim
            words = _rank_words(market, claim)
            bars.append(Bar(part.name, None, words, "no number", said.id, claim, part.code))
    return tuple(bars)


def left(breakdown: Breakdown) -> str:
    """The remainder in whole per cent at least: rounding of many parts would leave it no digit at all."""
    decimals = max(notation.supported_decimals(breakdown.remainder), 0)
    return notation.share(notation.number(breakdown.remainder.point, decimals))


def _remainder_name(breakdown: Breakdown) -> str:
    if breakdown.code == REGION:  # the world has more regions than the data name
        return "not published (all other regions)"
    count = len(breakdown.unpublished)
    return f"not published ({notation.counted(count, 'segment')})" if count else "not accounted for"


def _kind(breakdown: Breakdown) -> str:
    return "regions" if breakdown.code == REGION else "segments"


def _growth_rank(market: Market, breakdown: Breakdown, part: Part) -> Claim | None:
    """What is said of the growth of a part whose share nobody publishes."""
    for claim in market.claims.values():
        if claim.measure.role == Role.GROWTH_RANK and not claim.scope:
            code = claim.region.code if breakdown.code == REGION else claim.segments[breakdown.code]
            if code == part.code:
                return claim
    return None


def _rank_words(market: Market, claim: Claim) -> str:
    place = "fastest" if claim.printed.value == 1 else f"growth {notation.full(claim)}"
    rate = rate_beside(market, claim)
    return f"{place}, {notation.full(rate)}" if rate else f"{place}, no number published"


def title(breakdown: Breakdown) -> str:
    """Who leads, without a verb that would have to know singular from plural."""
    first = breakdown.published[0]
    assert first.claim  # published parts have one
    best = first.claim.printed.value
    leaders = [part for part in breakdown.published if part.claim and part.claim.printed.value == best]
    share = notation.full(first.claim)
    if best == 0:
        return f"No {notation.lower_first(breakdown.name)} has a published share above zero"
    if len(leaders) > MOST_NAMED:
        return f"{len(leaders)} {_kind(breakdown)} share the lead at {share} each"
    if len(leaders) > 1:
        return f"{notation.listing([brief(part.name) for part in leaders])} share the lead at {share} each"
    if len(breakdown.published) == 1:
        only = "the only published share" if breakdown.has_remainder else "the whole of it"
        return f"{brief(first.name)} at {share}, {only}"
    second = breakdown.published[1]
    assert second.claim
    lead = f"{brief(first.name)} in the lead at {share}"
    return f"{lead}, {brief(second.name)} next at {notation.full(second.claim)}"


def _subtitle(breakdown: Breakdown) -> str:
    claim = breakdown.published[0].claim
    assert claim  # published parts have one
    by = "region" if breakdown.code == REGION else notation.lower_first(breakdown.name)
    place = "" if breakdown.code == REGION else ", worldwide"
    return f"{claim.measure.name} by {by}, per cent of the whole{place}, {notation.period(claim.period)}"


def _reading(breakdown: Breakdown) -> str:
    if breakdown.remainder.high < 0:
        return "The published shares add to more than 100 %."
    if not breakdown.has_remainder:
        computed = any(part.computed for part in breakdown.parts)
        what = "shares, some computed from the sizes of segments," if computed else "published shares"
        return f"The {what} account for the whole."
    if breakdown.code == REGION:
        return f"{left(breakdown)} is not broken down by region."
    names = [notation.lower_first(part.name) for part in breakdown.unpublished]
    if not names:
        return f"{left(breakdown)} is in none of the published shares."
    if len(names) > 6:
        return f"{left(breakdown)} is not broken down among {len(names)} {_kind(breakdown)}."
    return f"{left(breakdown)} is not broken down: {notation.listing(names)}."


def _alt(breakdown: Breakdown, bars: tuple[Bar, ...]) -> str:
    told = notation.listing([f"{bar.name} {bar.text}" for bar in bars])
    return f"Bars of shares by {notation.lower_first(breakdown.name)}: {told}."


def _row(bar: Bar) -> Row:
    if bar.kind == "remainder":
        how = "computed: 100 % less the published shares"
    elif bar.kind == "computed":
        how = "computed from its size"
    elif bar.claim and bar.value is not None:
        how = f"published, {bar.claim.status.value}"
    else:
        how = "rank alone published"
    return Row((bar.name, bar.text, how), bar.claim.id if bar.claim else None, ((), (bar.subject,)))


def _unpublished_rows(breakdown: Breakdown, bars: tuple[Bar, ...]) -> tuple[Row, ...]:
    """Segments of which nothing is known stand in the table too: silence is data."""
    told = {bar.name for bar in bars}
    return tuple(
        Row((part.name, "not published", "–")) for part in breakdown.unpublished if part.name not in told
    )


def _draw(bars: tuple[Bar, ...], *, wide: bool) -> Specification:
    highest = max([bar.value for bar in bars if bar.value is not None])
    lowest = min([0.0, *(bar.value for bar in bars if bar.value is not None)])
    beyond = max(width(bar.text, bold=True) for bar in bars if bar.value is not None) + GAP + 2
    names = [bar.name for bar in bars]
    layout = rows(names, (lowest, max(highest, WHOLE)), wide=wide, beyond=beyond, axis=True)
    drawing, frame = Drawing(layout.frame), layout.frame
    _ends(drawing, layout)
    for kind, colour in (("published", ACCENT), ("computed", ACCENT), ("remainder", HATCH)):
        marks = [
            Mark(0, layout.edges(row)[0], f"{bar.name}: {bar.text}", bar.value, layout.edges(row)[1])
            for row, bar in enumerate(bars)
            if bar.kind == kind
        ]
        drawing.bars(marks, colour, stroke=RULE if kind == "remainder" else None)
    for row, bar in enumerate(bars):
        colour = INK if bar.kind in ("published", "computed") else MUTED
        drawing.word(layout.name(row, bar.name, colour, bold=row == 0))
        end = frame.value_across(frame.across(max(bar.value or 0, 0)) + GAP)
        word = Word(end, layout.middle(row), bar.text, "left", colour, bold=row == 0)
        if bar.value is None:
            drawing.data_word(word, f"{bar.name}: {bar.text}")
        else:
            drawing.word(word)
    return drawing.specification()


def _ends(drawing: Drawing, layout: Rows) -> None:
    """Faint lines at nothing and at the whole, named below."""
    frame = layout.frame
    drawing.rules([(value, 0, value, frame.y[0]) for value in (0, WHOLE)], RULE)
    below = frame.value_down(frame.height - FONT_SIZE / 2 - 3)
    for value, text in ((0.0, "0"), (WHOLE, notation.share("100"))):
        drawing.word(centred(frame, value, below, text))
