"""Segment values: the money behind each published share, which rival bases set far apart."""

from scripts import notation
from scripts.charts.figure import Figure, Row, enumerated, sources_of
from scripts.charts.segment_drawing import drawn, money
from scripts.charts.typography import brief
from scripts.derive import Derivations, SegmentValue, SegmentValues, ids, segment_values
from scripts.model import Market, Rank, Unit

MOST = 24


def segment_values_figure(market: Market, derivations: Derivations) -> tuple[Figure, ...]:
    """One figure of all dimensions, where a share and a base are published: one share alone would be a thin picture."""
    found = segment_values(market, derivations.breakdowns, derivations.bases)
    if not found:
        return ()
    shown, unit = found[:MOST], found[0].unit
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
            wide=drawn(shown, unit, wide=True),
            narrow=drawn(shown, unit, wide=False),
            marks=sum(len(known.values) for known in shown),
        ),
    )


def _title(found: tuple[SegmentValues, ...], unit: Unit) -> str:
    """The largest share in money, told by its size alone where it has a double."""
    first = found[0]
    values = first.values
    tied = len(found) > 1 and found[1].share.printed.value == first.share.printed.value
    share = notation.full(first.share)
    lead = f"A share of {share}" if tied else brief(first.part.name)
    low, high = (pick(values, key=lambda v: v.value.point) for pick in (min, max))
    if len(values) == 1:
        return f"{lead}: {money(low, unit)} on the only published base"
    if money(low, unit) == money(high, unit):
        return f"{lead}: {money(low, unit)} on each of {notation.in_words(len(values))} published bases"
    if len(values) == 2:
        one, other = values
        return f"{lead}: {money(one, unit)} on one published base, {money(other, unit)} on the other"
    return f"{lead}: {money(low, unit)} to {money(high, unit)}, depending on the published base"


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
    named = [
        f"{known.part.name} {notation.listing([money(value, unit) for value in known.values], 'or')}"
        for known in shown
    ]
    return f"Points with intervals, one for each base. {enumerated(named)}."


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
    amount = (ids.money(known.share, base),)
    share = (ids.of_part(known.part),)
    return Row(cells, known.share.id, ((), (), share, (base.id,), (), (), amount, amount))
