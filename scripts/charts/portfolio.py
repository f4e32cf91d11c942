"""The figures of all markets together, listed here in reading order."""

from collections.abc import Callable, Iterable, Sequence

from scripts.charts.compared_paths import compared_paths
from scripts.charts.figure import Figure
from scripts.charts.member import Member
from scripts.charts.size_growth import size_growth
from scripts.charts.spread import spread
from scripts.charts.standings import standings
from scripts.derive import compare
from scripts.model import Comparison

PortfolioChart = Callable[[Sequence[Member]], tuple[Figure, ...]]

PORTFOLIO_CHARTS: tuple[PortfolioChart, ...] = (size_growth, standings, spread)


def portfolio_figures(
    members: Sequence[Member], comparisons: Iterable[Comparison] = ()
) -> tuple[Figure, ...]:
    """All figures of the portfolio that the data permit, then those of each comparison of some of its members."""
    markets = {member.market.id: member.market for member in members}
    derived = {member.market.id: member.derivations for member in members}
    together = (figure for chart in PORTFOLIO_CHARTS for figure in chart(members))
    compared = (compare(comparison, markets, derived) for comparison in comparisons)
    return (*together, *(figure for known in compared for figure in compared_paths(known)))
