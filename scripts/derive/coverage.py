"""Coverage: for the whole market, each segment and each region, what is published, what follows, and what is silent."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from scripts.derive.segment_values import SegmentValues
from scripts.derive.shares import REGION, Breakdown
from scripts.model import TOTAL, WORLD, Claim, Market, Period, Rank, Role

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


def coverage(
    market: Market, valued: Iterable[SegmentValues], divided: Iterable[Breakdown] = ()
) -> tuple[Line, ...]:
    """All parts of a market: itself, the segments of each dimension, the regions; `valued` have a computed size.

    `divided` may hold shares that follow from sizes.
    """
    computed = {(known.breakdown.code, known.part.code) for known in valued}
    shared = {
        (breakdown.code, part.code): part.claim
        for breakdown in divided
        for part in breakdown.parts
        if part.computed and part.claim
    }
    own = [claim for claim in market.claims.values() if not claim.scope]
    lines = [_whole(_line(WHOLE, market.short_title, [c for c in own if c.is_headline_kind], False))]
    for code, dimension in market.dimensions.items():
        for segment in dimension.segments.values():
            said = [claim for claim in own if _is_of(claim, code, segment.code)]
            line = _line(code, segment.name, said, (code, segment.code) in computed)
            lines.append(_shared(line, shared.get((code, segment.code))))
    for region, name in _regions(market, own).items():
        said = [claim for claim in own if claim.is_whole and claim.region.code == region]
        line = _line(REGION, name, said, (REGION, region) in computed)
        lines.append(_shared(line, shared.get((REGION, region))))
    return tuple(lines)


def _whole(line: Line) -> Line:
    cells = [
        Cell(State.WHOLE) if role == Role.SHARE else cell
        for role, cell in zip(MEASURES, line.cells, strict=True)
    ]
    return replace(line, cells=tuple(cells))


def _shared(line: Line, claim: Claim | None) -> Line:
    """The line with its computed share, where it has one."""
    if claim is None or claim.period is None:
        return line
    cells = [
        Cell(State.DERIVED, (claim.period,)) if role == Role.SHARE else cell
        for role, cell in zip(MEASURES, line.cells, strict=True)
    ]
    return replace(line, cells=tuple(cells))


def _is_of(claim: Claim, dimension: str, segment: str) -> bool:
    """Whether a claim is of this segment worldwide, and of no other segment besides."""
    others = (code for other, code in claim.segments.items() if other != dimension)
    return (
        claim.region.code == WORLD
        and claim.segments[dimension] == segment
        and all(code == TOTAL for code in others)
    )


def _regions(market: Market, own: Iterable[Claim]) -> Mapping[str, str]:
    regions = {region.code: region.name for region in market.regions}
    stated = [claim.region for claim in own if claim.is_whole and claim.region.code != WORLD]
    return regions | {region.code: region.name for region in stated if region.code != "not-stated"}


def _line(dimension: str, name: str, said: Sequence[Claim], is_valued: bool) -> Line:
    cells = {role: _cell(role, said) for role in MEASURES}
    if is_valued and cells[Role.SIZE].state in (State.SILENT, State.REJECTED):
        cells[Role.SIZE] = Cell(State.DERIVED, cells[Role.SHARE].periods)
    return Line(dimension, name, tuple(cells.values()))


def _cell(role: Role, said: Sequence[Claim]) -> Cell:
    of_role = [claim for claim in said if claim.measure.role == role]
    followed = [claim for claim in of_role if claim.rank != Rank.DEPRECATED]
    ranked = [claim for claim in said if claim.measure.role == RANKS.get(role)]
    for state, claims in ((State.PUBLISHED, followed), (State.RANK_ONLY, ranked), (State.REJECTED, of_role)):
        if claims:
            return Cell(state, _periods(claims))
    return Cell(State.SILENT)


def _periods(claims: Iterable[Claim]) -> tuple[Period, ...]:
    found = {claim.period.text: claim.period for claim in claims if claim.period}
    return tuple(found[text] for text in sorted(found))
