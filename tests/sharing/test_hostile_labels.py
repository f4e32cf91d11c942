"""Text of the data stays text on figure pages, in live frames and in pictures."""

import json
from dataclasses import replace

import pytest
from lxml import etree, html

from scripts.charts import figures
from scripts.derive import derive
from scripts.render.drawn import Drawn
from scripts.render.standalone import standalone
from scripts.sharing import Preview, Shared, figure_page, live_page
from tests.charts.markets import hostile

EVIL = '</script><!--<script>alert(1)</script> " onload=alert(1) & {{ 7*7 }}'
DRAWN = Drawn(*['<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 756 300"><desc/></svg>'] * 2)


def evil():
    for figure in figures(hostile(), derive(hostile())):
        known = replace(figure, title=EVIL, subtitle=EVIL, reading=EVIL, alt=EVIL)
        yield Shared(known, DRAWN, "https://example.org/", EVIL, "", "", lambda _: None)


def alone(shared):
    return figure_page(shared, Preview(b"", EVIL), "2026-11-23")


@pytest.mark.parametrize("page", [alone, live_page])
def test_no_text_becomes_markup_script_or_handler(page):
    for shared in evil():
        tree = html.document_fromstring(page(shared))
        assert len(tree.findall(".//script")) == 2
        if page is alone:
            linked = tree.findtext(".//script[@type='application/ld+json']")
            assert json.loads(linked or "{}")["name"] == EVIL
        assert not [name for element in tree.iter() for name in element.attrib if str(name).startswith("on")]
        assert tree.findtext(".//h1") == EVIL
        assert not tree.xpath("//comment()")


def test_the_specification_of_a_live_page_is_read_back_whole():
    for shared in evil():
        inline = html.document_fromstring(live_page(shared)).findtext(".//script[@id='ma-specification']")
        assert inline
        assert len(json.loads(inline)["wide"]["layer"]) == len(shared.figure.wide["layer"])


def test_a_picture_shows_the_text_as_typed():
    for shared in evil():
        root = etree.fromstring(standalone(shared.figure, DRAWN.wide, shared.address))
        assert root[0].text == root[1].text == EVIL
        assert root.find(".//{http://www.w3.org/2000/svg}script") is None
