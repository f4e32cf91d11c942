"""What machines read is accepted by independent libraries, and those libraries do refuse what is spoilt."""

import json
import shutil

import feedparser
import frictionless
import pytest
import vobject
from jsonschema import Draft202012Validator
from lxml import etree, html
from pyld import jsonld

from tests.commands import ROOT

MARKETS = sorted(folder.name for folder in (ROOT / "data" / "markets").iterdir())
ATOM = "{http://www.w3.org/2005/Atom}"
# RFC 4287, written from its text: what a feed and an entry must hold, and may hold once.
RULES = etree.RelaxNG(
    etree.fromstring(
        """
<grammar xmlns="http://relaxng.org/ns/structure/1.0" ns="http://www.w3.org/2005/Atom"
         datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
  <start><element name="feed"><interleave>
    <ref name="id"/><ref name="title"/><ref name="updated"/><oneOrMore><ref name="author"/></oneOrMore>
    <oneOrMore><ref name="link"/></oneOrMore><optional><element name="rights"><text/></element></optional><zeroOrMore><ref name="entry"/></zeroOrMore>
  </interleave></element></start>
  <define name="id"><element name="id"><data type="anyURI"><param name="minLength">1</param></data></element></define>
  <define name="title"><element name="title">
    <data type="string"><param name="minLength">1</param></data></element></define>
  <define name="updated"><element name="updated"><data type="dateTime">
    <param name="pattern">.+T.+(Z|[+-]..:..)</param></data></element></define>
  <define name="author"><element name="author"><element name="name"><text/></element></element></define>
  <define name="link"><element name="link"><attribute name="href"><data type="anyURI"/></attribute>
    <attribute name="rel"/><attribute name="type"/></element></define>
  <define name="entry"><element name="entry"><interleave>
    <ref name="id"/><ref name="title"/><ref name="updated"/><oneOrMore><ref name="link"/></oneOrMore>
    <element name="content"><attribute name="type"/><text/></element>
  </interleave></element></define>
</grammar>"""
    )
)


def load_context(url, _options):
    """The vocabulary of schema.org without asking for it: every term is its own."""
    assert url.rstrip("/") in ("https://schema.org", "http://schema.org")
    document = {"@context": {"@vocab": "https://schema.org/"}}
    return {
        "contextUrl": None,
        "contentType": "application/ld+json",
        "documentUrl": url,
        "document": document,
    }


@pytest.mark.slow
@pytest.mark.parametrize("market", MARKETS)
def test_frictionless_accepts_the_data_package(built_site, market):
    report = frictionless.validate(str(built_site / "markets" / market / "data" / "datapackage.json"))
    assert report.valid, report.flatten(["type", "message"])


@pytest.mark.slow
def test_frictionless_refuses_a_value_that_is_no_number(built_site, tmp_path):
    data = shutil.copytree(built_site / "markets" / MARKETS[0] / "data", tmp_path / "data")
    table = data / f"{MARKETS[0]}.csv"
    table.write_text(table.read_text(encoding="utf-8").replace(",8.44,", ",much,", 1), encoding="utf-8")
    assert not frictionless.validate(str(data / "datapackage.json")).valid


@pytest.mark.slow
def test_the_schema_accepts_every_document_of_the_api_and_refuses_a_spoilt_one(built_site):
    room = built_site / "api" / "v1"
    schema = json.loads((room / "schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    judge = Draft202012Validator(schema)
    for path in [room / "markets.json", *sorted((room / "markets").iterdir())]:
        document = json.loads(path.read_text(encoding="utf-8"))
        judge.validate(document)
    for place, field, spoilt in (
        ("claims", "value", "about 14"),
        ("claims", "findings", "one two"),
        ("derived", "value", "9 times"),
        ("studies", "n", 12),
    ):
        document = json.loads((room / "markets" / "personalized-cell-therapy.json").read_bytes())
        document[place][0][field] = spoilt
        assert not judge.is_valid(document), (place, field)


@pytest.mark.slow
def test_atom_feeds_are_accepted_and_spoilt_ones_are_not(built_site):
    feeds = sorted((built_site / "feeds").glob("*.xml"))
    assert [feed.stem for feed in feeds] == sorted(["all", *MARKETS])
    for path in feeds:
        RULES.assertValid(etree.parse(str(path)))
        told = feedparser.parse(path.read_bytes())
        assert not told.bozo
        assert told.version == "atom10"
        listed = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        assert listed["version"] == "https://jsonfeed.org/version/1.1"
        assert [item["title"] for item in listed["items"]] == [entry.title for entry in told.entries]
    for spoilt in ("id", "title", "updated"):
        feed = etree.parse(str(feeds[0]))
        for found in feed.getroot().findall(f"{ATOM}{spoilt}"):
            feed.getroot().remove(found)
        assert not RULES.validate(feed), spoilt


@pytest.mark.slow
def test_a_feed_tells_a_rate_with_its_years_and_a_figure_that_is_not_followed_as_such(built_site):
    told = json.loads((built_site / "feeds" / "personalized-cell-therapy.json").read_text(encoding="utf-8"))
    lines = [line for item in told["items"] for line in item["content_text"].splitlines()]
    assert "Compound annual growth rate, 2025 to 2034: 24.5 % a year (Market.us)" in lines
    assert "Market size, 2023: USD 2 bn (Market.us, not followed)" in lines


@pytest.mark.slow
def test_the_calendar_is_read_by_another_library(built_site):
    calendar = vobject.readOne((built_site / "feeds" / "catalysts.ics").read_text(encoding="utf-8"))
    told = {
        event.uid.value: (event.dtstart.value.isoformat(), event.summary.value)
        for event in calendar.vevent_list
    }
    # `next_update: "2027-05-28"` and `"2027-07"` in market.yml
    assert told["personalized-cell-therapy-update@market-almanac"][0] == "2027-05-28"
    day, title = told["car-t-cell-therapy-update@market-almanac"]
    assert day == "2027-07-01"
    assert title.endswith("(July 2027, day not known)")
    assert len(told) == len(calendar.vevent_list)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("place", "kind"),
    [
        ("c/personalized-cell-therapy/size-2024", "Observation"),
        ("c/personalized-cell-therapy/fda-licensed-products-2025", "ClaimReview"),
        ("c/personalized-cell-therapy/derived-size-2027", "Observation"),
        ("f/personalized-cell-therapy/size-forecast", "ImageObject"),
        ("markets/personalized-cell-therapy/data", "Dataset"),
        ("", "WebSite"),
    ],
)
def test_json_ld_is_expanded_by_an_independent_parser(built_site, place, kind):
    page = html.parse(str(built_site / place / "index.html")).getroot()
    found = []
    for text in page.xpath("//script[@type='application/ld+json']/text()"):
        found += jsonld.expand(json.loads(text), {"documentLoader": load_context})
    assert f'"https://schema.org/{kind}"' in json.dumps(found)


@pytest.mark.slow
def test_a_dataset_says_all_that_is_asked_of_one(built_site):
    page = html.parse(str(built_site / "markets" / "personalized-cell-therapy" / "data" / "index.html"))
    texts = page.xpath("//script[@type='application/ld+json']/text()")
    (told,) = [known for known in map(json.loads, texts) if known["@type"] == "Dataset"]
    assert 50 <= len(told["description"]) <= 5000
    assert told["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert len(told["distribution"]) == 4
    first, last = told["temporalCoverage"].split("/")
    assert first < "2023" < "2034" <= last
    assert {"Market size"} <= {measured["name"] for measured in told["variableMeasured"]}
    assert told["isBasedOn"]
