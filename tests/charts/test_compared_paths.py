"""The figure of compared paths: labels apart and inside, marks as told, nothing drawn between what nobody states."""

from itertools import combinations

import altair as alt
import pytest

from scripts.charts import figure_id
from scripts.charts.compared_paths import compared_paths
from scripts.charts.portfolio import portfolio_figures
from scripts.model import Status
from tests.charts.markets import ARABIC, JAPANESE, LONG, MARKUP
from tests.charts.reading import picture, texts
from tests.charts.test_portfolio import member
from tests.comparing import compared, comparison, named, path, stated
from tests.factory import plain, size

KINDS = ("wide", "narrow")
WHOLE = path("Whole", "13.1", "22.6", "78", 2023, 2032)
PART = path("Part", "14.2", "24.5", "127.1", part_of=("whole",))
CROWDS = {
    "part and whole": (PART, WHOLE),
    "four": (PART, WHOLE, path("Third", "900", "-5.0", unit="usd-m"), path("Fourth", "10.4", "24.0")),
    "four alike": tuple(path(f"Market number {n}", "10.0", "5.0") for n in range(4)),
    "names": tuple(
        path(name, "10.0", rate) for name, rate in ((LONG, "5"), (MARKUP, "6"), (ARABIC * 3, "7"))
    ),
    "squares": (path(JAPANESE * 4, "123456.789", "5.0"), path(JAPANESE, "10.0", "7.0")),
    "one year": (stated("One", "10.0"), stated("Two", "10.4")),
    "nothing": (stated("One", "0"), stated("Two", "0")),
    "sixty years": (path("One", "10", "5.0", last=2084), path("Two", "10", "-5.0", last=2084)),
}


def figure(*markets):
    (found,) = compared_paths(compared(*markets))
    return found


@pytest.mark.parametrize("crowd", CROWDS)
@pytest.mark.parametrize("kind", KINDS)
def test_labels_stay_inside_and_apart(crowd, kind):
    root = picture(getattr(figure(*CROWDS[crowd]), kind))
    far, low = (float(root.get(side)) for side in ("width", "height"))
    assert far == {"wide": 756, "narrow": 330}[kind]
    shown = texts(root)
    for text in shown:
        assert text.left >= -0.5, text
        assert text.right <= far + 0.5, text
        assert text.top >= -0.5, text
        assert text.bottom <= low + 0.5, text
    for one, other in combinations(shown, 2):
        assert not one.touches(other), (one, other)


@pytest.mark.parametrize("crowd", CROWDS)
def test_drawings_are_valid_and_hold_a_mark_for_each_row(crowd):
    found = figure(*CROWDS[crowd])
    assert found.marks == len(found.rows)
    for specification in (found.wide, found.narrow):
        alt.LayerChart.from_dict(dict(specification), validate=True)
        says = [d for layer in specification["layer"] for d in layer["data"]["values"] if "says" in d]
        assert len(says) == found.marks


@pytest.mark.parametrize("kind", KINDS)
def test_every_market_is_named_where_its_line_is(kind):
    shown = {text.text for text in texts(picture(getattr(figure(*CROWDS["four"]), kind)))}
    assert {"Part", "Whole", "Third", "Fourth"} <= shown
    assert "USD 127.1 bn in 2034" in {plain(text) for text in shown}


def test_a_phone_leaves_the_currency_to_the_axis_rather_than_cut_a_name():
    long = path("Continuous glucose monitoring", "28.71526", "5.0", "31.65857", last=2026)
    shown = {plain(text.text) for text in texts(picture(figure(long, stated("Two", "2")).narrow))}
    assert {"Continuous glucose monitoring", "31.65857 in 2026", "USD 2 bn in 2024"} <= shown


def lines(found):
    return [layer for layer in found.wide["layer"] if layer["mark"]["type"] == "line"]


def test_nothing_joins_two_published_years_with_others_between():
    apart = named("Apart", size(2024, "10", name="size"), size(2030, "14", name="target"))
    assert lines(figure(apart, stated("Other", "3"))) == []


def test_years_that_are_published_one_after_another_are_joined_firmly_and_computed_ones_by_dashes():
    firm = named(
        "Firm", size(2024, "10", name="size"), size(2025, "14", name="target", status=Status.FORECAST)
    )
    drawn = lines(figure(firm, path("Dashed", "3", "5.0", last=2026)))
    assert [("strokeDash" in line["mark"], len(line["data"]["values"])) for line in drawn] == [
        (False, 2),
        (True, 3),
    ]


def test_points_stand_at_their_values_in_the_larger_unit():
    found = figure(path("Millions", "900", "10", last=2025, unit="usd-m"), stated("Billions", "2"))
    heights = sorted(d["y"] for layer in found.wide["layer"] for d in layer["data"]["values"] if "says" in d)
    assert heights == pytest.approx([0.9, 0.99, 2])
    assert plain(found.subtitle) == "Market size, worldwide, USD bn a year, 2024 to 2025"


def test_a_row_tells_how_its_value_is_known_and_names_market_and_claim():
    found = figure(path("One", "100", "10", "125", last=2026), stated("Two", "2"))
    rows = [([plain(cell) for cell in row.cells], row.claim) for row in found.rows]
    assert rows == [
        (["2024", "One", "USD 100 bn", "published, estimate", "Volt Research"], "one/size"),
        (["2025", "One", "USD 110 bn", "computed at 10 % a year", "Volt Research"], None),
        (["2026", "One", "USD 125 bn", "published, forecast", "Volt Research"], "one/target"),
        (["2024", "Two", "USD 2 bn", "published, estimate", "Volt Research"], "two/size"),
    ]


def test_the_reading_tells_of_rings_and_of_markets_without_a_size_only_where_there_are_any():
    assert "a ring marks the year" in figure(PART, WHOLE).reading
    assert "ring" not in figure(stated("One", "1"), stated("Two", "2")).reading
    assert figure(PART, WHOLE, named("Silent")).reading.endswith("of one market no size is published.")


def test_a_comparison_has_its_figure_after_those_of_the_portfolio():
    members = [member(one, one.short_title) for one in (PART, WHOLE)]
    asked = comparison(PART, WHOLE, name="both")
    known = portfolio_figures(members, [asked])
    assert [one.id for one in known][-1] == figure_id(asked) == "compare-both"
    assert [one.id for one in known[:-1]] == [one.id for one in portfolio_figures(members)]
