"""The page of one derived value: what we computed, by which formula, from which claims, and how well it is known."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from scripts.exports import Citation
from scripts.model import Claim, Computed
from scripts.model.addresses import claim_address
from scripts.notation import followed, lower_first, measured, span, told, with_unit
from scripts.pages import MarketView
from scripts.sharing.cited import formats
from scripts.sharing.claim_history import History, history
from scripts.sharing.name import NAME
from scripts.sharing.of_market import OfMarket
from scripts.sharing.preview import Preview, linked, preview
from scripts.sharing.templates import rendered


@dataclass(frozen=True)
class SharedDerived(OfMarket):
    """A derived value to be shared from `site`."""

    value: Computed
    view: MarketView
    site: str

    @property
    def id(self) -> str:
        """The name of the derived value."""
        return self.value.id

    @property
    def shown(self) -> str:
        """The value with no more digits than are known."""
        return measured(self.value, self.value.unit)

    @property
    def followed(self) -> str:
        """What a reader's own sum comes to."""
        return with_unit(followed(self.value, self.value.unit), self.value.unit)

    @property
    def known(self) -> str:
        """The interval in which it lies."""
        return span(self.value)

    @property
    def title(self) -> str:
        """The value and what it is of."""
        return f"{self.shown}: {self.sentence}"

    @property
    def sentence(self) -> str:
        """What it is of."""
        return f"{self.value.name}, {lower_first(self.owner)}, computed"

    @property
    def inputs(self) -> tuple[Claim, ...]:
        """The claims that it rests on."""
        claims = self.view.market.claims
        return tuple(claims[name] for name in self.value.inputs if name in claims)

    @property
    def revised(self) -> tuple[tuple[Claim, History], ...]:
        """Those of its inputs that were another figure once, with what they were: so was the value."""
        told = ((claim, history(claim, self.view)) for claim in self.inputs)
        return tuple((claim, known) for claim, known in told if known.before)

    @property
    def description(self) -> str:
        """Value, formula and interval in 80 to 200 characters."""
        return told(
            f"{self.title} as {self.value.formula}, between {self.known}.",
            "Every input with its source.",
            "Nobody has published it.",
        )

    @property
    def citation(self) -> str:
        """One line for a document."""
        return f"{NAME}: {self.title} as {self.value.formula}. {self.address}"

    @property
    def preview(self) -> Preview:
        """The card that messengers show."""
        return preview(self.shown, f"{self.sentence} as {self.value.formula}.", self.address)

    @property
    def data(self) -> Mapping[str, Any]:
        """The value in the words of schema.org."""
        value = {"@type": "QuantitativeValue", "value": self.shown, "unitText": self.value.unit.name}
        if not self.value.below:
            value["minValue"] = f"{self.value.low:f}"[:24]
        if not self.value.above:
            value["maxValue"] = f"{self.value.high:f}"[:24]
        seen = {"@type": "Observation", "name": self.sentence, "value": value}
        based = [f"{self.site}{claim_address(self.view.market.id, claim.id)}" for claim in self.inputs]
        return {
            "@type": "WebPage",
            "name": self.title,
            "url": self.address,
            "mainEntity": seen,
            "isBasedOn": based,
        }


def derived_page(shared: SharedDerived, shown: Preview) -> str:
    """The page at `/c/<market>/derived-.../`."""
    return rendered(
        "derived_page.html.j2",
        shared=shared,
        preview=shown,
        linked=linked(shared.data),
        name=NAME,
        formats=formats(_cited(shared)),
        root="../../../",
    )


def _cited(shared: SharedDerived) -> Citation:
    newest = shared.view.catalog.newest_date
    return Citation(shared.place, shared.title, shared.address, newest, f"Computed as {shared.value.formula}")
