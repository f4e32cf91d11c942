"""Leaders: the largest published part of each dimension, and how much of the whole is left in the dark."""

from dataclasses import dataclass

from scripts import notation
from scripts.charts.drawing import Drawing, Mark, Word
from scripts.charts.figure import Figure, Row, Specification, sources_of
from scripts.charts.rows import Rows, rows
from scripts.charts.share_finding import leads, left, per_cent, text
from scripts.charts.subtitles import dated, shares_of
from scripts.charts.theme import ACCENT, ACCENT_SOFT, HATCH, INK, MUTED, NARROW, PAPER, RULE
from scripts.charts.typography import brief, fitted, width
from scripts.derive import REGION, Breakdown, Derivations, Part
from scripts.model import Claim, Computed, Market

INSET = 8
WHOLE = 100.0


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
    """The figure, where at least two dimensions have a part that is published as the largest."""
    firsts: dict[str, Breakdown] = {}
    for breakdown in derivations.breakdowns:  # of several measures the leading one stands first
        if not breakdown.parent and not breakdown.segments and breakdown.leader and _point(breakdown):
            firsts.setdefault(breakdown.dimension, breakdown)
    known = sorted(firsts.values(), key=lambda breakdown: -_point(breakdown))
    if len(known) < 2:
        return ()
    found = [_leader(breakdown) for breakdown in known]
    years = sorted({dated(breakdown.published[0].stated) for breakdown in known})
    what = shares_of(breakdown.of for breakdown in known)
    return (
        Figure(
            id="leaders",
            market=market.id,
            title=_title(derivations, known),
            subtitle=f"{what}, per cent of each dimension, {notation.place(market.geography)}, {notation.listing(years)}",
            reading=_reading(found),
            sources=sources_of(part.stated for breakdown in known for part in breakdown.published),
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


def _point(breakdown: Breakdown) -> float:
    share = breakdown.leader.share if breakdown.leader else None
    return float(share.point) if share else 0


def _leading(breakdown: Breakdown) -> Part:
    assert breakdown.leader  # chosen for having one
    return breakdown.leader


def _leader(breakdown: Breakdown) -> Leader:
    """The leader, what the other published parts have together, and the remainder."""
    first, others = _leading(breakdown), breakdown.others
    end = _point(breakdown)
    pieces = [Piece(first.name, text(first), 0, end, ACCENT, first.id, first.claim)]
    together = breakdown.others_together
    if together:
        name, said = f"{len(others)} others together", per_cent(together)
        pieces.append(Piece(name, said, end, end + float(together.point), ACCENT_SOFT, together.id))
    for other in () if together else others:
        assert other.share  # published parts have one
        colour, upto = MUTED if other.residual else ACCENT_SOFT, end + float(other.share.point)
        pieces.append(Piece(other.name, text(other), end, upto, colour, other.id, other.claim))
    end = pieces[-1].end
    rest = breakdown.remainder
    if breakdown.has_remainder and isinstance(rest, Computed):
        name = "not listed" if breakdown.is_open and breakdown.dimension != REGION else "not published"
        name = breakdown.unpublished_rest.name if breakdown.unpublished_rest else name
        pieces.append(Piece(name, left(breakdown), end, max(WHOLE, end), HATCH, rest.id))
    return Leader(breakdown.name, tuple(pieces))


def _reading(found: list[Leader]) -> str:
    """The key of what is hatched, where anything is."""
    hatched = any(piece.colour == HATCH for leader in found for piece in leader.pieces)
    return "Hatched: what is left of the whole, which the source does not break down." if hatched else ""


def _title(derivations: Derivations, known: list[Breakdown]) -> str:
    """How many leaders are known; where something unpublished may be larger, only what is published."""
    count = notation.counted(len(known), "dimension")
    first, last = _leading(known[0]), _leading(known[-1])
    ends = f"from {brief(first.name)} at {text(first)} to {brief(last.name)} at {text(last)}"
    if all(len(breakdown.published) == 1 and breakdown.has_remainder for breakdown in known):
        return f"A single share is known in each of {count}, {ends}"
    if all(leads(derivations, breakdown) for breakdown in known):
        by = [notation.lower_first(breakdown.name) for breakdown in (known[0], known[-1])]
        if len(known) > 2:
            return f"The largest parts of {count}, {ends}"
        return f"{brief(first.name)} leads by {by[0]} at {text(first)}, {brief(last.name)} by {by[1]} at {text(last)}"
    return f"The largest known shares of {count}, {ends}"


def _alt(found: list[Leader]) -> str:
    told = [
        f"{leader.dimension}: " + notation.listing([f"{piece.name} {piece.text}" for piece in leader.pieces])
        for leader in found
    ]
    return f"Bars of the largest published part of each dimension. {'. '.join(told)}."


def _draw(found: list[Leader], *, wide: bool) -> Specification:
    most = max(WHOLE, *(piece.end for leader in found for piece in leader.pieces))
    names = [leader.dimension for leader in found]
    layout = rows(names, (0, most), wide=wide)
    drawing = Drawing(layout.frame)
    for colour in (ACCENT, ACCENT_SOFT, MUTED, HATCH):
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
    for said in (f"{last.name} {last.text}", last.text):
        if width(said) <= room:
            place = frame.value_across(frame.across(last.end) - INSET)
            drawing.word(Word(place, layout.middle(row), said, "right", MUTED))
            return
