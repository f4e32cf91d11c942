"""What must be true: how much has to be sold, or at what price, for a published size to come about."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from scripts.derive.interval import FALLS, RISES, monotone
from scripts.derive.precision import in_base_units
from scripts.model import Claim, Market, Quantity, Rank, Role


@dataclass(frozen=True, slots=True)
class Requirement:
    """A size divided by a published price (`value` is a count) or by a published volume (`value` is money for one)."""

    size: Claim
    by: Claim
    value: Quantity

    @property
    def is_count(self) -> bool:
        """Whether the value counts what must be sold."""
        return self.by.measure.role == Role.PRICE


@dataclass(frozen=True, slots=True)
class Product:
    """A published price times a published volume of one year, as a part of the size of that year (1 where they agree)."""

    size: Claim
    price: Claim
    volume: Claim
    ratio: Quantity

    @property
    def fits(self) -> bool:
        """Whether the digits printed let price times volume be the size."""
        return self.ratio.low <= 1 <= self.ratio.high


def requirements(market: Market) -> tuple[Requirement, ...]:
    """Size ÷ price for the leading size and the target, size ÷ volume where both are of one year.

    A price may be of another year than the size: then the count is what must be sold at that price, and says so.
    """
    prices, volumes = _followed(market, Role.PRICE), _followed(market, Role.VOLUME)
    found = []
    for size in (market.headline.size, market.headline.target):
        if size is None:
            continue
        found += [_divided(size, price) for price in prices if _same_money(size, price)]
        found += [_divided(size, volume) for volume in volumes if _same_year(size, volume)]
    return tuple(requirement for requirement in found if requirement)


def products(market: Market) -> tuple[Product, ...]:
    """Each price with each volume of the year of the leading size, or of the target."""
    return tuple(_products(market))


def _products(market: Market) -> Iterator[Product]:
    prices, volumes = _followed(market, Role.PRICE), _followed(market, Role.VOLUME)
    for size in (market.headline.size, market.headline.target):
        for price in prices:
            for volume in volumes:
                if size and _same_money(size, price) and _same_year(size, price) and _same_year(size, volume):
                    whole, each, many = in_base_units(size), in_base_units(price), in_base_units(volume)
                    if whole.low > 0:
                        ratio = monotone(
                            lambda p, n, s: p * n / s, (each, RISES), (many, RISES), (whole, FALLS)
                        )
                        yield Product(size, price, volume, ratio)


def _divided(size: Claim, by: Claim) -> Requirement | None:
    divisor = in_base_units(by)
    if divisor.low <= 0:
        return None
    return Requirement(size, by, monotone(lambda s, d: s / d, (in_base_units(size), RISES), (divisor, FALLS)))


def _followed(market: Market, role: Role) -> list[Claim]:
    """Claims of the market itself in that role, worldwide and of all segments."""
    claims: Iterable[Claim] = market.claims.values()
    return [c for c in claims if c.measure.role == role and c.is_headline_kind and c.rank != Rank.DEPRECATED]


def _same_money(size: Claim, price: Claim) -> bool:
    return size.unit.currency is not None and size.unit.currency == price.unit.currency


def _same_year(size: Claim, other: Claim) -> bool:
    return bool(size.period and other.period and size.period.start.year == other.period.start.year)
