"""The figures of all markets together, listed here in reading order."""

from collections.abc import Callable, Sequence

from scripts.charts.figure import Figure
from scripts.charts.member import Member
from scripts.charts.size_growth import size_growth
from scripts.charts.spread import spread
from scripts.charts.standings import standings

PortfolioChart = Callable[[Sequence[Member]], tuple[Figure, ...]]

PORTFOLIO_CHARTS: tuple[PortfolioChart, ...] = (size_growth, standings, spread)


def portfolio_figures(members: Sequence[Member]) -> tuple[Figure, ...]:
    """All figures of the portfolio that the data permit."""
    return tuple(figure for chart in PORTFOLIO_CHARTS for figure in chart(members))
