"""Maps of what is known: the silence map, the tiles of regions, and the editions of a forecast."""

from dataclasses import replace

import pytest

from scripts.charts import figures
from scripts.derive import derive
from scripts.model import Moment, Rank, Status
from tests.charts.markets import of_shares
from tests.codelists import REGIONS
from tests.factory import claim, growth, market, plain, share, size, source


def figure(known, name):
    return next((one for one in figures(known, derive(known)) if one.id == name), None)


def table(known, name):
    return [tuple(map(plain, row.cells)) for row in figure(known, name).rows]


SIZE = size(2024, "10", rank=Rank.PREFERRED)


def test_the_silence_map_names_what_is_published_computed_and_silent():
    known = market(
        SIZE,
        share("cars", "58.2", use="cars"),
        growth(2024, 2034, "9", use="phones"),
        size(2022, "3", name="old", use="ships", rank=Rank.DEPRECATED),
        claim("first", "1", "rank", "growth-rank", "2025/2034", region="europe"),
    )
    assert table(known, "silence-map") == [
        ("Solid-state batteries", "2024", "the whole", "not published"),
        ("Cars", "computed", "2024", "not published"),
        ("Phones", "not published", "not published", "2024 to 2034"),
        ("Ships", "rejected", "not published", "not published"),
        ("Oxide", "not published", "not published", "not published"),
        ("Sulfide", "not published", "not published", "not published"),
        ("Europe", "not published", "not published", "rank only"),
    ]


def test_a_share_alone_gives_no_size_without_a_base():
    known = market(share("cars", "58.2", use="cars"))
    assert table(known, "silence-map")[1] == ("Cars", "not published", "2024", "not published")


def test_rival_scopes_and_other_regions_fill_no_cell():
    known = market(
        SIZE,
        share("all", "20", use="cars", scope="all-batteries"),
        share("there", "30", use="cars", region="europe"),
    )
    assert table(known, "silence-map")[1] == ("Cars", "not published", "not published", "not published")


@pytest.mark.parametrize(
    ("known", "told"),
    [
        (of_shares("48.7", count=5), "Of seven segments, one has a published share and none a size"),
        (of_shares("60", "40"), "Of four segments, two have a published share and none a size"),
        (market(SIZE), "None of five segments has a published share or size"),
        (
            market(SIZE, size(2024, "4", name="c", use="cars")),
            "Of five segments, none has a published share and one a size",
        ),
        (
            replace(market(SIZE, share("e", "40", region="europe")), dimensions={}),
            "The one region has a share and no size published",
        ),
    ],
)
def test_the_silence_map_counts_segments_or_else_regions(known, told):
    assert plain(figure(known, "silence-map").title) == told


def test_sixty_segments_are_counted_and_the_table_names_each():
    known = figure(of_shares(*["1.5"] * 45, count=60), "silence-map")
    assert known.rows[0].cells == ("Use, all", "0 of 60", "45 of 60", "0 of 60")
    assert len(known.rows) == 1 + 1 + 1 + 60 + 2  # two dimensions, the whole, their segments
    assert "counted by dimension" in known.reading


def test_a_market_without_parts_or_without_figures_has_no_silence_map():
    assert figure(replace(market(SIZE), dimensions={}), "silence-map") is None
    assert figure(market(), "silence-map") is None


def placed(code, column, row):
    return replace(REGIONS[code], tile=(column, row))


EUROPE, ASIA = placed("europe", 1, 0), placed("asia-pacific", 2, 0)


def of_regions(*claims, regions=(EUROPE, ASIA)):
    by_code = {region.code: region for region in regions}
    return market(*(replace(c, region=by_code[c.region.code]) for c in claims), regions=regions)


AMERICA = placed("north-america", 0, 0)
THREE = (EUROPE, ASIA, AMERICA)
MOST = share("e", "41.2", region="europe"), share("n", "20", region="north-america")


def test_tiles_tell_the_leader_and_the_silent():
    known = of_regions(*MOST, regions=THREE)
    assert (
        plain(figure(known, "region-tiles").title) == "Europe at 41.2 %; one region without a published share"
    )
    assert table(known, "region-tiles") == [
        ("Europe", "41.2 %"),
        ("Asia Pacific", "not published"),
        ("North America", "20 %"),
    ]


def test_tiles_are_drawn_only_where_most_regions_have_a_share():
    half = of_regions(share("e", "41.2", region="europe"))
    assert figure(half, "region-tiles") is None


def test_tied_and_complete_regions_are_told_as_such():
    both = of_regions(share("e", "50", region="europe"), share("a", "50", region="asia-pacific"))
    assert (
        plain(figure(both, "region-tiles").title)
        == "Europe and Asia Pacific at 50 % each, and every region has a share"
    )


def test_a_rank_without_a_number_is_said_in_the_tile():
    first = claim("first", "1", "rank", "growth-rank", "2025/2034", region="asia-pacific")
    known = of_regions(*MOST, first, regions=THREE)
    assert table(known, "region-tiles")[1] == ("Asia Pacific", "fastest, no number")


def test_tiles_stand_where_the_data_put_them_and_the_largest_is_darkest():
    known = of_regions(share("e", "60", region="europe"), share("a", "15", region="asia-pacific"))
    layers = figure(known, "region-tiles").wide["layer"]
    shades = {
        datum["says"].split(":")[0]: (datum["x"], datum["y"], layer["mark"]["opacity"])
        for layer in layers
        for datum in layer["data"]["values"]
        if "says" in datum
    }
    assert shades["Europe"][:2] == (1.03, 0.03)
    assert shades["Asia Pacific"][:2] == (2.03, 0.03)
    assert shades["Europe"][2] > shades["Asia Pacific"][2] > 0


def test_regions_without_places_or_shares_make_no_tiles():
    assert (
        figure(market(share("e", "41.2", region="europe"), regions=(REGIONS["europe"],)), "region-tiles")
        is None
    )
    assert figure(of_regions(), "region-tiles") is None
    alone = of_regions(share("e", "41.2", region="europe"), regions=(EUROPE,))
    assert figure(alone, "region-tiles") is None


def edition(date, year, value, name="volt-research", **more):
    known = size(year, value, name=f"{name}-{date}-{year}", status=Status.FORECAST, **more)
    return replace(known, source=replace(source(f"{name}/{date}"), published=Moment(date)))


def test_a_forecast_raised_from_edition_to_edition_is_told():
    known = market(edition("2024-05", 2030, "30"), edition("2025-05", 2030, "33.5"))
    found = figure(known, "forecast-vintages")
    assert plain(found.title) == "2030 raised from USD 30 bn to USD 33.5 bn over two editions"
    assert table(known, "forecast-vintages") == [
        ("2030", "USD 30 bn", "Volt Research", "May 2024", "forecast"),
        ("2030", "USD 33.5 bn", "Volt Research", "May 2025", "forecast"),
    ]


@pytest.mark.parametrize(
    ("values", "told"),
    [
        (("30", "25"), "2030 lowered from USD 30 bn to USD 25 bn over two editions"),
        (("30", "35", "30"), "2030 still at USD 30 bn after three editions"),
    ],
)
def test_lowered_and_unchanged_forecasts_are_told(values, told):
    known = market(*(edition(f"{2022 + n}", 2030, value) for n, value in enumerate(values)))
    assert plain(figure(known, "forecast-vintages").title) == told


def test_the_latest_year_leads_and_a_rejected_edition_is_marked():
    known = market(
        edition("2023", 2028, "20"),
        edition("2024", 2028, "21", rank=Rank.DEPRECATED),
        edition("2023", 2030, "30"),
        edition("2024", 2030, "31"),
    )
    rows = table(known, "forecast-vintages")
    assert [row[0] for row in rows] == ["2030", "2030", "2028", "2028"]
    assert rows[3][4] == "not followed"


def test_a_followed_figure_speaks_for_its_edition_before_a_rejected_one():
    known = market(
        edition("2023", 2030, "99", rank=Rank.DEPRECATED),
        replace(edition("2023", 2030, "10"), id="followed"),
        edition("2024", 2030, "12"),
    )
    assert (
        plain(figure(known, "forecast-vintages").title)
        == "2030 raised from USD 10 bn to USD 12 bn over two editions"
    )


def test_more_digits_of_the_same_forecast_are_no_change():
    known = market(edition("2023", 2030, "12"), edition("2024", 2030, "12.3"))
    assert plain(figure(known, "forecast-vintages").title) == "2030 still at USD 12.3 bn after two editions"


def test_of_dates_that_may_be_one_the_more_exact_are_kept():
    known = market(
        *(edition(date, 2030, value) for date, value in (("2024", "1"), ("2024-03", "2"), ("2024-09", "4")))
    )
    assert [row[3] for row in table(known, "forecast-vintages")] == ["March 2024", "September 2024"]


def test_a_share_of_another_year_than_any_whole_is_not_called_computed():
    apart = market(size(2019, "10"), share("cars", "40", 2022, use="cars"))
    assert table(apart, "silence-map")[1] == ("Cars", "not published", "2022", "not published")


def test_a_region_that_is_told_by_segment_alone_is_not_called_silent():
    known = market(SIZE, size(2024, "4", name="there", use="cars", region="europe"), regions=(EUROPE,))
    assert table(known, "silence-map")[-1] == ("Europe", "by segment", "not published", "not published")


def test_many_years_are_told_by_their_ends():
    known = market(*(size(year, "10") for year in range(2019, 2025)))
    assert table(known, "silence-map")[0][1] == "2019 to 2024"


def test_one_edition_two_publishers_or_one_date_make_no_vintages():
    for claims in (
        (edition("2024", 2030, "30"),),
        (edition("2024", 2030, "30"), edition("2025", 2030, "33", name="ampere")),
        (edition("2024", 2030, "30"), edition("2024-05", 2030, "33")),
        (edition("2024", 2030, "30"), edition("2025", 2031, "33")),
    ):
        assert figure(market(*claims), "forecast-vintages") is None
