"""What pages say: where a market is, what a share is of, and how far a finding goes."""

import re
from dataclasses import replace
from typing import Any

from scripts.audit import Report, audit
from scripts.derive import derive
from scripts.model import Finding, Grade, Moment, Place, Segment
from scripts.pages import MarketView, market_pages
from scripts.pages.description import description
from scripts.pages.kinds import KINDS
from tests.codelists import REGIONS
from tests.factory import catalog, claim, growth, market, share, size, source

LEADING = ("size-2024", "size-2034", "cagr-2024-2034")


def view(one, findings=None):
    whole = catalog(one)
    report = audit(one, whole)
    if findings is not None:
        report = Report(one.id, tuple(findings), {}, dict.fromkeys({f.rule for f in findings}, 1))
    return MarketView(one, whole, derive(one), report, {}, {})


def pages(known):
    """The text of each page of a market by its slug, in single spaces, tables in their places."""
    made, fragments = market_pages(known)
    texts = {}
    for page in made:
        body = str(page.body)
        for fragment in fragments:
            body = body.replace(fragment.placeholder, fragment.html)
        plain = re.sub(r"<[^>]+>", " ", body).replace("\u00a0", " ").replace("&#39;", "'")
        texts[page.place.split("/")[2]] = " ".join(plain.split())
    return texts


def finding(grade, *subjects, rule="growth-triangle", reading=""):
    return Finding(
        market="solid-state-batteries",
        rule=rule,
        topic="-".join(subjects),
        grade=grade,
        title="It does not fit",
        arithmetic="1 + 1 = 3",
        place=Place("x"),
        subjects=subjects,
        reading=reading,
    )


def forecast(rate="14.9"):
    return market(
        size(2024, "10.0"), size(2034, "40.1", status="forecast"), growth(2024, 2034, rate), headline=LEADING
    )


def test_a_national_market_is_never_called_worldwide():
    there: dict[str, Any] = {"region": "germany"}
    german = market(
        size(2024, "10.0", **there),
        share("cars", "60", use="cars", **there),
        headline=("size-2024", None, None),
        geography=REGIONS["germany"],
    )
    said = pages(view(german))
    assert "Energy · Germany" in said[""]
    assert all("orldwide" not in text for text in said.values())


def test_a_market_without_money_has_no_row_for_money_or_base_year():
    volumes = market(
        claim("cells", "326.4", "gwh", "shipments", "2023-Q4"),
        currency="",
        base_year=None,
        forecast_period=None,
    )
    overview = pages(view(volumes))[""]
    assert "Shipments: 326.4 GWh in Q4 2023, as reported by Volt Research." in overview
    assert "Currency, prices" not in overview
    assert "Base year" not in overview
    assert "None" not in overview


def test_a_share_of_shipments_is_of_shipments_everywhere():
    known = market(
        claim("asia", "60", "percent", "shipment-share", region="asia-pacific"),
        claim("europe", "40", "percent", "shipment-share", region="europe"),
    )
    said = pages(view(known))
    assert "Asia Pacific: 60 % of shipments in 2024" in said[""]
    assert "Asia Pacific holds 60 % of shipments in 2024" in said["regions"]
    assert "revenue" not in f"{said['']}{said['regions']}".lower()


def test_what_is_left_of_more_than_a_share_is_less_than_the_rest():
    overview = pages(view(market(share("cars", "45.6", use="cars", qualifier="more-than"))))[""]
    assert "Cars: more than 45.6 % of revenue in 2024; less than 54.4 % is not broken down by use" in overview


def test_others_never_lead_a_takeaway():
    plain = market(share("a", "23", use="cars"), share("rest", "34", use="ships"))
    use = plain.dimensions["use"]
    segments = use.segments | {"ships": Segment("ships", "Others", residual=True)}
    overview = pages(
        view(replace(plain, dimensions=plain.dimensions | {"use": replace(use, segments=segments)}))
    )[""]
    assert "Cars: 23 %" in overview
    assert "Others: 34" not in overview


def test_an_open_question_is_a_quiet_mark_and_no_headline():
    question = finding(
        Grade.QUESTION, "size-2024", "cagr-2024-2034", reading="14.9 % counts from a value for 2025"
    )
    known = view(forecast(), [question])
    said = pages(known)
    assert "The source contradicts itself" not in said[""]
    assert "no contradictions" in said[""]
    assert "one open question" in said[""]
    assert "fits only from an unpublished 2025" in said[""]
    assert "the arithmetic" not in said[""].replace("with the arithmetic", "")
    assert "It holds if 14.9 % counts from a value for 2025." in said["quality"]
    body = str(market_pages(known)[0][0].body)
    assert "ma-mark--ask" in body
    assert 'class="ma-mark ma-mark--warn" href' not in body
    assert "ma-strip__warn" not in body
    assert "does not fit" not in description(KINDS[0], known, "It grows")


def test_only_a_contradiction_of_the_leading_source_is_told_in_front():
    torn = finding(Grade.CONTRADICTION, "size-2024", "size-2034")
    assert "The source contradicts itself" in pages(view(forecast(), [torn]))[""]
    rival = market(*forecast().claims.values(), size(2024, "30", name="rival", source="ampere/x"))
    rival = replace(rival, headline=forecast().headline)
    other = finding(Grade.CONTRADICTION, "rival")
    assert "The source contradicts itself" not in pages(view(rival, [other]))[""]


def test_the_quality_page_has_contradictions_open_questions_and_notes_apart():
    found = [
        finding(grade, "size-2024", rule=rule)
        for grade, rule in zip(
            (Grade.CONTRADICTION, Grade.QUESTION, Grade.NOTE),
            ("horizon-conflict", "growth-triangle", "stale-figure"),
            strict=True,
        )
    ]
    said = pages(view(forecast(), found))["quality"]
    places = [said.index(f"## {heading}") for heading in ("Contradictions", "Open questions", "Notes")]
    assert places == sorted(places)
    assert "one contradiction, one open question, one note" in said


def test_a_figure_read_on_another_page_is_its_authors():
    word = source("renub-research/x").publisher
    carried = source("shopping-feedback/cells", author_named=word, published=Moment("2025"))
    said = pages(view(market(size(2024, "6.82", source=carried), headline=("size-2024", None, None))))
    assert "as reported by Renub Research" in said[""]
    assert "Renub Research, 2025 Page 1; read at Shopping Feedback" in said["data"]
    assert "Shopping Feedback" not in said[""]


def test_each_claim_stands_on_a_page_other_than_data():
    known = view(forecast())
    shown = {c.id for table in known.pivots for c in table.claims}
    assert shown == set(known.market.claims)
    assert "series" in pages(known)


def test_rivals_are_other_authors_of_the_same_time_and_question():
    ours = size(2024, "10.0")
    rivals = [
        size(2024, "30", name="rival", source="ampere/x"),
        size(2025, "31", name="later", source="ampere/x"),
        size(2024, "11", name="ours-again"),
        size(2024, "12", name="older", source="ampere/y", superseded=True),
        claim("quarter", "3", period="2024-Q1", source="ampere/x"),
    ]
    known = view(market(ours, *rivals))
    assert [c.id for c in known.rivals(ours)] == ["rival"]
    asked = [
        share("one", "40", title="Plan to buy"),
        share("two", "20", title="Have bought", source="ampere/x"),
    ]
    known = view(market(*asked))
    assert known.rivals(asked[0]) == ()


def test_a_part_of_which_any_size_share_or_growth_is_published_is_not_called_silent():
    known = view(
        market(
            size(2024, "1", name="crossed", use="cars", region="europe"),
            growth(2024, 2030, "5", use="phones"),
            regions=(REGIONS["europe"], REGIONS["north-america"]),
        )
    )
    assert known.unpublished == ("ships", "oxide", "sulfide", "North America")
    assert known.silent_segments == ("ships", "oxide", "sulfide")
