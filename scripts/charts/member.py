"""A member of the portfolio: a market with what follows from it and what was found in it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from scripts.derive import Derivations
from scripts.model import Market

if TYPE_CHECKING:
    from scripts.audit import Report


@dataclass(frozen=True, slots=True)
class Member:
    """A market among others."""

    market: Market
    derivations: Derivations
    report: "Report"

    @property
    def name(self) -> str:
        """The market in short."""
        return self.market.short_title
