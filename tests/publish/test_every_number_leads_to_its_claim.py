"""Every number on the pages of markets is a link to its claim, derived value, finding or figure; the site is crawled."""

import functools
import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from lxml import html

from scripts.notation import read, rounded

# Money, per cent, multiples and spans of time; years, dates and plain counts have no unit.
WITH_UNIT = re.compile(
    r"\b[A-Z]{3}[ \u00a0]\d|\d[ \u00a0](?:%|bn\b|m\b|billion|million|times\b|years\b)|(?<![\w.])\d+% "
)
# A number by itself in a cell: no year, and written as notation does.
YEAR = re.compile(r"(?:19|20)\d\d")
# Pages about markets. Methodology, glossary and rules work with made-up examples, sources speak in their own words.
ABOUT_MARKETS = ("markets/", "compare/", "audit/")
# Of a number or a figure, or of a finding among those of its market.
LED = re.compile(r"(?:\.\./)*(?:(?:c|f)/[^/]+/[^/]+/|markets/[^/]+/quality/#.+)$")

ARTICLE = "//article[contains(@class, 'md-content__inner')]"

# Where a number need not be a link, each with the reason.
EXEMPT = {
    "descendant-or-self::svg": "pictures: every mark's number stands in the figure's table",
    "descendant-or-self::script | descendant-or-self::style": "nothing to read",
    "descendant-or-self::*[contains(@class, 'ma-figure__actions')]": "no numbers of markets",
    "descendant-or-self::*[@id='figure-sensitivity']//table": "what if: nobody claims these; both inputs are links",
    "descendant-or-self::form[contains(@class, 'ma-what-if')]//output": "what if, as the reader sets it",
    "descendant-or-self::*[contains(@class, 'ma-figure__source')]": "authors with the years of their publications",
    "descendant-or-self::table[contains(@class, 'ma-score')]": "counts of our own audit",
    "descendant-or-self::a[contains(@href, 'methodology/#score')]/preceding-sibling::strong": "the mean of those counts",
    "descendant-or-self::*[contains(@class, 'ma-note')]": "the note of a source, in its publisher's words",
    "descendant-or-self::td[@data-label='Says']": "what another publication says, no claim of ours",
    "descendant-or-self::td[@data-label='Why not']": "an analyst's reason, in words",
    "descendant-or-self::td[@data-label='Must hold']": "the sentence of a rule",
    "descendant-or-self::*[contains(@class, 'ma-ratio')]": "relates two markets: both sizes beside it are links",
    "descendant-or-self::*[contains(@class, 'ma-locator')]": "places and words of sources; sums beside a linked number",
}
# Of a finding the title leads to its page, where the arithmetic stands too; in it the numbers of claims are links, and
# what the rule computes on the way has no address of its own.
IN_FINDINGS = {"ma-finding", "ma-warn"}
# The whole, and how sure an interval is: no figure of a market.
CONSTANTS = re.compile(r"100[ \u00a0]% (?:less|−)|95[ \u00a0]% intervals?")
# What a comparison finds of two markets belongs to neither; it is the title of its figure, and that is a link.
OF_TWO_MARKETS = re.compile(r"\d[\d.]* times (?:as large|in)")
# Columns of counts of ours: of rows, rules and findings.
OUR_COUNTS = {
    "Segments",
    "Shares known",
    "Claims",
    "Checks",
    "Contradictions",
    "Open questions",
    "Notes",
    "Facts checked",
}
OUR_COUNTS |= {"Cases", "Findings", "Rules that hold", "Rules that find something", "Own"}

# Billions may be shown as millions.
UNITS = (Decimal(1), Decimal(1000), Decimal("0.001"))

pytestmark = pytest.mark.slow


def pages(site: Path) -> Iterator[tuple[str, html.HtmlElement]]:
    """The articles of the pages about markets, without what is exempt."""
    for path in sorted(site.rglob("index.html")):
        place = path.relative_to(site).as_posix().removesuffix("index.html")
        text = path.read_text(encoding="utf-8")
        if "md-content__inner" in text and (not place or place.startswith(ABOUT_MARKETS)):
            (article,) = html.fromstring(text).xpath(ARTICLE)
            for where in EXEMPT:
                for element in article.xpath(where):
                    element.drop_tree()
            yield place, article


def texts(element: html.HtmlElement) -> Iterator[tuple[html.HtmlElement, str]]:
    """Every text below an element, with the element that it stands in."""
    for inner in element.iter():
        if isinstance(inner.tag, str) and inner.text:
            yield inner, inner.text
        around = inner.getparent()
        if inner is not element and inner.tail and around is not None:
            yield around, inner.tail


def led(element: html.HtmlElement) -> bool:
    """Whether an element stands in a link to a page of a claim, derived value, finding or figure."""
    around = (element, *element.iterancestors())
    return any(one.tag == "a" and LED.search(one.get("href", "")) for one in around)


def in_finding(element: html.HtmlElement) -> bool:
    """Whether an element stands in a finding whose title leads to it."""
    around = [
        one for one in (element, *element.iterancestors()) if IN_FINDINGS & set(one.get("class", "").split())
    ]
    return any(one.xpath(".//h3//a | .//a[contains(@class, 'ma-calm')]") for one in around)


def unlinked(site: Path) -> list[str]:
    """Numbers with a unit outside any link, and cells that are one number and no link, as `page: text`."""
    found = []
    for place, article in pages(site):
        for element, text in texts(article):
            said = OF_TWO_MARKETS.sub("", text) if place.startswith("compare/") else text
            number = WITH_UNIT.search(CONSTANTS.sub("", said))
            if number and not led(element) and not in_finding(element):
                found.append(f"{place}: {' '.join(text.split())}")
        for table in article.iter("table"):
            found += [f"{place}: {cell}" for cell in bare(table)]
    return found


def bare(table: html.HtmlElement) -> Iterator[str]:
    """Cells of a table that hold nothing but a number, without unit and link."""
    heads = [head.text_content().strip() for head in table.findall("thead//th")]
    for row in table.findall("tbody/tr"):
        for head, cell in zip(heads, row, strict=False):
            text = cell.text_content().strip()
            known = read(text)
            named = {head, cell.get("data-label")}
            counts = YEAR.fullmatch(known.number) or named & OUR_COUNTS or known.unit if known else True
            if not counts and not cell.xpath(".//a[@href]"):
                yield f"{head}: {text}"


def test_every_number_is_a_link(built_site):
    assert not unlinked(built_site)


def test_the_links_lead_to_pages_that_show_the_number(built_site):
    """A link's own number stands on the page that it leads to, maybe with more digits or in thousands of its unit."""
    wrong, seen = [], 0
    for place, article in pages(built_site):
        for link in article.xpath(".//a[@class='ma-n']"):
            address = link.get("href").partition("#")[0]
            target = (built_site / place / address / "index.html").resolve()
            number = read(link.text_content())
            if not LED.search(address) or number is None:
                continue
            seen += 1
            if not stands(Decimal(number.number.lstrip("-")), numbers(target)):
                wrong.append(f"{place}: {link.text_content()} leads to {address}")
    assert not wrong
    assert seen > 1500


def stands(number: Decimal, shown: set[Decimal]) -> bool:
    """Whether a number is one of those shown, rounded to its own digits."""
    decimals = -int(number.as_tuple().exponent)
    return any(rounded(one * unit, decimals) == number for one in shown for unit in UNITS)


@functools.cache
def numbers(page: Path) -> set[Decimal]:
    """Every number on a light page."""
    text = html.fromstring(page.read_text(encoding="utf-8")).xpath("string(//main)")
    return {Decimal(found.replace(",", "")) for found in re.findall(r"\d[\d,]*(?:\.\d+)?", text)}


def test_every_exemption_is_needed(built_site):
    """What no page has any more is no exemption."""
    pages_of_markets = [
        html.fromstring(path.read_text(encoding="utf-8"))
        for path in sorted(built_site.rglob("index.html"))
        if path.relative_to(built_site).as_posix().startswith(ABOUT_MARKETS)
    ]
    for where in EXEMPT:
        assert any(page.xpath(f"{ARTICLE}/{where}") for page in pages_of_markets), where


LINK = '<a class="ma-n" href="../../c/m/size/">{}</a>'
TABLE = "<table><thead><tr><th>Year</th><th>USD bn</th></tr></thead><tbody><tr><th>2025</th><td>{}</td></tr></tbody></table>"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("<p>It was USD 2 bn.</p>", ["It was USD 2 bn."]),
        (f"<p>It was {LINK.format('USD 2 bn')} in 2024, growing 24.5 %.</p>", ["in 2024, growing 24.5 %."]),
        (f"<p>It was {LINK.format('USD 2 bn')} in 2024; of 12 claims none.</p>", []),
        (TABLE.format("17.7"), ["USD bn: 17.7"]),
        (TABLE.format(LINK.format("17.7")), []),
        ('<div class="ma-finding"><h3>It exceeds</h3><p>2 bn × 2 = 4 bn</p></div>', ["2 bn × 2 = 4 bn"]),
        (
            '<div class="ma-finding"><h3><a href="../../c/m/rule-x/">It exceeds</a></h3><p>2 bn × 2 = 4 bn</p></div>',
            [],
        ),
        ('<p>It was <a href="https://example.org/">USD 2 bn</a></p>', ["USD 2 bn"]),
    ],
)
def test_the_crawl_sees_a_number_without_a_link(tmp_path, text, found):
    page = tmp_path / "markets" / "m" / "index.html"
    page.parent.mkdir(parents=True)
    page.write_text(f'<article class="md-content__inner">{text}</article>', encoding="utf-8")
    assert unlinked(tmp_path) == [f"markets/m/: {one}" for one in found]
