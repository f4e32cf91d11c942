"""Every published figure in tables by measure: what it is of in rows, the times that it is of in columns."""

from dataclasses import replace

from scripts.model import TOTAL, Dimension, Moment, Rank, Segment
from scripts.pages.pivot import by_measure, pivots
from tests.codelists import REGIONS
from tests.factory import claim, growth, market, plain, share, size, source

NEW = source("volt-research/batteries-2025", published=Moment("2025-11"), series="batteries")
OLD = source("volt-research/batteries-2023", published=Moment("2023-04"), series="batteries")
AMPERE = source("ampere/cells-2025")


def shown(grid):
    """The rows of a table in few words, each cell with the digits printed."""
    return {
        line.name: [" & ".join(c.printed.text for c in cell) for cell in line.cells] for line in grid.lines
    }


def test_rows_are_what_figures_are_of_columns_their_times_and_the_whole_stands_below_its_parts():
    (table,) = pivots(
        market(
            size(2024, "10", name="all-2024"),
            size(2025, "12", name="all-2025"),
            size(2025, "5", name="cars-2025", use="cars"),
            size(2024, "4", name="cars-2024", use="cars"),
            size(2024, "3", name="phones-2024", use="phones"),
        )
    )
    assert table.title == "Market size by use"
    assert [column.label for column in table.now.columns] == ["2024", "2025"]
    assert shown(table.now) == {"Cars": ["4", "5"], "Phones": ["3", ""], "Total": ["10", "12"]}
    assert [line.is_total for line in table.now.lines] == [False, False, True]
    assert plain(table.unit) == "USD bn"


def test_quarters_and_years_have_tables_of_their_own():
    year = size(2024, "96")
    quarters = [claim(f"q{n}", value, period=f"2024-Q{n}") for n, value in enumerate(("20", "22"), 1)]
    found = {table.title: shown(table.now) for table in pivots(market(year, *quarters))}
    assert found == {
        "Market size": {"Solid-state batteries": ["96"]},
        "Market size, quarters": {"Solid-state batteries": ["20", "22"]},
    }


def test_a_segment_in_a_region_is_named_in_full():
    crossed = size(2024, "1", name="cars-europe", use="cars", region="europe", chemistry="oxide")
    (table,) = pivots(market(crossed))
    assert table.title == "Market size by use, chemistry and region"
    assert list(shown(table.now)) == ["Cars, Oxide, Europe"]
    assert table.is_regional


def test_a_region_as_its_publisher_draws_it_bears_that_name():
    without = replace(REGIONS["asia-pacific"], name="Asia Pacific without Japan")
    (table,) = pivots(market(replace(size(2024, "60", name="apac", region="asia-pacific"), region=without)))
    assert list(shown(table.now)) == ["Asia Pacific without Japan"]


def test_figures_of_a_national_market_are_no_regions():
    german = replace(market(size(2024, "8", region="germany")), geography=REGIONS["germany"])
    (table,) = pivots(german)
    assert (table.title, table.is_regional) == ("Market size", False)


def test_nested_segments_stand_below_theirs_and_what_is_left_comes_last():
    parts = {
        "rest": Segment("rest", "Rest", residual=True),
        "cars": Segment("cars", "Cars"),
        "vans": Segment("vans", "Vans", part_of="cars"),
        "ships": Segment("ships", "Ships"),
    }
    claims = [
        replace(size(2024, "1", name=code), segments={"use": code, "chemistry": TOTAL}) for code in parts
    ]
    nested = market(*claims)
    chemistry = nested.dimensions["chemistry"]
    (table,) = pivots(
        replace(nested, dimensions={"use": Dimension("use", "Use", parts), "chemistry": chemistry})
    )
    assert [(line.name, line.within) for line in table.now.lines] == [
        ("Cars", ""),
        ("Vans", "part of cars"),
        ("Ships", ""),
        ("Rest", ""),
    ]
    assert table.now.lines[-1].is_residual


def test_earlier_editions_stand_below_and_a_row_that_was_dropped_names_the_newest():
    (table,) = pivots(
        market(
            size(2025, "70", name="whole", source=NEW),
            size(2025, "70", name="a", use="cars", source=NEW),
            size(2025, "60", name="a-old", use="cars", source=OLD, superseded=True),
            size(2025, "40", name="b-old", use="phones", source=OLD, superseded=True),
        )
    )
    assert shown(table.now) == {"Cars": ["70"], "Total": ["70"]}
    assert [(line.name, line.ended) for line in table.older.lines] == [
        ("Cars", ""),
        ("Phones", "November\N{NO-BREAK SPACE}2025"),
    ]


def test_several_authors_of_one_thing_have_a_row_each():
    (table,) = pivots(market(size(2024, "10"), size(2024, "30", name="other", source=AMPERE)))
    assert not table.now.is_of_one
    assert table.now.names == 1
    assert [line.sources[0].author.name for line in table.now.lines] == ["Ampere", "Volt Research"]


def test_a_figure_that_is_not_followed_stands_behind_the_one_that_is():
    two = size(2024, "2", name="a-rejected", rank=Rank.DEPRECATED)
    (table,) = pivots(market(size(2024, "10", name="b-followed"), two))
    assert shown(table.now) == {"Solid-state batteries": ["10 & 2"]}


def test_rates_of_as_many_windows_as_authors_are_listed_rather_than_spread():
    rates = [
        growth(2020 + n, 2030 + n, "5", name=f"rate-{n}", source=source(f"author-{n}/x")) for n in range(5)
    ]
    (table,) = pivots(market(*rates))
    assert table.now.is_sparse
    assert len(table.now.lines) == 5


def test_units_that_differ_stand_beside_each_figure():
    (table,) = pivots(market(size(2024, "10"), size(2025, "900", "usd-m")))
    assert table.unit == ""


def test_neighbouring_fields_are_told_apart_from_the_market():
    found = pivots(market(size(2024, "10"), size(2024, "80", name="wide", scope="all-batteries")))
    assert [(table.own, list(shown(table.now))) for table in found] == [
        (True, ["Solid-state batteries"]),
        (False, ["All batteries"]),
    ]
    assert len({table.anchor for table in found}) == 2


def test_every_claim_is_in_a_table_whatever_the_order_of_rows():
    claims = [
        size(2024, "10"),
        size(2024, "4", name="cars", use="cars"),
        share("share", "40", use="cars"),
        growth(2024, 2030, "5"),
        claim("patients", "7", "patients", "patients", ""),
        claim("rank", "1", "rank", "share-rank", "", region="europe"),
        claim("price", "120..130", "usd", "price"),
    ]
    one, other = pivots(market(*claims)), pivots(market(*reversed(claims)))
    assert one == other
    assert {c.id for table in one for c in table.claims} == {c.id for c in claims}
    assert [measure.code for measure, _ in by_measure(one)][:2] == ["market-size", "revenue-share"]


def test_the_whole_of_a_dimension_within_a_segment_is_that_segment():
    plain_market = market(
        size(2024, "100", name="all"),
        size(2024, "60", name="cars", use="cars"),
        size(2024, "35", name="oxide", use="cars", chemistry="oxide"),
    )
    inner = replace(plain_market.dimensions["chemistry"], part_of="use/cars")
    found = pivots(replace(plain_market, dimensions={**plain_market.dimensions, "chemistry": inner}))
    assert {table.title: shown(table.now) for table in found} == {
        "Market size by use": {"Cars": ["60"], "Total": ["100"]},
        "Market size by chemistry": {"Oxide": ["35"], "Total, cars": ["60"]},
    }
