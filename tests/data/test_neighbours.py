"""The neighbour drawn beside a market's own path is one whose own arithmetic closes."""

from scripts.charts.size_values import _candidates
from scripts.derive import derive
from scripts.load import load_catalog
from tests.commands import ROOT


def test_of_two_autologous_estimates_the_sound_one_is_drawn():
    market = load_catalog(ROOT / "data").markets["personalized-cell-therapy"]
    assert market.lead
    chosen = _candidates(market, derive(market), market.lead)
    (drawn,) = [estimate.source for estimate in chosen if estimate.scope == "autologous-cell-therapy"]
    # Mordor: 6.91 bn at 15.8 % for five years is 14.4 bn. Market Growth Reports: 9.14 bn at 12.4 % for ten is 29.4, not 30.36.
    assert drawn
    assert drawn.id == "mordor-intelligence/autologous-cell-therapy"
