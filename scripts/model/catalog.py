"""The catalog: all markets, sources and codelists of one data folder."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Annotated

from pydantic import AfterValidator, Field
from pydantic.dataclasses import dataclass as noun

from scripts.model.addresses import claim_address, claim_at
from scripts.model.claim import Claim
from scripts.model.codelists import Codelists
from scripts.model.fields import GIVEN, NOUN, Line, each_once, named, refuse
from scripts.model.market import Market
from scripts.model.permalink import Permalink
from scripts.model.place import Place
from scripts.model.source import Source

# How many markets can be read side by side.
FEWEST, MOST = 2, 4
# The page of all comparisons.
INDEX = "index"


def _side_by_side(markets: tuple[str, ...]) -> tuple[str, ...]:
    """Two at least, else there is nothing to compare; four at most, else nobody reads it."""
    if not FEWEST <= len(markets) <= MOST:
        refuse(f"a comparison of {len(markets)} market{'s' * (len(markets) != 1)}", "name two to four")
    return each_once(markets)


@noun(frozen=True, config=NOUN)
class Comparison:
    """Markets that are shown side by side; its id is the address of the page."""

    code: Annotated[str, GIVEN]
    title: Line
    """What the page is called."""
    question: Line
    """What a reader wants to know of these markets, as one question."""
    markets: Annotated[
        tuple[Annotated[str, named("market")], ...],
        AfterValidator(_side_by_side),
        Field(json_schema_extra={"minItems": FEWEST, "maxItems": MOST, "uniqueItems": True}),
    ]
    """Two to four folder names of markets, in the order in which they are shown."""
    place: Annotated[Place, GIVEN] = Place("")

    @property
    def id(self) -> str:
        """Its code, which is the address of its page."""
        return self.code


@dataclass(frozen=True)
class Catalog:
    """Everything that was read; nothing that was computed."""

    codelists: Codelists
    sources: Mapping[str, Source]
    markets: Mapping[str, Market]
    comparisons: Mapping[str, Comparison] = field(default_factory=dict)
    permalinks: Mapping[str, Permalink] = field(default_factory=dict)

    @cached_property
    def moved(self) -> tuple[Permalink, ...]:
        """The few addresses that lead to another one now."""
        return tuple(known for known in self.permalinks.values() if known.moved_to)

    def now_called(self, market: str, claim: str) -> str | None:
        """The id that a published claim bears now, as the ledger tells; None where it was withdrawn."""
        known = self.permalinks.get(f"/{claim_address(market, claim)}")
        if known is None or not (known.moved_to or known.withdrawn):
            return claim
        return claim_at(market, known.moved_to)

    def claim_published_as(self, market: Market, claim: str) -> Claim | None:
        """The claim that was published under an id: the one that bears it, or the one that was renamed from it."""
        return market.claims.get(claim) or market.claims.get(self.now_called(market.id, claim) or "")

    @property
    def newest_date(self) -> str:
        """The newest date that the data state about themselves, or were released on: the date of the whole site."""
        dates = [source.accessed or source.published for source in self.sources.values()]
        dates += [market.checked for market in self.markets.values()]
        dates += [vintage.date for market in self.markets.values() for vintage in market.vintages[-1:]]
        return max((date.text for date in dates if date), default="1970-01-01")
