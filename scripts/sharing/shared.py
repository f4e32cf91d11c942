"""A figure as it is shared: what it shows, where it stands, and what it belongs to."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from scripts.charts import Figure
from scripts.model import PORTFOLIO, addresses
from scripts.notation import told
from scripts.pages import Fragment, MarketView
from scripts.pages.leads import Leads, lead, lead_of_several
from scripts.render.drawn import Drawn
from scripts.render.standalone import sourced
from scripts.sharing.name import NAME

# The way from a figure's page to the home page.
ROOT = "../../../"


@dataclass(frozen=True, slots=True)
class Shared:
    """A figure to be shared from `site`, the absolute address of the home page (with a slash at its end).

    `belongs` and `context` are ways from the home page: to what it is a figure of, and to the page that shows it.
    `leads` are the ways from the figure's page to the claims, events and studies that it shows.
    """

    figure: Figure
    drawn: Drawn
    site: str
    owner: str
    belongs: str
    context: str
    leads: Leads

    @property
    def place(self) -> str:
        """The place of the figure's page below the home page."""
        return addresses.figure_address(self.figure.market, self.figure.id)

    @property
    def live(self) -> str:
        """The place of the figure that moves."""
        return addresses.live_address(self.figure.market, self.figure.id)

    def file(self, ending: str) -> str:
        """The place of the figure as a file of some format."""
        return addresses.figure_file(self.figure.market, self.figure.id, ending)

    @property
    def address(self) -> str:
        """The absolute address of the figure's page."""
        return f"{self.site}{self.place}"

    @property
    def source_line(self) -> str:
        """Who published it, and when."""
        return sourced(self.figure)

    @property
    def citation(self) -> str:
        """One line that says what is quoted, from whom, and where it stands."""
        return f"{NAME}: “{self.figure.title}” ({self.figure.subtitle}). {self.source_line}. {self.address}"

    @property
    def title(self) -> str:
        """The finding."""
        return self.figure.title

    @property
    def description(self) -> str:
        """Finding and measure in 80 to 200 characters, for previews."""
        return told(
            f"{self.figure.title}. {self.figure.subtitle}.",
            f"{self.source_line}.",
            f"With its table, at {NAME}.",
        )


def shared(
    figures: Iterable[tuple[Figure, Drawn]],
    views: Iterable[MarketView],
    placed: Iterable[Fragment],
    site: str,
) -> list[Shared]:
    """Each figure with its context: the first page on which `placed` has it, by fragments `<market>/<page>/<figure>`."""
    known = {view.market.id: view for view in views}
    contexts: dict[tuple[str, str], str] = {}
    for place, key in placed_figures(placed):
        contexts.setdefault(key, place)
    return [
        _of_market(figure, drawn, known[figure.market], contexts.get((figure.market, figure.id)), site)
        if figure.market != PORTFOLIO
        else _of_several(figure, drawn, known, contexts.get((PORTFOLIO, figure.id)), site)
        for figure, drawn in figures
    ]


def placed_figures(placed: Iterable[Fragment]) -> Iterator[tuple[str, tuple[str, str]]]:
    """The page that each fragment stands on, by its place below the home page, and the market and id of its figure.

    Fragments that enter no page of a market and no comparison are left out.
    """
    for fragment in placed:
        market, _, rest = fragment.name.partition("/")
        page, _, figure = rest.partition("/")
        if figure:
            page = "" if page == "overview" else page
            place = (
                addresses.compare_address(page)
                if market == PORTFOLIO
                else addresses.market_address(market, page)
            )
            yield place, (market, figure)


def _of_several(
    figure: Figure, drawn: Drawn, views: Mapping[str, MarketView], place: str | None, site: str
) -> Shared:
    """A figure of all markets stands on the home page, one of a comparison on the page of that."""
    leads = partial(lead_of_several, views, ROOT)
    if place is None:
        return Shared(figure, drawn, site, "All markets", "", addresses.figure_anchor(figure.id), leads)
    compared = next(iter(views.values())).catalog.comparisons[place.split("/")[1]]
    return Shared(
        figure, drawn, site, compared.title, place, f"{place}{addresses.figure_anchor(figure.id)}", leads
    )


def _of_market(figure: Figure, drawn: Drawn, view: MarketView, place: str | None, site: str) -> Shared:
    home = addresses.market_address(view.market.id)
    anchor = f"{place}{addresses.figure_anchor(figure.id)}" if place is not None else home
    return Shared(figure, drawn, site, view.market.short_title, home, anchor, partial(lead, view, ROOT))
