"""Breakdowns: one edition, one period, one measure; what is left, and what follows from the whole alone."""

import pytest

from scripts.derive import REGION, derive
from scripts.derive.coverage import State
from scripts.model import Quantity, Rank, Role, Status
from scripts.notation import known, span
from tests.codelists import REGIONS
from tests.factory import between, claim, market, plain, plainly, share, size


def broken_down(*claims, by="use", **more):
    return next(b for b in derive(market(*claims, **more)).breakdowns if b.code == by)


def names(parts):
    return [part.name for part in parts]


def test_what_no_part_accounts_for_is_the_remainder():
    uses = broken_down(share("a", "48.7", use="cars"))
    assert plainly(uses.remainder) == between("51.25", "51.35")
    assert uses.has_remainder
    assert (names(uses.published), names(uses.unpublished)) == (["Cars"], ["Phones", "Ships"])


def test_parts_stand_in_the_order_of_their_shares():
    uses = broken_down(share("a", "5.5", use="cars"), share("b", "48.7", use="ships"))
    assert names(uses.published) == ["Ships", "Cars"]


def test_a_dimension_without_shares_is_wholly_unpublished():
    uses = broken_down()
    assert names(uses.unpublished) == ["Cars", "Phones", "Ships"]
    assert (uses.remainder, uses.year, uses.source) == (None, "", None)


@pytest.mark.parametrize("printed", [("33.4", "33.4", "33.3"), ("33.3", "33.3", "33.3"), ("50", "30", "20")])
def test_a_sum_of_100_within_rounding_leaves_no_remainder(printed):
    parts = [
        share(use, value, use=use) for use, value in zip(("cars", "phones", "ships"), printed, strict=True)
    ]
    assert not broken_down(*parts).has_remainder


def test_a_remainder_that_may_be_nothing_is_none():
    uses = broken_down(share("a", "49.9", use="cars"), share("b", "50.0", use="ships"))
    assert plainly(uses.remainder) == between("0.0", "0.2")
    assert not uses.has_remainder


def test_a_sum_of_99_beyond_rounding_leaves_one_percent():
    uses = broken_down(share("a", "60.0", use="cars"), share("b", "39.0", use="ships"))
    assert uses.has_remainder
    assert plainly(uses.remainder) == between("0.9", "1.1")


def test_shares_of_two_years_are_never_added():
    uses = broken_down(share("a", "40", 2022, use="cars"), share("b", "30", 2023, use="ships"))
    assert (uses.year, names(uses.published)) == ("2023", ["Ships"])


def test_shares_of_two_sources_are_never_added():
    one, other = (
        share("a", "40", use="cars", source="ohm/2025"),
        share("b", "30", use="ships", source="volt/2025"),
    )
    uses = broken_down(one, other)
    assert [part.claim.id for part in uses.published if part.claim] == ["a"]
    assert uses.source
    assert uses.source.id == "ohm/2025"
    assert broken_down(other, one).source == uses.source  # whichever row stands first


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
    assert plainly(regions.remainder) == between("58.75", "58.85")


def test_a_region_with_a_share_is_shown_though_the_market_does_not_list_it():
    assert names(broken_down(share("a", "41.2", region="europe"), by=REGION).parts) == ["Europe"]


def test_a_country_is_held_against_its_region_and_not_counted_beside_it():
    shares = share("e", "40.0", region="europe"), share("g", "15.0", region="germany")
    every = derive(market(*shares, share("a", "35.0", region="asia-pacific"))).breakdowns
    world, europe = (b for b in every if b.code == REGION)
    assert (names(world.published), plainly(world.remainder)) == (
        ["Europe", "Asia Pacific"],
        between("24.9", "25.1"),
    )
    assert (europe.name, names(europe.parts), europe.parent) == ("Europe by region", ["Germany"], "europe")


def test_a_country_whose_region_has_no_share_is_counted():
    regions = broken_down(
        share("b", "15.0", region="germany"), share("c", "35.0", region="asia-pacific"), by=REGION
    )
    assert plainly(regions.remainder) == between("49.9", "50.1")


def test_a_market_without_regional_shares_has_no_regional_breakdown():
    assert [b.code for b in derive(market(share("a", "40", use="cars"))).breakdowns] == ["use", "chemistry"]


def test_48_7_percent_of_14_2_is_6_9():
    uses = broken_down(share("a", "48.7", use="cars"), size(2024, "14.2"))
    # 0.4865 x 14.15 = 6.883975 and 0.4875 x 14.25 = 6.946875
    assert plainly(uses.money["cars"]) == between("6.883975", "6.946875", "6.9154")
    assert (known(uses.money["cars"]), span(uses.money["cars"])) == ("6.9", "6.88 to 6.95")


@pytest.mark.parametrize(
    "other",
    [
        size(2023, "14.2"),  # of another year
        size(2024, "14.2", source="ohm/2025"),  # of another author
        size(2024, "14.2", scope="all-batteries"),
        size(2024, "14.2", region="europe"),
        size(2024, "14.2", "gwh", measure="shipments"),  # of another measure
        claim("quarter", "14.2", period="2024-Q1"),
        size(2024, "14.2", rank=Rank.DEPRECATED),
    ],
)
def test_a_share_multiplies_no_whole_but_its_own(other):
    cars = share("a", "48.7", use="cars")
    assert broken_down(cars, other).money == {}
    assert set(broken_down(cars, other, size(2024, "10", name="own")).money) == {"cars"}


def test_a_printed_size_is_not_computed_again():
    parts = share("a", "48.7", use="cars"), size(2024, "6.9", name="cars", use="cars")
    assert broken_down(*parts, size(2024, "14.2")).money == {}


def test_a_share_of_more_than_so_much_leaves_less():
    uses = broken_down(share("a", "45.6", use="cars", qualifier="more-than"), size(2024, "10.0"))
    assert uses.remainder
    assert plain(known(uses.remainder)) == "less than 54.4"
    assert uses.has_remainder
    assert (uses.money["cars"].below, uses.money["cars"].above) == (False, True)


def test_shares_and_sizes_of_shipments_and_of_money_are_two_breakdowns():
    shipped = claim("c", "60", "percent", "shipment-share", use="cars")
    found = derive(market(share("a", "40", use="cars"), shipped, size(2024, "1"))).breakdowns
    assert [(b.of and b.of.code, [known(p.share) for p in b.published if p.share]) for b in found] == [
        ("market-size", ["40"]),
        ("shipments", ["60"]),
        (None, []),  # nothing is published by chemistry
    ]


def test_a_quarter_s_shares_never_mix_with_a_year_s():
    quarter = claim("q", "60", "percent", "revenue-share", "2024-Q1", use="phones")
    uses = broken_down(share("a", "40", use="cars"), quarter)
    assert (uses.year, names(uses.published)) == ("2024", ["Cars"])
    assert {b.year for b in derive(market(share("a", "40", use="cars"), quarter)).divisions} == {
        "2024",
        "2024-Q1",
    }


# --- shares that follow from sizes


def sizes(**values):
    return [size(2023, value, "usd-m", name=f"size-{use}", use=use) for use, value in values.items()]


def told(breakdown):
    return [(p.name, known(p.share) if p.share else None, bool(p.computed)) for p in breakdown.parts]


WHOLE = size(2023, "8.44")


def test_complete_sizes_give_every_share_of_their_own_sum():
    # 4,137.9 / 8,444.6 = 49.0005 % (48.9997 to 49.0014); 1,083.6 / 8,444.6 = 12.8319 % (12.8312 to 12.8326).
    # 3,223.1 / 8,444.6 = 38.1676 % lies between 38.1663 and 38.1689: 38.17 would not, so a digit more is shown.
    uses = broken_down(WHOLE, *sizes(cars="4137.9", phones="3223.1", ships="1083.6"))
    assert told(uses) == [("Cars", "49.001", True), ("Phones", "38.168", True), ("Ships", "12.832", True)]
    assert uses.fills
    assert uses.remainder == Quantity.exact(0)
    assert uses.year == "2023"


def test_a_published_share_stays_and_the_others_are_computed():
    uses = broken_down(
        WHOLE, share("cars", "49", 2023, use="cars"), *sizes(cars="4137.9", phones="3223.1", ships="1083.6")
    )
    assert told(uses)[0] == ("Cars", "49", False)
    assert [bool(part.computed) for part in uses.parts] == [False, True, True]


def test_sizes_that_do_not_make_up_the_whole_are_shares_of_the_whole_and_leave_a_remainder():
    # 4,137.9 m of 8.44 bn: 49.03 %, but anything from 48.998 to 49.057 as the whole is 8,435 to 8,445.
    uses = broken_down(WHOLE, *sizes(cars="4137.9"))
    assert told(uses) == [("Cars", "49.0", True), ("Phones", None, False), ("Ships", None, False)]
    assert uses.has_remainder


def test_sizes_of_another_year_or_publisher_never_fill_a_dimension_that_has_shares():
    for cars in (
        share("cars", "49", 2024, use="cars"),
        share("cars", "49", 2023, use="cars", source="amp/2025"),
    ):
        every = derive(market(WHOLE, cars, *sizes(phones="3223.1"))).divisions
        assert sorted(names(breakdown.published) for breakdown in every) == [["Cars"], ["Phones"]]


def test_a_computed_share_is_no_silence():
    lines = derive(market(WHOLE, *sizes(cars="4137.9", phones="3223.1", ships="1083.6"))).coverage
    cells = {line.name: line.known(Role.SHARE).state for line in lines if line.dimension == "use"}
    assert list(cells.values()) == [State.DERIVED] * 3
