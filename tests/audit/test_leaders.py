from dataclasses import replace

from scripts.audit.leaders import fastest_is_slower, leader_is_not_largest
from scripts.model import HELD, Grade
from tests.audit.examining import cases, findings
from tests.codelists import DIMENSIONS
from tests.factory import claim, growth, market, plain, share


def largest(name, **where):
    return claim(name, "1", "rank", "share-rank", "2024", **where)


def fastest(name, **where):
    return claim(name, "1", "rank", "growth-rank", "2025/2030", **where)


def test_a_leader_with_less_than_another_is_found():
    known = (
        largest("lead", use="cars"),
        share("cars", "38.2", use="cars"),
        share("ships", "41.0", use="ships"),
    )
    (finding,) = findings(leader_is_not_largest, market(*known))
    assert plain(finding.title) == "Cars is called largest with 38.2 %, and Ships holds 41.0 %"
    assert finding.subjects == ("lead", "cars", "ships")


def test_a_leader_that_rounding_may_put_first_is_sound():
    known = largest("lead", use="cars"), share("cars", "41", use="cars"), share("ships", "41.4", use="ships")
    assert cases(leader_is_not_largest, market(*known)) == [HELD]  # 41 may be 41.5


def test_a_leader_alone_with_its_share_is_sound_and_without_it_is_not_examined():
    assert cases(
        leader_is_not_largest, market(largest("lead", use="cars"), share("cars", "58.2", use="cars"))
    ) == [HELD]
    assert cases(leader_is_not_largest, market(largest("lead", use="cars"))) == []


def test_other_years_dimensions_and_sources_are_no_rivals_of_a_leader():
    known = (
        largest("lead", use="cars"),
        share("cars", "38.2", use="cars"),
        share("earlier", "60", 2023, use="ships"),
        share("oxide", "60", chemistry="oxide"),
        share("other", "60", use="ships", source="ohm/2025"),
    )
    assert cases(leader_is_not_largest, market(*known)) == [HELD]


def test_two_that_are_both_called_largest_contradict_each_other_once():
    (finding,) = findings(leader_is_not_largest, market(largest("a", use="cars"), largest("b", use="ships")))
    assert plain(finding.title) == "Cars and Ships are each called largest"


def test_a_country_is_no_rival_of_the_region_that_holds_it():
    known = (
        largest("lead", region="europe"),
        share("europe", "30", region="europe"),
        share("germany", "35", region="germany"),
    )
    assert cases(leader_is_not_largest, market(*known)) == [HELD]


def test_the_fastest_that_is_slower_than_the_whole_is_found():
    known = (
        fastest("lead", region="asia-pacific"),
        growth(2025, 2030, "16.08", name="asia", region="asia-pacific"),
        growth(2025, 2030, "16.68", name="whole"),
    )
    (finding,) = findings(fastest_is_slower, market(*known))
    assert plain(finding.title) == (
        "Asia Pacific is called fastest-growing and grows 16.08 % a year; the whole market grows 16.68 % a year"
    )
    assert plain(finding.arithmetic).startswith("16.68 % − 16.08 % = 0.60 percentage points")


def test_the_fastest_that_is_faster_than_the_whole_and_the_rest_is_sound():
    known = [
        fastest("lead", region="asia-pacific"),
        growth(2025, 2030, "18.01", name="asia", region="asia-pacific"),
        growth(2025, 2030, "15.8", name="whole"),
    ]
    assert cases(fastest_is_slower, market(*known)) == [HELD]
    faster = growth(2025, 2030, "19.5", name="europe", region="europe")
    (finding,) = findings(fastest_is_slower, market(*known, faster))
    assert "Europe grows 19.5 % a year" in plain(finding.title)


def test_rates_over_other_years_are_not_compared():
    known = (
        fastest("lead", region="asia-pacific"),
        growth(2025, 2030, "16.08", name="asia", region="asia-pacific"),
        growth(2024, 2034, "16.68", name="whole"),
    )
    assert cases(fastest_is_slower, market(*known)) == []


def test_a_country_elsewhere_is_no_rival_of_a_region():
    # the fastest of the regions may grow more slowly than one country of another region
    first = claim("first", "1", "rank", "growth-rank", "2024/2030", region="asia-pacific")
    rates = (
        growth(2024, 2030, "5.3", region="asia-pacific"),
        growth(2024, 2030, "5.8", name="g", region="germany"),
    )
    assert findings(fastest_is_slower, market(first, *rates)) == []


def test_the_rest_of_a_list_is_no_rival_of_a_leader():
    uses = DIMENSIONS["use"]
    rest = replace(uses, segments=uses.segments | {"ships": replace(uses.segments["ships"], residual=True)})
    known = largest("lead", use="cars"), share("cars", "38.2", use="cars"), share("rest", "41.0", use="ships")
    dimensions = {**DIMENSIONS, "use": rest}
    assert cases(leader_is_not_largest, market(*known, dimensions=dimensions)) == [HELD]


def test_leaders_of_two_regions_do_not_dispute_each_other_s_place():
    known = largest("a", use="cars", region="europe"), largest("b", use="ships", region="north-america")
    assert findings(leader_is_not_largest, market(*known)) == []


def test_a_ranking_that_is_not_of_money_or_of_no_time_leaves_a_question():
    rates = (
        growth(2025, 2030, "16.08", name="asia", region="asia-pacific"),
        growth(2025, 2030, "16.68", name="whole"),
    )
    (sure,) = findings(fastest_is_slower, market(fastest("lead", region="asia-pacific"), *rates))
    assert sure.grade is Grade.CONTRADICTION
    vague = claim("lead", "1", "rank", "growth-rank", "", region="asia-pacific", wording="fastest uptake")
    (finding,) = findings(fastest_is_slower, market(vague, *rates))
    assert finding.grade is Grade.QUESTION
    assert plain(finding.title).startswith(
        "Asia Pacific is called “fastest uptake” and grows 16.08 % a year;"
    )
    assert plain(finding.reading) == (
        "“fastest uptake” is not said of market size over 2025 to 2030, but of something else or another time"
    )


def test_a_share_of_shipments_disputes_no_rank_by_money():
    known = (
        largest("lead", use="cars"),
        share("cars", "38.2", use="cars"),
        claim("shipped", "60", "percent", "shipment-share", use="ships"),
    )
    assert cases(leader_is_not_largest, market(*known)) == [HELD]
