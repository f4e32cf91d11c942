"""What stands in the tables of a comparison: one column a market, one row a question."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from scripts import notation
from scripts.derive import REGION, Breakdown, Course, Part, Point, in_unit
from scripts.derive.coverage import State
from scripts.model import TOTAL, Claim, Role, Word
from scripts.model.addresses import market_address
from scripts.pages.environment import ENVIRONMENT
from scripts.pages.leads import Lead
from scripts.pages.setting import Setting
from scripts.pages.view import MarketView

INCLUDED, EXCLUDED, SILENT = "included", "excluded", "not said"
STATES = {
    State.PUBLISHED: "published",
    State.DERIVED: "computed",
    State.RANK_ONLY: "by rank alone",
    State.REJECTED: "rejected",
    State.SILENT: "not published",
}


class Beside(Setting):
    """A market on a page that stands beside the markets: what belongs to it is linked from there."""

    @property
    def root(self) -> str:
        """The way from a comparison to the site's home."""
        return "../../"

    @property
    def base(self) -> str:
        """The way from a comparison to the market's overview."""
        return f"{self.root}{market_address(self.view.market.id)}"


@dataclass(frozen=True, slots=True)
class Column:
    """A market of a comparison; `m` are the small parts of all pages, linking to this market."""

    view: MarketView
    page: Beside
    m: Any

    @classmethod
    def of(cls, view: MarketView) -> "Column":
        """The column of a market."""
        page = Beside(view, "")
        return cls(view, page, ENVIRONMENT.get_template("macros.j2").make_module({"page": page}))

    def leads(self, course: Course, point: Point) -> list[Lead]:
        """Where the numbers of a point, of the sum that leads to it and of its interval lead."""
        base = course.base if course.base and not point.claim else None
        own = self.page.leads(point.id)
        ends = (between(course, point),)
        found = [self.page.leads(base.id) if base else None, own and Lead(own.address, own.written + ends)]
        return [known for known in found if known]

    @property
    def name(self) -> str:
        """The market in short."""
        return self.view.market.short_title

    @property
    def basis(self) -> str:
        """How its prices are counted."""
        market = self.view.market
        return (
            f"{market.money_basis}, prices of {market.price_level}"
            if market.price_level
            else market.money_basis
        )


@dataclass(frozen=True, slots=True)
class Cell:
    """A market's share leaders in one dimension; `words` say how they are known, or why none is.

    `known` says that the market has the dimension at all.
    """

    leaders: tuple[Part, ...] = ()
    words: str = ""
    known: bool = True


def money(columns: Sequence[Column]) -> list[str]:
    """What keeps the money of the markets from being the same, as sentences; none where it is."""
    markets = [(column.name, column.view.market) for column in columns]
    told = []
    if len({market.currency for _, market in markets}) > 1:
        said = [f"{name} in {market.currency or 'no money'}" for name, market in markets]
        told.append(f"Currencies differ: {notation.listing(said)}. Nothing is converted.")
    bases = {column.name: column.basis for column in columns if column.view.market.currency}
    if len(set(bases.values())) > 1:
        said = [f"{name}: {basis}" for name, basis in bases.items()]
        told.append(
            f"Prices are counted differently: {'; '.join(said)}. Part of a difference may be inflation."
        )
    return told


def reckoned(course: Course, point: Point) -> str:
    """How a point came about, in one line that a reader can redo: `14.2 bn × 1.245⁷ = 65.8 bn`."""
    if point.claim or not (course.base and course.rate):
        return f"{notation.full(point.claim)}, published" if point.claim else ""
    rate = course.rate
    factor = notation.number(1 + rate.quantity.point / 100, rate.printed.decimals + 2)
    steps = course.steps(point)
    power = notation.superscript(steps) if steps > 1 else ""
    return f"{notation.compact(course.base)} × {factor}{power} = {_reached(course, point)}"


def _reached(course: Course, point: Point) -> str:
    """The size that a sum comes to."""
    unit = course.lead.unit
    text = notation.followed(in_unit(point.value, unit), unit)
    return notation.NBSP.join(part for part in (text, unit.label) if part)


def between(course: Course, point: Point) -> str:
    """The ends between which a size lies."""
    return notation.span(in_unit(point.value, course.lead.unit)).replace(" to ", " and ")


def leaders(columns: Sequence[Column]) -> list[tuple[str, list[Cell]]]:
    """Each dimension of any market with the leaders of each market in it: what most of them share first, regions last."""
    found: dict[str, str] = {}
    for column in columns:
        found |= {b.code: b.name for b in column.view.derived.breakdowns if b.code not in found}
    rows = {code: [_leading(column, code) for column in columns] for code in found}
    order = sorted(rows, key=lambda code: (code == REGION, -sum(cell.known for cell in rows[code])))
    return [(found[code], rows[code]) for code in order]


def _leading(column: Column, code: str) -> Cell:
    known = next((b for b in column.view.derived.breakdowns if b.code == code), None)
    if known is None:
        return Cell(words="not divided this way", known=False)
    if not known.published:
        return Cell(words=_by_rank(column, known))
    leader = known.leader
    if leader is None or leader.share is None:
        return Cell(words="only what is left of it is published")
    first = tuple(
        p for p in known.published if p.share and p.share.point == leader.share.point and not p.residual
    )
    of = column.view.of_what(known.of.code) if known.of else ""
    told = [f"of {of}", notation.when(leader.stated)]
    if leader.computed:
        told.append("computed from its size")
    elif len(known.published) == 1:
        told.append("the only one published")
    return Cell(first, ", ".join(told))


def _by_rank(column: Column, known: Breakdown) -> str:
    """Who is called the largest where no share is published."""
    called = [
        column.view.about(claim).partition(", ")[2]
        for claim in column.view.own_claims
        if claim.is_followed and claim.measure.role == Role.SHARE_RANK and claim.printed.value == 1
        if _is_in(column, claim, known.code)
    ]
    return f"{notation.listing(called)}, called the largest without a share" if called else "not published"


def _is_in(column: Column, claim: Claim, code: str) -> bool:
    """Whether a claim is of a part of a dimension, or of a region."""
    if code == REGION:
        return claim.is_whole and claim.region.code != column.view.market.geography.code
    return claim.segments[code] != TOTAL


def coverage(column: Column) -> str:
    """How many sizes, shares and rates of the market and its parts are published, computed or silent."""
    cells = [cell.state for line in column.view.derived.coverage for cell in line.cells]
    counts = Counter(cells)
    return ", ".join(f"{counts[state]} {words}" for state, words in STATES.items() if counts[state])


def tags(columns: Sequence[Column]) -> list[tuple[Word, list[str]]]:
    """Each tag that any market names, with what each market says of it."""
    named: dict[str, Word] = {}
    for column in columns:
        market = column.view.market
        named |= {tag.code: tag for tag in (*market.includes, *market.excludes)}
    return [(tag, [_said(column, tag) for column in columns]) for tag in named.values()]


def _said(column: Column, tag: Word) -> str:
    market = column.view.market
    if tag in market.includes:
        return INCLUDED
    return EXCLUDED if tag in market.excludes else SILENT
