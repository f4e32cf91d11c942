"""Forecast by vintage: what a publisher's editions, one after another, say of the same year."""

from collections.abc import Sequence

from scripts import notation
from scripts.charts.drawing import Drawing, Mark, Word
from scripts.charts.figure import Figure, Row, Specification, enumerated, sources_of
from scripts.charts.frame import written
from scripts.charts.rows import Rows, axis, rows
from scripts.charts.theme import ACCENT, INK, MUTED, PAPER
from scripts.charts.typography import width
from scripts.derive import Derivations, compares, in_unit_of
from scripts.derive.editions import Edition, Revision
from scripts.model import Market, Rank

GAP = 11


def vintages(market: Market, derivations: Derivations) -> tuple[Figure, ...]:
    """The figure, where at least two dated editions of one publisher give a size for the same year."""
    found = derivations.revisions
    if not found:
        return ()
    lead = found[0].editions[0].claim
    unit = lead.unit
    found = tuple(r for r in found if compares(r.editions[0].claim, lead))
    editions = [edition for revision in found for edition in revision.editions]
    return (
        Figure(
            id="forecast-vintages",
            market=market.id,
            title=_title(market, found[0]),
            subtitle=f"{lead.measure.name}, {notation.place(market.geography)}, {notation.unit_name(unit)}, as published in each edition",
            reading="Hollow is the oldest edition, filled the newest; each is drawn as it was published.",
            sources=sources_of([edition.claim for edition in editions]),
            alt=f"Points for the same year in each edition. {enumerated([_told(r) for r in found])}.",
            columns=("Of the year", "Value", "Publisher", "Edition", "Standing"),
            rows=tuple(_row(revision, edition) for revision in found for edition in revision.editions),
            wide=_draw(found, wide=True),
            narrow=_draw(found, wide=False),
            marks=sum(len(revision.editions) for revision in found),
        ),
    )


def _title(market: Market, revision: Revision) -> str:
    """How the latest year was changed from the first edition to the last."""
    first, last = revision.editions[0], revision.editions[-1]
    before, after = (in_unit_of(edition.claim, first.claim) for edition in (first, last))
    if before.meets(after):  # rounding alone may explain the difference
        return f"{revision.year} still at {notation.full(last.claim)} after {_count(revision)}"
    way = "raised" if after.point > before.point else "lowered"
    ends = f"from {notation.full(first.claim)} to {notation.full(last.claim)}"
    apart = _segments(market, first) != _segments(market, last)
    return f"{revision.year} {way} {ends} over {_count(revision)}{', which divide the market differently' if apart else ''}"


def _segments(market: Market, edition: Edition) -> set[tuple[str, str]]:
    """What an edition divides the market into."""
    own = (c for c in market.in_order if c.source == edition.claim.source and not c.scope)
    return {pair for claim in own for pair in claim.broken.items()}


def _count(revision: Revision) -> str:
    return notation.counted(len(revision.editions), "edition")


def _told(revision: Revision) -> str:
    said = [
        f"{notation.full(e.claim)} in the edition of {notation.moment(e.date)}" for e in revision.editions
    ]
    return f"{revision.publisher} for {revision.year}: {notation.listing(said)}"


def _row(revision: Revision, edition: Edition) -> Row:
    claim = edition.claim
    standing = "replaced by a newer edition" if claim.superseded else claim.status.value
    standing = "not followed" if claim.rank == Rank.DEPRECATED else standing
    cells = (
        str(revision.year),
        notation.full(claim),
        revision.publisher,
        notation.moment(edition.date),
        standing,
    )
    return Row(cells, claim.id, ((), (claim.id,)))


def _text(edition: Edition) -> str:
    return f"{notation.full(edition.claim)}, {notation.moment(edition.date)}"


def _draw(found: Sequence[Revision], *, wide: bool) -> Specification:
    unit = found[0].editions[0].claim.unit
    values = [_value(found, edition) for revision in found for edition in revision.editions]
    names = [f"{revision.year}, {revision.publisher}" for revision in found]
    room = max(width(_text(revision.editions[-1]), bold=True) for revision in found) + GAP + 6
    high = max(*values, 0.0)
    ends = (min(*values, 0.0), high if high > min(*values, 0.0) else 1.0)
    beside = room if not wide else 0
    layout = rows(names, ends, wide=wide, beyond=room if wide else 14, beside=beside, axis=True)
    drawing = Drawing(layout.frame)
    axis(drawing, layout, written, lambda text: notation.with_unit(text, unit))
    for row, revision in enumerate(found):
        places = [_value(found, edition) for edition in revision.editions]
        middle = layout.middle(row)
        drawing.rules([(min(places), middle, max(places), middle)], MUTED)
        drawing.word(layout.name(row, names[row]))
        _name_last(drawing, layout, row, revision, max(places))
    newest = {id(revision.editions[-1]) for revision in found}
    for is_newest in (False, True):
        marks = [
            Mark(_value(found, edition), layout.middle(row), f"{names[row]}: {_text(edition)}")
            for row, revision in enumerate(found)
            for edition in revision.editions
            if (id(edition) in newest) == is_newest
        ]
        drawing.points(marks, ACCENT, fill=None if is_newest else PAPER)
    return drawing.specification()


def _value(found: Sequence[Revision], edition: Edition) -> float:
    return float(in_unit_of(edition.claim, found[0].editions[0].claim).point)


def _name_last(drawing: Drawing, layout: Rows, row: int, revision: Revision, right: float) -> None:
    """The newest edition right of the points or, where names stand above, at the end of that line."""
    frame, text = layout.frame, _text(revision.editions[-1])
    if layout.wide:
        place = frame.value_across(frame.across(right) + GAP)
        drawing.word(Word(place, layout.middle(row), text, "left", INK, True))
    else:
        drawing.word(Word(frame.value_across(frame.width - 2), layout.above(row), text, "right", INK, True))
