"""An entry of the portfolio: a market with what follows from it and what was found in it."""

from dataclasses import dataclass

from scripts.audit import Report
from scripts.derive import Derivations
from scripts.model import Market

# Figures of several markets at once belong to none: the word that stands for a market in their addresses.
PORTFOLIO = "all"


@dataclass(frozen=True, slots=True)
class Entry:
    """A market among others."""

    market: Market
    derivations: Derivations
    report: Report

    @property
    def name(self) -> str:
        """The market in short."""
        return self.market.short_title
