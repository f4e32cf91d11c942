"""The page of one finding: what a rule found, the arithmetic, the claims that it names, and what we did about it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from scripts.exports import Citation
from scripts.model import Claim, Finding, Grade
from scripts.model.addresses import claim_address
from scripts.notation import capital, full, listing, told
from scripts.pages import MarketView
from scripts.sharing.cited import formats
from scripts.sharing.name import NAME
from scripts.sharing.of_market import OfMarket
from scripts.sharing.preview import Preview, linked, preview
from scripts.sharing.templates import rendered

MEANINGS = {
    Grade.ERROR: "An error of ours: it must be mended.",
    Grade.CONTRADICTION: "A contradiction: it cannot hold under any fair reading of the source’s own words.",
    Grade.QUESTION: "An open question: it holds only under a reading that the source does not state.",
    Grade.NOTE: "A note: nobody’s fault, good to know.",
}


@dataclass(frozen=True)
class SharedFinding(OfMarket):
    """A finding to be shared from `site`."""

    finding: Finding
    view: MarketView
    site: str

    @property
    def id(self) -> str:
        """The name of the finding."""
        return self.finding.id

    @property
    def title(self) -> str:
        """What was found."""
        return self.finding.title

    @property
    def sentence(self) -> str:
        """The arithmetic, and the reading under which it holds."""
        holds = f" It holds if {self.finding.reading}." if self.finding.reading else ""
        return f"{capital(self.finding.arithmetic)}.{holds}"

    @property
    def meaning(self) -> str:
        """What its grade says."""
        return MEANINGS[self.finding.grade]

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The claims that it names."""
        known = self.view.market.claims
        return tuple(known[name] for name in self.finding.subjects if name in known)

    @property
    def done(self) -> str:
        """What we did about it."""
        if reason := self.view.report.accepted.get(self.finding.id):
            return f"Known and accepted: {reason}"
        if rejected := self.view.rejected(self.finding):
            return f"We do not follow {listing([full(claim) for claim in rejected])}."
        if self.finding.grade is Grade.QUESTION:
            return "Published as reported, with the question beside it."
        if self.finding.grade is Grade.NOTE:
            return "Nothing to do: it is good to know."
        return "Published as reported, with this mark beside it."

    @property
    def description(self) -> str:
        """Finding and arithmetic in 80 to 200 characters."""
        return told(
            f"{self.title}. {self.sentence}",
            f"{capital(self.finding.grade)} found in {self.owner} by the rule {self.finding.rule}.",
        )

    @property
    def citation(self) -> str:
        """One line for a document."""
        return f"{NAME}: {self.title} ({self.finding.grade}). {self.sentence} {self.address}"

    @property
    def preview(self) -> Preview:
        """The card that messengers show."""
        return preview(self.title, f"{capital(self.finding.grade)}. {self.sentence}", self.address)

    @property
    def data(self) -> Mapping[str, Any]:
        """The finding in the words of schema.org."""
        about = [f"{self.site}{claim_address(self.view.market.id, claim.id)}" for claim in self.claims]
        return {
            "@type": "WebPage",
            "name": self.title,
            "url": self.address,
            "description": self.sentence,
            "mentions": [{"@type": "WebPage", "url": address} for address in about],
        }


def finding_page(shared: SharedFinding, shown: Preview) -> str:
    """The page at `/c/<market>/<finding>/`."""
    return rendered(
        "finding_page.html.j2",
        shared=shared,
        finding=shared.finding,
        preview=shown,
        linked=linked(shared.data),
        name=NAME,
        formats=formats(_cited(shared)),
        root="../../../",
    )


def _cited(shared: SharedFinding) -> Citation:
    newest = shared.view.catalog.newest_date
    return Citation(shared.place, shared.title, shared.address, newest, shared.sentence)
