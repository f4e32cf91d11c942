from dataclasses import replace

import pytest

from scripts.audit.parts import parts_exceed_whole, total_is_not_the_sum
from scripts.audit.ratios import printed_ratio_disagrees
from scripts.audit.remainder import remainder_unpublished
from scripts.model import HELD, Grade, Period, Rank, Segment, Word
from tests.audit.examining import cases, findings
from tests.codelists import DIMENSIONS, REGIONS
from tests.factory import claim, market, plain, share, size, source

OUTLET = replace(source("shop/copy"), author_named=Word("volt-research", "Volt Research"))


def test_a_part_larger_than_the_whole_of_one_publisher_is_found():
    whole, part = size(2025, "7.21"), size(2025, "8.04", name="north", region="north-america")
    (finding,) = findings(parts_exceed_whole, market(whole, part))
    assert finding.id == "parts-exceed-whole-size-2025-by-region"
    assert (
        plain(finding.title)
        == "North America alone is put at USD 8.04 bn in 2025, more than the whole of USD 7.21 bn"
    )
    assert finding.subjects == ("size-2025", "north")


def test_an_outlet_that_repeats_a_publisher_speaks_with_its_voice():
    whole, part = size(2025, "7.21"), size(2025, "8.04", name="north", region="north-america")
    assert len(findings(parts_exceed_whole, market(whole, replace(part, source=OUTLET)))) == 1
    assert cases(parts_exceed_whole, market(whole, replace(part, source=source("ohm/2025")))) == []


def test_segments_in_millions_add_up_to_a_whole_in_billions():
    # 4,137.9 + 3,223.1 + 1,083.6 = 8,444.6 m; 8.44 bn stands for 8,435 to 8,445 m.
    parts = [
        size(2023, value, "usd-m", name=use, use=use)
        for use, value in (("cars", "4137.9"), ("phones", "3223.1"), ("ships", "1083.6"))
    ]
    whole = size(2023, "8.44")
    assert cases(parts_exceed_whole, market(whole, *parts)) == [HELD]
    assert cases(total_is_not_the_sum, market(whole, *parts)) == [HELD]
    (finding,) = findings(parts_exceed_whole, market(size(2023, "8.43"), *parts))  # 8,435 m at most
    assert plain(finding.arithmetic).startswith(
        "4,137.9 m + 3,223.1 m + 1,083.6 m = 8,444.6 m, more than 8.43 bn"
    )


def test_segments_that_fall_short_of_the_whole_are_found_only_where_all_have_a_size():
    parts = [size(2023, "30.0", name=use, use=use) for use in ("cars", "phones", "ships")]
    (finding,) = findings(total_is_not_the_sum, market(size(2023, "100.0"), *parts))
    assert plain(finding.arithmetic) == "30.0 bn + 30.0 bn + 30.0 bn = 90.0 bn, less than 100.0 bn"
    assert cases(total_is_not_the_sum, market(size(2023, "100.0"), *parts[:2])) == []


def test_shares_that_are_all_published_add_up_to_the_whole():
    known = [
        share(use, value, use=use) for use, value in (("cars", "58.2"), ("phones", "21.0"), ("ships", "14.8"))
    ]
    (finding,) = findings(total_is_not_the_sum, market(*known))
    assert finding.id == "total-is-not-the-sum-shares-by-use-cars"
    assert plain(finding.arithmetic) == "58.2 % + 21.0 % + 14.8 % = 94.0 %, less than the whole"
    thirds = [share(use, "33.3", use=use) for use in ("cars", "phones", "ships")]
    assert cases(total_is_not_the_sum, market(*thirds)) == [HELD]  # 99.75 to 100.05 %


def test_regions_are_added_up_without_those_that_lie_in_another():
    whole = size(2024, "10.0")
    regions = [
        size(2024, "6.0", name="europe", region="europe"),
        size(2024, "5.0", name="germany", region="germany"),
        size(2024, "3.0", name="asia", region="asia-pacific"),
    ]
    assert cases(parts_exceed_whole, market(whole, *regions)) == [HELD]  # 6 + 3
    more = size(2024, "2.0", name="north", region="north-america")
    (finding,) = findings(parts_exceed_whole, market(whole, *regions, more))  # 6 + 3 + 2
    assert set(finding.subjects) == {"size-2024", "europe", "asia", "north"}
    assert finding.reading == "one of the regions is drawn to hold another of them"
    assert plain(finding.arithmetic) == (
        "3.0 bn + 6.0 bn + 2.0 bn = 11.0 bn, more than 10.0 bn; "
        "their digits allow 10.85 bn at the least, those of the whole 10.05 bn at the most"
    )
    rest = replace(REGIONS["north-america"], name="Other regions", residual=True)
    (finding,) = findings(parts_exceed_whole, market(whole, *regions, replace(more, region=rest)))
    assert finding.grade is Grade.QUESTION
    assert finding.reading == "a region such as Other regions also holds members of another one"


@pytest.mark.parametrize(
    "other",
    [
        size(2023, "8.04", name="part", region="europe"),
        size(2024, "8.04", name="part", region="europe", scope="car-t"),
        size(2024, "8.04", "eur-bn", name="part", region="europe"),
        size(2024, "8.04", name="part", region="europe", rank=Rank.DEPRECATED),
        claim("part", "8.04", "gwh", "shipments", region="europe"),
        size(2024, "8.04", name="part", use="cars", chemistry="oxide"),
        size(2024, "8.04", name="part", region="not-stated"),
    ],
)
def test_what_is_no_part_of_that_whole_is_not_compared(other):
    assert cases(parts_exceed_whole, market(size(2024, "7.21"), other)) == []


def test_a_share_the_part_and_the_whole_that_do_not_fit_are_found_with_the_whole_that_would():
    known = (
        size(2023, "13.1"),
        size(2023, "5.3", name="north", region="north-america"),
        share("share-north", "49.6", 2023, region="north-america"),
    )
    (finding,) = findings(printed_ratio_disagrees, market(*known))
    # 0.496 x 13.1 = 6.4976; 5.3 / 0.496 = 10.685
    assert plain(finding.arithmetic) == (
        "49.6 % of 13.1 bn is 6.5 bn, not 5.3 bn; 5.3 bn ÷ 49.6 % = 10.7 bn, the whole that would fit"
    )
    assert finding.subjects == ("share-north", "north", "size-2023")
    assert finding.id == "printed-ratio-disagrees-share-north"


def test_a_share_that_fits_within_the_digits_is_silent():
    # 29.28 % of 8.44 bn: between 0.29275 x 8.435 = 2.4693 and 0.29285 x 8.445 = 2.4731 bn.
    part = size(2023, "2472.3", "usd-m", name="cars", use="cars")
    fitting = (size(2023, "8.44"), part, share("s", "29.28", 2023, use="cars"))
    assert cases(printed_ratio_disagrees, market(*fitting)) == [HELD]
    assert (
        len(findings(printed_ratio_disagrees, market(*fitting[:2], share("s", "29.38", 2023, use="cars"))))
        == 1
    )


def test_more_than_a_share_lets_the_part_be_larger_and_not_smaller():
    whole = size(2023, "13.1")
    more = share("s", "49.6", 2023, region="north-america", qualifier="more-than")
    assert cases(
        printed_ratio_disagrees, market(whole, more, size(2023, "8.0", name="n", region="north-america"))
    ) == [HELD]
    assert (
        len(
            findings(
                printed_ratio_disagrees,
                market(whole, more, size(2023, "5.3", name="n", region="north-america")),
            )
        )
        == 1
    )


def test_a_share_alone_and_one_that_is_rejected_are_not_examined():
    whole, part = size(2023, "13.1"), size(2023, "5.3", name="n", region="north-america")
    assert (
        cases(printed_ratio_disagrees, market(whole, share("s", "49.6", 2023, region="north-america"))) == []
    )
    rejected = share("s", "49.6", 2023, region="north-america", rank=Rank.DEPRECATED)
    assert cases(printed_ratio_disagrees, market(whole, part, rejected)) == []


def test_a_leader_alone_leaves_a_remainder():
    (finding,) = findings(remainder_unpublished, market(share("cars", "48.7", use="cars")))
    assert (
        plain(finding.title)
        == "Use: 51.3 % is not broken down in the text that was read; two of three segments have no share"
    )
    assert plain(finding.arithmetic) == "100 % − 48.7 % = 51.3 % in 2024"
    assert finding.id == "remainder-unpublished-use"


def test_what_is_left_for_a_rest_alone_is_its_share():
    known = share("cars", "48.7", use="cars"), share("phones", "20.0", use="phones")
    rest = with_segments(ships={"residual": True})
    assert len(findings(remainder_unpublished, market(*known))) == 1
    assert cases(remainder_unpublished, market(*known, dimensions=rest)) == [HELD]
    assert (
        len(findings(remainder_unpublished, market(known[0], dimensions=rest))) == 1
    )  # phones are missing too


def test_more_than_a_share_leaves_at_most_the_rest():
    (finding,) = findings(
        remainder_unpublished, market(share("n", "49.6", region="north-america", qualifier="more-than"))
    )
    assert plain(finding.title) == "No region is given in the text that was read for less than 50.4 %"


def test_a_complete_dimension_leaves_nothing():
    both = share("oxide", "60.0", chemistry="oxide"), share("sulfide", "40.0", chemistry="sulfide")
    assert cases(remainder_unpublished, market(*both)) == [HELD]


def test_segments_that_fill_the_whole_leave_nothing_for_those_listed_beside_them():
    known = (
        size(2023, "8.4"),
        size(2023, "5000", "usd-m", name="cars", use="cars"),
        size(2023, "3400", "usd-m", name="phones", use="phones"),
    )
    (finding,) = findings(remainder_unpublished, market(*known))
    assert plain(finding.title) == "Use: nothing is left for ships, listed without a size"
    # A share of one of them leaves no remainder either: the sizes say how all of it is divided.
    with_share = market(*known, share("s", "59.5", 2023, use="cars"))
    assert [f.id for f in findings(remainder_unpublished, with_share)] == [
        "remainder-unpublished-use-without-room"
    ]


def two_ways(*years):
    """Two dimensions of two segments each; for each year, what the four come to."""
    parts = (("cars", "use"), ("ships", "use"), ("oxide", "chemistry"), ("sulfide", "chemistry"))
    return market(
        *(
            size(2020 + n, value, "usd-m", name=f"{code}-{n}", **{dimension: code})
            for n, values in enumerate(years)
            for value, (code, dimension) in zip(values, parts, strict=True)
        )
    )


def test_two_dimensions_that_agree_in_one_year_agree_in_the_others():
    alike = ("60", "40", "70", "30")
    assert cases(total_is_not_the_sum, two_ways(alike, alike)) == [HELD, HELD]
    (finding,) = findings(total_is_not_the_sum, two_ways(alike, ("60", "40", "70", "50")))
    assert plain(finding.arithmetic) == "100 m by use and 120 m by chemistry; in other years they agree"
    assert finding.id == "total-is-not-the-sum-volt-research-batteries-2025-use-chemistry-2021"
    # Never alike: then they need not divide the same whole.
    assert cases(total_is_not_the_sum, two_ways(("60", "40", "70", "50"))) == []


def test_a_nested_share_may_be_of_all_there_is_where_only_its_holder_has_a_size():
    use = replace(
        DIMENSIONS["use"],
        segments={"ships": Segment("ships", "Ships"), "cars": Segment("cars", "Cars", part_of="ships")},
    )
    nested = {"dimensions": {**DIMENSIONS, "use": use}}
    part, holder = size(2024, "20", name="p", use="cars"), size(2024, "40", name="h", use="ships")
    # 20 of 40 is 50 %; of a whole of 100, which is not published, it is 20 %
    assert (
        findings(printed_ratio_disagrees, market(part, holder, share("s", "20", use="cars"), **nested)) == []
    )
    assert (
        len(cases(printed_ratio_disagrees, market(part, holder, share("s", "50", use="cars"), **nested))) == 1
    )
    whole = size(2024, "100")
    assert (
        findings(printed_ratio_disagrees, market(whole, part, holder, share("s", "20", use="cars"), **nested))
        == []
    )
    assert (
        len(findings(printed_ratio_disagrees, market(whole, part, share("s", "30", use="cars"), **nested)))
        == 1
    )


def with_segments(**changes):
    """The dimension `use` with other fields, or other fields of its segments."""
    uses = DIMENSIONS["use"]
    segments = {code: replace(s, **changes.pop(code, {})) for code, s in uses.segments.items()}
    return {**DIMENSIONS, "use": replace(uses, segments=segments, **changes)}


def test_parts_on_another_page_of_the_author_leave_a_question():
    whole = size(2025, "7.21")
    part = replace(size(2025, "8.04", name="cars", use="cars"), source=source("volt-research/other"))
    (finding,) = findings(parts_exceed_whole, market(whole, part))
    assert (finding.id, finding.grade) == ("parts-exceed-whole-size-2025-by-use", Grade.QUESTION)
    same_page = replace(size(2025, "7.21", name="copy"), source=part.source)
    (finding,) = findings(parts_exceed_whole, market(whole, part, same_page))
    assert (finding.id, finding.grade) == ("parts-exceed-whole-copy-by-use", Grade.CONTRADICTION)


def test_nested_segments_are_held_level_by_level():
    dimensions = with_segments(phones={"part_of": "cars"}, ships={"part_of": "cars"})
    whole, outer = size(2024, "10.0"), size(2024, "6.0", name="cars", use="cars")
    inner = [size(2024, v, name=n, use=n) for n, v in (("phones", "4.0"), ("ships", "3.0"))]
    found = findings(parts_exceed_whole, market(whole, outer, *inner, dimensions=dimensions))
    assert [finding.id for finding in found] == ["parts-exceed-whole-cars-by-use"]  # 4 + 3 of 6
    fitting = inner[0], size(2024, "2.0", name="ships", use="ships")
    assert findings(parts_exceed_whole, market(whole, outer, *fitting, dimensions=dimensions)) == []


def test_volumes_are_parts_of_volumes_and_quarters_of_quarters():
    whole, part = claim("w", "100", "gwh", "shipments"), claim("p", "120", "gwh", "shipments", use="cars")
    assert len(findings(parts_exceed_whole, market(whole, part))) == 1
    quarter = replace(whole, period=Period.of("2024-Q1"))
    assert cases(parts_exceed_whole, market(quarter, part)) == []


def test_an_open_list_and_a_dimension_of_one_need_not_add_up():
    parts = [size(2024, "30.0", name=use, use=use) for use in ("cars", "phones", "ships")]
    known = (size(2024, "100.0"), *parts)
    assert len(findings(total_is_not_the_sum, market(*known))) == 1
    assert cases(total_is_not_the_sum, market(*known, dimensions=with_segments(open=True))) == []
    alone = replace(DIMENSIONS["use"], segments={"cars": DIMENSIONS["use"].segments["cars"]})
    one = market(size(2024, "100.0"), parts[0], dimensions={**DIMENSIONS, "use": alone})
    assert cases(total_is_not_the_sum, one) == []


def test_a_list_that_its_source_leaves_open_has_no_remainder_to_be_told():
    known = market(share("cars", "48.7", use="cars"), dimensions=with_segments(open=True))
    assert cases(remainder_unpublished, known) == [HELD]


def test_the_share_of_a_rest_may_be_what_the_rounded_others_leave():
    # 34 % of 323.2 is 108.3 at the least; but with 33 and 33, each up to half a point more, the rest may be 33 %: 106.7
    sizes = size(2024, "323.2"), size(2024, "107.8", name="rest", use="ships")
    shares = [share(f"s-{use}", "33", use=use) for use in ("cars", "phones")]
    known = (*sizes, *shares, share("s-ships", "34", use="ships"))
    dimensions = with_segments(ships={"residual": True})
    assert findings(printed_ratio_disagrees, market(*known, dimensions=dimensions)) == []
    assert len(findings(printed_ratio_disagrees, market(*known))) == 1
    elsewhere = [share(f"x-{kind}", "33", chemistry=kind) for kind in ("oxide", "sulfide")]
    lone = market(*sizes, *elsewhere, known[-1], dimensions=dimensions)
    assert len(findings(printed_ratio_disagrees, lone)) == 1  # those are of another list


def test_a_share_of_shipments_is_no_share_of_money():
    money = size(2023, "13.1"), size(2023, "5.3", name="n", use="cars")
    shipped = claim("s", "49.6", "percent", "shipment-share", "2023", use="cars")
    assert cases(printed_ratio_disagrees, market(*money, shipped)) == []
    volumes = (
        claim("v", "100", "gwh", "shipments", "2023"),
        claim("p", "60", "gwh", "shipments", "2023", use="cars"),
    )
    assert len(findings(printed_ratio_disagrees, market(*volumes, shipped))) == 1


def test_no_room_is_a_question_unless_a_rest_may_hold_what_is_listed():
    known = (
        size(2023, "8.4"),
        size(2023, "5000", "usd-m", name="cars", use="cars"),
        size(2023, "3400", "usd-m", name="phones", use="phones"),
    )
    (finding,) = findings(remainder_unpublished, market(*known))
    assert finding.grade is Grade.QUESTION
    older = size(2022, "100", "usd-m", name="ships", use="ships", superseded=True)
    assert findings(remainder_unpublished, market(*known, older)) == []  # an older edition sized it
    with_rest = with_segments(phones={"residual": True})
    (finding,) = findings(remainder_unpublished, market(*known, dimensions=with_rest))
    assert finding.grade is Grade.NOTE
