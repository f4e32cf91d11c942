"""What claims, derived values and findings have in common when they are shared: an address below their market's."""

from abc import ABC, abstractmethod

from scripts.model import Moment
from scripts.model.addresses import claim_address, market_address
from scripts.pages import MarketView


class OfMarket(ABC):
    """Something of a market, shared from `site`, the absolute address of the home page (with a slash at its end)."""

    view: MarketView
    site: str

    @property
    @abstractmethod
    def id(self) -> str:
        """Its name, unique in its market."""

    @property
    def place(self) -> str:
        """Its page's place below the home page."""
        return claim_address(self.view.market.id, self.id)

    @property
    def address(self) -> str:
        """The absolute address of its page."""
        return f"{self.site}{self.place}"

    @property
    def published(self) -> Moment | None:
        """The day on which its address entered the ledger; none before its first release."""
        known = self.view.catalog.permalinks.get(f"/{self.place}")
        return known.published if known else None

    @property
    def owner(self) -> str:
        """The market that it belongs to."""
        return self.view.market.short_title

    @property
    def belongs(self) -> str:
        """The way from the home page to that market."""
        return market_address(self.view.market.id)
