"""The checker finds what is broken, and stays silent on what is sound."""

import time
from pathlib import Path

import pytest

from scripts.publish.verify import verify
from tests.publish.sound_site import HOME, sitemap, sound_site, write


def faults_of(folder: Path, body: str = "", **changed: str) -> list[str]:
    """What is found in the sound site with something added to its home page and other files changed."""
    site = write(sound_site() | {name: text.encode() for name, text in changed.items()}, folder)
    home = site / "index.html"
    home.write_text(home.read_text().replace("</body>", f"{body}</body>"))
    return verify(site, HOME)


def test_a_sound_site_has_no_faults(tmp_path):
    assert faults_of(tmp_path) == []


def test_a_site_is_sound_whether_or_not_its_address_is_typed_with_a_slash(tmp_path):
    assert verify(write(sound_site(), tmp_path), HOME.removesuffix("/")) == []


def test_a_site_without_pages_is_a_fault(tmp_path):
    assert verify(tmp_path, HOME) == ["there are no pages"]


@pytest.mark.parametrize(
    ("body", "says"),
    [
        ('<a href="nowhere/">x</a>', "nowhere/ leads nowhere"),
        ('<a href="markets/tea">x</a>', "markets/tea leads nowhere"),
        ('<a href="markets/tea/#gone">x</a>', "markets/tea/#gone has no such anchor"),
        ('<a href="#gone">x</a>', "#gone has no such anchor"),
        ('<a href="../other/">x</a>', "leaves the site's own folder"),
        ('<img src="gone.png">', "gone.png leads nowhere"),
        ('<script src="gone.js"></script>', "gone.js leads nowhere"),
        ('<link rel="stylesheet" href="gone.css">', "gone.css leads nowhere"),
        (
            '<script src="https://cdn.example/x.js"></script>',
            "asks another host for https://cdn.example/x.js",
        ),
        ('<img src="//cdn.example/x.png">', "asks another host"),
        ('<img srcset="p.svg 1x, https://cdn.example/x.png 2x">', "asks another host"),
        ('<link rel="preconnect" href="https://fonts.example">', "asks another host"),
        ("<style>@import 'https://fonts.example/x.css'</style>", "asks another host"),
        ('<p style="background:url(https://x.example/y)">x</p>', "asks another host"),
        ('<p onclick="alert(1)">x</p>', "event handler onclick"),
        ('<a href="javascript:alert(1)">x</a>', "href='javascript:alert(1)'"),
        ('<a href=" java\nscript:alert(1)">x</a>', "href="),
        ('<iframe src="markets/tea/"></iframe>', "<iframe> has no place"),
        ('<object data="p.svg"></object>', "<object> has no place"),
        ('<base href="/">', "<base> has no place"),
        ('<p id="a">x</p><p id="a">y</p>', "the id 'a' stands twice"),
        ("<script>alert(1)</script>", "its policy does not know the script 'alert(1)'"),
    ],
)
def test_each_planted_fault_is_found(tmp_path, body, says):
    faults = faults_of(tmp_path, body)
    assert any(says in fault for fault in faults), faults


def test_a_style_sheet_that_asks_another_host_is_found(tmp_path):
    assert faults_of(tmp_path, **{"b.css": "body{background:url(https://x.example/y)}"}) == [
        "b.css: line 1: asks another host for https://x.example/y"
    ]


def test_another_host_is_found_in_a_sheet_that_asks_for_it_in_pieces(tmp_path):
    css = "/* url(https://x.example/no) */ @import/**/'https://x.example/a'; i{background:image-set(URL(//x.example/b) 1x)}"
    assert faults_of(tmp_path, **{"b.css": css}) == [
        "b.css: line 1: asks another host for https://x.example/a",
        "b.css: line 1: asks another host for //x.example/b",
    ]


@pytest.mark.parametrize(
    "link",
    [
        "m%61rkets/tea/#si%7ae",
        "./markets/../markets/tea/",
        "/almanac/",
        "/almanac/markets/tea/#size",
        "?from=mail#top",
        "",
        "#",
        "markets/tea/?a=b#size",
        "index.html",
        "//example.org/almanac/markets/tea/",
        "https://example.org/another-site/",
        "mailto:a@example.org",
        "#old",
    ],
)
def test_an_address_is_read_as_a_browser_reads_it(tmp_path, link):
    assert faults_of(tmp_path, f'<a href="{link}">x</a>') == []


@pytest.mark.parametrize(
    ("link", "says"),
    [
        ("./markets/../../tea/", "leaves the site's own folder"),
        ("/markets/tea/", "leaves the site's own folder"),
        ("//example.org/almanac/tea/", "leads nowhere"),
        ("https://example.org/almanac/markets/tea/#gone", "has no such anchor"),
        ("markets\\tea/", "leads nowhere"),
        ("Markets/tea/", "leads nowhere"),
        ("markets/tea/#Size", "has no such anchor"),
        ("markets//tea/", "leads nowhere: no folder has an empty name"),
    ],
)
def test_what_a_browser_would_not_find_is_dead(tmp_path, link, says):
    (fault,) = faults_of(tmp_path, f'<a href="{link}">x</a>')
    assert fault.startswith("index.html: line ")
    assert fault.endswith(f": {link} {says}")


def test_a_page_without_anything_is_told_all_that_it_lacks(tmp_path):
    faults = faults_of(tmp_path, **{"bare.html": "<!doctype html><title>x</title><p>x</p>"})
    assert faults[0] == "bare.html: has no content security policy"
    assert "bare.html: has no canonical in its head, and needs one" in faults
    assert {fault.partition(":")[0] for fault in faults} == {"bare.html", "sitemap.xml"}


def test_a_document_of_an_unknown_shape_is_a_fault_and_no_traceback(tmp_path):
    # What the download of a market holds is held against the API, and any text is a style sheet.
    spoilt = {name for name in sound_site() if name.endswith((".json", ".xml", ".csv", ".ics", ".svg"))}
    for content in ("", "[]", "{}", "null", "\x00", "<a/>", '{"docs": [1]}'):
        faults = faults_of(tmp_path, **dict.fromkeys(spoilt, content))
        found = {fault.partition(":")[0] for fault in faults}
        assert spoilt - found <= {"markets/tea/data/tea.json"} | (
            {"p.svg", "f/tea/size.svg"} if content == "<a/>" else set()
        )


def test_light_pages_cost_little(tmp_path):
    """A site has thousands of them: half a millisecond each when this was written, the preview included."""
    number, count = sound_site()["c/tea/size/index.html"], 400
    more = {
        f"c/tea/n{n}/index.html": number.replace(b"c/tea/size/", f"c/tea/n{n}/".encode())
        for n in range(count)
    }
    listed = sitemap(*(name.removesuffix("index.html") for name in more))
    site = write(sound_site() | more | {"sitemap-more.xml": listed}, tmp_path)
    index = site / "sitemap.xml"
    index.write_text(
        index.read_text().replace(
            "<sitemap>", f"<sitemap><loc>{HOME}sitemap-more.xml</loc></sitemap><sitemap>"
        )
    )
    began = time.process_time()
    assert verify(site, HOME) == []
    assert (time.process_time() - began) / count < 0.003
