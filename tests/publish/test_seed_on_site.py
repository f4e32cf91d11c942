"""Every figure of the seed stands on the built site, with its source and the place in it."""

from functools import cache
from pathlib import Path

import pytest
from lxml import html

from tests.data.seed_list import MARKET, PUBLISHER, SeedFigure, seed_figures
from tests.factory import plain

pytestmark = pytest.mark.slow

PAGES = {"event": "dynamics", "checked": "evidence"}  # all others are claims
COLUMNS = {"value": "Value", "date": "Period", "event": "Date"}
CLAIMS = [figure for figure in seed_figures() if figure.kind not in PAGES]


@cache
def page(address: Path) -> html.HtmlElement:
    return html.parse(address / "index.html").getroot()


def row(site: Path, figure: SeedFigure) -> html.HtmlElement:
    """The one table row that holds the figure's record."""
    name = f"check-{figure.record}" if figure.kind == "checked" else figure.record
    address = site / "markets" / MARKET / PAGES.get(figure.kind, "data")
    rows = page(address).xpath("//tr[@id=$name]", name=name)
    assert len(rows) == 1, f"{name} stands {len(rows)} times on the page {address.name}"
    return rows[0]


def words(element: html.HtmlElement) -> str:
    return plain(" ".join(element.text_content().split()))


@pytest.mark.parametrize("figure", seed_figures(), ids=str)
def test_each_figure_of_the_seed_is_on_its_page(built_site: Path, figure: SeedFigure):
    found = row(built_site, figure)
    if figure.kind in COLUMNS:  # marks of findings and checks may follow the figure
        (found,) = found.xpath("td[@data-label=$column]", column=COLUMNS[figure.kind])
        assert words(found).startswith(figure.shown)
    assert figure.shown in words(found)


@pytest.mark.parametrize("figure", CLAIMS, ids=str)
def test_beside_each_claim_of_the_seed_stand_its_publisher_and_the_place(
    built_site: Path, figure: SeedFigure
):
    (cell,) = row(built_site, figure).xpath("td[@data-label='Source']")
    assert PUBLISHER in words(cell)
    assert figure.place in words(cell)
