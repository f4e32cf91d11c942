"""Comparisons on a site: pages, links both ways, the figure in its context; nothing at all without the file."""

import re
import shutil
from html import escape
from importlib.resources import files
from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Browser

from tests.bench.measuring import cost
from tests.bench.serving import hosted
from tests.commands import ROOT, verb
from tests.unreleased import unreleased

FIRST, SECOND = "personalized-cell-therapy", "another-therapy"
EVIL = "</title><img src=x onerror=alert(1)>{{ 7*7 }} [x](javascript:alert(1)) {: onclick=alert(1)}"
AXE = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
PATHS = ("compare/", "compare/both/")

pytestmark = pytest.mark.slow


def doubled(data: Path) -> None:
    """The first market once more under another name, part of the first, both set side by side."""
    folder = Path(shutil.copytree(data / "markets" / FIRST, data / "markets" / SECOND))
    market = folder / "market.yml"
    text = market.read_text(encoding="utf-8").replace("Personalized cell therapy", EVIL)
    text = re.sub(r"(?m)^(title|short_title): .*$", rf'\1: "{EVIL}"', text)
    text = re.sub(r"(?m)^part_of: .*\n", "", text)
    market.write_text(text.replace("\nowner:", f"\npart_of: [{FIRST}]\nowner:", 1), encoding="utf-8")
    (data / "comparisons.yml").write_text(
        f'both:\n  title: "{EVIL}"\n  question: "{EVIL}?"\n  markets: [{SECOND}, {FIRST}]\n', encoding="utf-8"
    )


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("compared")
    data = Path(shutil.copytree(ROOT / "data", folder / "data"))
    doubled(unreleased(data))
    done = verb("site", "--data", data, "--out", folder / "site")
    assert done.returncode == 0, done.stderr
    return folder / "site"


@pytest.fixture(scope="module")
def silent(tmp_path_factory) -> Path:
    """A site of the same data without the file."""
    folder = tmp_path_factory.mktemp("alone")
    data = Path(shutil.copytree(ROOT / "data", folder / "data"))
    (unreleased(data) / "comparisons.yml").unlink()
    done = verb("site", "--data", data, "--out", folder / "site")
    assert done.returncode == 0, done.stderr
    return folder / "site"


def page_of(path: Path) -> html.HtmlElement:
    return html.parse(str(path / "index.html"), html.HTMLParser(encoding="utf-8")).getroot()


def hrefs(page: html.HtmlElement) -> set[str]:
    return {link.get("href") or "" for link in page.iter("a")}


def test_home_and_overviews_lead_to_the_comparison_and_it_leads_back(site):
    assert "compare/both/" in hrefs(page_of(site))
    for market in (FIRST, SECOND):
        overview = page_of(site / "markets" / market)
        (link,) = [a for a in overview.iter("a") if a.get("href") == "../../compare/both/"]
        other = EVIL if market == FIRST else "Personalized cell therapy"
        assert link.text_content() == f"Compare with {other}"
        assert f"../../markets/{market}/" in hrefs(page_of(site / "compare" / "both"))
    assert "both/" in hrefs(page_of(site / "compare"))


def test_the_figure_stands_on_the_comparisons_page_and_not_on_the_home_page(site):
    assert page_of(site / "compare" / "both").get_element_by_id("figure-compare-both") is not None
    assert b"figure-compare-both" not in (site / "index.html").read_bytes()
    page = page_of(site / "f" / "all" / "compare-both")
    links = hrefs(page)
    assert "../../../compare/both/#figure-compare-both" in links
    assert f"../../../c/{SECOND}/size-2024/" in links
    for ending in ("svg", "png", "csv", "json"):
        assert (site / "f" / "all" / f"compare-both.{ending}").is_file()


def test_equal_markets_are_told_to_be_equal(site):
    (lead,) = page_of(site / "compare" / "both").xpath("//p[@class='ma-lead']")
    told = lead.text_content().replace("\u00a0", " ")
    assert re.search(r" is 100 % of personalized cell therapy in 2024 and 100(\.0)? % in 2034\.$", told)


def test_without_the_file_there_is_no_page_and_no_link(silent):
    assert not (silent / "compare").exists()
    assert not list((silent / "f" / "all").glob("compare-*") if (silent / "f" / "all").exists() else [])
    for path in ("index.html", f"markets/{FIRST}/index.html"):
        assert not [link for link in hrefs(page_of((silent / path).parent)) if "compare/" in link]


def test_names_are_text_on_every_page_that_shows_them(site):
    for path in ("compare/both", "compare", "f/all/compare-both", f"markets/{FIRST}", ""):
        page = page_of(site / path)
        assert not page.xpath(
            "//img[@src='x'] | //@onerror | //@onclick | //a[starts-with(@href, 'javascript')]"
        )
        text = (site / path / "index.html").read_text(encoding="utf-8")
        assert escape(EVIL, quote=False)[:40] in text.replace("&#34;", '"'), path


@pytest.mark.browser
@pytest.mark.parametrize("path", PATHS)
def test_axe_finds_nothing_and_nothing_scrolls_sideways(browser: Browser, site, serving, path):
    address = serving(site)
    for width in (1280, 360, 320):
        for scheme in ("light", "dark"):
            context = browser.new_context(
                viewport={"width": width, "height": 900}, bypass_csp=True, color_scheme=scheme
            )
            page = context.new_page()
            page.goto(address + path)
            assert page.evaluate("document.documentElement.scrollWidth") <= width
            page.evaluate(AXE)
            found = page.evaluate(
                "rules => axe.run(document, {runOnly: rules, resultTypes: ['violations']})", RULES
            )["violations"]
            assert [(one["id"], node["target"]) for one in found for node in one["nodes"]] == []
            context.close()


@pytest.mark.browser
@pytest.mark.parametrize("path", PATHS)
def test_a_comparison_weighs_little_and_is_the_same_without_javascript(browser: Browser, site, path):
    with hosted(site) as address:
        measured = cost(browser, site, address + path)
        assert measured.bytes <= 100_000, measured.fetched
        assert measured.requests <= 10, measured.fetched
        assert measured.shift == 0
        told = []
        for script in (True, False):
            context = browser.new_context(java_script_enabled=script)
            page = context.new_page()
            page.goto(address + path, wait_until="networkidle")
            told.append(page.locator("article table.ma-compare").all_inner_texts())
            context.close()
        assert told[0] == told[1]
