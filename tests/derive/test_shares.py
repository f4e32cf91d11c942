import pytest

from scripts.derive import REGION, derive, quantity, segment_money
from scripts.model import Rank, Status
from scripts.notation import known, span
from tests.codelists import REGIONS
from tests.factory import between, claim, market, share, size


def broken_down(*claims, by="use", **more):
    return next(b for b in derive(market(*claims, **more)).breakdowns if b.code == by)


def names(parts):
    return [part.name for part in parts]


def test_what_no_part_accounts_for_is_the_remainder():
    uses = broken_down(share("a", "48.7", use="cars"))
    assert uses.remainder == between("51.25", "51.35")
    assert uses.has_remainder
    assert (names(uses.published), names(uses.unpublished)) == (["Cars"], ["Phones", "Ships"])


def test_parts_stand_in_the_order_of_their_shares():
    uses = broken_down(share("a", "5.5", use="cars"), share("b", "48.7", use="ships"))
    assert names(uses.published) == ["Ships", "Cars"]


def test_a_dimension_without_shares_is_wholly_unpublished():
    uses = broken_down()
    assert names(uses.unpublished) == ["Cars", "Phones", "Ships"]
    assert (known(uses.remainder), uses.year, uses.source) == ("100", "", None)


@pytest.mark.parametrize("printed", [("33.4", "33.4", "33.3"), ("33.3", "33.3", "33.3"), ("50", "30", "20")])
def test_a_sum_of_100_within_rounding_leaves_no_remainder(printed):
    parts = [
        share(use, value, use=use) for use, value in zip(("cars", "phones", "ships"), printed, strict=True)
    ]
    assert not broken_down(*parts).has_remainder


def test_a_remainder_that_may_be_nothing_is_none():
    uses = broken_down(share("a", "49.9", use="cars"), share("b", "50.0", use="ships"))
    assert uses.remainder == between("0.0", "0.2")
    assert not uses.has_remainder


def test_a_sum_of_99_beyond_rounding_leaves_one_percent():
    uses = broken_down(share("a", "60.0", use="cars"), share("b", "39.0", use="ships"))
    assert uses.has_remainder
    assert uses.remainder == between("0.9", "1.1")


def test_shares_of_two_years_are_never_added():
    uses = broken_down(share("a", "40", 2022, use="cars"), share("b", "30", 2023, use="ships"))
    assert (uses.year, names(uses.published)) == ("2023", ["Ships"])


def test_shares_of_two_sources_are_never_added():
    uses = broken_down(
        share("a", "40", use="cars", source="ohm/2025"), share("b", "30", use="ships", source="volt/2025")
    )
    assert [part.claim.id for part in uses.published if part.claim] == ["a"]
    assert uses.source
    assert uses.source.id == "ohm/2025"


def test_a_preferred_share_leads_over_a_later_one():
    old = share("old", "40", 2022, use="cars", rank=Rank.PREFERRED)
    assert broken_down(share("new", "30", 2024, use="cars"), old).year == "2022"


def test_a_deprecated_share_takes_no_part():
    assert broken_down(share("a", "40", use="cars", rank=Rank.DEPRECATED)).published == ()


def test_the_latest_share_is_not_one_that_is_only_expected():
    expected = share("expected", "60", 2034, use="cars", status=Status.FORECAST)
    assert broken_down(expected, share("known", "40", 2024, use="cars")).year == "2024"
    assert broken_down(expected).year == "2034"


def test_a_share_of_another_scope_or_of_two_dimensions_at_once_is_no_part():
    wider = share("a", "40", use="cars", scope="all-batteries")
    crossed = share("b", "30", use="cars", chemistry="oxide")
    regional = share("c", "20", use="cars", region="europe")
    assert broken_down(wider, crossed, regional).published == ()


def test_a_rank_of_a_segment_is_no_share_of_it():
    assert broken_down(claim("a", "1", "rank", "share-rank", use="cars")).published == ()


def test_a_share_of_a_segment_is_no_share_of_a_region():
    regions = broken_down(
        share("a", "41.2", region="europe"),
        share("b", "20", region="asia-pacific", use="cars"),
        share("c", "48.7", use="cars"),
        by=REGION,
    )
    assert names(regions.parts) == ["Europe"]


def test_regions_are_a_breakdown_of_their_own():
    regions = broken_down(
        share("a", "41.2", region="europe"), by=REGION, regions=(REGIONS["asia-pacific"], REGIONS["europe"])
    )
    assert names(regions.parts) == ["Asia Pacific", "Europe"]
    assert regions.remainder == between("58.75", "58.85")


def test_a_region_with_a_share_is_shown_though_the_market_does_not_list_it():
    assert names(broken_down(share("a", "41.2", region="europe"), by=REGION).parts) == ["Europe"]


def test_a_country_within_a_region_is_not_counted_beside_it():
    regions = broken_down(
        share("a", "40.0", region="europe"),
        share("b", "15.0", region="germany"),
        share("c", "35.0", region="asia-pacific"),
        by=REGION,
    )
    assert regions.remainder == between("24.9", "25.1")


def test_a_country_whose_region_has_no_share_is_counted():
    regions = broken_down(
        share("b", "15.0", region="germany"), share("c", "35.0", region="asia-pacific"), by=REGION
    )
    assert regions.remainder == between("49.9", "50.1")


def test_a_market_without_regional_shares_has_no_regional_breakdown():
    assert [b.code for b in derive(market(share("a", "40", use="cars"))).breakdowns] == ["use", "chemistry"]


def test_48_7_percent_of_14_2_is_6_9():
    money = segment_money(share("a", "48.7", use="cars"), quantity(size(2024, "14.2")))
    # 0.4865 x 14.15 = 6.883975 and 0.4875 x 14.25 = 6.946875
    assert money == between("6.883975", "6.946875", "6.9154")
    assert (known(money), span(money)) == ("6.9", "6.88 to 6.95")
