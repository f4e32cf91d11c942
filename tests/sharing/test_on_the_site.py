"""Figures as they are shared: all their forms tell the same numbers, and the live one lives anywhere."""

import csv
import io
import json
import re
import struct
from html import unescape

import pytest
import vl_convert
from lxml import etree, html

from tests.publish.test_reading_in_a_browser import opened

pytestmark = pytest.mark.slow

SVG = "{http://www.w3.org/2000/svg}"
# Counts of rows, told or left to the table; these numbers stand nowhere else.
MORE = re.compile(r"and \d+ more in the table|\d+ estimates")
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


def typed(text):
    return text.replace("\u00a0", " ").replace("\u2212", "-")


def page_of(path):
    return html.parse(str(path / "index.html"), html.HTMLParser(encoding="utf-8")).getroot()


def picture_of(path):
    return etree.parse(str(path.with_suffix(".svg"))).getroot()


def shared(site):
    found = sorted((site / "f").glob("*/*.svg"))
    assert len(found) >= 10
    return [path.with_suffix("") for path in found]


def test_page_csv_and_json_have_the_same_table_for_every_figure(built_site):
    for path in shared(built_site):
        page = page_of(path)
        rows = [[cell.text_content() for cell in row] for row in page.findall(".//tbody/tr")]
        columns = [cell.text_content() for cell in page.findall(".//thead//th")]
        meta = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))["usermeta"]
        assert (meta["columns"], meta["rows"]) == (columns, rows)
        text = path.with_suffix(".csv").read_bytes().decode("utf-8-sig")
        listed = list(csv.DictReader(io.StringIO(text, newline="")))
        shown = [[row[typed(column)].removeprefix("'") for column in columns] for row in listed]
        assert shown == [[typed(cell).removeprefix("'") for cell in row] for row in rows]
        for row in listed:
            for column, number in row.items():
                if column.endswith(" (number)") and number:
                    written = NUMBER.findall(row[column.removesuffix(" (number)")])
                    assert number.lstrip("-") == written[0].replace(",", ""), (path, row)


def test_every_picture_and_page_says_title_alternative_source_and_address(built_site):
    for path in shared(built_site):
        page = page_of(path)
        picture = picture_of(path)
        meta = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        title = page.find(".//h1").text_content()
        words = " ".join(text.text or "" for text in picture.iter(f"{SVG}text"))
        assert picture.find(f"{SVG}title").text == title == " ".join(meta["title"]["text"])
        assert picture.find(f"{SVG}desc").text == meta["description"] == page.find(".//desc").text
        assert title in words
        assert (
            meta["usermeta"]["figure"] in words.replace("/ ", "/") or meta["usermeta"]["figure"][:60] in words
        )
        assert "var(" not in etree.tostring(picture, encoding="unicode")
        assert path.with_suffix(".svg").stat().st_size < 60_000
        description = page.find(".//meta[@name='description']").get("content")
        assert 80 <= len(description) <= 200


def test_every_number_of_the_alternative_text_is_in_title_table_or_picture(built_site):
    for path in shared(built_site):
        picture = picture_of(path)
        meta = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        told = " ".join([*meta["usermeta"]["columns"], *(c for row in meta["usermeta"]["rows"] for c in row)])
        told += " ".join(text.text or "" for text in picture.iter(f"{SVG}text"))
        assert set(NUMBER.findall(MORE.sub("", meta["description"]))) <= set(NUMBER.findall(told)), path


def test_png_is_twice_the_size_of_the_svg(built_site):
    for path in shared(built_site):
        root = picture_of(path)
        width, height = struct.unpack(">II", path.with_suffix(".png").read_bytes()[16:24])
        assert (width, height) == (2 * int(root.get("width")), 2 * int(root.get("height")))


def test_search_finds_each_figure_once_and_no_live_frame(built_site):
    assert "/f/" not in (built_site / "sitemap.xml").read_text(encoding="utf-8")
    index = json.loads((built_site / "search" / "search_index.json").read_text(encoding="utf-8"))
    found = [one["location"] for one in index["docs"] if one["location"].startswith("f/")]
    pages = {path.relative_to(built_site).as_posix() + "/" for path in shared(built_site)}
    assert len(found) == len(set(found))
    assert set(found) == pages


def test_the_runtime_is_the_installed_vega_and_only_live_pages_load_it(built_site):
    assert f'"{vl_convert.get_vega_version()}"' in (built_site / "assets/live.js").read_text(encoding="utf-8")
    loading = [p for p in built_site.rglob("*.html") if "assets/live.js" in p.read_text(encoding="utf-8")]
    assert sorted(loading) == sorted(path / "live" / "index.html" for path in shared(built_site))


@pytest.fixture(scope="module")
def address(built_site, serving):
    return serving(built_site)


@pytest.mark.browser
@pytest.mark.parametrize("figure", ["size-forecast", "shares-end-user", "events"])
def test_the_live_figure_lives_on_another_origin(browser, built_site, serving, address, tmp_path, figure):
    page = page_of(built_site / f"f/personalized-cell-therapy/{figure}")
    code = page.find(".//textarea[@id='embed-code']").text
    code = re.sub(r'src="https?://[^/]+/', f'src="{address}', unescape(code))
    (tmp_path / "index.html").write_text(
        f'<!doctype html><link rel="icon" href="data:,"><body>{code}</body>', encoding="utf-8"
    )
    for script in (True, False):
        context = browser.new_context(java_script_enabled=script, viewport={"width": 900, "height": 700})
        other = context.new_page()
        asked: list[str] = []
        said: list[str] = []
        other.on("request", lambda request, asked=asked: asked.append(request.url))
        other.on("console", lambda message, said=said: said.append(message.text))
        other.on("pageerror", lambda error, said=said: said.append(str(error)))
        there = serving(tmp_path)
        other.goto(there, wait_until="networkidle")
        frame = next(one for one in other.frames if one.url.endswith("/live/"))
        if script:
            frame.wait_for_selector("body.drawn svg")
            assert frame.locator("svg [aria-label]").count() >= 2
        else:
            assert frame.locator("#ma-stage img").is_visible()
        assert said == []
        assert all(url.startswith((address, there, "data:")) for url in asked), asked
        assert any("live.js" in url for url in asked) == script
        context.close()


@pytest.mark.browser
def test_explore_opens_the_live_figure_on_its_own_page(browser, address):
    page, complaints = opened(browser, f"{address}f/personalized-cell-therapy/leaders/", 1280, "dark")
    page.click("a.ma-explore")
    page.frame_locator("iframe.ma-live").locator("body.drawn svg").wait_for()
    assert complaints == []
    page.context.close()


@pytest.mark.browser
@pytest.mark.parametrize("width", [1280, 360])
def test_figure_pages_open_quietly_without_sideways_scroll(browser, address, built_site, width):
    for path in shared(built_site):
        page, complaints = opened(
            browser, f"{address}{path.relative_to(built_site)}/", width, "light", script=False
        )
        assert complaints == []
        assert page.locator("figure svg").locator("visible=true").count() == 1
        page.context.close()
