from dataclasses import replace

from scripts.audit.regions import region_in_region
from scripts.model import Grade
from tests.audit.examining import cases, findings
from tests.codelists import MEASURES
from tests.factory import claim, market, plain, share, size


def test_germany_at_48_beside_europe_at_44_is_an_open_question():
    one = market(share("europe", "44", region="europe"), share("germany", "48", region="germany"))
    (finding,) = findings(region_in_region, one)
    assert finding.grade is Grade.QUESTION
    assert finding.reading == "Germany has so much of Europe, not of the whole"
    assert plain(finding.arithmetic) == "48 %, more than 44 % of Europe"
    assert plain(finding.title) == "Revenue share: Germany has more than Europe in 2024"


def test_germany_at_20_beside_europe_at_44_holds():
    one = market(share("europe", "44", region="europe"), share("germany", "20", region="germany"))
    assert findings(region_in_region, one) == []
    assert len(cases(region_in_region, one)) == 1


def test_a_size_beside_a_share_is_taken_as_a_share_of_the_whole():
    # 48 of 100 is 48 %
    europe, germany = (
        share("europe", "44", region="europe"),
        size(2024, "48", name="germany", region="germany"),
    )
    (finding,) = findings(region_in_region, market(size(2024, "100"), europe, germany))
    assert plain(finding.arithmetic).startswith("48 bn ÷ 100 bn = 48")
    assert findings(region_in_region, market(size(2024, "200"), europe, germany)) == []
    assert cases(region_in_region, market(europe, germany)) == []


def test_a_country_larger_than_its_region_in_money_is_a_contradiction():
    europe = size(2024, "44", name="e", region="europe")
    (finding,) = findings(region_in_region, market(europe, size(2024, "48", name="g", region="germany")))
    assert finding.grade is Grade.CONTRADICTION
    assert plain(finding.title).startswith("Germany alone is put at USD 48 bn in 2024")
    assert findings(region_in_region, market(europe, size(2024, "40", name="g", region="germany"))) == []


def test_of_what_does_not_add_up_a_country_is_still_no_more_than_its_region():
    overlapping = replace(MEASURES["users"], parts="overlap")

    def users(region, value):
        return replace(claim(region, value, "people", "users", region=region), measure=overlapping)

    (finding,) = findings(region_in_region, market(users("europe", "44"), users("germany", "48")))
    assert finding.grade is Grade.CONTRADICTION
    assert findings(region_in_region, market(users("europe", "44"), users("germany", "40"))) == []


def test_another_time_source_segment_or_measure_is_not_held_against_it():
    europe = share("europe", "44", region="europe")
    for germany in (
        share("g", "48", 2023, region="germany"),
        share("g", "48", region="germany", source="ohm/2025"),
        share("g", "48", region="germany", use="cars"),
        claim("g", "48", "percent", "shipment-share", region="germany"),
    ):
        assert cases(region_in_region, market(europe, germany)) == []


def test_in_a_market_of_europe_a_country_is_a_plain_part():
    europe, germany = share("e", "44", region="europe"), share("g", "48", region="germany")
    assert cases(region_in_region, market(europe, germany, geography=europe.region)) == []
