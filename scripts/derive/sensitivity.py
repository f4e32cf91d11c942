"""Sensitivity: what the target year would hold on other bases and at other rates than the stated ones."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from scripts.derive import growth
from scripts.derive.interval import RISES, monotone
from scripts.derive.outlook import Outlook
from scripts.derive.units import compares, in_unit_of
from scripts.model import Claim, Quantity, Rank, Unit
from scripts.notation.rounding import LEAST_DECIMALS, MOST_DECIMALS, rounded, supported_decimals

# Two steps either way make a grid that fits a telephone.
STEPS = (-2, -1, 0, 1, 2)
MOST_RIVALS = 3
LEAST_RATE_STEP = Decimal("0.5")
TENTH = Decimal("0.1")


@dataclass(frozen=True, slots=True)
class Base:
    """A value to start from in its year, in the grid's unit; without a claim it is a step beside the headline's."""

    value: Quantity
    year: int
    claim: Claim | None


@dataclass(frozen=True, slots=True)
class Rate:
    """A yearly rate in per cent; without a claim it is a step beside the stated one."""

    value: Quantity
    claim: Claim | None


@dataclass(frozen=True, slots=True)
class Sensitivity:
    """A grid: `cells[row][column]` is `bases[row]` grown at `rates[column]` until the target year, in `unit`.

    Bases stand from the largest down, rates from the lowest up. `row` and `column` are those of the headline. A step is
    taken to be known as closely as the published figure beside it. `lost` is what one step of the rate downwards,
    `rate_step` percentage points, takes from the headline's cell; none where no such step is possible.
    """

    bases: tuple[Base, ...]
    rates: tuple[Rate, ...]
    cells: tuple[tuple[Quantity, ...], ...]
    target_year: int
    unit: Unit
    row: int
    column: int
    rate_step: Decimal
    lost: Quantity | None

    @property
    def decimals(self) -> int:
        """Decimals for every cell alike: those that the headline's own supports, or enough to tell a step from the next."""
        own = supported_decimals(self.cells[self.row][self.column])
        loses = self.lost is not None and self.lost.point > 0
        told = min(-self.lost.point.adjusted(), MOST_DECIMALS) if self.lost and loses else 0
        # No cell may be shown outside of what is known of it.
        return max(own, told, *(_least_inside(cell) for row in self.cells for cell in row))


def sensitivity(outlook: Outlook | None, published: Iterable[Claim]) -> Sensitivity | None:
    """The grid around a headline, or none where there is no outlook or the base may be zero.

    `published` are the market's published bases: of them the headline's rivals of its own year and the rejected ones get a row.
    """
    if outlook is None or in_unit_of(outlook.size, outlook.target).low <= 0:
        return None
    target_year = outlook.path[-1].year
    bases = _bases(outlook, published)
    rates, step = _rates(outlook.growth)
    row = next(place for place, base in enumerate(bases) if base.claim == outlook.size)
    column = next(place for place, rate in enumerate(rates) if rate.claim)
    lost, unit = _lost(outlook, step) if column else None, outlook.target.unit
    cells = tuple(tuple(growth.grown(b.value, r.value, target_year - b.year) for r in rates) for b in bases)
    return Sensitivity(bases, rates, cells, target_year, unit, row, column, step, lost)


def _least_inside(cell: Quantity) -> int:
    """The fewest decimals with which a value stays in its interval."""
    decimals = supported_decimals(cell)
    while cell.low <= rounded(cell.point, decimals - 1) <= cell.high and decimals > LEAST_DECIMALS:
        decimals -= 1
    return decimals


def _bases(outlook: Outlook, published: Iterable[Claim]) -> tuple[Base, ...]:
    size, year = outlook.size, outlook.path[0].year
    value = in_unit_of(size, outlook.target)
    step = max(_round_tenth(value.point), 2 * (value.high - value.point))
    beside = [Base(value + step * steps, year, None if steps else size) for steps in STEPS]
    # Whatever says something else than the headline, rather than being of another year.
    alike = (claim for claim in published if claim != size and compares(claim, size))
    against = [claim for claim in alike if claim.year == size.year or claim.rank == Rank.DEPRECATED]
    rivals = [Base(in_unit_of(claim, outlook.target), claim.year, claim) for claim in against]
    told: dict[object, Base] = {}
    for rival in rivals:  # one amount from two outlets is one base
        if (rival.year, rival.value) != (year, value) and rival.value.low > 0:
            told.setdefault((rival.year, rival.value), rival)
    kept = [base for base in beside if base.value.low > 0] + list(told.values())[:MOST_RIVALS]
    return tuple(sorted(kept, key=lambda base: (-base.value.point, not base.claim)))


def _rates(stated: Claim) -> tuple[tuple[Rate, ...], Decimal]:
    """The rates with their step: no finer than the printed digits, no rate below a total loss."""
    value = stated.quantity
    step = max(_round_tenth(abs(value.point)), 2 * (value.high - value.point), LEAST_RATE_STEP)
    rates = [Rate(value + step * steps, None if steps else stated) for steps in STEPS]
    return tuple(rate for rate in rates if rate.value.low > -100), step


def _lost(outlook: Outlook, step: Decimal) -> Quantity:
    """v ((1 + r)^n - (1 + r - s)^n), which rises with the base v and with the rate r."""
    years = outlook.path[-1].year - outlook.path[0].year
    base, rate = (in_unit_of(outlook.size, outlook.target), RISES), (outlook.growth.quantity, RISES)
    return monotone(lambda v, r: v * ((1 + r / 100) ** years - (1 + (r - step) / 100) ** years), base, rate)


def _round_tenth(value: Decimal) -> Decimal:
    """The largest of 1, 2 and 5 times a power of ten that is no more than a tenth of the value: 1 for 14.2."""
    tenth = value * TENTH
    if tenth <= 0:
        return Decimal(0)
    power = Decimal(1).scaleb(tenth.adjusted())
    return max(power * factor for factor in (1, 2, 5) if power * factor <= tenth)
