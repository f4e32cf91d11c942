"""The page of one claim: the number, who says so, how well it is known, who disagrees, what was checked."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from scripts.charts import Figure
from scripts.derive import quantity
from scripts.model import Claim
from scripts.notation import full, lower_first, period, span
from scripts.pages import MarketView
from scripts.pages.view import VERDICT_WORDS
from scripts.sharing.shared import NAME, told
from scripts.sharing.templates import rendered


@dataclass(frozen=True, slots=True)
class SharedClaim:
    """A claim to be shared from `site`, the absolute address of the home page (with a slash at its end)."""

    claim: Claim
    view: MarketView
    site: str

    @property
    def path(self) -> str:
        """The claim's place below the home page, without a slash."""
        return f"c/{self.view.market.id}/{self.claim.id}"

    @property
    def address(self) -> str:
        """The absolute address of the claim's page."""
        return f"{self.site}{self.path}/"

    @property
    def owner(self) -> str:
        """The market that the claim belongs to."""
        return self.view.market.short_title

    @property
    def belongs(self) -> str:
        """The way from the home page to that market."""
        return f"markets/{self.view.market.id}/"

    @property
    def title(self) -> str:
        """The value and what it is of."""
        return f"{full(self.claim)}: {self._about}"

    @property
    def sentence(self) -> str:
        """What the number says, of which market and time, and who says so."""
        return f"{self._about}, {self.claim.status.value} {self._publisher}"

    @property
    def known(self) -> str:
        """The interval that the printed digits stand for."""
        known = quantity(self.claim)
        if known.low == known.high:
            return "exactly: it is counted, not measured"
        return f"{span(known)}, from the digits printed"

    @property
    def citation(self) -> str:
        """One line that says what is quoted, from whom, and where it stands."""
        where = f", {self.claim.locator}" if self.claim.locator else ""
        return f"{NAME}: {self.title}, {self.claim.status.value} {self._publisher}{where}. {self.address}"

    @property
    def description(self) -> str:
        """Value, subject and publisher in 80 to 200 characters, for previews."""
        return told(
            f"{self.title}, {self.claim.status.value} {self._publisher}.", "Who says so, how sure it is"
        )

    @property
    def rivals(self) -> tuple[Claim, ...]:
        """Other claims of the same market with the same key."""
        claims = self.view.market.claims.values()
        return tuple(other for other in claims if other.key == self.claim.key and other is not self.claim)

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The figures in which the claim is drawn."""
        figures = self.view.figures.values()
        return tuple(f for f in figures if any(row.claim == self.claim.id for row in f.rows))

    @property
    def _about(self) -> str:
        subject = self.view.about(self.claim)
        own = "" if self.claim.scope else f", {lower_first(self.owner)}"
        when = f", {period(self.claim.period)}" if self.claim.period else ""
        return f"{subject}{own}{when}"

    @property
    def _publisher(self) -> str:
        source = self.claim.source
        return f"as reported by {source.publisher.name}" if source else "without a source"


def claim_page(shared: SharedClaim) -> str:
    """The page at `/c/<market>/<claim>/`."""
    return rendered(
        "claim_page.html.j2",
        shared=shared,
        claim=shared.claim,
        name=NAME,
        root="../../../",
        verdicts=VERDICT_WORDS,
    )


def shared_claims(views: Iterable[MarketView], site: str) -> Iterator[SharedClaim]:
    """Every claim of every market."""
    for view in views:
        for claim in view.market.claims.values():
            yield SharedClaim(claim, view, site)
