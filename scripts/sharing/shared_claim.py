"""A claim as it is shared: its number, where it stands, what it belongs to, and what else is known of it."""

from dataclasses import dataclass, replace
from functools import cached_property

from scripts.charts import Figure
from scripts.model import Claim, Computed, Finding, Qualifier, Rank, Role, UnitKind, Verdict
from scripts.notation import by, capital, full, lower_first, moment, number, span, told, when, with_unit
from scripts.pages import MarketView
from scripts.pages.lines import is_abroad, within
from scripts.sharing.claim_editions import OtherEdition, editions, replaced
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
        known, printed = self.claim.quantity, self.claim.printed
        if known.above:
            return f"{full(self.claim)}; how much more, its author does not say"
        if known.below:
            return f"{full(self.claim)}; how much less, its author does not say"
        if printed.qualifier is Qualifier.ABOUT:
            return f"{full(self.claim)}; how nearly, its author does not say"
        if known.low == known.high:
            return "exactly: it is counted, not measured"
        if printed.ends[0] != printed.ends[1]:
            ends = [number(end, printed.decimals + 1) for end in (known.low, known.high)]
            return f"{' to '.join(ends)}: a range as printed, with the rounding of both ends"
        if printed.rounded_to:
            return f"{span(known)}, as its source rounds to {printed.rounded_to} significant digits"
        return f"{span(known)}, from the digits printed"

    @property
    def share_of(self) -> str:
        """What a share is of, as far as its source says it; nothing for other measures."""
        claim, market = self.claim, self.view.market
        if claim.measure.role is not Role.SHARE:
            return ""
        of, where = self.view.of_what(claim.measure.of), f", {self.view.place}"
        if self.claim.scope:
            return f"Of the {of} of {lower_first(self.view.scope_name(claim.scope))}"
        if not claim.is_whole and (is_abroad(market, claim) or not market.only_segment(claim)):
            return f"Of {of}; the source does not say of which whole: of the segment, or of the region"
        if inside := within(market, claim):
            return f"Of the {of} of {inside}{where}"
        return f"Of the {of} of the whole market{where}"

    @property
    def editions(self) -> tuple[OtherEdition, ...]:
        """What other editions of the publication say of the same thing, the newest first."""
        return editions(self.view.market, self.claim)

    @property
    def replaced(self) -> str:
        """That a newer edition has replaced this one, as a sentence; nothing where it leads."""
        return replaced(self.view.market, self.claim)

    @property
    def instead(self) -> Claim | None:
        """What the edition that leads says of the same thing."""
        return next((other.claim for other in self.editions if other.claim.is_followed), None)

    @property
    def verdict(self) -> Verdict | None:
        """The gravest verdict of an independent publication on it, if there is one."""
        return self.view.verdict(self.claim.id)

    @property
    def grave(self) -> tuple[Finding, ...]:
        """The contradictions that name the claim: what the mark beside it counts on other pages."""
        return self.view.findings(self.claim.id)

    @property
    def questions(self) -> tuple[Finding, ...]:
        """The open questions that name the claim."""
        return self.view.questions(self.claim.id)

    @property
    def fits_only(self) -> str:
        """Of a rate that is an open question, the year from whose unpublished value it fits."""
        return self.view.fits_only(self.claim)

    @property
    def set_aside(self) -> str:
        """Why another figure is followed instead; empty where this one is."""
        if self.claim.rank is Rank.DEPRECATED:
            return "not followed here"
        return "replaced by a newer edition" if self.claim.superseded else ""

    @property
    def caveat(self) -> str:
        """What nobody should quote the number without, after a comma or semicolon; empty if there is nothing."""
        if self.set_aside:
            return self.set_aside
        return "contradicted by an independent publication" if self.verdict == Verdict.CONTRADICTED else ""

    @property
    def in_full(self) -> str:
        """The value with all its noughts, where its unit hides some: `USD 14,200,000,000`; else nothing."""
        unit = self.claim.unit
        if unit.factor == 1 or unit.kind not in (UnitKind.MONEY, UnitKind.COUNT):
            return ""
        ends = [number(end * unit.factor, 0) for end in dict.fromkeys(self.claim.printed.ends)]
        return with_unit(" to ".join(ends), replace(unit, label="", factor=1))

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
        parts += [f"read at {source.publisher.name}"] if source and source.author != source.publisher else []
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
        """What other authors say of the same thing at the same time, as far as we follow it."""
        return self.view.rivals(self.claim)

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The figures in which the claim is drawn."""
        return self.view.drawn_in.get(self.claim.id, ())

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What the rules find of the claim."""
        return self.view.by_subject.get(self.claim.id, ())

    @property
    def derived(self) -> tuple[Computed, ...]:
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
        others = [known for known in self.view.derived.estimates if not known.own and not known.segments]
        return len(others) if leads else 0

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
        there = (
            ""
            if self.view.market.is_worldwide or is_abroad(self.view.market, self.claim)
            else self.view.place
        )
        where = f", {there}" if there and there not in self.owner else ""
        time = f", {when(self.claim)}" if self.claim.period else ""
        return f"{subject}{own}{where}{time}"

    @property
    def publisher(self) -> str:
        """Who says so, as part of a sentence."""
        return f"as reported {by(self.claim.source)}" if self.claim.source else "without a source"
