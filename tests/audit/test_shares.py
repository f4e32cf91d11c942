import pytest

from scripts.audit.parts import shares_exceed_whole
from scripts.model import Rank
from tests.audit.examining import findings
from tests.factory import market, plain, share


def found(*claims):
    one = market(*claims)
    return findings(shares_exceed_whole, one)


def test_shares_that_add_up_to_105_percent_exceed_the_whole():
    (finding,) = found(share("a", "60", use="cars"), share("b", "45", use="ships"))
    assert finding.id == "shares-exceed-whole-a"
    assert (finding.subjects, finding.weight) == (("a", "b"), 5)
    assert plain(finding.title) == "Use: the shares of 2024 add up to 105.0 %"
    assert plain(finding.arithmetic) == "60 % + 45 % = 105.0 %, more than the whole"


def test_shares_that_add_up_to_100_1_percent_by_rounding_are_silent():
    assert (
        found(
            share("a", "33.4", use="cars"), share("b", "33.4", use="ships"), share("c", "33.3", use="phones")
        )
        == []
    )


def test_the_whole_is_exceeded_only_where_rounding_cannot_explain_it():
    known = share("a", "60.0", use="cars")
    assert found(known, share("b", "40.1", use="ships")) == []  # 59.95 and 40.05 are the whole
    assert len(found(known, share("b", "40.2", use="ships"))) == 1


def test_shares_that_add_up_to_less_are_silent():
    assert found(share("a", "48.7", use="cars")) == []


@pytest.mark.parametrize(
    "other",
    [
        share("b", "60", use="ships", source="ohm/2025"),
        share("b", "60", 2023, use="ships"),
        share("b", "60", chemistry="oxide"),
        share("b", "60", use="ships", scope="all-batteries"),
        share("b", "60", use="ships", region="europe"),
        share("b", "60", use="ships", chemistry="oxide"),
    ],
)
def test_shares_of_another_source_year_or_whole_are_not_added(other):
    assert found(share("a", "60", use="cars"), other) == []


def test_a_share_told_twice_is_added_once():
    assert found(share("a", "60", use="cars"), share("again", "60", use="cars")) == []


def test_a_deprecated_share_is_not_added():
    assert found(share("a", "60", use="cars", rank=Rank.DEPRECATED), share("b", "45", use="ships")) == []


def test_regions_are_added_and_a_country_within_one_is_not():
    assert found(share("a", "60", region="europe"), share("b", "45", region="germany")) == []
    (finding,) = found(
        share("a", "60", region="europe"),
        share("b", "45", region="germany"),
        share("c", "50", region="asia-pacific"),
    )
    assert finding.subjects == ("a", "c")
    assert plain(finding.title) == "Region: the shares of 2024 add up to 110.0 %"


def test_up_to_50_percent_may_be_little_and_more_than_50_percent_is_not():
    known = share("a", "60", use="cars")
    assert found(known, share("b", "50", use="ships", qualifier="at-most")) == []
    assert len(found(known, share("b", "50", use="ships", qualifier="more-than"))) == 1


def test_one_share_above_the_whole_is_found_even_where_it_has_nothing_beside_it():
    (finding,) = found(share("a", "162.1", use="cars", region="europe"))
    assert finding.id == "shares-exceed-whole-a"
    assert "a share of 162.1 % in 2024 is more than there is" in plain(finding.title)


def test_a_share_of_a_segment_within_a_region_is_silent_up_to_the_whole():
    assert found(share("a", "99.9", use="cars", region="europe")) == []
