"""The block of a figure in a page: everything is there without JavaScript, and nothing in the data is markup."""

import re

import pytest
from lxml import html

from scripts.charts import figures
from scripts.derive import derive
from scripts.pages.figure_block import figure_block
from scripts.pages.leads import Lead
from scripts.render.drawn import Drawn
from tests.charts.markets import AWKWARD, MARKUP, hostile, ordinary
from tests.factory import plain

DRAWN = Drawn("<svg id='w'></svg>", "<svg id='n'></svg>")


def leads(record):
    return Lead(f"../data/#{record}")


def blocks(known):
    return {
        figure.id: (
            figure,
            html.fragment_fromstring(figure_block(figure, DRAWN, leads, root="../")),
        )
        for figure in figures(known, derive(known))
    }


@pytest.mark.parametrize("name", AWKWARD)
def test_every_figure_has_title_subtitle_both_drawings_and_its_table(name):
    for figure, block in blocks(AWKWARD[name]()).values():
        assert (block.tag, block.get("id")) == ("figure", f"figure-{figure.id}")
        assert block.findtext(".//figcaption/h2/a") == figure.title
        assert block.find(".//p[@class='ma-figure__subtitle']").text_content() == figure.subtitle
        assert [svg.get("id") for svg in block.iter("svg")] == ["w", "n"]
        assert len(block.findall(".//details//tbody/tr")) == len(figure.rows)
        assert [cell.text_content() for cell in block.findall(".//thead//th")] == list(figure.columns)


def test_a_row_leads_to_its_claim():
    _, block = blocks(ordinary())["shares-use"]
    links = {link.get("href"): plain(link.text) for link in block.findall(".//tbody//a")}
    assert links == {
        "../data/#cars": "58.2 %",
        "../data/#phones": "20.1 %",
        "../data/#derived-remainder-use-2024": "21.7 %",
    }


def test_the_title_leads_to_the_page_of_the_figure():
    _, block = blocks(ordinary())["shares-use"]
    assert block.find(".//figcaption/h2/a").get("href") == "../f/solid-state-batteries/shares-use/"


def test_every_cell_names_its_column_for_phones():
    figure, block = blocks(ordinary())["trials"]
    row = block.find(".//tbody/tr")
    assert row.find("th").get("scope") == "row"
    assert [cell.get("data-label") for cell in row.findall("td")] == list(figure.columns[1:])


def test_the_figure_names_its_source_and_offers_itself_in_every_form():
    _, block = blocks(ordinary())["shares-use"]
    assert "Source: Volt Research" in block.find(".//p[@class='ma-figure__source']").text_content()
    links = block.findall(".//p[@class='ma-figure__actions']/a")
    at = "../f/solid-state-batteries/shares-use"
    assert {link.text: link.get("href") for link in links} == {
        "Link": f"{at}/",
        "PNG": f"{at}.png",
        "SVG": f"{at}.svg",
        "CSV": f"{at}.csv",
        "Cite": f"{at}/#cite",
        "Embed": f"{at}/#embed",
        "Explore": f"{at}/live/",
    }


def test_the_heading_has_the_level_that_the_page_asks_for():
    for figure in figures(ordinary(), derive(ordinary())):
        block = figure_block(figure, DRAWN, leads, root="../", level=2)
        assert html.fragment_fromstring(block).findtext(".//figcaption/h2/a") == figure.title


def test_markup_in_the_data_is_shown_and_never_obeyed():
    figure, block = blocks(hostile())["shares-use"]
    assert block.find(".//script") is None
    assert MARKUP in block.find(".//tbody/tr/th").text_content()
    assert "<script" not in figure_block(figure, DRAWN, leads, root="../")


def test_there_is_no_script_no_handler_and_no_style_in_the_block():
    for figure in figures(ordinary(), derive(ordinary())):
        text = figure_block(figure, DRAWN, leads, root="../")
        assert not re.search(r"<script|\son\w+=|\sstyle=|<style", text)
