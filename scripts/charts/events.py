"""Events: what happened when, one row each; what is known to the month or the year alone is drawn as a span."""

from collections import Counter
from dataclasses import dataclass
from math import ceil

from scripts import notation
from scripts.charts.drawing import Drawing, Mark, Word
from scripts.charts.figure import Figure, Row, Specification, enumerated, sources_of
from scripts.charts.frame import Frame, year_ticks
from scripts.charts.rows import centred
from scripts.charts.theme import ACCENT, INK, MUTED, NARROW, RULE, WIDE
from scripts.charts.typography import fitted, width
from scripts.charts.years import extent
from scripts.derive import Derivations
from scripts.model import Event, Market, Moment

MOST = 40
STEP = {True: 27, False: 46}
HEAD = 26
GAP = 10
SHORT_SPAN = 0.02


@dataclass(frozen=True, slots=True)
class Dated:
    """An event with the stretch of time in which it lies."""

    event: Event
    date: Moment
    start: float
    end: float

    @property
    def middle(self) -> float:
        """The middle of the stretch."""
        return (self.start + self.end) / 2

    @property
    def is_day(self) -> bool:
        """Whether the day is known."""
        return self.end - self.start < SHORT_SPAN

    @property
    def says(self) -> str:
        """The event in one line."""
        return f"{notation.moment(self.date)}, {self.event.type.name}: {self.event.title}"


def events(market: Market, _: Derivations) -> tuple[Figure, ...]:
    """The figure, where at least one event has a date."""
    dated = [Dated(event, event.date, *extent(event.date)) for event in market.events if event.date]
    if not dated:
        return ()
    dated.sort(key=lambda event: (event.start, event.end, event.event.id))
    shown = dated[-MOST:]
    undated = len(market.events) - len(dated)
    return (
        Figure(
            id="events",
            market=market.id,
            title=_title(dated),
            subtitle=_subtitle(shown, len(dated), undated),
            reading="A point is a day; a bar is a month or a year, where no day is known.",
            sources=sources_of(market.events),
            alt=_alt(shown),
            columns=("Date", "Event", "Type", "Organisations", "Amount", "Source"),
            rows=tuple(_row(event.event) for event in reversed(dated))
            + tuple(_row(event) for event in market.events if not event.date),
            wide=_draw(shown, wide=True),
            narrow=_draw(shown, wide=False),
            marks=len(shown),
        ),
    )


def _title(dated: list[Dated]) -> str:
    """How many, over which years, and the most frequent kind where there is one."""
    first, last = dated[0].date.year, dated[-1].date.year
    span = f"from {first} to {last}" if first < last else f"in {first}"
    if len(dated) == 1:
        return f"One event on record: {dated[0].event.type.name}, {notation.moment(dated[0].date)}"
    count = notation.counted(len(dated), "event")
    count = count[:1].upper() + count[1:]
    kinds = Counter(event.event.type.name for event in dated).most_common()
    if len(kinds) == 1:
        return f"{count} {span}, all of one kind: {notation.lower_first(kinds[0][0])}"
    if kinds[0][1] == kinds[1][1]:
        return f"{count} of {notation.counted(len(kinds), 'kind')} {span}"
    share = notation.in_words(kinds[0][1])
    return f"{count} {span}, {share} of the kind “{notation.lower_first(kinds[0][0])}”"


def _subtitle(shown: list[Dated], count: int, undated: int) -> str:
    parts = ["Events by date"]
    if len(shown) < count:
        parts.append(f"the latest {len(shown)} of {count}")
    if undated:
        parts.append(f"{notation.counted(undated, 'event')} without a date in the table")
    return "; ".join(parts)


def _alt(shown: list[Dated]) -> str:
    return f"Events in order of time. {enumerated([event.says for event in shown])}."


def _row(event: Event) -> Row:
    date = notation.moment(event.date) if event.date else "date not stated"
    amount = notation.full(event.amount) if event.amount else "–"
    source = notation.author(event.source)
    cells = (date, event.title, event.type.name, ", ".join(event.organisations) or "–", amount, source)
    amount_of = (event.amount.id,) if event.amount else ()
    return Row(cells, event.id, ((), (event.id,), (), (), amount_of))


def _draw(shown: list[Dated], *, wide: bool) -> Specification:
    step, height = STEP[wide], HEAD + STEP[wide] * len(shown) + 4
    low, high = min(event.start for event in shown), max(event.end for event in shown)
    first, last = int(low), int(high) + (high > int(high))
    left = ceil(max(width(_date_and_type(event)) for event in shown)) + 18 if wide else 6
    frame = Frame(WIDE if wide else NARROW, height, (first, last), (step * len(shown), 0), left, 14, HEAD, 4)
    drawing = Drawing(frame)
    for year in year_ticks(first, last, 9 if wide else 5):
        drawing.rules([(year, 0, year, frame.y[0])], RULE)
        drawing.word(centred(frame, year, frame.value_down(HEAD - 14), str(year)))
    middles = [row * step + (step / 2 if wide else 32) for row in range(len(shown))]
    placed = list(zip(shown, middles, strict=True))
    drawing.points([Mark(e.middle, y, e.says) for e, y in placed if e.is_day], ACCENT, size=70)
    # a month may be narrower than a point is wide: it keeps the look of a bar
    least = frame.value_across(9) - frame.value_across(0)
    drawing.bars([_span(e, y, least) for e, y in placed if not e.is_day], ACCENT)
    for row, (event, y) in enumerate(placed):
        _name(drawing, event, row * step, y, wide=wide, least=least)
    return drawing.specification()


def _span(event: Dated, y: float, least: float) -> Mark:
    half = max(event.end - event.start, least) / 2
    return Mark(event.middle - half, y - 4, event.says, event.middle + half, y + 4)


def _date_and_type(event: Dated) -> str:
    return f"{notation.moment(event.date)}, {notation.lower_first(event.event.type.name)}"


def _name(drawing: Drawing, event: Dated, top: float, y: float, *, wide: bool, least: float) -> None:
    """Wide, the date in a column and the title on the roomier side of its mark; narrow, both above it."""
    frame, mark = drawing.frame, _span(event, y, least)
    assert mark.x2 is not None  # spans have two ends
    if not wide:
        date = notation.moment(event.date)
        drawing.word(Word(frame.value_across(2), top + 14, date, colour=MUTED))
        start = width(date) + 12
        drawing.word(
            Word(frame.value_across(start), top + 14, fitted(event.event.title, frame.width - start - 2))
        )
        return
    drawing.word(Word(frame.value_across(0), y, _date_and_type(event), colour=MUTED))
    left, right = frame.across(mark.x) - GAP, frame.across(mark.x2) + GAP
    if frame.width - right >= left - frame.left:
        text = fitted(event.event.title, frame.width - right - 2)
        drawing.word(Word(frame.value_across(right), y, text, "left", INK))
    else:
        text = fitted(event.event.title, left - frame.left)
        drawing.word(Word(frame.value_across(left), y, text, "right", INK))
