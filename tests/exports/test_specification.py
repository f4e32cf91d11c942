"""The JSON of a figure: valid Vega-Lite in real colours that draws by itself."""

import json

import altair as alt
import pytest
import vl_convert

from scripts.charts import figures
from scripts.derive import derive
from scripts.exports import figure_json
from tests.charts.markets import AWKWARD

HERE = "https://example.org/f/m/x/"


@pytest.mark.parametrize("name", AWKWARD)
def test_every_figure_is_valid_and_carries_its_table(name):
    known = AWKWARD[name]()
    for figure in figures(known, derive(known)):
        text = figure_json(figure, HERE)
        assert "#a1b00" not in text, "a sentinel colour"
        specification = json.loads(text)
        alt.LayerChart.from_dict(specification)
        assert specification["$schema"].startswith("https://vega.github.io/schema/vega-lite/v6")
        assert " ".join(specification["title"]["text"]) == figure.title
        assert specification["description"] == figure.alt
        assert specification["usermeta"]["rows"] == [list(row.cells) for row in figure.rows]


def test_it_draws_every_mark_by_itself():
    known = AWKWARD["ordinary"]() if "ordinary" in AWKWARD else next(iter(AWKWARD.values()))()
    figure = figures(known, derive(known))[0]
    drawn = vl_convert.vegalite_to_svg(json.loads(figure_json(figure, HERE)), allowed_base_urls=[])
    assert drawn.count('aria-roledescription="') >= figure.marks
