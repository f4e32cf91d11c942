"""Specifications: valid Vega-Lite, plain data, nothing that is evaluated or fetched."""

import json

import altair as alt
import pytest

from scripts.charts import CHARTS, figures
from scripts.charts.theme import HATCH, INKS
from scripts.derive import derive
from tests.charts.markets import AWKWARD, MARKUP, ordinary
from tests.factory import market

FIELDS = {"x", "y", "x2", "y2", "label", "says"}
FORBIDDEN = {"expr", "href", "url", "signal", "params", "transform", "usermeta", "title", "text_expr"}


def drawings(known):
    return [spec for figure in figures(known, derive(known)) for spec in (figure.wide, figure.narrow)]


def keys(value):
    if isinstance(value, dict):
        yield from value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from keys(inner)


@pytest.mark.parametrize("name", AWKWARD)
def test_every_drawing_is_valid_vega_lite(name):
    for specification in drawings(AWKWARD[name]()):
        alt.LayerChart.from_dict(specification, validate=True)


@pytest.mark.parametrize("name", AWKWARD)
def test_nothing_in_a_drawing_is_evaluated_or_fetched(name):
    for specification in drawings(AWKWARD[name]()):
        assert not FORBIDDEN & set(keys(specification))


@pytest.mark.parametrize("name", AWKWARD)
def test_data_have_fields_of_our_naming_and_plain_values(name):
    for specification in drawings(AWKWARD[name]()):
        for layer in specification["layer"]:
            for datum in layer["data"]["values"]:
                assert set(datum) <= FIELDS
                assert all(isinstance(value, (str, float)) for value in datum.values())


def test_no_axis_is_a_time_axis():
    for specification in drawings(ordinary()):
        types = {
            channel.get("type") for layer in specification["layer"] for channel in layer["encoding"].values()
        }
        assert types <= {"quantitative", "nominal", None}


def test_markup_in_a_label_stays_text():
    known = AWKWARD["hostile"]()
    labels = [
        datum["label"]
        for specification in drawings(known)
        for layer in specification["layer"]
        for datum in layer["data"]["values"]
        if "label" in datum
    ]
    assert MARKUP in labels


def test_building_twice_gives_the_same_bytes():
    once, again = (json.dumps(drawings(ordinary())) for _ in range(2))
    assert once == again


def test_a_drawing_of_one_market_leaves_nothing_behind_in_the_next():
    first = json.dumps(drawings(ordinary()))
    drawings(AWKWARD["crowded"]())
    assert json.dumps(drawings(ordinary())) == first


def test_figures_have_ids_of_their_own():
    known = ordinary()
    ids = [figure.id for figure in figures(known, derive(known))]
    assert len(ids) == len(set(ids))
    assert ids == [
        "size-forecast",
        "increments",
        "sensitivity",
        "leaders",
        "shares-use",
        "shares-chemistry",
        "regions",
        "segment-values",
        "concentration",
        "rival-estimates",
        "growth-check",
        "events",
        "trials",
        "silence-map",
    ]


def test_a_market_without_data_has_no_figure_of_any_chart():
    known = market()
    assert [chart(known, derive(known)) for chart in CHARTS] == [()] * len(CHARTS)


def test_every_colour_has_a_sentinel_of_its_own():
    sentinels = [ink.sentinel for ink in INKS] + [HATCH]
    assert len(set(sentinels)) == len(sentinels)
