"""What a claim's page says of editions, authors, what a share is of, ranges and open questions."""

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from lxml import html

from scripts.audit import Report, audit
from scripts.derive import derive
from scripts.model import Dimension, Finding, Grade, Moment, Place, Segment
from scripts.pages import MarketView
from scripts.sharing.claim_page import claim_page
from scripts.sharing.finding_page import SharedFinding, finding_page
from scripts.sharing.shared_claim import SharedClaim
from tests.codelists import REGIONS
from tests.factory import catalog, claim, growth, market, plain, share, size, source

if TYPE_CHECKING:
    from lxml.html import HtmlElement

NEW = source("volt-research/batteries-2024", published=Moment("2024-11"), series="batteries")
OLD = source("volt-research/batteries-2023", published=Moment("2023-04"), series="batteries")
SITE = "https://almanac.example/"


def shared(one, name, findings=None):
    whole = catalog(one)
    report = audit(one, whole)
    if findings is not None:
        report = Report(one.id, tuple(findings), {}, {})
    view = MarketView(one, whole, derive(one), report, {}, {})
    return SharedClaim(one.claims[name], view, SITE)


def said(known):
    """What stands beside each heading, what stands in front of all, and what the head describes."""
    root = html.fromstring(claim_page(known, known.preview))
    beside = {dt.text_content(): cast("HtmlElement", dt.getnext()) for dt in root.iter("dt")}
    found = {name: plain(" ".join(dd.text_content().split())) for name, dd in beside.items()}
    found[""] = plain(" ".join(root.xpath("string(//main)").split()))
    found["description"] = plain(root.xpath("string(//meta[@name='description']/@content)"))
    return found


def editions():
    return market(
        size(2024, "90", source=NEW),
        size(2024, "100", name="old-2024", source=OLD, superseded=True),
        size(2024, "40", name="old-phones", use="phones", source=OLD, superseded=True),
    )


def test_a_claim_tells_what_earlier_editions_said():
    assert said(shared(editions(), "size-2024"))["Other editions"] == "Revised from USD 100 bn (April 2023)"


def test_a_claim_of_an_earlier_edition_says_first_that_a_newer_one_has_replaced_it():
    told = said(shared(editions(), "old-2024"))
    assert "A newer edition, of November 2024, has replaced this one. It says USD 90 bn." in told[""]
    assert told["Other editions"] == "Revised to USD 90 bn (November 2024)"
    assert "replaced by a newer edition" in told["description"]
    dropped = said(shared(editions(), "old-phones"))
    assert "has replaced this one. It does not give this figure any more." in dropped[""]
    assert "replaced" not in said(shared(editions(), "size-2024"))[""]


def test_the_author_says_it_and_the_carrier_stands_with_the_place():
    carried = source("shopping-feedback/cells", author_named=source("renub-research/x").publisher)
    told = said(shared(market(size(2024, "6.82", source=carried)), "size-2024"))
    assert "as reported by Renub Research." in told[""]
    assert "Renub Research, Batteries; Page 1; read at Shopping Feedback" in told["Who says so"]
    unnamed = source("publisher-not-stated/x")
    told = said(shared(market(size(2024, "6.82", source=unnamed)), "size-2024"))
    assert "as reported by an author whom the page does not name." in told[""]


def test_a_share_says_of_what():
    told = [
        (share("whole", "40", use="cars"), "Of the revenue of the whole market, worldwide"),
        (share("there", "40", region="europe"), "Of the revenue of the whole market, worldwide"),
        (
            share("both", "40", use="cars", region="europe"),
            "Of revenue; the source does not say of which whole: of the segment, or of the region",
        ),
        (
            claim("sold", "40", "percent", "shipment-share", use="cars"),
            "Of the shipments of the whole market, worldwide",
        ),
    ]
    for one, of in told:
        assert said(shared(market(one), one.id))["A share of what"] == of
    assert "A share of what" not in said(shared(market(size(2024, "1")), "size-2024"))


def test_a_share_of_a_nested_segment_is_of_the_one_that_holds_it():
    nested = {"cars": Segment("cars", "Cars"), "vans": Segment("vans", "Vans", part_of="cars")}
    known = market(share("vans", "40", use="vans"))
    known = replace(known, dimensions={**known.dimensions, "use": Dimension("use", "Use", nested)})
    assert said(shared(known, "vans"))["A share of what"] == "Of the revenue of cars, worldwide"


def test_a_national_market_names_its_country():
    german = market(size(2024, "8", region="germany"), geography=REGIONS["germany"])
    told = said(shared(german, "size-2024"))
    assert "Market size, solid-state batteries, Germany, 2024" in told[""]
    assert "orldwide" not in told[""]


def test_the_digits_say_the_rounding_range_of_the_print():
    known = "Rounding range of the print"
    ranged = said(shared(market(claim("price", "120..130", "usd", "price")), "price"))
    assert ranged[known] == "119.5 to 130.5: a range as printed, with the rounding of both ends"
    assert "USD 120 to 130 each" in ranged[""]
    two = source(rounded_to=2)
    assert said(shared(market(size(2024, "14000", source=two)), "size-2024"))[known] == (
        "13,500 to 14,500, as its source rounds to 2 significant digits"
    )
    more = said(shared(market(share("more", "45.6", use="cars", qualifier="more-than")), "more"))
    assert more[known] == "more than 45.6 %; how much more, its author does not say"


def test_an_open_question_stands_under_the_number_and_in_no_preview():
    question = Finding(
        market="solid-state-batteries",
        rule="growth-triangle",
        topic="cagr-2024-2034",
        grade=Grade.QUESTION,
        title="14.9 % fits only from a value that is not published",
        arithmetic="10 bn × 1.149¹⁰ = 40.1 bn, not 35 bn",
        place=Place("x"),
        subjects=("cagr-2024-2034", "size-2024"),
        reading="14.9 % counts from a value for 2025",
    )
    known = market(size(2024, "10.0"), size(2034, "35"), growth(2024, 2034, "14.9"))
    rate = shared(known, "cagr-2024-2034", [question])
    told = said(rate)
    assert "Open question: fits only from an unpublished 2025" in told[""]
    assert "It holds if 14.9 % counts from a value for 2025." in told["What our rules find"]
    assert "fits only" not in told["description"]
    assert "But:" not in rate.preview.alt
    size_told = said(shared(known, "size-2024", [question]))
    assert "Open question: 14.9 % counts from a value for 2025" in size_told[""]
    found = SharedFinding(question, rate.view, SITE)
    page = plain(html.fromstring(finding_page(found, found.preview)).xpath("string(//main)"))
    assert "Open question · solid-state-batteries" in page
    assert "it holds only under a reading that the source does not state" in page
