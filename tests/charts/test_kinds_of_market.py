"""Markets as they really are: national, counted in units or users, by quarters, nested, with editions, ranges and rests."""

from dataclasses import replace

import pytest

from scripts.charts import figures
from scripts.charts.theme import MUTED
from scripts.derive import derive
from scripts.model import Dimension, FiscalYear, Moment, Period, Qualifier, Rank, Segment, Status, Word
from tests.charts.reading import picture, texts
from tests.codelists import DIMENSIONS, REGIONS
from tests.factory import claim, growth, market, plain, share, size, source

GERMANY, EUROPE = REGIONS["germany"], REGIONS["europe"]


def by_id(known):
    return {figure.id: figure for figure in figures(known, derive(known))}


def told(figure):
    return plain(f"{figure.title} | {figure.subtitle} | {figure.reading} | {figure.alt}")


def says(figure):
    """What stands at the marks, with the layer's look."""
    return [
        (plain(datum["says"]), layer["mark"])
        for layer in figure.wide["layer"]
        for datum in layer["data"]["values"]
        if "says" in datum
    ]


def table(figure):
    return [tuple(map(plain, row.cells)) for row in figure.rows]


def volume(year, value, **more):
    name = more.pop("name", f"volume-{year}")
    return claim(name, value, "gwh", "shipments", str(year), **more)


def of_units(*claims, **more):
    """A market without money: no currency, base year or forecast period."""
    return market(*claims, currency="", base_year=None, forecast_period=None, **more)


# ---------------------------------------------------------------------------- places


def national():
    there = [
        size(2024, "14.2", region="germany"),
        size(2034, "127.1", region="germany", status=Status.FORECAST),
        growth(2024, 2034, "24.5", region="germany"),
        share("cars", "58.2", use="cars", region="germany"),
        share("phones", "20.1", use="phones", region="germany"),
        share("oxide", "60", chemistry="oxide", region="germany"),
        size(2024, "30", name="rival", region="germany", source="ampere/a"),
    ]
    head = ("size-2024", "size-2034", "cagr-2024-2034")
    return market(*there, size(2024, "900", name="world"), headline=head, geography=GERMANY)


def test_a_market_of_germany_is_never_worldwide():
    found = by_id(national())
    assert set(found) >= {
        "size-forecast",
        "increments",
        "sensitivity",
        "leaders",
        "shares-use",
        "rival-estimates",
    }
    for figure in found.values():
        assert "worldwide" not in told(figure).lower(), figure.id
    for name in ("size-forecast", "increments", "sensitivity", "leaders", "shares-use", "rival-estimates"):
        assert "Germany" in found[name].subtitle, name
    assert plain(found["size-forecast"].subtitle) == "Market size, Germany, USD bn a year, 2024 to 2034"
    assert found["shares-use"].subtitle == "Share of revenue by use, per cent of the whole, Germany, 2024"


def test_the_world_is_no_part_of_a_national_market():
    assert "regions" not in by_id(national())


# ---------------------------------------------------------------------------- units and users


def test_a_market_counted_in_units_has_its_history_shares_and_check():
    head = ("", "", "")
    known = of_units(
        volume(2021, "270.0"),
        volume(2022, "260.0", use="total"),
        volume(2022, "200.0", name="cars", use="cars"),
        volume(2022, "60.0", name="phones", use="phones"),
        claim("change", "-3.7", "percent-a-year", "shipment-growth", "2021/2022"),
        headline=head,
    )
    found = by_id(known)
    assert told(found["size-forecast"]).startswith(
        "Down from 270.0 GWh in 2021 to 260.0 GWh in 2022 | Shipments, worldwide, GWh a year, 2021 to 2022 | "
    )
    # 200 and 60 of 260
    assert plain(found["shares-use"].title) == "Cars in the lead at 76.9 %, Phones next at 23.1 %"
    assert found["shares-use"].subtitle == (
        "Share of shipments by use, per cent of the whole, worldwide, 2022; computed from the published sizes"
    )
    assert (
        plain(found["segment-values"].title)
        == "Cars at 200.0 GWh in 2022, the larger of two parts with a known size"
    )
    # 260 of 270 is 3.70 % less
    assert found["growth-check"].title == "The stated growth fits the sizes beside it"
    assert not any("USD" in told(figure) for figure in found.values())


def test_a_path_of_users_is_not_counted_a_year():
    users = [
        claim(f"users-{year}", value, "people", "users", str(year), status=status)
        for year, value, status in ((2024, "100", Status.ESTIMATE), (2026, "121", Status.FORECAST))
    ]
    rate = claim("rate", "10.0", "percent-a-year", "user-growth", "2024/2026")
    known = of_units(*users, rate, headline=("users-2024", "users-2026", "rate"))
    found = by_id(known)
    assert plain(found["size-forecast"].subtitle) == "Users, worldwide, people, 2024 to 2026"
    assert plain(found["size-forecast"].title) == (
        "From 100 people in 2024 to 121 people in 2026: 1.2 times as much"
    )
    assert [row[0] for row in table(found["increments"])] == ["2024", "2025", "2026"]
    assert plain(found["sensitivity"].subtitle).startswith("Users in 2026, people, by base and yearly growth")


def test_a_figure_says_of_what_its_shares_are():
    shipped = claim("c", "60", "percent", "shipment-share", "2024", region="europe")
    other = claim("a", "40", "percent", "shipment-share", "2024", region="asia-pacific")
    found = by_id(of_units(shipped, other))
    assert found["regions"].subtitle == "Share of shipments by region, per cent of the whole, 2024"


def test_shares_of_money_and_of_shipments_are_two_figures():
    known = market(
        size(2024, "10"),
        share("cars", "70", use="cars"),
        claim("shipped", "20", "percent", "shipment-share", "2024", use="cars"),
        volume(2024, "100"),
    )
    found = by_id(known)
    assert found["shares-use"].subtitle.startswith("Share of revenue by use")
    assert found["shares-use-shipments"].subtitle.startswith("Share of shipments by use")


# ---------------------------------------------------------------------------- periods


def quarter(name, value, period):
    return claim(name, value, period=period)


QUARTERS = [
    quarter(f"q{n}", value, period)
    for n, (period, value) in enumerate(
        (
            ("2022-Q4", "20.0"),
            ("2023-Q1", "21.0"),
            ("2023-Q2", "22.0"),
            ("2023-Q3", "23.0"),
            ("2023-Q4", "24.0"),
        )
    )
]


def test_quarters_alone_are_a_line_of_quarters():
    found = by_id(market(*QUARTERS, base_year=None))["size-forecast"]
    assert plain(found.title) == "USD 24.0 bn in Q4 2023, up from USD 20.0 bn in Q4 2022"
    assert plain(found.subtitle) == "Market size, worldwide, USD bn a quarter, Q4 2022 to Q4 2023"
    assert found.columns[0] == "Period"
    across = [d["x"] for layer in found.wide["layer"] for d in layer["data"]["values"] if "says" in d]
    assert across == [2022.75, 2023, 2023.25, 2023.5, 2023.75]
    shown = {plain(text.text) for text in texts(picture(found.wide))}
    assert {"Q4 2022", "Q4 2023"} <= shown


def test_years_and_quarters_never_stand_in_one_figure():
    found = by_id(market(*QUARTERS, size(2023, "90.0"), base_year=None))["size-forecast"]
    assert table(found) == [
        ("2023", "Solid-state batteries", "USD 90.0 bn", "published, estimate", "Volt Research")
    ]


def test_a_rivals_year_is_not_drawn_beside_the_quarters_that_lead():
    known = market(*QUARTERS, size(2023, "99", source="ampere/a"), headline=("q4", "", ""), base_year=None)
    assert {row[0] for row in table(by_id(known)["size-forecast"])} == {
        "Q4 2022",
        "Q1 2023",
        "Q2 2023",
        "Q3 2023",
        "Q4 2023",
    }


def test_fiscal_years_are_called_so():
    calendar = FiscalYear(4, "end")
    claims = [
        replace(one, period=Period.of(period).within(calendar))
        for one, period in (
            (size(2023, "100", name="size"), "FY2023"),
            (size(2025, "121", name="target", status=Status.FORECAST), "FY2025"),
            (growth(2023, 2025, "10.0", name="rate"), "FY2023/FY2025"),
        )
    ]
    found = by_id(market(*claims, headline=("size", "target", "rate"), base_year=None, fiscal_year=calendar))
    assert plain(found["size-forecast"].title) == (
        "From USD 100 bn in FY2023 to USD 121 bn in FY2025: 1.2 times as much"
    )
    assert [row[0] for row in table(found["size-forecast"])] == ["FY2023", "FY2024", "FY2025"]
    assert [row[0] for row in table(found["increments"])] == ["FY2023", "FY2024", "FY2025"]
    shown = {text.text for text in texts(picture(found["size-forecast"].wide))}
    assert {"FY2023", "FY2024", "FY2025"} <= shown


# ---------------------------------------------------------------------------- editions


def of_edition(date, one, superseded=False):
    said = replace(source(f"volt-research/{date}"), published=Moment(date), series="batteries")
    return replace(one, id=f"{one.id}-{date}", source=said, superseded=superseded)


def test_an_older_edition_is_drawn_as_revision_alone():
    old = [
        of_edition("2023-05", one, superseded=True)
        for one in (size(2024, "12.4"), share("cars", "70", use="cars"), size(2022, "9"))
    ]
    new = [of_edition("2024-05", one) for one in (size(2024, "14.2"), share("cars", "58.2", use="cars"))]
    found = by_id(market(*old, *new, headline=("size-2024-2024-05", "", "")))
    assert table(found["size-forecast"]) == [
        ("2024", "Solid-state batteries", "USD 14.2 bn", "published, estimate", "Volt Research")
    ]
    assert table(found["shares-use"])[0][:2] == ("Cars", "58.2 %")
    assert "rival-estimates" not in found
    revised = found["forecast-vintages"]
    assert plain(revised.title) == "2024 raised from USD 12.4 bn to USD 14.2 bn over two editions"
    assert revised.subtitle.endswith("as published in each edition")
    assert [row[4] for row in table(revised)] == ["replaced by a newer edition", "estimate"]
    drawn = [name for name, figure in found.items() if any("12.4" in said for said, _ in says(figure))]
    assert drawn == ["forecast-vintages"]


# ---------------------------------------------------------------------------- parts

NESTED = Dimension(
    "use",
    "Use",
    {
        "cars": Segment("cars", "Cars"),
        "sedans": Segment("sedans", "Sedans", part_of="cars"),
        "vans": Segment("vans", "Vans", part_of="cars"),
        "phones": Segment("phones", "Phones"),
        "others": Segment("others", "Others", residual=True),
    },
)
WITH_REST = {**DIMENSIONS, "use": NESTED}


def test_the_rest_comes_last_and_grey_and_never_leads():
    known = market(
        share("o", "43", use="others"),
        share("c", "30", use="cars"),
        share("p", "27", use="phones"),
        dimensions=WITH_REST,
    )
    found = by_id(known)["shares-use"]
    assert plain(found.title) == "Cars in the lead at 30 %, Phones next at 27 %"
    assert [row[0] for row in table(found)] == ["Cars", "Phones", "Others"]
    looks = {said: mark["color"] for said, mark in says(found)}
    assert looks["Others: 43 %"] == MUTED
    assert [colour for said, colour in looks.items() if colour == MUTED] == [MUTED]


def test_the_rest_is_never_one_firm_in_a_concentration():
    known = market(
        share("o", "43", use="others"),
        share("c", "30", use="cars"),
        share("p", "27", use="phones"),
        dimensions=WITH_REST,
    )
    found = by_id(known)["concentration"]
    # 0.3² + 0.27² = 0.163 with ever so many others; with a second one of 27 % and one of 16 % 0.262
    assert plain(found.title) == "Use: concentration between 0.16 and 0.26, however many the others are"
    assert table(found)[0][1:3] == ("2 and a rest", "2")


def test_the_rest_alone_is_no_leader():
    known = market(share("o", "43", use="others"), dimensions=WITH_REST)
    found = by_id(known)
    assert plain(found["shares-use"].title) == "Only the rest has a published share, Others at 43 %"
    assert "leaders" not in found


def test_nested_segments_have_a_figure_of_their_own_whole():
    known = market(
        size(2024, "100.0"),
        size(2024, "60.0", name="cars", use="cars"),
        size(2024, "40.0", name="phones", use="phones"),
        size(2024, "45.0", name="sedans", use="sedans"),
        size(2024, "15.0", name="vans", use="vans"),
        dimensions=WITH_REST,
    )
    found = by_id(known)
    assert plain(found["shares-use"].title) == "Cars in the lead at 60.0 %, Phones next at 40.0 %"
    inner = found["shares-use-cars"]
    # 45 and 15 of 60
    assert plain(inner.title) == "Cars: Sedans in the lead at 75.0 %, Vans next at 25.0 %"
    assert inner.subtitle == (
        "Share of revenue within Cars, by use, per cent of the whole, worldwide, 2024; computed from the published sizes"
    )
    assert [row[1] for row in table(found["segment-values"])] == ["Cars", "Phones"]


def test_countries_are_parts_of_the_region_that_is_published_beside_them():
    known = market(
        size(2024, "100.0"),
        size(2024, "40.0", name="europe", region="europe"),
        size(2024, "60.0", name="asia", region="asia-pacific"),
        size(2024, "10.0", name="germany", region="germany"),
    )
    found = by_id(known)
    assert [row[0] for row in table(found["regions"])] == ["Asia Pacific", "Europe"]
    assert (
        plain(found["regions-europe"].title) == "Europe: Germany at 25 %, the only part with a published size"
    )
    assert "within Europe, by region" in found["regions-europe"].subtitle


def test_a_region_without_another_is_named_in_full():
    own = replace(REGIONS["asia-pacific"], name="Asia Pacific without Japan")
    known = market(
        replace(share("a", "60", region="asia-pacific"), region=own), share("e", "40", region="europe")
    )
    found = by_id(known)["regions"]
    assert plain(found.title) == "Asia Pacific without Japan in the lead at 60 %, Europe next at 40 %"
    assert table(found)[0][0] == "Asia Pacific without Japan"


def test_what_an_open_list_leaves_out_is_not_listed_rather_than_not_published():
    open_use = replace(DIMENSIONS["use"], open=True)
    known = market(
        share("c", "23", use="cars"),
        share("p", "19", use="phones"),
        dimensions={**DIMENSIONS, "use": open_use},
    )
    found = by_id(known)["shares-use"]
    assert plain(found.title) == "Largest known share: Cars at 23 %, before Phones at 19 %"
    assert ("not listed", "58 %") in {row[:2] for row in table(found)}
    assert plain(found.reading) == "58 % falls to others, whom the source does not list."


def test_more_than_a_share_leaves_less_than_the_remainder():
    known = market(share("c", "45.6", use="cars", qualifier=Qualifier.MORE_THAN))
    found = by_id(known)["shares-use"]
    assert [row[1] for row in table(found)][:2] == ["more than 45.6 %", "less than 54.4 %"]
    assert plain(found.reading).startswith("Less than 54.4 % is not broken down: ")


def test_the_regions_of_each_segment_are_shown_where_no_region_is_told_as_a_whole():
    known = of_units(
        volume(2022, "73.0", name="cars", use="cars"),
        volume(2022, "29.0", name="phones", use="phones"),
        volume(2022, "44.0", name="a-cars", use="cars", region="asia-pacific"),
        volume(2022, "16.0", name="e-cars", use="cars", region="europe"),
    )
    found = by_id(known)
    assert "size-forecast" not in found
    assert (
        plain(found["segment-values"].title)
        == "Cars at 73.0 GWh in 2022, the larger of two parts with a known size"
    )
    assert plain(found["segment-values-cars"].title) == (
        "Cars: Asia Pacific at 44.0 GWh in 2022, the larger of two regions with a known size"
    )
    assert (
        plain(found["segment-values-cars"].subtitle)
        == "Shipments, cars, by region, worldwide, GWh a year, 2022"
    )


# ---------------------------------------------------------------------------- values and authors


def test_a_range_is_one_mark_with_both_its_ends():
    known = market(size(2024, "100"), size(2030, "120..130", status=Status.FORECAST))
    found = by_id(known)["size-forecast"]
    assert plain(found.title) == "Up from USD 100 bn in 2024 to USD 120 to 130 bn in 2030"
    assert [said for said, _ in says(found) if said.startswith("2030")] == [
        "2030: USD 120 to 130 bn, Solid-state batteries, published, forecast"
    ]
    lines = [
        (d["y"], d["y2"])
        for layer in found.wide["layer"]
        for d in layer["data"]["values"]
        if layer["mark"]["type"] == "rule" and d["x"] == d.get("x2") == 2030
    ]
    assert lines == [(119.5, 130.5)]


def test_who_says_it_is_named_and_not_the_page_that_repeats_it():
    repeated = replace(
        source("daily/1"), author_named=Word("renub", "Renub Research"), published=Moment("2024")
    )
    unnamed = replace(source("daily/2"), author_named=Word("publisher-not-stated", "Publisher not stated"))
    known = market(
        size(2024, "10"),
        size(2024, "12", name="b", source=repeated),
        size(2024, "13", name="c", source=unnamed),
    )
    found = by_id(known)["rival-estimates"]
    assert {row[0] for row in table(found)} == {"Volt Research", "Renub Research", "author not named"}
    assert "Renub Research 2024" in found.source_line
    assert "Daily" not in found.source_line


def test_what_two_pages_repeat_of_one_author_is_one_estimate():
    pages = [replace(source(f"daily/{n}"), author_named=Word("renub", "Renub Research")) for n in (1, 2)]
    repeated = [size(2024, "12", name=f"r{n}", source=page) for n, page in enumerate(pages)]
    found = by_id(market(size(2024, "10"), *repeated, headline=("size-2024", "", "")))
    assert [row[0] for row in table(found["rival-estimates"])] == ["Renub Research", "Volt Research"]
    assert [row[4] for row in table(found["size-forecast"])] == ["Volt Research", "Renub Research"]


# ---------------------------------------------------------------------------- growth


@pytest.mark.parametrize(
    ("window", "wording", "told"),
    [
        # 10.25 × 1.3⁹ = 108.7; from the published 8.44 over ten years it would be 116.4
        ((2024, 2033), "", "The stated growth fits only from an unpublished 2024"),
        ((2023, 2033), "from 2023 to 2033", "The stated growth does not fit the sizes beside it"),
    ],
)
def test_growth_that_may_count_from_an_unpublished_year_is_told_apart(window, wording, told):
    known = market(
        size(2023, "8.44"),
        size(2033, "107.92", status=Status.FORECAST),
        growth(window[0], window[1], "30", wording=wording),
    )
    assert by_id(known)["growth-check"].title == told


def test_a_headline_that_may_count_from_an_unpublished_year_accuses_nobody():
    known = market(
        size(2023, "8.44"),
        size(2033, "107.92", status=Status.FORECAST),
        growth(2024, 2033, "30"),
        headline=("size-2023", "size-2033", "cagr-2024-2033"),
    )
    found = by_id(known)
    assert plain(found["increments"].title) == (
        "30 % a year to USD 107.92 bn fits only from an unpublished 2024"
    )
    assert "leads to the published USD 107.92 bn only from an unpublished 2024" in plain(
        found["sensitivity"].reading
    )


def test_rates_of_parts_are_checked_and_named_in_the_table():
    known = market(
        size(2023, "100.0"),
        size(2024, "110.0"),
        growth(2023, 2024, "10.0"),
        size(2023, "40.0", name="c3", use="cars"),
        size(2024, "50.0", name="c4", use="cars"),
        growth(2023, 2024, "5.0", name="cars-rate", use="cars"),
    )
    found = by_id(known)["growth-check"]
    # 50 of 40 is 25 %
    assert found.title == "Of two stated growth rates, one does not fit the sizes beside it"
    assert [(row[0], row[4]) for row in table(found)] == [
        ("Volt Research, 2023 to 2024, Solid-state batteries, Cars", "does not fit"),
        ("Volt Research, 2023 to 2024, Solid-state batteries", "fits"),
    ]
    assert found.marks == 2


def test_growth_of_users_is_not_held_against_money():
    known = market(
        size(2023, "100"), size(2028, "200"), claim("g", "8", "percent-a-year", "user-growth", "2023/2028")
    )
    assert "growth-check" not in by_id(known)


def test_a_rank_of_something_else_bears_no_rate_of_money():
    first = claim("first", "1", "rank", "growth-rank", "", region="asia-pacific", wording="fastest uptake")
    first = replace(first, measure=replace(first.measure, of=""))
    known = market(
        share("e", "51", region="europe"),
        first,
        growth(2025, 2030, "16.8", name="rate", region="asia-pacific"),
        regions=(EUROPE, REGIONS["asia-pacific"]),
    )
    rows = {row[0]: row[1] for row in table(by_id(known)["regions"])}
    assert rows["Asia Pacific"] == "“fastest uptake”, no number published"


def test_long_words_of_a_source_stay_inside_the_picture():
    words = "said to show by far the fastest uptake of all regions during the whole of the forecast period"
    first = claim("first", "1", "rank", "growth-rank", "", region="asia-pacific", wording=words)
    first = replace(first, measure=replace(first.measure, of=""))
    regions = (EUROPE, REGIONS["asia-pacific"])
    found = by_id(market(share("e", "51", region="europe"), first, regions=regions))["regions"]
    for specification, far in ((found.wide, 756), (found.narrow, 330)):
        assert max(text.right for text in texts(picture(specification))) <= far
    assert words in dict(row[:2] for row in table(found))["Asia Pacific"]


def test_a_rejected_size_of_another_length_is_no_cross():
    known = market(size(2024, "10"), replace(QUARTERS[0], rank=Rank.DEPRECATED))
    assert len(by_id(known)["size-forecast"].rows) == 1
