"""Size and forecast: what is published year by year, what follows between, and what was rejected."""

from decimal import Decimal

from scripts import notation
from scripts.charts.figure import Figure, enumerated, sources_of
from scripts.charts.size_drawing import drawn
from scripts.charts.size_values import Value, Values, values
from scripts.charts.subtitles import paced
from scripts.derive import Derivations
from scripts.model import YEAR, Market


def size_forecast(market: Market, derivations: Derivations) -> tuple[Figure, ...]:
    """The figure, where any size of the whole market is published."""
    known = values(market, derivations)
    if known is None:
        return ()
    shown = known.all
    place = notation.place(market.geography)
    return (
        Figure(
            id="size-forecast",
            market=market.id,
            title=_title(derivations, known),
            subtitle=f"{known.lead.measure.name}, {place}, {paced(known.lead)}, {_span(known.line)}",
            reading=_reading(known),
            sources=sources_of([*(value.claim for value in shown), market.headline.growth]),
            alt=_alt(market, known),
            columns=(
                "Year" if known.lead.length == YEAR else "Period",
                "Market",
                "Value",
                "How known",
                "Publisher",
            ),
            rows=tuple(value.row for value in shown),
            wide=drawn(known, wide=True),
            narrow=drawn(known, wide=False),
            marks=len(shown),
        ),
    )


def _span(line: tuple[Value, ...]) -> str:
    first, last = line[0].label, line[-1].label
    return first if first == last else f"{first} to {last}"


def _title(derivations: Derivations, known: Values) -> str:
    """The way from the first to the last published value of the line, and how many times as much that is."""
    printed = [value for value in known.line if value.claim]
    first, last = printed[0], printed[-1]
    if first is last:
        return f"{first.text} in {first.label}, the only {'year' if known.lead.length == YEAR else 'period'} published"
    if known.lead.length < YEAR and (told := _year_on_year(printed)):
        return told
    ends = f"{first.text} in {first.label} to {last.text} in {last.label}"
    outlook = derivations.outlook
    if first.quantity.point == last.quantity.point:
        return f"Unchanged: from {ends}"
    if last.height < first.height:
        return f"Down from {ends}"
    joined = outlook and (outlook.size, outlook.target) == (first.claim, last.claim)
    if not (outlook and joined and outlook.multiple and outlook.multiple.point >= Decimal("1.1")):
        return f"Up from {ends}"
    return f"From {ends}: {notation.ordinal_multiple(outlook.multiple.point)}"


def _year_on_year(printed: list[Value]) -> str:
    """The latest quarter beside that of the year before, as seasons would tell against its neighbours."""
    last = printed[-1]
    before = next((value for value in printed if value.at == last.at - 1), None)
    if before is None:
        return ""
    now, then = last.quantity.point, before.quantity.point
    way = "up from" if now > then else "down from" if now < then else "as much as the"
    return f"{last.text} in {last.label}, {way} {before.text} in {before.label}"


def _reading(known: Values) -> str:
    if len(known.all) == 1:
        return "The point is the only size that is published."
    parts = ["Large points are published"]
    if any(value.claim is None for value in known.line):
        parts.append("the years between follow from the stated rate")
    if any(value.range for value in known.all):
        parts.append("a line through a point is a range that is published as such")
    if known.rejected:
        parts.append("crosses are published figures that we reject")
    if known.rivals:
        parts.append("hollow points are other publications of the same market")
    if known.neighbours:
        parts.append("dotted paths are other markets, for comparison")
    return "; ".join(parts) + "."


def _alt(market: Market, known: Values) -> str:
    printed = [f"{value.text} in {value.label}" for value in known.line if value.claim]
    sentences = [f"Line of the size of {market.short_title}: {enumerated(printed)}."]
    if known.rejected:
        told = enumerated([f"{value.text} in {value.label}" for value in known.rejected])
        sentences.append(f"Published but rejected: {told}.")
    if known.rivals:
        told = enumerated([f"{value.text} in {value.label} ({value.publisher})" for value in known.rivals])
        sentences.append(f"Other publications: {told}.")
    for path in known.neighbours:
        end = path[-1]
        sentences.append(f"For comparison, {end.about} by {end.publisher}: {end.text} in {end.label}.")
    return " ".join(sentences)
