"""Sheets are joined in their order, and only what no page can use is left out."""

import pytest

from scripts.publish.stylesheet import join_styles

PAGE = """<!doctype html><html class="no-js"><head><link rel="stylesheet" href="{up}assets/stylesheets/main.1.css">
<link rel="stylesheet" href="{up}assets/own.css"></head><body data-kind="a"><p class="used" id="here">x</p></body></html>"""


def joined(folder, material, own="", script=""):
    for name, text in {
        "index.html": PAGE.format(up=""),
        "sub/index.html": PAGE.format(up="../"),
        "404.html": PAGE.format(up="/almanac/"),
        "plain.html": '<!doctype html><link rel="stylesheet" href="assets/own.css"><p>x</p>',
        "assets/stylesheets/main.1.css": material,
        "assets/own.css": own,
        "assets/a.js": script,
    }.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    join_styles(folder, sorted(folder.rglob("*.html")))
    (sheet,) = (folder / "assets").glob("site.*.css")
    return sheet.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "rule",
    [
        ".used{color:red}",
        "#here{color:red}",
        "p{color:red}",
        "body>p.used:hover{color:red}",
        "p:not(.never){color:red}",
        ":is(.never,p){color:red}",
        "[data-kind=a] p{color:red}",
        "[data-kind]{color:red}",
        ".added-by-script{color:red}",
        "@media print{.used{color:red}}",
        "@keyframes turn{from{opacity:0}to{opacity:1}}",
        'p::before{content:"a,b;c"}',
        ":root{color:red}",
        "*{color:red}",
        "p{width:calc(1px + 2px)}",
    ],
)
def test_a_rule_that_a_page_can_use_stays_as_it_is(tmp_path, rule):
    assert joined(tmp_path, rule, script='x.className="added-by-script"') == rule


@pytest.mark.parametrize(
    "rule",
    [".never{color:red}", "#never{color:red}", "video{color:red}", "[data-kind=z]{color:red}", "[data-never]{color:red}",
     ".used .never{color:red}", "@media print{.never{color:red}}", "/* a */", "p{}"],
)  # fmt: skip
def test_a_rule_that_no_page_can_use_goes(tmp_path, rule):
    assert joined(tmp_path, rule) == ""


def test_of_several_selectors_the_useful_stay(tmp_path):
    assert joined(tmp_path, ".never,.used , video{color:red}") == ".used{color:red}"


def test_custom_properties_that_nothing_reads_go(tmp_path):
    css = "p{--a:1;--b:2;--c:var(--d);--d:3;width:var(--a)}"
    assert joined(tmp_path, css) == "p{--a:1;width:var(--a)}"


def test_the_order_is_kept_and_addresses_are_seen_from_the_new_place(tmp_path):
    found = joined(
        tmp_path,
        "p{background:url(../x.png)}",
        'p { src: url("fonts/a.woff2"); background: url(data:image/gif;base64,AA) }',
    )
    assert (
        found
        == 'p{background:url("x.png")}p{src: url("fonts/a.woff2");background: url(data:image/gif;base64,AA)}'
    )


def test_each_page_links_the_one_sheet_from_where_it_is(tmp_path):
    joined(tmp_path, "p{color:red}")
    (sheet,) = (tmp_path / "assets").glob("site.*.css")
    for name, up in (("index.html", ""), ("sub/index.html", "../"), ("404.html", "/almanac/")):
        text = (tmp_path / name).read_text()
        assert text.count("stylesheet") == 1
        assert f'<link rel="stylesheet" href="{up}assets/{sheet.name}">' in text
    assert 'href="assets/own.css"' in (tmp_path / "plain.html").read_text()
    assert (tmp_path / "assets" / "own.css").exists()


def test_a_sheet_that_cannot_be_read_stops_the_build(tmp_path):
    with pytest.raises(ValueError, match="cannot be read"):
        joined(tmp_path, "p{color:red}}}")
