"""The checker finds what is broken, and stays silent on what is sound."""

from pathlib import Path

import pytest

from scripts.publish.verify import verify

HERE = "https://example.org/almanac/"
SOUND = {
    "index.html": '<a href="market/#size">size</a><link rel="stylesheet" href="a.css"><a href="https://fda.gov/x">out</a>',
    "market/index.html": '<h1 id="size">Size</h1><a href="../">home</a><a href="#size">self</a><img src="../p.svg">',
    "404.html": '<a href="/almanac/market/">absolute</a>',
    "a.css": "body { background: url(p.svg) }",
    "p.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
}


POLICY = """<meta http-equiv="Content-Security-Policy" content="script-src 'self'">"""


def faults_of(folder: Path, **changed: str) -> list[str]:
    for name, text in {**SOUND, **{key.replace("__", "/"): value for key, value in changed.items()}}.items():
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(
            f"<!doctype html><html><head>{POLICY}</head><body>{text}</body></html>"
            if name.endswith("html")
            else text
        )
    return verify(folder, HERE)


def test_a_sound_site_has_no_faults(tmp_path):
    assert faults_of(tmp_path) == []


def test_a_site_without_pages_is_a_fault(tmp_path):
    assert verify(tmp_path, HERE) == ["there are no pages"]


@pytest.mark.parametrize(
    ("body", "says"),
    [
        ('<a href="nowhere/">x</a>', "nowhere/ leads nowhere"),
        ('<a href="market">x</a>', "market leads nowhere"),
        ('<a href="market/#gone">x</a>', "market/#gone has no such anchor"),
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
        ('<iframe src="market/"></iframe>', "<iframe> has no place"),
        ('<object data="p.svg"></object>', "<object> has no place"),
        ('<base href="/">', "<base> has no place"),
        ('<p id="a">x</p><p id="a">y</p>', "the id 'a' stands twice"),
        ("<script>alert(1)</script>", "its policy does not know the script 'alert(1)'"),
    ],
)
def test_each_planted_fault_is_found(tmp_path, body, says):
    faults = faults_of(tmp_path, **{"index.html": body})
    assert any(says in fault for fault in faults), faults


def test_a_style_sheet_that_asks_another_host_is_found(tmp_path):
    assert faults_of(tmp_path, **{"a.css": "body{background:url(https://x.example/y)}"}) == [
        "a.css: asks another host for https://x.example/y"
    ]


def test_an_address_with_encoded_letters_is_read_as_the_browser_reads_it(tmp_path):
    assert faults_of(tmp_path, **{"index.html": '<a href="m%61rket/#si%7ae">x</a>'}) == []


def test_a_page_without_a_policy_is_found(tmp_path):
    faults_of(tmp_path)
    (tmp_path / "bare.html").write_text("<!doctype html><title>x</title><p>x</p>")
    assert verify(tmp_path, HERE) == ["/almanac/bare.html: has no content security policy"]
