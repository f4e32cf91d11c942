"""Whatever is derived of any market there is: the value lies in its interval, and so does what is shown of it."""

import re
from collections.abc import Iterator
from decimal import Decimal

import pytest

from scripts.derive import derive
from scripts.model import Computed, Market, Quantity
from scripts.notation import (
    followed,
    known,
    measured,
    number,
    outward,
    rounded,
    span,
    supported_decimals,
    typeable,
    typed,
)
from tests.rooms import ROOMS, catalog, markets

MARKETS = markets()
NAMES = [name for name, _ in MARKETS]


def quantities(market: Market) -> Iterator[tuple[str, Quantity]]:
    """Every number that follows from a market, named or not."""
    derived = derive(market)
    yield from derived.values.items()
    for breakdown in derived.divisions:
        named = [(part.id, part.share) for part in breakdown.parts] + [("remainder", breakdown.remainder)]
        yield from ((f"{breakdown.name} {breakdown.year} {name}", share) for name, share in named if share)
    for estimate in derived.estimates:
        yield from ((f"{t.growth.id} reached", t.reached) for t in estimate.triangles)
    for product in derived.products:
        yield product.value.id, product.product
    yield from ((claim.id, claim.quantity) for claim in market.claims.values())


def numbers(text: str) -> list[Decimal]:
    return [Decimal(found) for found in re.findall(r"-?[0-9.]+", typed(text).replace(",", ""))]


def check(name: str, value: Quantity) -> None:
    assert value.low <= value.point <= value.high, name
    shown = numbers(known(value))[-1]
    if value.low < value.high:
        assert value.low <= shown <= value.high, (name, known(value), value)
        ends = numbers(span(value))
        assert not ends or min(ends) <= shown <= max(ends) or value.below or value.above, (
            name,
            known(value),
            span(value),
        )
        decimals = supported_decimals(value) + 1
        low, high = outward(value, decimals)
        assert low <= value.low, name
        assert value.high <= high, name
        assert high - low <= value.high - value.low + 2 * Decimal(1).scaleb(-decimals), name
    assert Decimal(typeable(value)) == shown, name


@pytest.mark.parametrize("market", [market for _, market in MARKETS], ids=NAMES)
def test_every_value_lies_in_its_interval_and_is_shown_within_it(market: Market) -> None:
    every = list(quantities(market))
    assert len(every) >= len(market.claims)
    for name, value in every:
        check(name, value)


@pytest.mark.parametrize("market", [market for _, market in MARKETS], ids=NAMES)
def test_every_computed_value_has_name_formula_and_inputs(market: Market) -> None:
    for name, value in derive(market).values.items():
        assert isinstance(value, Computed)
        assert name == value.id
        assert name.startswith("derived-")
        assert value.name.strip()
        assert value.formula.strip()
        assert value.inputs
        assert set(value.inputs) <= set(market.claims), name
        assert numbers(measured(value, value.unit))[-1:] == numbers(known(value))[-1:]
        assert abs(numbers(followed(value, value.unit))[-1] - value.point) <= abs(value.high - value.low) + 1


@pytest.mark.parametrize("market", [market for _, market in MARKETS], ids=NAMES)
def test_no_cell_of_a_grid_is_shown_outside_of_what_is_known_of_it(market: Market) -> None:
    grid = derive(market).sensitivity
    for row in grid.cells if grid else ():
        for cell in row:
            assert grid
            assert cell.low <= rounded(cell.point, grid.decimals) <= cell.high
            assert numbers(number(cell.point, grid.decimals)) == [rounded(cell.point, grid.decimals)]


def test_all_rooms_were_looked_at() -> None:
    assert len([room for room in ROOMS if catalog(room)]) >= 30
    assert sum(len(derive(market).values) for _, market in MARKETS) > 500
    assert sum(derive(market).sensitivity is not None for _, market in MARKETS) >= 4
