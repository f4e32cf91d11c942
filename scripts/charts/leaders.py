"""Leaders: the largest published part of each dimension, and how much of the whole is left in the dark."""

from dataclasses import dataclass
from decimal import Decimal

from scripts import notation
from scripts.charts.drawing import Drawing, Mark, Word
from scripts.charts.figure import Figure, Row, Specification, sources_of
from scripts.charts.rows import Rows, rows
from scripts.charts.shares import left
from scripts.charts.theme import ACCENT, ACCENT_SOFT, HATCH, INK, MUTED, NARROW, PAPER, RULE
from scripts.charts.typography import brief, fitted, width
from scripts.derive import Breakdown, Derivations, ids
from scripts.model import Claim, Market

INSET = 8
WHOLE = Decimal(100)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a row from `start` to `end` per cent."""

    name: str
    text: str
    start: float
    end: float
    colour: str
    subject: str
    claim: Claim | None = None


@dataclass(frozen=True, slots=True)
class Leader:
    """A dimension with its pieces, the leader first."""

    dimension: str
    pieces: tuple[Piece, ...]


def leaders(market: Market, derivations: Derivations) -> tuple[Figure, ...]:
    """The figure, where at least two dimensions have a published leader."""
    known = [breakdown for breakdown in derivations.breakdowns if breakdown.published and _share(breakdown)]
    if len(known) < 2:
        return ()
    known.sort(key=lambda breakdown: -_share(breakdown))
    found = [_leader(breakdown) for breakdown in known]
    claims = [piece.claim for leader in found for piece in leader.pieces]
    years = sorted({breakdown.year for breakdown in known})
    measures = dict.fromkeys(claim.measure.name for claim in claims if claim)
    names = [name if at == 0 else notation.lower_first(name) for at, name in enumerate(measures)]
    return (
        Figure(
            id="leaders",
            market=market.id,
            title=_title(known),
            subtitle=f"{notation.listing(names)}, per cent of each dimension, {notation.listing(years)}",
            reading="Hatched: the remainder of the whole that the source does not break down.",
            sources=sources_of(claims),
            alt=_alt(found),
            columns=("Dimension", "Part", "Share"),
            rows=tuple(
                Row(
                    (leader.dimension, piece.name, piece.text),
                    piece.claim.id if piece.claim else None,
                    ((), (), (piece.subject,)),
                )
                for leader in found
                for piece in leader.pieces
            ),
            wide=_draw(found, wide=True),
            narrow=_draw(found, wide=False),
            marks=sum(len(leader.pieces) for leader in found),
        ),
    )


def _share(breakdown: Breakdown) -> Decimal:
    claim = breakdown.published[0].claim
    return claim.printed.value if claim else Decimal(0)


def _leader(breakdown: Breakdown) -> Leader:
    """The leader, what the other published parts have together, and the remainder."""
    first, others = breakdown.published[0], breakdown.others
    assert first.claim  # published parts have one
    end = float(first.claim.printed.value)
    pieces = [Piece(first.name, notation.full(first.claim), 0, end, ACCENT, ids.of_part(first), first.claim)]
    if others:
        printed = [part.claim.printed for part in others if part.claim]
        together = sum((figure.value for figure in printed), Decimal(0))
        text = notation.share(notation.number(together, max(figure.decimals for figure in printed)))
        name = others[0].name if len(others) == 1 else f"{len(others)} others together"
        subject = ids.of_part(others[0]) if len(others) == 1 else ids.others(breakdown)
        pieces.append(Piece(name, text, end, end + float(together), ACCENT_SOFT, subject))
        end += float(together)
    if breakdown.has_remainder:
        rest = ids.remainder(breakdown)
        pieces.append(Piece("not published", left(breakdown), end, max(float(WHOLE), end), HATCH, rest))
    return Leader(breakdown.name, tuple(pieces))


def _title(known: list[Breakdown]) -> str:
    """How many leaders are known, and whether anything is known behind them."""
    count = notation.counted(len(known), "leader", "leaders")
    count = count[:1].upper() + count[1:]
    if all(len(breakdown.published) == 1 and breakdown.has_remainder for breakdown in known):
        return f"{count} are published, and nothing behind them"
    first, last = known[0].published[0], known[-1].published[0]
    assert first.claim
    assert last.claim
    most, least = f"{brief(first.name)} at {notation.full(first.claim)}", notation.full(last.claim)
    return f"{count}, from {most} to {brief(last.name)} at {least}"


def _alt(found: list[Leader]) -> str:
    told = [
        f"{leader.dimension}: " + notation.listing([f"{piece.name} {piece.text}" for piece in leader.pieces])
        for leader in found
    ]
    return f"Bars of the largest published part of each dimension. {'. '.join(told)}."


def _draw(found: list[Leader], *, wide: bool) -> Specification:
    most = max(100.0, *(piece.end for leader in found for piece in leader.pieces))
    names = [leader.dimension for leader in found]
    layout = rows(names, (0, most), wide=wide)
    drawing = Drawing(layout.frame)
    for colour in (ACCENT, ACCENT_SOFT, HATCH):
        marks = [
            Mark(piece.start, layout.edges(row)[0], _says(leader, piece), piece.end, layout.edges(row)[1])
            for row, leader in enumerate(found)
            for piece in leader.pieces
            if piece.colour == colour
        ]
        drawing.bars(marks, colour, stroke=RULE if colour == HATCH else None)
    for row, leader in enumerate(found):
        _name_row(drawing, layout, row, leader)
        _name_remainder(drawing, layout, row, leader)
    return drawing.specification()


def _says(leader: Leader, piece: Piece) -> str:
    return f"{leader.dimension}: {piece.name} {piece.text}"


def _name_row(drawing: Drawing, layout: Rows, row: int, leader: Leader) -> None:
    """Wide, the leader stands inside its bar or, if that is too short, right of it; narrow, above it."""
    first = leader.pieces[0]
    if not layout.wide:
        room = NARROW - width(f":  {first.text}") - 4
        both = f"{leader.dimension}: {first.name}"
        drawing.word(layout.name(row, f"{fitted(both, room)} {first.text}"))
        return
    drawing.word(layout.name(row, leader.dimension))
    frame = layout.frame
    start, end = frame.across(first.start), frame.across(first.end)
    inside = fitted(
        first.name, max(end - start - 2 * INSET - width(f" {first.text}", bold=True), 0), bold=True
    )
    if len(inside) > len(first.name) * 0.5:
        text = f"{inside} {first.text}"
        drawing.word(Word(frame.value_across(end - INSET), layout.middle(row), text, "right", PAPER, True))
    else:
        free = frame.width - end - 2 * INSET - width(f" {first.text}", bold=True) - _remainder_width(leader)
        text = f"{fitted(first.name, max(free, 0), bold=True)} {first.text}"
        drawing.word(Word(frame.value_across(end + INSET), layout.middle(row), text, "left", INK, True))


def _remainder_width(leader: Leader) -> float:
    last = leader.pieces[-1]
    return width(f"{last.name} {last.text}") + INSET if last.colour == HATCH else 0


def _name_remainder(drawing: Drawing, layout: Rows, row: int, leader: Leader) -> None:
    """The remainder inside its stretch, where it has room; the table has it in any case."""
    last, frame = leader.pieces[-1], layout.frame
    if last.colour != HATCH:
        return
    room = frame.across(last.end) - frame.across(last.start) - 2 * INSET
    for text in (f"{last.name} {last.text}", last.text):
        if width(text) <= room:
            place = frame.value_across(frame.across(last.end) - INSET)
            drawing.word(Word(place, layout.middle(row), text, "right", MUTED))
            return
