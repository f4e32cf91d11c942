"""Two real tables, entered as printed: what comes out equals what their publishers print, and nobody is accused."""

import shutil
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import pytest

from scripts.audit import audit
from scripts.derive import Breakdown, derive
from scripts.load import load_catalog
from scripts.model import Catalog, Grade, Quantity
from tests.commands import ROOT

HERE = Path(__file__).parent


def read(name: str, folder: Path) -> Catalog:
    """The table's market and source with the words of our own codelists."""
    shutil.copytree(ROOT / "data" / "codelists", folder / "codelists")
    shutil.copytree(HERE / name, folder, dirs_exist_ok=True)
    return load_catalog(folder)


@pytest.fixture(scope="module")
def semiconductors(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    return read("semiconductors", tmp_path_factory.mktemp("semiconductors") / "data")


@pytest.fixture(scope="module")
def electric_cars(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    return read("electric-cars", tmp_path_factory.mktemp("electric-cars") / "data")


def of_2021(catalog: Catalog, dimension: str, parent: str = "") -> Breakdown:
    """The one breakdown of 2021 by this dimension."""
    (found,) = (
        one
        for one in derive(catalog.markets["semiconductors"]).breakdowns
        if (one.dimension, one.parent, one.year) == (dimension, parent, "2021")
    )
    return found


def shares(broken_down: Breakdown) -> dict[str, str]:
    """The share of each part in per cent to one decimal."""
    return {
        part.code: str(part.share.point.quantize(Decimal("0.1"), ROUND_HALF_UP))
        for part in broken_down.parts
        if part.share
    }


def test_all_rows_are_read(semiconductors: Catalog, electric_cars: Catalog) -> None:
    assert len(semiconductors.markets["semiconductors"].claims) == 78
    assert len(electric_cars.markets["electric-cars"].claims) == 1278


def test_products_and_the_four_kinds_of_integrated_circuits(semiconductors: Catalog) -> None:
    # Of 555,893: 30,337 and 43,404 and 19,149 and 463,002. Of those 463,002: 74,105 and 80,221 and 154,837 and 153,838.
    assert shares(of_2021(semiconductors, "product")) == {
        "integrated-circuits": "83.3",
        "optoelectronics": "7.8",
        "discrete": "5.5",
        "sensors": "3.4",
    }
    assert shares(of_2021(semiconductors, "product", "integrated-circuits")) == {
        "logic": "33.4",
        "memory": "33.2",
        "micro": "17.3",
        "analog": "16.0",
    }


def test_four_regions_with_japan_beside_asia_pacific(semiconductors: Catalog) -> None:
    # Of 555,893: 342,967 and 121,481 and 47,757 and 43,687.
    assert shares(of_2021(semiconductors, "region")) == {
        "asia-pacific": "61.7",
        "americas": "21.9",
        "europe": "8.6",
        "japan": "7.9",
    }


@pytest.mark.parametrize("name", ["semiconductors", "electric-cars"])
def test_nobody_is_accused(name: str, request: pytest.FixtureRequest) -> None:
    # Sums, yearly growth and regions of both tables were redone by hand within their roundings: all hold.
    catalog = request.getfixturevalue(name.replace("-", "_"))
    findings = audit(catalog.markets[name], catalog).findings
    assert [f.id for f in findings if f.grade in {Grade.ERROR, Grade.CONTRADICTION}] == []


def test_cars_are_counted_without_money(electric_cars: Catalog) -> None:
    market = electric_cars.markets["electric-cars"]
    assert (market.currency, market.base_year, market.forecast_period) == ("", None, None)
    claim = market.claims["sales-bev-world-2022"]
    # 7,300,000 in two significant digits stands for 7.25 to 7.35 million.
    assert claim.printed.text == "7300000"
    assert claim.printed.interval == Quantity(Decimal(7_300_000), Decimal(7_250_000), Decimal(7_350_000))


def test_the_european_union_lies_within_europe(electric_cars: Catalog) -> None:
    union = electric_cars.codelists.regions["eu27"]
    assert union.part_of == "europe"
    assert electric_cars.codelists.regions["other-europe"].residual
    assert electric_cars.codelists.regions["rest-of-the-world"].residual
