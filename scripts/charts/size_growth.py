"""Size against growth: one point for each market of which both are published."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import ceil, floor, log10

from scripts import notation
from scripts.charts.drawing import Drawing, Mark, Word
from scripts.charts.figure import Figure, Row, Specification, enumerated, sources_of
from scripts.charts.frame import Frame, ticks, written
from scripts.charts.member import Member
from scripts.charts.placement import Labels
from scripts.charts.rows import centred
from scripts.charts.theme import ACCENT, INK, MUTED, NARROW, RULE, WIDE
from scripts.charts.typography import brief, fitted, width
from scripts.model import PORTFOLIO, YEAR, Claim, UnitKind

HEIGHT = {True: 380, False: 340}
TOP, BOTTOM = 26, 46
SIDES = ("right", "left", "above", "below", "above-left", "above-right", "below-left", "below-right")
BILLION = Decimal(10) ** 9


@dataclass(frozen=True, slots=True)
class Place:
    """A market with its size in billions and its growth in per cent a year."""

    market: str
    name: str
    size: Claim
    growth: Claim
    across: float
    up: float

    @property
    def says(self) -> str:
        """The point in words."""
        return f"{self.name}: {notation.full(self.size)} in {notation.period(self.size.period)}, {self.rate}"

    @property
    def rate(self) -> str:
        """Growth with its years, without which it means nothing."""
        return f"{notation.full(self.growth)} {notation.period(self.growth.period)}"


def size_growth(members: Sequence[Member]) -> tuple[Figure, ...]:
    """The figure, where at least two markets have both, for markets in the currency that most of them share."""
    found = _places(members)
    if len(found) < 2:
        return ()
    currency = found[0].size.unit.currency
    return (
        Figure(
            id="size-growth",
            market=PORTFOLIO,
            title=_title(found),
            subtitle=f"{found[0].size.measure.name}, {currency} bn, against growth a year, per cent; each in its own years",
            reading=_reading(members, found),
            sources=sources_of([claim for place in found for claim in (place.size, place.growth)]),
            alt=f"Points for size against growth. {enumerated([place.says for place in found])}.",
            columns=("Market", "Size", "Year", "Growth", "Years"),
            rows=tuple(_row(place) for place in found),
            wide=_draw(found, wide=True),
            narrow=_draw(found, wide=False),
            marks=len(found),
        ),
    )


def _places(members: Sequence[Member]) -> list[Place]:
    """Markets with both figures, largest first; those with no size above zero have no place on a scale of multiples."""
    known = [_place(member) for member in members]
    placed = [place for place in known if place]
    currencies = Counter(place.size.unit.currency for place in placed)
    most = max(currencies, key=lambda currency: (currencies[currency], currency or ""), default=None)
    chosen = [place for place in placed if place.size.unit.currency == most]
    return sorted(chosen, key=lambda place: (-place.across, place.name))


def _place(member: Member) -> Place | None:
    size, growth = member.market.headline.size, member.market.headline.growth
    if not (size and growth and size.unit.kind == UnitKind.MONEY and size.length == YEAR):
        return None
    billions = size.printed.value * size.unit.factor / BILLION
    if size.quantity.low <= 0:
        return None
    return Place(member.market.id, member.name, size, growth, float(billions), float(growth.printed.value))


def _title(found: Sequence[Place]) -> str:
    """The largest and the fastest growing, which may be one."""
    highest = max(place.up for place in found)
    fastest = [place for place in found if place.up == highest]
    largest = [place for place in found if place.across == found[0].across]
    if len(fastest) > 1 or len(largest) > 1:
        rates = [notation.full(pick(found, key=lambda place: place.up).growth) for pick in (min, max)]
        count = notation.counted(len(found), "market")
        if rates[0] == rates[1]:
            return f"{count[:1].upper()}{count[1:]}, each growing {rates[0]}"
        return f"{count[:1].upper()}{count[1:]}, growing between {rates[0]} and {rates[1]}"
    if fastest == largest:
        return (
            f"{brief(fastest[0].name)} is the largest and grows fastest, {notation.full(fastest[0].growth)}"
        )
    return f"{brief(largest[0].name)} is the largest, {brief(fastest[0].name)} grows fastest"


def _reading(members: Sequence[Member], found: Sequence[Place]) -> str:
    left = len(members) - len(found)
    told = "Each point is a market’s own headline, as published; right is larger, up is faster."
    if left:
        currency = found[0].size.unit.currency
        told += f" {notation.capital(notation.counted(left, 'market'))} without size and growth in {currency} left out."
    return told


def _row(place: Place) -> Row:
    return Row(
        (
            place.name,
            notation.full(place.size),
            notation.period(place.size.period),
            notation.full(place.growth),
            notation.period(place.growth.period),
        ),
        subjects=((), (f"{place.market}/{place.size.id}",), (), (f"{place.market}/{place.growth.id}",)),
    )


def _draw(found: Sequence[Place], *, wide: bool) -> Specification:
    drawing = Drawing(_frame(found, wide=wide))
    frame = drawing.frame
    labels = Labels(drawing)
    low, high = frame.x
    _powers(labels, found[0].size.unit.currency or "")
    steps = ticks(*frame.y, 6)
    drawing.rules([(low, step, high, step) for step in steps], RULE)
    for step in steps:
        text = f"{written(step)} %" if step == steps[-1] else written(step)
        labels.write(_left(frame, step, text))
    labels.write(
        centred(
            frame, (low + high) / 2, frame.value_down(frame.height - 9), "size, each mark ten times the last"
        )
    )
    labels.write(_corner(frame, "growth a year"))
    for place in found:
        labels.keep_clear(log10(place.across), place.up, 7)
    drawing.points([Mark(log10(place.across), place.up, place.says) for place in found], ACCENT, size=90)
    for place in found:
        name = fitted(place.name, frame.width * 0.45)
        labels.place(log10(place.across), place.up, ((name,),), SIDES, colour=INK)
    return drawing.specification()


def _powers(labels: Labels, currency: str) -> None:
    """A line at each power of ten, named from the largest down as far as the names have room."""
    drawing, frame = labels.drawing, labels.drawing.frame
    free = frame.width
    for power in range(floor(frame.x[1]), ceil(frame.x[0]) - 1, -1):
        drawing.rules([(power, frame.y[0], power, frame.y[1])], RULE)
        text = written(10.0**power)
        text = f"{currency} {text} bn" if power == floor(frame.x[1]) else text
        word = centred(frame, power, frame.value_down(frame.height - BOTTOM + 14), text)
        middle, half = frame.across(word.x), width(text) / 2
        if middle + half <= free:
            labels.write(word)
            free = middle - half - 8


def _frame(found: Sequence[Place], *, wide: bool) -> Frame:
    sizes, rates = [log10(place.across) for place in found], [place.up for place in found]
    low, high = floor(min(sizes) - 0.1), ceil(max(sizes) + 0.1)
    bottom, top = min(0.0, *rates) * 1.12, max(0.0, *rates) * 1.12
    if bottom == top:
        top = 1.0
    left = max(width(f"{written(step)} %") for step in ticks(bottom, top, 6)) + 12
    return Frame(WIDE if wide else NARROW, HEIGHT[wide], (low, high), (bottom, top), left, 14, TOP, BOTTOM)


def _left(frame: Frame, step: float, text: str) -> Word:
    return Word(frame.value_across(frame.left - 8), step, text, "right", MUTED)


def _corner(frame: Frame, text: str) -> Word:
    return Word(frame.value_across(2), frame.value_down(9), text, "left", MUTED)
