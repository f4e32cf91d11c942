"""Every figure of the reports on CAR-T and on cell and gene therapy stands in the data as printed; the list was made from the reports' facts."""

import csv

import pytest

from scripts.load import load_catalog
from tests.commands import ROOT

FIGURES = list(csv.DictReader((ROOT / "tests/data/other_figures.csv").open(encoding="utf-8")))


@pytest.fixture(scope="module")
def markets():
    return load_catalog(ROOT / "data").markets


@pytest.mark.parametrize("figure", FIGURES, ids=lambda figure: f"{figure['fact']}-{figure['claim']}")
def test_each_figure_is_in_the_data_with_its_source_and_place(markets, figure):
    claim = markets[figure["market"]].claims[figure["claim"]]
    period = claim.period.text if claim.period else ""
    assert (claim.printed.text, claim.unit.code, period) == (
        figure["value"],
        figure["unit"],
        figure["period"],
    )
    assert claim.source.voice == figure["voice"]
    assert claim.locator


def test_all_facts_with_a_number_are_listed():
    facts = {figure["fact"] for figure in FIGURES}
    assert {f"P{number:03}" for number in (1, 2, 3, *range(8, 44))} <= facts
    assert {"G001", "G002", "G003", "G004", "G005", "G014"} <= facts
