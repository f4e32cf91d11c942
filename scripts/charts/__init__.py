"""Charts: one chart = one module with one function, listed here. The only room that knows Altair."""

from collections.abc import Callable

from scripts.charts import (
    concentration,
    events,
    growth_check,
    increments,
    leaders,
    region_tiles,
    rival_estimates,
    segment_values,
    sensitivity,
    shares,
    silence_map,
    size_forecast,
    trials,
    vintages,
)
from scripts.charts.compared_paths import figure_id
from scripts.charts.figure import Figure, Row
from scripts.charts.member import Member
from scripts.charts.portfolio import PORTFOLIO_CHARTS, portfolio_figures
from scripts.derive import Derivations
from scripts.model import Market

Chart = Callable[[Market, Derivations], tuple[Figure, ...]]

CHARTS: tuple[Chart, ...] = (
    size_forecast.size_forecast,
    increments.increments,
    vintages.vintages,
    sensitivity.sensitivity,
    leaders.leaders,
    region_tiles.region_tiles,
    shares.shares,
    segment_values.segment_values,
    concentration.concentration,
    rival_estimates.rival_estimates,
    growth_check.growth_check,
    events.events,
    trials.trials,
    silence_map.silence_map,
)


def figures(market: Market, derivations: Derivations) -> tuple[Figure, ...]:
    """All figures that a market's data permit, in reading order."""
    return tuple(figure for chart in CHARTS for figure in chart(market, derivations))


__all__ = [
    "CHARTS",
    "PORTFOLIO_CHARTS",
    "Chart",
    "Figure",
    "Member",
    "Row",
    "figure_id",
    "figures",
    "portfolio_figures",
]
