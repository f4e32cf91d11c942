"""Markets: geography, regions as publishers draw them, nested segments, rests, open lists; what leads; ids that are made."""

import re
from decimal import Decimal

import pytest

from scripts.derive import REGION, Breakdown, derive
from scripts.model import Market
from scripts.notation import known, subject
from tests.model.made import HEADER, complaints, loaded, size

REGIONAL = "measure,region,period,value,unit,source"
SHARE = "revenue-share,{},2024,{},percent,gartner/a"
SIZE = "market-size,{},2024,{},usd-bn,gartner/a"


def rows(form: str, **values: str) -> str:
    return "\n".join(form.format(name.replace("_", "-"), value) for name, value in values.items())


def divided(market: Market, dimension: str = REGION, parent: str = "") -> Breakdown:
    found = [b for b in derive(market).breakdowns if (b.dimension, b.parent) == (dimension, parent)]
    assert len(found) == 1
    return found[0]


def shares(breakdown: Breakdown) -> dict[str, str]:
    return {part.code: known(part.share) for part in breakdown.published if part.share}


# --- geography


def test_a_market_is_of_the_world_unless_it_says_otherwise():
    market = loaded(size("2024"))
    assert (market.geography.name, market.is_worldwide) == ("Worldwide", True)
    assert market.lead is market.claims["market-size-2024"]


def test_a_national_market_leads_with_its_own_country_and_never_with_the_world():
    market = loaded(rows(SIZE, germany="200", world="4000", europe="900"), "geography: germany\n", REGIONAL)
    assert market.lead
    assert (market.lead.value, market.is_worldwide) == ("200", False)
    assert subject(market, market.lead) == "Market size"
    assert subject(market, market.claims["market-size-world-2024"]) == "Market size, Worldwide"


def test_the_world_is_no_part_of_a_national_market():
    market = loaded(rows(SIZE, germany="200", world="4000", france="100"), "geography: germany\n", REGIONAL)
    assert [b for b in derive(market).divisions if b.dimension == REGION] == []


def test_a_place_that_is_not_stated_is_no_region_and_the_world_no_line_of_a_national_market():
    market = loaded(rows(SIZE, not_stated="5", world="100", europe="30"), header=REGIONAL)
    assert shares(divided(market)) == {"europe": "30"}
    assert [line.name for line in derive(market).coverage] == ["Made up", "Europe"]
    national = loaded(rows(SIZE, germany="200", world="4000"), "geography: germany\n", REGIONAL)
    assert [line.name for line in derive(national).coverage] == ["Made up"]


def test_a_country_is_a_part_of_a_market_of_its_continent():
    market = loaded(rows(SIZE, europe="900", germany="225", japan="300"), "geography: europe\n", REGIONAL)
    assert shares(divided(market)) == {"germany": "25.0"}


def test_a_region_column_left_empty_or_out_is_the_market_s_own_geography():
    row, own = "market-size,,2024,200,usd-bn,gartner/a", "geography: germany\n"
    for market in (loaded(row, own, REGIONAL), loaded(size("2024", "200"), own)):
        (claim,) = market.claims.values()
        assert (claim.id, claim.region.code) == ("market-size-2024", "germany")


def test_an_unknown_geography_is_told_once():
    (said,) = complaints(f"{size('2024')}\n{size('2025')}", "geography: atlantis\n")
    assert "unknown region 'atlantis'" in said


# --- regions as a publisher draws them

WITHOUT_JAPAN = "regions:\n  asia-pacific:\n    without: [japan]\n"


def test_what_a_publisher_leaves_out_of_a_region_stands_beside_it():
    # 60 of 100 without Japan, 10 of 100 in Japan, 30 in Europe: nothing is left.
    claims = rows(SIZE, world="100", asia_pacific="60", japan="10", europe="30")
    regions = divided(loaded(claims, header=REGIONAL, a=WITHOUT_JAPAN))
    names = {part.code: part.name for part in regions.parts}
    assert names["asia-pacific"] == "Asia Pacific without Japan"
    assert shares(regions) == {"asia-pacific": "60", "europe": "30", "japan": "10"}
    assert not regions.has_remainder


def test_another_publisher_s_japan_lies_within_asia_pacific():
    claims = rows(SIZE, world="100", asia_pacific="70", japan="10", europe="30")
    market = loaded(claims, header=REGIONAL)
    assert list(shares(divided(market))) == ["asia-pacific", "europe"]
    within = divided(market, parent="asia-pacific")
    # 10 of 70 is 14.29 %; between 9.5 of 70.5 and 10.5 of 69.5
    assert (within.name, within.whole and within.whole.value) == ("Asia Pacific by region", "70")
    assert [round(part.share.point, 2) for part in within.published if part.share] == [Decimal("14.29")]


def test_a_country_s_share_is_held_against_its_region_s():
    # 12 of 40 are 30 % of Europe; so that 70 % of Europe is not broken down, and not 88 %
    market = loaded(rows(SHARE, europe="40.0", germany="12.0", asia_pacific="35.0"), header=REGIONAL)
    assert shares(divided(market)) == {"europe": "40.0", "asia-pacific": "35.0"}
    within = divided(market, parent="europe")
    (germany,) = within.published
    assert germany.computed
    assert (germany.computed.formula.replace("\u00a0", " "), germany.computed.point) == (
        "12.0 % ÷ 40.0 %",
        Decimal(30),
    )
    assert within.remainder
    assert within.remainder.point == 70
    assert "Share of Europe" in germany.computed.name


# --- nested segments

ONE_DIMENSION = """\
dimensions:
  offer:
    name: Offer
    segments:
      it: {name: IT}
      software: {name: Software, part_of: it}
      services: {name: Services, part_of: it}
      telecoms: {name: Telecoms}
      others: {name: Others, residual: true}
"""
OFFER = "measure,offer,period,value,unit,source"


def test_nested_segments_are_told_level_by_level():
    claims = rows(SIZE, total="100", it="60", telecoms="30", others="10", software="45", services="15")
    market = loaded(claims, ONE_DIMENSION, OFFER)
    first, second = divided(market, "offer"), divided(market, "offer", "it")
    assert [round(part.share.point) for part in first.published if part.share] == [60, 30, 10]
    assert [(part.code, round(part.share.point)) for part in second.published if part.share] == [
        ("software", 75),
        ("services", 25),
    ]
    assert (second.name, second.whole and second.whole.value) == ("IT by offer", "60")
    assert not first.has_remainder
    assert not second.has_remainder


def test_shares_of_nested_segments_are_of_the_market_and_held_against_their_own_segment_s():
    claims = rows(SHARE, it="60.0", software="45.0", telecoms="30.0")
    second = divided(loaded(claims, ONE_DIMENSION, OFFER), "offer", "it")
    assert [(part.code, part.share.point) for part in second.published if part.share] == [
        ("software", Decimal(75))
    ]


def test_shares_within_a_segment_whose_own_share_nobody_prints_say_nothing_of_it():
    second = divided(loaded(rows(SHARE, software="45.0"), ONE_DIMENSION, OFFER), "offer", "it")
    assert (second.published, second.remainder, second.money) == ((), None, {})


TWO_DIMENSIONS = """\
dimensions:
  offer:
    name: Offer
    segments:
      it: {name: IT}
      telecoms: {name: Telecoms}
  kind:
    name: Kind
    part_of: offer/it
    segments:
      software: {name: Software}
      services: {name: Services}
"""
BOTH = "measure,offer,kind,period,value,unit,source"


@pytest.mark.parametrize("outer", ["it", "total"])
def test_a_dimension_that_breaks_down_a_segment_has_that_segment_for_its_whole(outer):
    said = [
        ("total", "total", "100"),
        ("it", "total", "60"),
        (outer, "software", "45"),
        (outer, "services", "15"),
    ]
    claims = "\n".join(
        f"market-size,{offer},{kind},2024,{value},usd-bn,gartner/a" for offer, kind, value in said
    )
    market = loaded(claims, TWO_DIMENSIONS, BOTH)
    kinds = divided(market, "kind")
    assert [(part.code, round(part.share.point)) for part in kinds.published if part.share] == [
        ("software", 75),
        ("services", 25),
    ]
    assert (kinds.whole and kinds.whole.value, kinds.fills) == ("60", True)
    offers = divided(market, "offer")
    assert [part.code for part in offers.published] == ["it"]  # what is of a kind is no second part of IT


def test_rows_that_cross_dimensions_are_parts_of_both_and_never_of_the_market():
    dimensions = TWO_DIMENSIONS.replace("    part_of: offer/it\n", "")
    said = [
        ("it", "total", "60"),
        ("it", "software", "45"),
        ("it", "services", "15"),
        ("telecoms", "software", "5"),
    ]
    claims = "\n".join(
        f"market-size,{offer},{kind},2024,{value},usd-bn,gartner/a" for offer, kind, value in said
    )
    every = derive(
        loaded(f"{claims}\nmarket-size,total,total,2024,100,usd-bn,gartner/a", dimensions, BOTH)
    ).divisions
    found = {(b.dimension, b.segments, b.whole and b.whole.value): [p.code for p in b.sized] for b in every}
    assert found == {
        ("offer", (), "100"): ["it"],
        ("kind", (("offer", "it"),), "60"): ["software", "services"],
        ("kind", (("offer", "telecoms"),), None): ["software"],
        ("offer", (("kind", "software"),), None): ["it", "telecoms"],
        ("offer", (("kind", "services"),), None): ["it"],
    }


def test_a_nested_dimension_within_a_crossed_row_is_told_once():
    third = TWO_DIMENSIONS + "  use:\n    name: Use\n    segments:\n      home: {name: Home}\n"
    row = "market-size,it,software,home,2024,20,usd-bn,gartner/a"
    every = derive(loaded(row, third, BOTH.replace("kind,", "kind,use,"))).divisions
    assert {(b.dimension, b.segments) for b in every} == {
        ("kind", (("offer", "it"), ("use", "home"))),
        ("use", (("kind", "software"), ("offer", "it"))),
    }


def test_segments_in_a_circle_and_in_none_are_refused():
    circle = ONE_DIMENSION.replace("it: {name: IT}", "it: {name: IT, part_of: software}")
    assert [said for said in complaints(rows(SIZE, total="1"), circle, OFFER) if "a circle: " in said]
    stray = ONE_DIMENSION.replace("telecoms: {name: Telecoms}", "telecoms: {name: Telecoms, part_of: phones}")
    assert [
        said for said in complaints(rows(SIZE, total="1"), stray, OFFER) if "unknown segment 'phones'" in said
    ]


@pytest.mark.parametrize("outer", ["offer", "offer/phones", "shape/it", "kind/software"])
def test_a_dimension_breaks_down_a_segment_that_there_is(outer):
    market = TWO_DIMENSIONS.replace("part_of: offer/it", f"part_of: {outer}")
    said = complaints("market-size,total,total,2024,1,usd-bn,gartner/a", market, BOTH)
    assert [line for line in said if f"'{outer}'" in line]


# --- rests and open lists


def test_the_rest_never_leads_and_stands_last():
    first = divided(loaded(rows(SHARE, others="70", it="20", telecoms="10"), ONE_DIMENSION, OFFER), "offer")
    assert [part.code for part in first.published] == ["it", "telecoms", "others"]
    assert first.leader
    assert first.leader.code == "it"


def test_the_rest_of_the_world_never_leads():
    regions = divided(loaded(rows(SHARE, rest_of_the_world="70", europe="30"), header=REGIONAL))
    assert regions.leader
    assert regions.leader.code == "europe"


def test_an_open_list_bounds_no_concentration():
    opened = ONE_DIMENSION.replace("    name: Offer\n", "    name: Offer\n    open: true\n").replace(
        ", residual: true", ""
    )
    closed = loaded(rows(SHARE, it="60", telecoms="30"), ONE_DIMENSION, OFFER)
    assert derive(closed).concentrations
    market = loaded(rows(SHARE, it="60", telecoms="30"), opened, OFFER)
    assert divided(market, "offer").is_open
    assert derive(market).concentrations == ()


def test_parts_of_a_measure_that_overlap_leave_no_remainder():
    users = "users,{},2024,{},million-people,gartner/a"
    claims = rows(users, total="100", it="80", telecoms="60")
    assert [b.published for b in derive(loaded(claims, ONE_DIMENSION, OFFER)).breakdowns if b.published] == []


def test_a_share_names_the_measure_of_which_it_is_though_no_size_of_it_is_published():
    first = divided(loaded("shipment-share,it,2024,60,percent,gartner/a", ONE_DIMENSION, OFFER), "offer")
    assert first.of
    assert first.of.name == "Units shipped"


# --- what leads


def test_a_market_led_by_volume_needs_no_money():
    market = loaded("unit-sales,2023,9,vehicles,gartner/a\nunit-sales,2024,10,vehicles,gartner/a")
    assert (market.currency, market.base_year, market.forecast_period) == ("", None, None)
    assert market.lead
    assert (market.lead.id, market.year) == ("unit-sales-2024", 2024)


def test_a_year_leads_before_a_later_quarter_and_what_happened_before_what_is_expected():
    market = loaded("\n".join(map(size, ("2023", "2024", "2025-Q3", "2030"))))
    assert market.lead
    assert market.lead.id == "market-size-2024"


HEAD = "headline:\n  size: market-size-2024\n  target: market-size-2034\n  growth: {}\n"
TEN_YEARS = f"{size('2024', '10')}\n{size('2034', '20')}\n"


@pytest.mark.parametrize(
    ("measure", "period", "what"),
    [
        ("growth", "2023/2024", "a growth of 2023/2024 beside figures of 2024 to 2034"),
        ("growth", "2024/2025", "a growth of 2024/2025 beside figures of 2024 to 2034"),
        ("cagr", "2026/2034", "a growth of 2026/2034 beside figures of 2024 to 2034"),
        ("cagr", "2024/2030", "a growth of 2024/2030 beside figures of 2024 to 2034"),
        ("user-growth", "2024/2034", "the growth of users beside a size in market-size"),
    ],
)
def test_a_growth_that_leads_spans_the_years_of_size_and_target_and_is_of_what_leads(measure, period, what):
    name = f"{measure}-{period.replace('/', '-')}"
    (said,) = complaints(f"{TEN_YEARS}{measure},{period},7.2,percent-a-year,gartner/a", HEAD.format(name))
    assert said.startswith(f"9:11: {what} - name a ")  # at its own line in market.yml


@pytest.mark.parametrize("period", ["2024/2034", "2025/2034"])
def test_a_growth_may_be_printed_from_the_year_after_the_base(period):
    market = loaded(
        f"{TEN_YEARS}cagr,{period},7.2,percent-a-year,gartner/a",
        HEAD.format(f"cagr-{period.replace('/', '-')}"),
    )
    assert market.headline.growth


# --- ids


def test_an_id_left_empty_is_made_from_what_the_row_is_about():
    header = f"id,{OFFER.replace('offer,', 'offer,region,')}"
    said = [
        (",market-size,total,", "2024", "market-size-2024"),
        (",market-size,it,germany", "2024-Q1", "market-size-it-germany-2024-q1"),
        (",growth,telecoms,europe", "2023/2024", "growth-telecoms-europe-2023-2024"),
        ("mine,market-size,total,", "2025", "mine"),
    ]
    units = {"market-size": "usd-bn", "growth": "percent-a-year"}
    claims = "\n".join(f"{row},{period},5,{units[row.split(',')[1]]},gartner/a" for row, period, _ in said)
    market = loaded(claims, ONE_DIMENSION, header)
    assert set(market.claims) == {name for *_, name in said}
    assert market.made_ids == tuple(sorted(name for *_, name in said if name != "mine"))


def test_two_rows_that_would_share_an_id_are_refused_with_the_line_of_the_first():
    (said,) = complaints(f"{size('2024')}\n{size('2024', '11')}")
    assert said == (
        "3:1: the id 'market-size-2024' is taken - "
        "choose another one; it stands in data/markets/made-up/observations.csv, line 2"
    )
    assert len(loaded(f"{size('2024')},\n{size('2024', '11')},other", header=f"{HEADER},id").claims) == 2


def test_a_column_that_is_needed_is_missed_by_its_name():
    (said,) = complaints("market-size,2024,10,usd-bn", header="measure,period,value,unit")
    assert re.match(r"1:1: missing column 'source' - the columns are id,measure,scope,region,", said)


def test_a_dimension_without_a_column_is_not_broken_down():
    market = loaded(size("2024"), ONE_DIMENSION)
    assert market.claims["market-size-2024"].segments == {"offer": "total"}
    assert market.lead
