"""Region tiles: the world's regions roughly where they lie, shaded by share, hatched where nobody publishes one."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from scripts import notation
from scripts.charts.drawing import Drawing, Mark, Word
from scripts.charts.figure import Figure, Row, Specification, sources_of
from scripts.charts.frame import Frame
from scripts.charts.ranks import growth_rank, place_words, rate_of
from scripts.charts.share_finding import text as share_text
from scripts.charts.subtitles import dated, share_of
from scripts.charts.theme import ACCENT, HATCH, INK, MUTED, NARROW, RULE, SOFT, WIDE
from scripts.charts.typography import LINE, brief, wrapped
from scripts.derive import REGION, Breakdown, Derivations, Part
from scripts.model import Claim, Market, Quantity, Region

HEIGHT = {True: 92, False: 84}
GAP = 0.03
# At most this much of the accent lies over the paper, so that ink stays readable on the darkest tile.
DARKEST = 0.42
STEPS = 5


@dataclass(frozen=True, slots=True)
class Tile:
    """A region with its place, and with its share or what is said instead."""

    region: Region
    column: int
    row: int
    part: Part | None
    rank: Claim | None
    rate: Claim | None = None

    @property
    def share(self) -> Quantity | None:
        """The share, if one is known."""
        return self.part.share if self.part else None

    @property
    def claim(self) -> Claim | None:
        """The claim that it shows; none of a computed share."""
        return self.part.claim if self.part and self.share else self.rank

    @property
    def subjects(self) -> tuple[str, ...]:
        """The id of the number under the name, or of what is said instead."""
        if self.part and self.share:
            return (self.part.id,)
        said = self.rate or self.rank
        return (said.id,) if said else ()

    @property
    def text(self) -> str:
        """What stands under the name."""
        if self.part and self.share:
            return share_text(self.part)
        if self.rank:
            place = place_words(self.rank)
            return f"{place}, {notation.compact(self.rate)} a year" if self.rate else f"{place}, no number"
        return "not published"

    @property
    def shade(self) -> int:
        """How dark the tile is, from 1 to STEPS: one step for each part of the whole begun; 0 without a share."""
        if not self.share or self.share.point <= 0:
            return 0
        return min(ceil(self.share.point * STEPS / 100), STEPS)


def region_tiles(market: Market, derivations: Derivations) -> tuple[Figure, ...]:
    """The figure, where most of the market's regions have both a share and a place on the map."""
    breakdown = next((b for b in derivations.breakdowns if b.code == REGION and b.published), None)
    if breakdown is None:
        return ()
    tiles = _tiles(market, breakdown)
    shown = [tile for tile in tiles if tile.share]
    regions = {tile.region.code for tile in tiles} | {part.code for part in breakdown.parts}
    if len(tiles) < 2 or len(shown) * 2 <= len(regions):
        return ()
    stated = breakdown.published[0].stated
    computed = "; computed from the published sizes" if any(part.computed for part in breakdown.parts) else ""
    return (
        Figure(
            id="region-tiles",
            market=market.id,
            title=_title(tiles),
            subtitle=f"{share_of(breakdown.of)} by region, per cent of the whole, {dated(stated)}{computed}",
            reading="The darker a tile, the larger its share; hatched is not published. Tiles say nothing of area.",
            sources=sources_of(
                [*(p.stated for p in breakdown.published), *(tile.rank for tile in tiles if not tile.share)]
            ),
            alt=f"Tiles of regions: {notation.listing([f'{t.region.name} {t.text}' for t in tiles])}.",
            columns=("Region", "Share"),
            rows=tuple(_row(tile) for tile in tiles),
            wide=_draw(tiles, wide=True),
            narrow=_draw(tiles, wide=False),
            marks=len(tiles),
        ),
    )


def _row(tile: Tile) -> Row:
    return Row((tile.region.name, tile.text), tile.claim.id if tile.claim else None, ((), tile.subjects))


def _tiles(market: Market, breakdown: Breakdown) -> list[Tile]:
    """The regions of the market, and those with a share, that have a place of their own."""
    parts = {part.code: part for part in breakdown.parts}
    known = {region.code: region for region in market.regions}
    known |= {part.code: part.stated.region for part in breakdown.published}
    return [
        Tile(region, *region.tile, parts.get(region.code), rank, rate_of(market, rank) if rank else None)
        for region in known.values()
        if region.tile
        for rank in [growth_rank(market, REGION, region.code)]
    ]


def _title(tiles: Sequence[Tile]) -> str:
    """Who has the largest share on the map, and how many regions are silent."""
    shown = [tile for tile in tiles if tile.share]
    silent = len(tiles) - len(shown)
    best = max(tile.share.point for tile in shown if tile.share)
    leaders = [tile for tile in shown if tile.share and tile.share.point == best]
    names = notation.listing([brief(tile.region.name) for tile in leaders[:2]])
    lead = names if len(leaders) < 3 else f"{len(leaders)} regions"
    each = "" if len(leaders) == 1 else " each"
    told = f"{lead} at {leaders[0].text}{each}"
    if not silent:
        return f"{told}, and every region has a share"
    return f"{told}; {notation.counted(silent, 'region')} without a published share"


def _draw(tiles: Sequence[Tile], *, wide: bool) -> Specification:
    columns = max(tile.column for tile in tiles) + 1
    lines = max(tile.row for tile in tiles) + 1
    height = lines * HEIGHT[wide]
    frame = Frame(WIDE if wide else NARROW, height, (0, columns), (lines, 0), 1, 1, 1, 1)
    drawing = Drawing(frame)
    for shade in range(1, STEPS + 1):
        chosen = [tile for tile in tiles if tile.shade == shade]
        drawing.bars([_mark(tile) for tile in chosen], ACCENT, opacity=DARKEST * shade / STEPS)
    drawing.bars([_mark(tile) for tile in tiles if tile.share and not tile.shade], SOFT)
    silent = [_mark(tile) for tile in tiles if not tile.share]
    drawing.bars(silent, HATCH, stroke=RULE)
    for tile in tiles:
        _write(drawing, tile)
    return drawing.specification()


def _mark(tile: Tile) -> Mark:
    x, y = tile.column, tile.row
    return Mark(x + GAP, y + GAP, f"{tile.region.name}: {tile.text}", x + 1 - GAP, y + 1 - GAP)


def _write(drawing: Drawing, tile: Tile) -> None:
    """Name and share in the middle of the tile, the name in two lines where one is too short."""
    frame = drawing.frame
    room = frame.inner_width / frame.x[1] * (1 - 2 * GAP) - 12
    name, text = wrapped(tile.region.name, room), wrapped(tile.text, room, bold=bool(tile.share))
    above, below = (piece.count("\n") + 1 for piece in (name, text))
    middle, colour = frame.down(tile.row + 0.5), INK if tile.share else MUTED
    drawing.word(
        Word(tile.column + 0.5, frame.value_down(middle - below * LINE / 2 - 1), name, "center", INK)
    )
    down = frame.value_down(middle + above * LINE / 2 + 1)
    drawing.word(Word(tile.column + 0.5, down, text, "center", colour, bool(tile.share)))
