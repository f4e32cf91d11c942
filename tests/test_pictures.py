"""Pictures: every page type is found by walking a site, and the contact sheet shows each in each variant."""

from pathlib import Path

from lxml import html

from tests.pictures import VARIANTS, contact_sheet, page_types


def site_of(tmp_path: Path, *pages: str) -> Path:
    for page in pages:
        folder = tmp_path / page
        folder.mkdir(parents=True)
        (folder / "index.html").write_text("<h1>Here</h1>")
    return tmp_path


def test_the_market_with_most_pages_stands_for_all(tmp_path):
    site = site_of(
        tmp_path, "markets/aa", "markets/aa/data", "markets/bb", "markets/bb/data", "markets/bb/forecast"
    )
    found = page_types(site)
    assert found["overview"] == "markets/bb/"
    assert found["forecast"] == "markets/bb/forecast/"
    assert "markets/aa/" not in found.values()


def test_a_figure_a_live_page_and_a_claim_are_pictured_once_where_there_are_any(tmp_path):
    site = site_of(
        tmp_path, "f/aa/leaders", "f/aa/regions", "f/aa/leaders/live", "c/aa/share", "c/aa/size-2024"
    )
    found = page_types(site)
    assert [found[name] for name in ("figure", "live", "claim")] == [
        "f/aa/regions/",
        "f/aa/leaders/live/",
        "c/aa/size-2024/",
    ]


def test_pages_that_are_not_there_are_not_asked_for(tmp_path):
    assert page_types(site_of(tmp_path, "glossary")) == {
        "home": "",
        "glossary": "glossary/",
        "404": "404.html",
    }


def test_the_contact_sheet_shows_each_page_in_each_variant():
    sheet = html.document_fromstring(contact_sheet({"home": "", "overview": "markets/aa/"}))
    assert [image.get("src") for image in sheet.iter("img")] == [
        f"{name}-{variant.name}.png" for name in ("home", "overview") for variant in VARIANTS
    ]
    assert {variant.name for variant in VARIANTS} == {"light", "dark", "phone", "print"}
