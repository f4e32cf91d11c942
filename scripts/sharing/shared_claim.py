"""A claim as it is shared: its number, where it stands, what it belongs to, and what else is known of it."""

from dataclasses import dataclass, replace
from functools import cached_property

from scripts.charts import Figure
from scripts.derive import NO_LOWER_END, NO_UPPER_END, quantity
from scripts.model import Claim, Derived, Finding, Qualifier, Rank, UnitKind, Verdict
from scripts.notation import capital, full, lower_first, moment, number, period, span, told, with_unit
from scripts.pages import MarketView
from scripts.sharing.claim_history import History, history
from scripts.sharing.name import NAME
from scripts.sharing.of_market import OfMarket
from scripts.sharing.preview import Preview, preview


@dataclass(frozen=True)
class SharedClaim(OfMarket):
    """A claim to be shared from `site`, the absolute address of the home page (with a slash at its end)."""

    claim: Claim
    view: MarketView
    site: str

    @property
    def id(self) -> str:
        """The name of the claim."""
        return self.claim.id

    @cached_property
    def title(self) -> str:
        """The value and what it is of."""
        return f"{full(self.claim)}: {self.about}"

    @cached_property
    def sentence(self) -> str:
        """What the number says, of which market and time, and who says so."""
        return f"{self.about}, {self.claim.status.value}, {self.publisher}"

    @property
    def known(self) -> str:
        """The interval that the printed digits stand for."""
        known, qualifier = quantity(self.claim), self.claim.printed.qualifier
        if qualifier in NO_UPPER_END:
            return f"{full(self.claim)}; how much more, its publisher does not say"
        if qualifier in NO_LOWER_END:
            return f"{full(self.claim)}; how much less, its publisher does not say"
        if qualifier == Qualifier.ABOUT:
            return f"{full(self.claim)}; how nearly, its publisher does not say"
        if known.low == known.high:
            return "exactly: it is counted, not measured"
        return f"{span(known)}, from the digits printed"

    @property
    def verdict(self) -> Verdict | None:
        """The gravest verdict of an independent publication on it, if there is one."""
        return self.view.verdict(self.claim.id)

    @property
    def grave(self) -> tuple[Finding, ...]:
        """What the rules find of the claim, notices aside: what the mark beside it counts on other pages."""
        return self.view.findings(self.claim.id)

    @property
    def caveat(self) -> str:
        """What nobody should quote the number without, after a comma or semicolon; empty if there is nothing."""
        if self.claim.rank == Rank.DEPRECATED:
            return "not followed here"
        return "contradicted by an independent publication" if self.verdict == Verdict.CONTRADICTED else ""

    @property
    def in_full(self) -> str:
        """The value with all its noughts, where its unit hides some: `USD 14,200,000,000`; else nothing."""
        unit = self.claim.unit
        if unit.factor == 1 or unit.kind not in (UnitKind.MONEY, UnitKind.COUNT):
            return ""
        whole = self.claim.printed.value * unit.factor
        return with_unit(number(whole, 0), replace(unit, label="", factor=1))

    @property
    def citation(self) -> str:
        """One line that says what is quoted, from whom, and where it stands."""
        said = f"{self.about}: {full(self.claim)} ({self.claim.status.value}, {self.publisher}{self.where}"
        return f"{NAME}: {said}{f'; {self.caveat}' if self.caveat else ''}). {self.address}"

    @property
    def where(self) -> str:
        """The publication and the place in it, after a comma."""
        source, locator = self.claim.source, self.claim.locator
        parts = [f"“{source.title}”"] if source else []
        parts += [moment(source.published)] if source and source.published else []
        parts += [locator] if locator else []
        return "".join(f", {part}" for part in parts)

    @property
    def description(self) -> str:
        """Value, subject and publisher in 80 to 200 characters, for previews; a contradiction is said at once."""
        grave = self.view.findings(self.claim.id)
        return told(
            f"{self.title}, {self.claim.status.value}, {self.publisher}{f'; {self.caveat}' if self.caveat else ''}.",
            f"{grave[0].title}." if grave else "Who says so, how sure it is, who disagrees.",
            "Who says so, how sure it is, who disagrees.",
        )

    @property
    def rivals(self) -> tuple[Claim, ...]:
        """Other claims of the same market with the same key."""
        return tuple(c for c in self.view.by_key[self.claim.key] if c is not self.claim)

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The figures in which the claim is drawn."""
        return self.view.drawn_in.get(self.claim.id, ())

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What the rules find of the claim."""
        return self.view.report.about(self.claim.id)

    @property
    def derived(self) -> tuple[Derived, ...]:
        """What is computed from the claim."""
        return tuple(v for v in self.view.derived.values.values() if self.claim.id in v.inputs)

    @cached_property
    def history(self) -> History:
        """What was published under this claim, and when."""
        return history(self.claim, self.view)

    @property
    def opposed(self) -> tuple[Claim, ...]:
        """Figures of the same measure that a finding sets against this one, where one of the two is not followed."""
        named = (name for finding in self.view.findings(self.claim.id) for name in finding.subjects)
        others = (
            self.view.market.claims[name] for name in dict.fromkeys(named) if name in self.view.market.claims
        )
        return tuple(
            other
            for other in others
            if other is not self.claim
            and other not in self.rivals
            and other.measure == self.claim.measure
            and Rank.DEPRECATED in (other.rank, self.claim.rank)
        )

    @property
    def neighbours(self) -> int:
        """How many estimates of neighbouring scopes stand beside it, if it leads."""
        head = self.view.market.headline
        leads = self.claim in (head.size, head.target)
        return sum(not estimate.own for estimate in self.view.derived.estimates) if leads else 0

    @property
    def preview(self) -> Preview:
        """The card that messengers show: what it says large must not pass for what we follow, or for undisputed."""
        grave = self.view.findings(self.claim.id)
        doubt = f" But: {grave[0].title}." if grave else ""
        if self.caveat:
            doubt = f" {capital(self.caveat)}."
        return preview(full(self.claim), f"{self.sentence}.{doubt}", self.address)

    @cached_property
    def about(self) -> str:
        """What the claim is about: measure and part, market, time."""
        subject = self.view.about(self.claim)
        own = "" if self.claim.scope else f", {lower_first(self.owner)}"
        when = f", {period(self.claim.period)}" if self.claim.period else ""
        return f"{subject}{own}{when}"

    @property
    def publisher(self) -> str:
        """Who says so, as part of a sentence."""
        source = self.claim.source
        return f"as reported by {source.publisher.name}" if source else "without a source"
