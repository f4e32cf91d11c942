"""From Vega's SVG to ours: no colour of its own, no script, a name and a description, ids of their own."""

import re
from dataclasses import replace

import pytest
from lxml import etree

from scripts.charts import figures
from scripts.charts.theme import HATCH, INKS
from scripts.derive import derive
from scripts.render.drawn import RenderError
from scripts.render.theme import themed
from tests.charts.markets import AWKWARD, MARKUP, of_shares
from tests.charts.reading import drawn
from tests.commands import ROOT

SVG = "{http://www.w3.org/2000/svg}"
OURS = re.compile(r"var\(--ma-[a-z-]+\)|none|url\(#figure-[a-z0-9-]+-hatch\)")


def dressed(known):
    import json

    for figure in figures(known, derive(known)):
        for variant in ("wide", "narrow"):
            raw = drawn(json.dumps(getattr(figure, variant), sort_keys=True))
            yield figure, etree.fromstring(themed(raw, figure, variant))


@pytest.fixture(scope="module", params=AWKWARD)
def pictures(request):
    """All figures of an awkward market, wide and narrow, as they will stand in a page."""
    return list(dressed(AWKWARD[request.param]()))


def test_every_colour_is_one_of_ours(pictures):
    for figure, root in pictures:
        colours = {
            element.get(key) for element in root.iter() for key in ("fill", "stroke") if element.get(key)
        }
        assert all(OURS.fullmatch(colour) for colour in colours), (figure.id, colours)


def test_the_picture_has_a_role_a_name_and_a_description(pictures):
    for figure, root in pictures:
        assert root.get("role") == "img"
        title, description = root.get("aria-labelledby").split()
        assert root.find(f"{SVG}title[@id='{title}']").text == figure.title
        assert root.find(f"{SVG}desc[@id='{description}']").text == figure.alt


def test_no_id_stands_twice_on_a_page(pictures):
    ids = [element.get("id") for _, root in pictures for element in root.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    assert all(name.startswith("figure-") for name in ids)


def test_nothing_in_it_runs_links_or_carries_style_of_its_own(pictures):
    for _, root in pictures:
        for element in root.iter():
            assert etree.QName(element).localname in {
                "svg", "g", "path", "circle", "line", "text", "title", "desc", "defs", "pattern", "rect",
            }  # fmt: skip
            assert not [
                key for key in element.attrib if key.startswith("on") or key in ("style", "href", "class")
            ] or (element is root)


def test_it_has_no_size_in_pixels(pictures):
    for _, root in pictures:
        assert root.get("width") is None
        assert root.get("height") is None
        assert re.fullmatch(r"0 0 \d+ \d+", root.get("viewBox"))


def test_every_data_mark_says_what_it_shows(pictures):
    for figure, root in pictures:
        assert len([element for element in root.iter() if element.get("aria-label")]) == figure.marks


def test_a_script_in_a_label_is_text_and_nothing_else():
    found = [root for figure, root in dressed(AWKWARD["hostile"]()) if figure.id == "shares-use"]
    for root in found:
        assert MARKUP in [text.text for text in root.iter(f"{SVG}text")]
        assert b"<script" not in etree.tostring(root)


def test_the_hatch_is_defined_where_it_is_used_and_only_there():
    with_remainder, whole = of_shares("48.7", count=3), of_shares("60", "40")
    shares = [root for figure, root in dressed(with_remainder) if figure.id == "shares-use"]
    assert [len(root.findall(f".//{SVG}pattern")) for root in shares] == [1, 1]
    shares = [root for figure, root in dressed(whole) if figure.id == "shares-use"]
    assert [len(root.findall(f".//{SVG}pattern")) for root in shares] == [0, 0]


def raw_figure():
    known = of_shares("48.7", count=3)
    return next(iter(figures(known, derive(known))))


PLAIN = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="1" height="1" '
    'viewBox="0 0 1 1"><style>*{}</style><script>x</script><image/><foreignObject/>'
    '<g class="mark-rect role-mark data_0_marks"><path id="a" onclick="x" style="y" xlink:href="javascript:x" '
    'd="M0.123456,1" fill="#A1B005"/></g></svg>'
)


def test_what_vega_never_writes_would_not_pass_either():
    svg = themed(PLAIN, replace(raw_figure(), marks=1), "wide")
    for word in ("script", "onclick", "style", "href", "image", "foreignObject", "0.123456"):
        assert word not in svg
    assert (
        '<path id="figure-solid-state-batteries-shares-use-wide-a" d="M0.12,1" fill="var(--ma-accent)"/>'
        in svg
    )


def test_an_entity_is_not_resolved():
    bomb = '<!DOCTYPE svg [<!ENTITY a "aaaa">]><svg xmlns="http://www.w3.org/2000/svg">&a;</svg>'
    assert "aaaa" not in themed(bomb, replace(raw_figure(), marks=0), "wide")


def test_what_is_no_svg_is_refused():
    with pytest.raises(RenderError, match="not an SVG drawing"):
        themed("<svg", raw_figure(), "wide")


@pytest.mark.parametrize("ink", INKS, ids=lambda ink: ink.name)
def test_the_style_sheet_has_the_colours_of_the_drawings(ink):
    sheet = (ROOT / "docs/assets/figures.css").read_text(encoding="utf-8")
    light, dark = sheet.split('[data-md-color-scheme="slate"]')[:2]
    assert f"--ma-{ink.name}: {ink.light};" in light
    assert f"--ma-{ink.name}: {ink.dark};" in dark.split("}")[0]


def test_no_sentinel_is_a_colour_of_the_page():
    sheet = (ROOT / "docs/assets/figures.css").read_text(encoding="utf-8").lower()
    assert not [ink.name for ink in INKS if ink.sentinel in sheet or HATCH in sheet]
