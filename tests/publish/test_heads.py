"""What a page says of itself before anyone opens it, and how it may be cited."""

import csv
from functools import cache

import pytest
from lxml import etree, html

from tests.commands import ROOT
from tests.ledger import gone

pytestmark = pytest.mark.slow
MARKET = "personalized-cell-therapy"
SITEMAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}


@cache
def page(site, place):
    return html.parse(str(site / place / "index.html"), html.HTMLParser(encoding="utf-8")).getroot()


def meta(site, place, name):
    (found,) = page(site, place).xpath(f"//meta[@property='{name}' or @name='{name}']/@content")
    return found.replace("\u00a0", " ")


def places(site):
    """All pages but live frames, whose address is that of their figure, and those that say what was withdrawn."""
    left = gone()
    found = (path.parent.relative_to(site).as_posix() for path in sorted(site.rglob("index.html")))
    return [place for place in found if not place.endswith("/live") and f"{place}/" not in left]


@pytest.mark.parametrize(
    ("place", "says"),
    [
        (
            f"markets/{MARKET}",
            "From USD 14.2 bn in 2024 to USD 127.1 bn in 2034: nine times as much. But: Market size rises from",
        ),
        (
            f"markets/{MARKET}/forecast",
            "From USD 14.2 bn in 2024 to USD 127.1 bn in 2034: nine times as much.",
        ),
        (f"markets/{MARKET}/regions", "North America at 41.2 %"),
        (
            f"markets/{MARKET}/quality",
            "Market size rises from USD 2 bn in 2023 to USD 14.2 bn in 2024",
        ),
        (
            f"c/{MARKET}/share-hospitals-2023",
            "58.2 %: Revenue share, Hospitals, personalized cell therapy, 2023",
        ),
        (f"c/{MARKET}/size-2023", "USD 2 bn"),
    ],
)
def test_a_description_begins_with_what_the_page_finds(built_site, place, says):
    described = meta(built_site, place, "description")
    assert described.startswith(says)
    assert described == meta(built_site, place, "og:description")
    assert 80 <= len(described) <= 200


def test_the_data_page_counts_figures_and_publishers(built_site):
    room = ROOT / "data" / "markets" / MARKET / "observations.csv"
    with room.open(encoding="utf-8", newline="") as file:
        count = len(list(csv.DictReader(file)))
    assert meta(built_site, f"markets/{MARKET}/data", "description").startswith(
        f"{count} published figures of "
    )


def test_the_card_of_a_page_is_that_of_its_first_figure(built_site):
    card = meta(built_site, f"f/{MARKET}/size-forecast", "og:image")
    assert meta(built_site, f"markets/{MARKET}", "og:image") == card
    assert meta(built_site, f"markets/{MARKET}/forecast", "og:image") == card
    assert meta(built_site, f"markets/{MARKET}/data", "og:image") != card


def test_every_page_says_how_it_is_cited_with_its_own_address(built_site):
    cited = 0
    for place in places(built_site):
        (canonical,) = page(built_site, place).xpath("//link[@rel='canonical']/@href")
        (line,) = page(built_site, place).xpath("//textarea[@id='cite-text']")
        assert line.text.rstrip().endswith(f" {canonical}"), place
        assert len(page(built_site, place).xpath("//textarea[starts-with(@id, 'cite-')]")) == 4, place
        cited += 1
    assert cited > 600


def test_the_sitemap_lists_every_address_once(built_site):
    index = etree.parse(str(built_site / "sitemap.xml"))
    (home,) = page(built_site, "").xpath("//link[@rel='canonical']/@href")
    parts = [part.removeprefix(home) for part in index.xpath("//s:sitemap/s:loc/text()", namespaces=SITEMAP)]
    listed = [
        address
        for part in parts
        for address in etree.parse(str(built_site / part)).xpath("//s:url/s:loc/text()", namespaces=SITEMAP)
    ]
    pages = [
        page(built_site, place).xpath("string(//link[@rel='canonical']/@href)")
        for place in places(built_site)
    ]
    assert sorted(listed) == sorted(pages)
    assert f"Sitemap: {home}sitemap.xml" in (built_site / "robots.txt").read_text(encoding="utf-8")


@pytest.mark.browser
@pytest.mark.parametrize(
    "place", [f"markets/{MARKET}/regions/", f"c/{MARKET}/size-2024/", f"f/{MARKET}/regions/"]
)
def test_a_citation_is_copied_by_one_press(built_site, serving, browser, place):
    home = serving(built_site)
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    tab = context.new_page()
    tab.goto(home + place, wait_until="networkidle")
    if place.startswith("markets/"):
        tab.click(".ma-cite summary")
    tab.click("[data-copy='#cite-text']")
    tab.wait_for_function("document.querySelector(\"[data-copy='#cite-text']\").textContent === 'Copied'")
    copied = tab.evaluate("navigator.clipboard.readText()")
    assert copied == tab.input_value("#cite-text")
    assert copied.startswith("Market Almanac: ")
    context.close()
