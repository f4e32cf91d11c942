"""Silence map: of the market, its segments and its regions, what is published, what follows, and what nobody says."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from scripts import notation
from scripts.charts.drawing import Drawing, Mark, Word
from scripts.charts.figure import Figure, Row, Specification, enumerated, sources_of
from scripts.charts.frame import Frame
from scripts.charts.rows import Rows, rows
from scripts.charts.theme import ACCENT, ACCENT_SOFT, HATCH, INK, MUTED, PAPER, RULE, SOFT
from scripts.charts.typography import fitted, width
from scripts.derive import REGION, Derivations
from scripts.derive.coverage import MEASURES, WHOLE, Cell, Line, State
from scripts.model import Market, Period, Role

HEADS = {Role.SIZE: "Size", Role.SHARE: "Share", Role.GROWTH: "Growth"}
HEAD = 24
INSET = 0.02
# More lines than this are a wall, not a map: each dimension becomes one line with its counts.
MOST = 40
MOST_PERIODS = 2
FILLS = {
    State.PUBLISHED: (ACCENT, PAPER),
    State.DERIVED: (ACCENT_SOFT, INK),
    State.RANK_ONLY: (SOFT, MUTED),
    State.REJECTED: (SOFT, MUTED),
    State.SILENT: (HATCH, MUTED),
    State.WHOLE: (SOFT, MUTED),
}
WORDS = {
    State.DERIVED: "computed",
    State.RANK_ONLY: "rank only",
    State.REJECTED: "rejected",
    State.SILENT: "not published",
    State.WHOLE: "the whole",
}


@dataclass(frozen=True, slots=True)
class Field:
    """A cell as drawn: its look, and what stands in it."""

    state: State
    text: str


@dataclass(frozen=True, slots=True)
class Stripe:
    """A line as drawn; without fields it is the heading of those below it."""

    name: str
    fields: tuple[Field, ...]


def silence_map(market: Market, derivations: Derivations) -> tuple[Figure, ...]:
    """The figure, where the market is divided into segments or regions and anything at all is published."""
    lines = derivations.coverage
    parts = [line for line in lines if line.dimension != WHOLE]
    if not parts or not any(cell.state == State.PUBLISHED for line in lines for cell in line.cells):
        return ()
    crossed = _by_segment(market)
    stripes = _stripes(market, lines, crossed)
    return (
        Figure(
            id="silence-map",
            market=market.id,
            title=_title(parts),
            subtitle="What our sources publish of the market, its segments and its regions, with the years",
            reading=_reading(len(lines) > MOST),
            sources=sources_of(claim for claim in market.followed if not claim.scope),
            alt=f"A grid of cells: {_told(lines)}.",
            columns=("Part", *HEADS.values()),
            rows=_rows(lines, stripes, crossed),
            wide=_draw(stripes, wide=True),
            narrow=_draw(stripes, wide=False),
            marks=sum(len(stripe.fields) for stripe in stripes),
        ),
    )


def _by_segment(market: Market) -> frozenset[str]:
    """Names of regions of which a size is published of their segments, be it not of the whole."""
    said = [c for c in market.followed if c.measure.adds and not c.scope and not c.is_whole]
    return frozenset(claim.region.name for claim in said)


def _rows(lines: Sequence[Line], stripes: Sequence[Stripe], crossed: frozenset[str]) -> tuple[Row, ...]:
    """Every part; where the drawing counts by dimension, those counts first."""
    counts = stripes[1:] if len(lines) > MOST else ()
    folded = [Row((f"{stripe.name}, all", *(field.text for field in stripe.fields))) for stripe in counts]
    return (
        *folded,
        *(Row((s.name, *(f.text for f in s.fields))) for s in (_stripe(line, crossed) for line in lines)),
    )


def _title(parts: Sequence[Line]) -> str:
    """How many parts have a share, and how many a size of their own."""
    segments = [line for line in parts if line.dimension != REGION]
    counted, kind = (segments, "segment") if segments else (parts, "region")
    share, size = (_published(counted, role) for role in (Role.SHARE, Role.SIZE))
    total = len(counted)
    if total == 1:
        have = {
            (0, 0): "neither share nor size",
            (1, 0): "a share and no size",
            (0, 1): "a size and no share",
        }
        return f"The one {kind} has {have.get((share, size), 'a share and a size')} published"
    if share == size == total:
        return f"All {notation.counted(total, kind)} have a published share and a published size"
    if not share and not size:
        return f"None of {notation.counted(total, kind)} has a published share or size"
    has = "has" if share < 2 else "have"
    few = "none" if not share else "all" if share == total else notation.in_words(share)
    sized = "none" if not size else "all" if size == total else notation.in_words(size)
    return f"Of {notation.counted(total, kind)}, {few} {has} a published share and {sized} a size"


def _published(lines: Sequence[Line], role: Role) -> int:
    return sum(line.known(role).state == State.PUBLISHED for line in lines)


def _told(lines: Sequence[Line]) -> str:
    """What is published of what, measure by measure."""
    said = []
    for role in MEASURES:
        names = [line.name for line in lines if line.known(role).state == State.PUBLISHED]
        said.append(f"{HEADS[role].lower()} of {enumerated(names) if names else 'nothing'}")
    return f"published are the {'; the '.join(said)}"


def _reading(folded: bool) -> str:
    key = "Filled is published, pale computed by us from a share or a size, hatched not published"
    return f"{key}; parts are counted by dimension, the table names each." if folded else f"{key}."


def _cell(cell: Cell) -> str:
    if cell.state == State.PUBLISHED:
        return _span(cell.periods) or "published"
    return WORDS[cell.state]


def _span(periods: Sequence[Period]) -> str:
    """Up to two periods; of more the years from first to last or, where some are missing, how many."""
    told = [notation.period(period) for period in periods]
    if len(told) <= MOST_PERIODS:
        return notation.listing(told)
    years = [period.text for period in periods]
    first, last = years[0], years[-1]
    if years == [str(year) for year in range(int(first[:4]), int(first[:4]) + len(years))]:
        return f"{first} to {last}"
    return f"{len(told)} periods to {notation.moment(periods[-1].end)}"


def _stripes(market: Market, lines: Sequence[Line], crossed: frozenset[str]) -> list[Stripe]:
    """The whole first, then each dimension under its name; of very many parts only counts."""
    names = {code: dimension.name for code, dimension in market.dimensions.items()} | {REGION: "Region"}
    stripes = [_stripe(line, crossed) for line in lines if line.dimension == WHOLE]
    for code, name in names.items():
        group = [line for line in lines if line.dimension == code]
        if len(lines) > MOST:
            stripes += [_folded(name, group)] if group else []
        elif group:
            stripes += [Stripe(name, ()), *(_stripe(line, crossed) for line in group)]
    return stripes


def _stripe(line: Line, crossed: frozenset[str]) -> Stripe:
    fields = [Field(cell.state, _cell(cell)) for cell in line.cells]
    size = MEASURES.index(Role.SIZE)
    if line.dimension == REGION and line.name in crossed and fields[size].state == State.SILENT:
        fields[size] = Field(State.RANK_ONLY, "by segment")
    return Stripe(line.name, tuple(fields))


def _folded(name: str, group: Sequence[Line]) -> Stripe:
    fields = []
    for role in MEASURES:
        count = _published(group, role)
        fields.append(Field(State.PUBLISHED if count else State.SILENT, f"{count} of {len(group)}"))
    return Stripe(name, tuple(fields))


def _draw(stripes: Sequence[Stripe], *, wide: bool) -> Specification:
    layout = _layout([stripe.name for stripe in stripes], wide=wide)
    drawing, frame = Drawing(layout.frame), layout.frame
    for place, head in enumerate(HEADS.values()):
        drawing.word(Word(place + 0.5, frame.value_down(HEAD / 2), head, "center", MUTED))
    for state, (fill, _) in FILLS.items():
        marks = [
            _mark(layout, row, place, stripe)
            for row, stripe in enumerate(stripes)
            for place, field in enumerate(stripe.fields)
            if field.state == state
        ]
        drawing.bars(marks, fill, stroke=RULE if state == State.SILENT else None)
    for row, stripe in enumerate(stripes):
        _write(drawing, layout, row, stripe)
    return drawing.specification()


def _layout(names: Sequence[str], *, wide: bool) -> Rows:
    plain = rows(names, (0, len(HEADS)), wide=wide)
    frame = plain.frame
    taller = Frame(
        frame.width, frame.height + HEAD, frame.x, frame.y, frame.left, frame.right, HEAD, frame.bottom
    )
    return replace(plain, frame=taller)


def _mark(layout: Rows, row: int, place: int, stripe: Stripe) -> Mark:
    upper, lower = layout.edges(row)
    head = list(HEADS.values())[place].lower()
    says = f"{stripe.name}, {head}: {stripe.fields[place].text}"
    return Mark(place + INSET, upper, says, place + 1 - INSET, lower)


def _write(drawing: Drawing, layout: Rows, row: int, stripe: Stripe) -> None:
    """The name, and in each field what it says; silence is told by its hatching alone."""
    frame = layout.frame
    heading = not stripe.fields
    drawing.word(layout.name(row, stripe.name, MUTED if heading else INK, bold=heading))
    for place, field in enumerate(stripe.fields):
        if field.text != WORDS[State.SILENT]:
            room = frame.across(place + 1 - INSET) - frame.across(place + INSET) - 8
            short = field.text.partition(" to ")[0] if " periods " in field.text else field.text
            text = fitted(field.text if width(field.text) <= room else short, room)
            drawing.word(Word(place + 0.5, layout.middle(row), text, "center", FILLS[field.state][1]))
