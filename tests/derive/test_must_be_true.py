from dataclasses import replace
from decimal import Decimal

import pytest

from scripts.derive import derive
from scripts.derive.must_be_true import products, requirements
from scripts.model import Measure, Rank, Role, Unit, UnitKind
from tests.factory import claim, market, plain, size

DOLLARS = Unit("usd", "US dollars", UnitKind.MONEY, "", "USD", 1)
CELLS = Unit("cells", "Cells", UnitKind.COUNT, "cells", None, 1)
PRICE = Measure("price", "Price of a cell", Role.PRICE, ("usd",), "")
SOLD = Measure("sold", "Cells sold", Role.VOLUME, ("cells",), "")


def price(value, year="2024", **more):
    return replace(claim("price", "1", period=year, **more), measure=PRICE, unit=DOLLARS, value=value)


def volume(value, year="2024", measure=SOLD, **more):
    return replace(claim("volume", "1", period=year, **more), measure=measure, unit=CELLS, value=value)


def led(*claims):
    return market(*claims, headline=("size-2024", "size-2034", None))


SIZES = size(2024, "14.2"), size(2034, "127.1")


def test_size_over_price_is_what_must_be_sold_at_that_price():
    now, then = requirements(led(*SIZES, price("400000")))
    assert now.is_count
    # 14.2 bn / 400,000 = 35,500; 14.15 bn / 400,000.5 = 35,374.96; 14.25 bn / 399,999.5 = 35,625.04
    assert now.value.point == 35500
    assert (round(now.value.low, 2), round(now.value.high, 2)) == (Decimal("35374.96"), Decimal("35625.04"))
    assert then.value.point == 317750  # 127.1 bn at the price of 2024


def test_size_over_volume_is_the_money_for_one_in_the_same_year_alone():
    (one,) = requirements(led(*SIZES, volume("71000")))
    assert not one.is_count
    assert one.value.point == 200000  # 14.2 bn / 71,000
    assert requirements(led(*SIZES, volume("71000", "2023"))) == ()


@pytest.mark.parametrize(("cells", "fits"), [("35500", True), ("35600", True), ("40000", False)])
def test_price_times_volume_is_held_against_the_size(cells, fits):
    (product,) = products(led(*SIZES, price("400000"), volume(cells)))
    assert product.fits is fits  # 35,600 x 400,000 = 14.24 bn, which 14.2 may stand for


def test_price_times_volume_has_an_address_of_its_own():
    known = derive(led(*SIZES, price("400000"), volume("35500"))).values[
        "derived-price-times-volume-of-size-2024"
    ]
    assert known.point == 100  # 400,000 x 35,500 = 14.2 bn
    assert known.inputs == ("price", "volume", "size-2024")
    assert plain(known.formula) == "USD 400,000 × 35,500 cells ÷ USD 14.2 bn"


def test_rejected_and_foreign_figures_take_no_part():
    assert requirements(led(*SIZES, price("400000", rank=Rank.DEPRECATED))) == ()
    assert requirements(led(*SIZES, price("400000", scope="car-t"))) == ()
    assert requirements(led(size(2024, "14.2", "eur-bn"), SIZES[1], price("1")))[0].size.id == "size-2034"
    assert requirements(led(*SIZES, price("0"))) == ()
    assert requirements(market(price("5"))) == ()


def test_users_at_the_end_of_a_year_are_sold_to_nobody():
    users = replace(SOLD, over_time="end")
    assert requirements(led(*SIZES, volume("71000", measure=users))) == ()


def test_a_quarter_s_volume_is_not_held_against_a_year():
    assert not list(products(led(*SIZES, price("400000"), volume("35500", "2024-Q1"))))
