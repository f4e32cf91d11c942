"""What must be true: how much has to be sold, or at what price, for a published size to come about."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from scripts.derive.ids import PREFIX
from scripts.derive.units import PERCENT, PIECES, in_base_units
from scripts.model import Claim, Computed, Market, Quantity, Role, Unit, UnitKind
from scripts.notation import compact, full, period


@dataclass(frozen=True, slots=True)
class Requirement:
    """A size divided by a published price (`value` is a count) or by a published volume (`value` is money for one)."""

    size: Claim
    by: Claim
    value: Computed

    @property
    def is_count(self) -> bool:
        """Whether the value counts what must be sold."""
        return self.by.measure.role == Role.PRICE


@dataclass(frozen=True, slots=True)
class Product:
    """A published price times a published volume of one period; `value` is the product in per cent of the size."""

    size: Claim
    price: Claim
    volume: Claim
    product: Quantity
    value: Computed

    @property
    def fits(self) -> bool:
        """Whether the digits printed let price times volume be the size."""
        return self.value.meets(Quantity.exact(100))


def requirements(market: Market) -> tuple[Requirement, ...]:
    """Size ÷ price for the leading size and the target, size ÷ volume where both are of one period.

    A price may be of another year than the size: then the count is what must be sold at that price, and says so.
    """
    prices, volumes, head = _own(market, Role.PRICE), _flows(market), market.headline
    found = []
    for size in (size for size in (head.size, head.target) if size and size.unit.currency):
        found += [_divided(size, price) for price in prices if _same_money(size, price)]
        found += [_divided(size, volume) for volume in volumes if size.when == volume.when]
    return tuple(requirement for requirement in found if requirement)


def products(market: Market) -> Iterator[Product]:
    """Each price with each volume and each size of one period, in one currency."""
    for size, price, volume in product(_own(market, Role.SIZE), _own(market, Role.PRICE), _flows(market)):
        whole, amount = in_base_units(size), in_base_units(price) * in_base_units(volume)
        if _same_money(size, price) and size.when == price.when == volume.when and whole.low > 0:
            known_as = f"{PREFIX}{price.id}-times-{volume.id}-of-{size.id}"
            name = f"Price times volume, of {full(size)} in {period(size.period)}"
            formula = f"{full(price)} × {compact(volume)} ÷ {full(size)}"
            value, inputs = amount / whole * 100, (price.id, volume.id, size.id)
            percentage = Computed.of(value, known_as, name, PERCENT, formula, inputs)
            yield Product(size, price, volume, amount, percentage)


def _divided(size: Claim, by: Claim) -> Requirement | None:
    divisor = in_base_units(by)
    if divisor.low <= 0:
        return None
    is_count = by.measure.role == Role.PRICE
    unit = PIECES if is_count else Unit("each", "each", UnitKind.MONEY, "each", size.unit.currency)
    what = "What must be sold" if is_count else "What each must bring"
    known_as, name = f"{PREFIX}{size.id}-by-{by.id}", f"{what} for {full(size)} in {period(size.period)}"
    value, formula = in_base_units(size) / divisor, f"{full(size)} ÷ {full(by)}"
    return Requirement(size, by, Computed.of(value, known_as, name, unit, formula, (size.id, by.id)))


def _own(market: Market, role: Role) -> list[Claim]:
    """Followed claims of the market itself in a role."""
    return [claim for claim in market.followed if claim.measure.role == role and market.is_own_whole(claim)]


def _flows(market: Market) -> list[Claim]:
    """Volumes sold over a period: what stands at its end, such as users, is sold to nobody."""
    return [claim for claim in _own(market, Role.VOLUME) if claim.measure.over_time == "sum"]


def _same_money(size: Claim, price: Claim) -> bool:
    return size.unit.currency is not None and size.unit.currency == price.unit.currency
