"""Increments: what each year of the outlook adds or takes, as bars with the interval that the printed digits leave."""

from dataclasses import replace
from math import ceil

from scripts import notation
from scripts.charts.drawing import Drawing, Mark, Word
from scripts.charts.figure import Figure, Row, Specification, enumerated, sources_of
from scripts.charts.frame import Frame, ticks, written, year_ticks
from scripts.charts.rows import centred
from scripts.charts.theme import ACCENT, ACCENT_SOFT, INK, MUTED, NARROW, RULE, SOFT, WIDE
from scripts.charts.typography import width
from scripts.charts.verdicts import of_headline
from scripts.derive import Derivations, Outlook, Year, arrives, years_of_half
from scripts.model import Market, Quantity, Status, Unit

HEIGHT = {True: 290, False: 240}
TOP, BOTTOM = 24, 26
# A bar takes this part of its year's room, up to so many pixels.
BAR = 0.7
WIDEST = 90
LINE = 12


def increments(market: Market, derivations: Derivations) -> tuple[Figure, ...]:
    """The figure, where the headline's base, target and rate make an outlook."""
    outlook = derivations.outlook
    if not outlook:
        return ()
    unit, years = outlook.target.unit, outlook.path[1:]
    return (
        Figure(
            id="increments",
            market=market.id,
            title=_title(market, outlook),
            subtitle=f"{outlook.size.measure.name}, yearly increments, {notation.unit_name(unit)}, {notation.place(market.geography)}, "
            f"{_span(years)}, computed at {notation.full(outlook.growth)}",
            reading=_reading(outlook),
            sources=sources_of((outlook.size, outlook.target, outlook.growth)),
            alt=f"Bars of computed yearly increments. {enumerated([_says(year, unit) for year in years])}.",
            columns=("Year", "Value", "Increment", "Interval", "How known"),
            rows=tuple(_row(year, outlook) for year in outlook.path),
            wide=_draw(outlook, wide=True),
            narrow=_draw(outlook, wide=False),
            marks=len(years),
            subjects=(outlook.size.id, outlook.target.id, outlook.growth.id),
        ),
    )


def _rise(year: Year) -> Quantity:
    assert year.increment  # only the base has none
    return year.increment


def _span(years: tuple[Year, ...]) -> str:
    first, last = years[0].label, years[-1].label
    return f"{first} to {last}" if first != last else first


def _is_open(amount: Quantity) -> bool:
    """Whether it may be a rise or a fall, as the end of a range may leave it."""
    return amount.low < 0 < amount.high


def _text(amount: Quantity, unit: Unit) -> str:
    """An increment with its unit; of one that may be a rise or a fall both ends."""
    if _is_open(amount):
        return notation.with_unit(notation.span(amount), unit)
    return notation.measured(amount, unit)


def _size(amount: Quantity) -> Quantity:
    """An increment without its sign, for sentences that say which way it goes."""
    return amount if amount.point >= 0 else -amount


def _title(market: Market, outlook: Outlook) -> str:
    """Where most of the change falls, unless the path misses its target or hardly changes."""
    unit, years = outlook.target.unit, outlook.path[1:]
    points = [_rise(year).point for year in years]
    least, most = (pick(years, key=lambda y: abs(_rise(y).point)) for pick in (min, max))
    low, high = (notation.measured(_size(_rise(year)), unit) for year in (least, most))
    if not any(points):
        return f"No year from {years[0].label} to {years[-1].label} adds anything"
    if not arrives(outlook):
        if fits := of_headline(market, outlook):
            return f"{notation.full(outlook.growth)} to {notation.full(outlook.target)} {fits}"
        rest = notation.measured(_size(_rise(years[-1])), unit)
        way = "add" if points[-1] >= 0 else "lose"
        return f"The stated rate misses the target: {years[-1].label} alone would {way} {rest}"
    if min(points) < 0 < max(points) or outlook.increase.low <= 0 <= outlook.increase.high:
        return f"Rounding leaves open whether the years to {years[-1].label} add or lose anything"
    rising = max(points) > 0
    if len(years) == 1:
        return f"{years[0].label} {'adds' if rising else 'takes away'} {high}"
    half = years_of_half(outlook)
    if half and half * 2 < len(years):
        which = "last" if rising else "first"
        few = f"{notation.in_words(half)} years" if half > 1 else "year"
        return f"More than half of the {'increase' if rising else 'decrease'} falls in the {which} {few} of {notation.in_words(len(years))}"
    verb = "adds" if rising else "takes away"
    if _is_open(_rise(years[-1])) and len(years) > 2:
        sure = [_size(_rise(year)) for year in years[:-1]]
        ends = (pick(sure, key=lambda amount: amount.point) for pick in (min, max))
        low, high = (notation.measured(amount, unit) for amount in ends)
        return f"Each year to {years[-2].label} {verb} between {low} and {high}; what {years[-1].label} {verb} is open"
    return f"Each year {verb} about {low}" if low == high else f"Each year {verb} between {low} and {high}"


def _reading(outlook: Outlook) -> str:
    target = notation.full(outlook.target)
    if len(outlook.path) == 2:
        return f"The bar is the published {target} less the published {notation.full(outlook.size)}; the thin line is its interval."
    return f"Thin lines are intervals. The last bar is the published {target} less the computed year before."


def _says(year: Year, unit: Unit) -> str:
    return f"{year.label}: {_text(_rise(year), unit)}"


def _row(year: Year, outlook: Outlook) -> Row:
    unit = outlook.target.unit
    if year.claim:
        value, claim = notation.full(year.claim), year.claim.id
    else:
        value, claim = notation.measured(year.value, unit), None
    if year.increment is None:
        how = f"published, {outlook.size.status.value}"
        return Row((year.label, value, "–", "–", how), claim, ((), (year.id,)))
    how = "published target less the year before" if year.claim else "computed"
    amount = _text(year.increment, unit)
    span = notation.with_unit(notation.span(year.increment), unit)
    rise = (year.increment.id,)
    return Row((year.label, value, amount, span, how), claim, ((), (year.id,), rise, rise))


def _draw(outlook: Outlook, *, wide: bool) -> Specification:
    years, unit = outlook.path[1:], outlook.target.unit
    frame = _frame(years, unit, wide=wide)
    drawing = Drawing(frame)
    _background(drawing, outlook, wide=wide)
    half = min(BAR, WIDEST / frame.inner_width * len(years)) / 2
    bars = [Mark(y.year - half, 0, _says(y, unit), y.year + half, float(_rise(y).point)) for y in years]
    drawing.bars(bars, ACCENT_SOFT, stroke=ACCENT)
    drawing.rules([(y.year, float(_rise(y).low), y.year, float(_rise(y).high)) for y in years], ACCENT, 1.5)
    drawing.rules([(frame.x[0], 0, frame.x[1], 0)], MUTED)
    _name(drawing, years)
    return drawing.specification()


def _frame(years: tuple[Year, ...], unit: Unit, *, wide: bool) -> Frame:
    low = min(0.0, *(float(_rise(year).low) for year in years))
    high = max(0.0, *(float(_rise(year).high) for year in years))
    # Where everything falls the axis ends at nought, and its name stands there.
    room = (high - low) * 0.12 or 1.0
    low, high = (low - room if low < 0 else 0.0), (high + room if high > 0 or low == 0 else 0.0)
    names = [written(tick) for tick in ticks(low, high, 5)]
    top = notation.with_unit(names[-1], unit)
    left = ceil(max(width(name) for name in ([*names, top] if wide else names))) + 14
    ends = years[0].year - 0.5, years[-1].year + 0.5
    return Frame(WIDE if wide else NARROW, HEIGHT[wide], ends, (low, high), left, 10, TOP, BOTTOM)


def _background(drawing: Drawing, outlook: Outlook, *, wide: bool) -> None:
    """The shade with its word, the grid with the unit once at its top value, and the years."""
    frame, years = drawing.frame, outlook.path[1:]
    heights = ticks(*frame.y, 5)
    top = notation.with_unit(written(heights[-1]), outlook.target.unit)
    drawing.bars([Mark(frame.x[0], frame.y[0], "", frame.x[1], frame.y[1])], SOFT, data=False)
    word = "Forecast" if outlook.target.status == Status.FORECAST else "Computed"
    start = max(frame.left + 8, 0 if wide else width(top) + 10)
    drawing.word(Word(frame.value_across(start), frame.value_down(TOP - 11), word, colour=MUTED))
    drawing.rules([(frame.x[0], height, frame.x[1], height) for height in heights], RULE)
    edge = frame.value_across(frame.left - 10)
    for height in heights[:-1]:
        drawing.word(Word(edge, height, written(height), "right", MUTED))
    if wide:
        drawing.word(Word(edge, heights[-1], top, "right", MUTED))
    else:
        drawing.word(Word(frame.value_across(0), frame.value_down(TOP - 11), top, colour=MUTED))
    for year in year_ticks(years[0].year, years[-1].year, 10 if wide else 5):
        label = next(known.label for known in years if known.year == year)
        drawing.word(centred(frame, year, frame.value_down(frame.height - 9), label))


def _name(drawing: Drawing, years: tuple[Year, ...]) -> None:
    """Each bar's value beyond the end of its interval where all have room, else that of the largest change."""
    frame = drawing.frame
    step = frame.inner_width / len(years)
    names = {
        y.year: notation.span(_rise(y)) if _is_open(_rise(y)) else notation.known(_rise(y)) for y in years
    }
    most = max(years, key=lambda year: abs(_rise(year).point))
    all_fit = max(width(name, bold=True) for name in names.values()) + 4 <= step
    told = years if all_fit else (most,)
    if not all_fit:
        names[most.year] = f"{names[most.year]} in {most.label}"
    for year in told:
        down = _rise(year).point < 0
        near = ceil(width(names[year.year], bold=True) / step) if not all_fit else 0
        beside = [_rise(other) for other in years if abs(other.year - year.year) <= near]
        end = min(r.low for r in beside) if down else max(r.high for r in beside)
        y = frame.down(float(end)) + (LINE if down else -LINE)
        word = centred(frame, year.year, frame.value_down(y), names[year.year], INK)
        drawing.word(replace(word, bold=year is most))
