"""Coverage: for the whole market, each segment and each region, what is published, what follows, and what is silent."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from scripts.derive.breakdown import REGION, Breakdown
from scripts.model import Claim, Market, Period, Rank, Role

WHOLE = ""
MEASURES = (Role.SIZE, Role.SHARE, Role.GROWTH)
# Roles that place a part among others without a number.
RANKS = {Role.SHARE: Role.SHARE_RANK, Role.GROWTH: Role.GROWTH_RANK}


class State(StrEnum):
    """What is known of one measure of one part."""

    PUBLISHED = "published"
    DERIVED = "derived"
    RANK_ONLY = "rank-only"
    REJECTED = "rejected"
    SILENT = "silent"
    WHOLE = "whole"  # the share of the whole in itself, which nobody need publish


@dataclass(frozen=True, slots=True)
class Cell:
    """One measure of one part, with the periods for which it is known."""

    state: State
    periods: tuple[Period, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """A part: its dimension (empty for the whole market), its name, and a cell for each of MEASURES."""

    dimension: str
    name: str
    cells: tuple[Cell, ...]

    def known(self, role: Role) -> Cell:
        """The cell of a measure."""
        return self.cells[MEASURES.index(role)]

    def sharing(self, cell: Cell) -> "Line":
        """The same with another cell for its share."""
        cells = zip(MEASURES, self.cells, strict=True)
        return replace(self, cells=tuple(cell if role is Role.SHARE else own for role, own in cells))


def coverage(market: Market, divided: Iterable[Breakdown]) -> tuple[Line, ...]:
    """All parts of a market: itself, the segments of each dimension, the regions; `divided` tells which figures are computed."""
    breakdowns = list(divided)
    computed = {(b.dimension, code) for b in breakdowns for code in b.money}
    shared = {(b.dimension, part.code): part.stated for b in breakdowns for part in b.parts if part.computed}
    own = [claim for claim in market.in_order if not claim.scope and not claim.superseded]
    whole = _line(WHOLE, market.short_title, [c for c in own if market.is_own_whole(c)], False)
    lines = [whole.sharing(Cell(State.WHOLE))]
    for code, dimension in market.dimensions.items():
        for segment in dimension.segments.values():
            at, here = (code, segment.code), market.geography.code
            said = [c for c in own if c.region.code == here and market.only_segment(c) == at]
            lines.append(_shared(_line(code, segment.name, said, at in computed), shared.get(at)))
    for region, name in _regions(market, own).items():
        said = [claim for claim in own if claim.is_whole and claim.region.code == region]
        at = (REGION, region)
        lines.append(_shared(_line(REGION, name, said, at in computed), shared.get(at)))
    return tuple(lines)


def _shared(line: Line, claim: Claim | None) -> Line:
    """The line with its computed share, where it has one."""
    return line.sharing(Cell(State.DERIVED, (claim.period,))) if claim and claim.period else line


def _regions(market: Market, own: Iterable[Claim]) -> Mapping[str, str]:
    stated = (claim.region for claim in own if claim.is_whole)
    every = (*market.regions, *(region for region in stated if market.holds(region)))
    return {region.code: region.name for region in every if region.code != market.geography.code}


def _line(dimension: str, name: str, said: Sequence[Claim], is_valued: bool) -> Line:
    cells = {role: _cell(role, said) for role in MEASURES}
    if is_valued and cells[Role.SIZE].state in (State.SILENT, State.REJECTED):
        cells[Role.SIZE] = Cell(State.DERIVED, cells[Role.SHARE].periods)
    return Line(dimension, name, tuple(cells.values()))


def _cell(role: Role, said: Sequence[Claim]) -> Cell:
    of_role = [c for c in said if c.measure.role == role or (role is Role.SIZE and c.measure.is_size)]
    followed = [claim for claim in of_role if claim.rank != Rank.DEPRECATED]
    ranked = [claim for claim in said if claim.measure.role == RANKS.get(role)]
    for state, claims in ((State.PUBLISHED, followed), (State.RANK_ONLY, ranked), (State.REJECTED, of_role)):
        if claims:
            periods = {claim.period.text: claim.period for claim in claims if claim.period}
            return Cell(state, tuple(period for _, period in sorted(periods.items())))
    return Cell(State.SILENT)
