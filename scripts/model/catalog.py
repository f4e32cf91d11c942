"""The catalog: all markets, sources and codelists of one data folder."""

from collections.abc import Mapping
from dataclasses import dataclass

from scripts.model.codelists import Codelists
from scripts.model.market import Market
from scripts.model.source import Source


@dataclass(frozen=True, slots=True)
class Catalog:
    """Everything that was read; nothing that was computed."""

    codelists: Codelists
    sources: Mapping[str, Source]
    markets: Mapping[str, Market]

    @property
    def newest_date(self) -> str:
        """The newest date that the data state about themselves: the date of the whole site."""
        dates = [source.accessed or source.published for source in self.sources.values()]
        dates += [market.checked for market in self.markets.values()]
        return max((date.text for date in dates if date), default="1970-01-01")
