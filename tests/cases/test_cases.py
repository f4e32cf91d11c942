"""Small markets that once came out wrong, and their neighbours: one test each, worked by hand.

Each folder beside this file is a case; the tests stand in the order of the kinds of mistake.
"""

from pathlib import Path

import pytest

from tests.cases.reading import (
    HERE,
    accusations,
    amounts,
    breakdown,
    computed_from,
    contradictions,
    derived,
    errors,
    estimated,
    examined,
    faults,
    headline,
    leader,
    market,
    shares,
    sizes,
    superseded,
    whole,
)

NOTHING: set[tuple[str, str]] = set()


def test_every_folder_is_read_by_a_test() -> None:
    cases = sorted(folder.name for folder in HERE.iterdir() if (folder / "markets").is_dir())
    tests = Path(__file__).read_text(encoding="utf-8")
    assert len(cases) == 55
    assert [case for case in cases if f'"{case}"' not in tests] == []


# ---------------------------------------------------------------- the newest edition leads, whole


@pytest.mark.parametrize("case", ["newest-edition-entered-last", "newest-edition-entered-first"])
def test_the_newest_edition_leads_wherever_its_rows_stand(case: str) -> None:
    # 30 of 90 is 33.3 %, 60 of 90 is 66.7 %; the edition before said 100 = 60 + 40.
    segments = breakdown(case, "seg")
    assert headline(case) == ("90", "", "")
    assert (whole(segments), sizes(segments)) == ("90", {"a": "30", "b": "60"})
    assert shares(segments) == {"a": "33.3", "b": "66.7"}
    assert superseded(case) == {"o24", "o24a", "o24b"}
    assert accusations(case) == NOTHING


def test_the_newest_of_three_editions_leads_whose_rows_are_mixed() -> None:
    case = "three-editions-in-no-order"
    assert shares(breakdown(case, "seg")) == {"a": "33.3", "b": "66.7"}
    assert superseded(case) == {"f24", "f24a", "f24b", "o24", "o24a", "o24b"}
    assert accusations(case) == NOTHING


def test_two_publications_that_share_no_series_are_rivals_and_not_editions() -> None:
    case = "two-publications-without-a-series"
    assert superseded(case) == set()
    # The headline is the size of one of them, so that its own parts are shown: 30 and 60 of 90.
    assert shares(breakdown(case, "seg")) == {"a": "33.3", "b": "66.7"}


def test_a_share_of_an_older_edition_is_history() -> None:
    case = "shares-of-an-older-edition"
    segments = breakdown(case, "seg")
    assert shares(segments)["a"] == "30.0"
    assert superseded(case) == {"o24a"}
    # 60 % of the older edition on the newer one's 90 would be 54.0; 30 % of it is 27.0.
    assert computed_from(case, "o24a", "n24") == []
    assert "27.0" in amounts(case)
    assert "54.0" not in amounts(case)
    assert accusations(case) == NOTHING


def test_a_growth_of_an_older_edition_is_not_held_against_newer_sizes() -> None:
    case = "growth-of-an-older-edition"
    assert superseded(case) == {"og"}
    # 110 of 100 is 10 % more: the newer growth fits.
    assert accusations(case) == NOTHING


def test_a_first_place_of_an_older_edition_is_not_held_against_newer_shares() -> None:
    case = "ranks-of-an-older-edition"
    segments = breakdown(case, "seg")
    assert leader(segments) == "a"
    assert shares(segments) == {"a": "55.0", "b": "45.0"}
    assert superseded(case) == {"orb"}
    assert accusations(case) == NOTHING


# ---------------------------------------------------------------- sums and rules stay within one edition


def test_a_segment_that_an_edition_drops_is_not_added_to_it() -> None:
    case = "an-edition-drops-a-segment"
    segments = breakdown(case, "seg")
    # 70 of the 70 of the newer edition; 70 + 40 of two editions would be 110.
    assert (whole(segments), sizes(segments), shares(segments)) == ("70", {"a": "70"}, {"a": "100.0"})
    assert superseded(case) == {"o25a", "o25b"}
    assert accusations(case) == NOTHING


def test_a_segment_that_an_edition_adds_leaves_no_remainder() -> None:
    case = "an-edition-adds-a-segment"
    segments = breakdown(case, "seg")
    assert shares(segments) == {"a": "50.0", "b": "30.0", "c": "20.0"}
    assert segments.remainder is not None
    assert segments.remainder.low <= 0 <= segments.remainder.high
    assert accusations(case) == NOTHING


def test_two_editions_are_never_one_course_of_years() -> None:
    case = "editions-that-cover-other-years"
    # 130 by the older edition and 90 by the newer one are both of 2024; 99 of 90 is 10 % more.
    assert headline(case) == ("90", "99", "10")
    assert {"o24", "og"} <= superseded(case)
    assert accusations(case) == NOTHING


# ---------------------------------------------------------------- a rate says what grows


def test_users_may_grow_more_slowly_than_money() -> None:
    case = "growth-of-users-beside-growth-of-money"
    # 200 of 100 in five years is 14.87 % a year.
    assert headline(case) == ("100", "200", "14.9")
    assert market(case).claims["v"].measure.of == "users"
    assert accusations(case) == NOTHING


def test_shipments_may_fall_while_money_grows() -> None:
    case = "growth-of-shipments-beside-growth-of-money"
    # 110 of 100 is +10 %, 45 of 50 is -10 %: each is checked against its own.
    assert examined(case, "yearly-growth") == 2
    assert accusations(case) == NOTHING


def test_a_share_of_shipments_is_not_held_against_a_share_of_money() -> None:
    case = "share-of-shipments-beside-share-of-money"
    assert shares(breakdown(case, "seg", of="unit-shipments")) == {"a": "20.0", "b": "80.0"}
    assert shares(breakdown(case, "seg", of="market-size")) == {"a": "70.0", "b": "30.0"}
    assert accusations(case) == NOTHING


# ---------------------------------------------------------------- growth of one year is no CAGR


def test_yearly_growth_is_checked_against_its_own_two_years() -> None:
    case = "yearly-growth-rates"
    # 116 of 100 is 16.0 %, 122 of 116 is 5.17 %.
    assert headline(case) == ("100", "122", "")
    assert examined(case, "yearly-growth") == 2
    assert {market(case).claims[name].measure.code for name in ("g22", "g23")} == {"growth"}
    assert accusations(case) == NOTHING


def test_yearly_growth_that_misses_its_values_is_found() -> None:
    # 122 of 116 is 5.17 %, at most 122.5 of 115.5, which is 6.1 %; 15.2 % is printed.
    case = "yearly-growth-that-misses-its-values"
    assert [finding.rule for finding in contradictions(case, "g23")] == ["yearly-growth"]
    assert contradictions(case, "g22") == []


def test_growth_of_one_year_cannot_lead_a_forecast_of_ten() -> None:
    (error,) = errors("one-years-growth-as-the-headline-of-ten")
    assert "growth" in error


# ---------------------------------------------------------------- price times volume, and slips


def test_a_price_times_a_volume_that_is_ten_times_the_size_is_found() -> None:
    # 41.54 million at 650 each are 27.0 billion; 2.7 billion are printed.
    case = "price-times-volume-is-ten-times-the-size"
    (finding,) = contradictions(case, "s", "v", "p")
    assert finding.rule == "price-times-volume"
    assert "ten" in f"{finding.title} {finding.arithmetic}"
    assert accusations(case) == {("price-times-volume", "contradiction")}


def test_a_price_times_a_volume_that_is_the_size_is_examined_and_found_sound() -> None:
    case = "price-times-volume-is-the-size"
    assert examined(case, "price-times-volume") == 1
    assert accusations(case) == NOTHING


def test_a_per_cent_written_as_a_fraction_is_named() -> None:
    # 35 of 100 is 35 %, not 0.35 %.
    assert len(contradictions("a-share-as-a-fraction", "sa")) >= 1
    assert contradictions("a-share-as-a-fraction", "sb") == []


def test_a_part_a_thousand_times_too_large_is_named() -> None:
    # 60 + 40,000 of 100; 60 + 40 is 100.
    case = "a-part-a-thousand-times-too-large"
    said = " ".join(f"{f.title} {f.arithmetic}" for f in contradictions(case, "b"))
    assert "thousand" in said or "1,000" in said


def test_a_growth_without_its_minus_sign_is_named() -> None:
    # 92 of 100 is -8 %; 8 % is printed.
    case = "growth-without-its-minus-sign"
    said = " ".join(f"{f.title} {f.arithmetic}" for f in contradictions(case, "g"))
    assert "sign" in said


# ---------------------------------------------------------------- rules on sizes hold for all that adds up


def test_volumes_that_contradict_themselves_are_found_three_times() -> None:
    case = "volumes-that-contradict-themselves"
    # 260.9 of 272.1 is -4.1 % and not +40.1 %; 200 + 200 exceed 260.9; 200 of 260.9 is 76.7 % and not 5 %.
    assert len(contradictions(case, "g")) == 1
    assert len(contradictions(case, "a", "b")) == 1
    assert len(contradictions(case, "sa")) == 1
    assert len(contradictions(case)) == 3


def test_volumes_that_agree_are_examined_and_found_sound() -> None:
    case = "volumes-that-agree"
    # 200 + 60.9 is 260.9; 200 of 260.9 is 76.66 %.
    assert shares(breakdown(case, "seg")) == {"a": "76.7", "b": "23.3"}
    assert headline(case) == ("260.9", "", "")
    assert examined(case, "yearly-growth") == 1
    assert accusations(case) == NOTHING


def test_users_of_two_parts_may_add_up_to_more_than_all_users() -> None:
    # 70 and 60 of 100: at least 30 use both.
    case = "users-of-two-parts-at-once"
    assert headline(case) == ("100", "", "")
    assert accusations(case) == NOTHING


# ---------------------------------------------------------------- a publisher's own regions


def test_asia_pacific_without_japan_leaves_japan_beside_it() -> None:
    case = "asia-pacific-without-japan"
    regions = breakdown(case, "region")
    assert shares(regions) == {"asia-pacific": "60.0", "japan": "10.0", "europe": "30.0"}
    assert "without Japan" in next(part.name for part in regions.parts if part.code == "asia-pacific")
    assert accusations(case) == NOTHING


def test_asia_pacific_with_japan_holds_japan() -> None:
    case = "asia-pacific-with-japan"
    # 70 + 30 is 100, and the 10 of Japan lie within the 70.
    regions = breakdown(case, "region")
    assert {code: share for code, share in shares(regions).items() if code != "japan"} == {
        "asia-pacific": "70.0",
        "europe": "30.0",
    }
    assert accusations(case) == NOTHING


def test_shares_of_europe_without_the_united_kingdom_add_up() -> None:
    case = "shares-of-europe-without-the-united-kingdom"
    expected = {"europe": "50.0", "united-kingdom": "10.0", "asia-pacific": "40.0"}
    assert shares(breakdown(case, "region")) == expected
    assert accusations(case) == NOTHING


def test_a_country_larger_than_its_region_is_found() -> None:
    # Japan's 70 cannot lie within the 60 of Asia Pacific.
    found = contradictions("a-country-larger-than-its-region", "ap", "jp")
    assert [finding.rule for finding in found] == ["region-in-region"]


# ---------------------------------------------------------------- others are no one


def test_others_never_lead_and_stand_last() -> None:
    case = "others-in-the-lead"
    segments = breakdown(case, "seg")
    assert leader(segments) == "a"
    assert shares(segments) == {"a": "23.0", "b": "34.0"}
    assert [part.code for part in segments.parts if part.residual] == ["b"]
    assert list(shares(segments)) == ["a", "b"]


def test_others_that_are_half_of_the_whole_do_not_lead_either() -> None:
    segments = breakdown("others-larger-than-each-by-size", "seg")
    assert leader(segments) == "a"
    assert shares(segments) == {"a": "30.0", "c": "20.0", "b": "50.0"}
    assert list(shares(segments))[-1] == "b"


def test_the_rest_of_the_world_is_no_region_that_leads() -> None:
    regions = breakdown("the-rest-of-the-world-in-the-lead", "region")
    assert leader(regions) == "europe"
    assert shares(regions) == {"europe": "30.0", "rest-of-the-world": "70.0"}


def test_an_open_list_needs_not_add_up() -> None:
    case = "an-open-list-of-vendors"
    segments = breakdown(case, "seg")
    # 23 + 19 is 42: the source doesn't claim that these are all vendors.
    assert (leader(segments), shares(segments)) == ("a", {"a": "23.0", "b": "19.0"})
    assert accusations(case) == NOTHING


# ---------------------------------------------------------------- periods of different lengths never meet


def test_a_year_leads_beside_its_quarters_which_add_up_to_it() -> None:
    case = "quarters-beside-a-year"
    assert headline(case) == ("96", "", "")
    assert [market(case).claims[name].length for name in ("q1", "q2", "q3", "q4", "yr")] == [3, 3, 3, 3, 12]
    # 20 + 22 + 24 + 30 = 96.
    assert examined(case, "quarters-and-years") == 1
    assert accusations(case) == NOTHING


def test_quarters_that_miss_their_year_are_found() -> None:
    # 20 + 22 + 24 + 30 = 96, and 106 is printed.
    (finding,) = contradictions("quarters-that-miss-the-year", "yr")
    assert finding.rule == "quarters-and-years"


def test_three_quarters_are_no_year() -> None:
    case = "quarters-without-the-fourth"
    assert examined(case, "quarters-and-years") == 0
    assert accusations(case) == NOTHING


def test_months_add_up_to_a_quarter() -> None:
    case = "months-beside-a-quarter"
    # 10 + 11 + 12 = 33.
    assert examined(case, "quarters-and-years") == 1
    assert accusations(case) == NOTHING


def test_users_at_the_end_of_quarters_are_not_added_up() -> None:
    # 50 + 52 + 54 + 56 would be 212; at the end of the year there are 56, as at the end of its last quarter.
    case = "users-at-the-end-of-each-quarter"
    assert headline(case) == ("56", "", "")
    assert accusations(case) == NOTHING


# ---------------------------------------------------------------- a market has a place


def test_a_national_market_uses_the_shares_and_rivals_of_its_country() -> None:
    case = "a-national-market"
    assert market(case).geography.code == "germany"
    assert headline(case) == ("90", "99", "10")
    segments = breakdown(case, "seg")
    assert shares(segments)["a"] == "70.0"
    # 70 % of 90 is 63.0.
    assert "63.0" in amounts(case)
    assert estimated(case) == {"90", "99", "80"}


def test_the_world_is_no_rival_of_a_national_market() -> None:
    case = "the-world-beside-a-national-market"
    assert headline(case) == ("90", "", "")
    assert estimated(case) == {"90"}
    # 1,000 of 90 would be 1,111 %: the world is no part of Germany.
    assert [one.dimension for one in derived(case).breakdowns] == []
    assert accusations(case) == NOTHING


def test_a_national_market_may_count_fiscal_years() -> None:
    case = "a-national-market-in-fiscal-years"
    # 33,243 of 16,428 in five years is 15.1 % a year.
    assert headline(case) == ("16428", "33243", "15")
    assert market(case).year == 2023
    assert market(case).claims["s23"].length == 12
    assert accusations(case) == NOTHING


# ---------------------------------------------------------------- segments nest


@pytest.mark.parametrize(
    ("case", "dimension", "parent"),
    [
        ("nested-segments-in-one-dimension", "seg", "a"),
        ("nested-segments-as-two-dimensions", "sub", ""),
        ("nested-segments-crossed", "sub", ""),
    ],
)
def test_nested_segments_are_summed_level_by_level(case: str, dimension: str, parent: str) -> None:
    segments = breakdown(case, "seg", within=())
    of_alpha = breakdown(case, dimension, parent, within=(("seg", "a"),))
    assert (whole(segments), sizes(segments)) == ("100", {"a": "60", "b": "40"})
    assert shares(segments) == {"a": "60.0", "b": "40.0"}
    # 35 and 25 of the 60 of Alpha.
    assert (whole(of_alpha), sizes(of_alpha)) == ("60", {"c": "35", "d": "25"})
    assert shares(of_alpha) == {"c": "58.3", "d": "41.7"}
    assert accusations(case) == NOTHING


def test_segments_nest_on_three_levels() -> None:
    case = "nested-segments-on-three-levels"
    assert sizes(breakdown(case, "seg")) == {"a": "60", "b": "40"}
    assert sizes(breakdown(case, "seg", "a")) == {"c": "35", "d": "25"}
    # 20 and 15 of 35.
    assert shares(breakdown(case, "seg", "c")) == {"e": "57.1", "f": "42.9"}
    assert accusations(case) == NOTHING


def test_nested_segments_that_exceed_the_one_they_are_part_of_are_found() -> None:
    # 45 + 25 is 70, and Alpha is 60.
    (finding,) = contradictions("nested-segments-that-exceed-theirs", "c", "d")
    assert finding.rule == "parts-exceed-whole"
    assert "a" in finding.subjects


# ---------------------------------------------------------------- a share multiplies only its own whole


def test_a_share_of_one_year_says_nothing_of_twenty_three_others() -> None:
    case = "one-years-share-and-many-years-sizes"
    # 24.3 of 38.8 is 62.6 % in 2023; in 2000 that share would have made 12.8 of 20.5, and 0.5 is published.
    assert shares(breakdown(case, "seg")) == {"a": "37.4", "b": "62.6"}
    assert len(market(case).claims) == 72
    others = [f"t{year}" for year in range(2000, 2023)]
    assert len(others) == 23
    assert [year for year in others if computed_from(case, year, "b2023")] == []
    assert accusations(case) == NOTHING


def test_a_share_of_the_year_before_multiplies_nothing() -> None:
    # 60 % of 2023 on 200 of 2024 would be 120.0.
    case = "a-share-of-the-year-before"
    assert computed_from(case, "sa", "n24") == []
    assert "120.0" not in amounts(case)


def test_a_share_by_another_publication_multiplies_nothing() -> None:
    # 60 % by the one on 90 by the other would be 54.0.
    case = "a-share-by-another-publication"
    assert computed_from(case, "sa", "n24") == []
    assert "54.0" not in amounts(case)


def test_a_share_of_its_own_whole_makes_money() -> None:
    # 60 % of 90 is 54.0.
    case = "a-share-of-its-own-whole"
    assert len(computed_from(case, "sa", "n24")) >= 1
    assert "54.0" in amounts(case)


# ---------------------------------------------------------------- a share says of what


def test_shares_of_shipments_by_region_are_of_shipments() -> None:
    regions = breakdown("shares-of-shipments-by-region", "region")
    assert regions.of is not None
    assert regions.of.code == "unit-shipments"
    assert shares(regions) == {"asia-pacific": "60.0", "europe": "40.0"}
    assert market("shares-of-shipments-by-region").currency == ""


def test_shares_of_shipments_by_vendor_are_of_shipments() -> None:
    segments = breakdown("shares-of-shipments-by-vendor", "seg")
    assert segments.of is not None
    assert segments.of.code == "unit-shipments"
    assert (leader(segments), shares(segments)) == ("a", {"a": "60.0", "b": "40.0"})


def test_a_share_of_shipments_turns_into_no_money() -> None:
    # 60 % of shipments on 100 of money would be 60.0.
    case = "a-share-of-shipments-turns-into-no-money"
    assert computed_from(case, "a", "n24") == []
    assert "60.0" not in amounts(case)
    assert accusations(case) == NOTHING


# ---------------------------------------------------------------- periods, ranges, signs


def test_periods_and_values_are_taken_as_printed() -> None:
    case = "periods-and-values-as-printed"
    assert faults(case) == []
    claims = market(case).claims
    assert {name: claims[name].length for name in ("p0", "p3", "p4", "p6")} == {
        "p0": 3,
        "p3": 12,
        "p4": 6,
        "p6": 12,
    }
    assert (claims["chg"].printed.text, claims["neg"].printed.text) == ("-4.1", "-1.296")
    assert accusations(case) == NOTHING


def test_periods_and_values_in_near_forms_are_refused_row_by_row() -> None:
    told = faults("periods-and-values-in-near-forms")
    # Nine rows, on lines 2 to 10, one complaint each.
    assert [line.split(":")[1] for line in told] == [str(line) for line in range(2, 11)]
    assert all(" - " in line for line in told)


def test_a_range_is_one_claim_with_two_ends() -> None:
    case = "a-range-with-two-ends"
    # 120 and 130 of 100 in six years are 3.1 % and 4.5 % a year; 3.8 % lies between.
    assert market(case).claims["s30"].printed.value == 125
    assert headline(case) == ("100", "120..130", "3.8")
    assert accusations(case) == NOTHING
