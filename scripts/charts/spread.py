"""Spread of estimates: in each market, the estimates of one year as multiples of the market's own, never averaged."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import ceil, floor, log10

from scripts import notation
from scripts.charts.drawing import Drawing, Mark, Word
from scripts.charts.figure import Figure, Row, Specification, enumerated, sources_of
from scripts.charts.member import Member
from scripts.charts.rows import centred, rows
from scripts.charts.theme import ACCENT, INK, MUTED, PAPER, RULE
from scripts.charts.typography import brief, width
from scripts.derive import Multiple
from scripts.model import PORTFOLIO, Claim, Quantity

GAP = 10
AXIS = 26


@dataclass(frozen=True, slots=True)
class Rival:
    """Another publisher's estimate: what it is of, and how many times as much as the market's own it is."""

    claim: Claim
    scope: str
    times: Quantity
    subject: str

    @property
    def text(self) -> str:
        """The multiple in words."""
        return f"{notation.known(self.times)} times"


@dataclass(frozen=True, slots=True)
class Rivals:
    """A market's own estimate of a year, and the others of that year from the least to the greatest."""

    name: str
    year: int
    own: Claim
    others: tuple[Rival, ...]

    @property
    def text(self) -> str:
        """The others' range in words."""
        low, high = self.others[0].text, self.others[-1].text
        return low if low == high else f"{low.removesuffix(' times')} to {high}"

    @property
    def ends(self) -> tuple[Decimal, Decimal]:
        """The least and the greatest multiple."""
        return self.others[0].times.point, self.others[-1].times.point

    @property
    def width(self) -> Decimal:
        """How many times the least of all estimates the greatest is."""
        return max(Decimal(1), *self.ends) / min(Decimal(1), *self.ends)


def spread(members: Sequence[Member]) -> tuple[Figure, ...]:
    """The figure, where at least one market has a rival in the year of its own estimate."""
    found = sorted(filter(None, map(_rivals, members)), key=lambda known: (-known.width, known.name))
    if not found:
        return ()
    return (
        Figure(
            id="spread",
            market=PORTFOLIO,
            title=_title(found),
            subtitle="Estimates of one year by other publishers, of this market and its neighbours, in multiples of the market’s own",
            reading="The tick is the market’s own figure, each point another publisher’s; scopes differ, so they are never averaged.",
            sources=sources_of(
                [claim for known in found for claim in (known.own, *(rival.claim for rival in known.others))]
            ),
            alt=f"Points as multiples of each market’s own size. {enumerated([_says(known) for known in found])}.",
            columns=("Market", "Year", "Publisher", "Estimate of", "Multiple of its own"),
            rows=tuple(_row(known, rival) for known in found for rival in known.others),
            wide=_draw(found, wide=True),
            narrow=_draw(found, wide=False),
            marks=sum(len(known.others) for known in found),
        ),
    )


def _rivals(member: Member) -> Rivals | None:
    """The estimates of other authors; what the market's own author says elsewhere is no rival of its own."""
    known = member.derivations.spread
    if known is None:
        return None
    others: dict[tuple[str, str, Quantity], Rival] = {}
    for other in known.others:
        if other.at.base.voice != known.own.base.voice:
            rival = _rival(member, other)
            others.setdefault((other.at.base.voice, rival.scope, other.at.value), rival)
    return Rivals(member.name, known.own.year, known.own.base, tuple(others.values())) if others else None


def _rival(member: Member, other: Multiple) -> Rival:
    estimate, market = other.at.estimate, member.market
    scope = member.name if estimate.own else market.scopes[estimate.scope].name
    return Rival(other.at.base, scope, other.times, f"{market.id}/{other.times.id}")


def _title(found: Sequence[Rivals]) -> str:
    first = found[0]
    where = f"{brief(first.name)}, {first.year}"
    if len(found) == 1:
        many = len(first.others)
        which = "the other estimate is" if many == 1 else f"{notation.counted(many, 'other estimate')} are"
        return f"{where}: {which} {first.text} its own"
    return f"Estimates lie furthest apart in {where}: {first.text} its own"


def _says(known: Rivals) -> str:
    return (
        f"{known.name}, {known.year}: {notation.counted(len(known.others), 'estimate')}, {known.text} its own"
    )


def _row(known: Rivals, rival: Rival) -> Row:
    cells = (known.name, str(known.year), notation.publisher(rival.claim), rival.scope, rival.text)
    return Row(cells, subjects=((), (), (), (), (rival.subject,)))


def _who(rival: Rival) -> str:
    return f"{notation.publisher(rival.claim)}, {rival.scope}"


def _draw(found: Sequence[Rivals], *, wide: bool) -> Specification:
    least, greatest = (pick(known.ends[end] for known in found) for end, pick in ((0, min), (1, max)))
    ends = (min(floor(log10(least)), 0), max(ceil(log10(greatest)), 0))
    domain = ends if ends[0] < ends[1] else (ends[0] - 1, ends[1] + 1)
    texts = [f"{known.text}, {known.year}" for known in found]
    room = max(width(text) for text in texts) + 2 * GAP
    layout = rows(
        [known.name for known in found],
        domain,
        wide=wide,
        beyond=room if wide else 20,
        beside=0 if wide else room,
        axis=True,
    )
    drawing, frame = Drawing(layout.frame), layout.frame
    _powers(drawing, domain, wide=wide)
    for row, known in enumerate(found):
        middle, (upper, lower) = layout.middle(row), layout.edges(row)
        drawing.rules([(log10(known.ends[0]), middle, log10(known.ends[1]), middle)], MUTED)
        drawing.rules([(0, upper + 2, 0, lower - 2)], ACCENT, 3)
        drawing.word(layout.name(row, known.name))
        place = frame.value_across(frame.width - 2)
        drawing.word(Word(place, middle if wide else layout.above(row), texts[row], "right", INK))
    marks = [
        Mark(
            log10(rival.times.point), layout.middle(row), f"{known.name}, {_who(rival)}: {rival.text} its own"
        )
        for row, known in enumerate(found)
        for rival in known.others
    ]
    drawing.points(marks, MUTED, fill=PAPER, size=60)
    return drawing.specification()


def _powers(drawing: Drawing, domain: tuple[int, int], *, wide: bool) -> None:
    """Grid lines at powers of ten; the market's own size is one."""
    frame = drawing.frame
    drawing.rules([(power, 0, power, frame.y[0]) for power in range(domain[0], domain[1] + 1)], RULE)
    for power in range(domain[0], domain[1] + 1):
        text = "its own" if power == 0 else f"{notation.number(Decimal(10) ** power, max(-power, 0))} times"
        drawing.word(
            centred(
                frame,
                power,
                frame.value_down(frame.height - 9),
                text if wide or power >= 0 else text.removesuffix(" times"),
            )
        )
