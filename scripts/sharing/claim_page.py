"""The page of one claim: the number, who says so, how well it is known, who disagrees, what was checked."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from scripts.charts import Figure
from scripts.derive import quantity
from scripts.exports import Citation
from scripts.model import Claim, Derived, Finding, Printed, Qualifier, Rank, UnitKind, Verdict
from scripts.notation import full, lower_first, moment, number, period, span, told, with_unit
from scripts.pages import MarketView
from scripts.pages.view import VERDICT_WORDS
from scripts.sharing.cited import formats
from scripts.sharing.name import NAME
from scripts.sharing.preview import Preview, linked, preview
from scripts.sharing.templates import rendered

# How far a claim was confirmed, on the scale of schema.org's ClaimReview: 5 is true, 1 is false.
RATINGS = {Verdict.VERIFIED: 5, Verdict.PARTLY_VERIFIED: 3, Verdict.OUTDATED: 2, Verdict.CONTRADICTED: 1}


@dataclass(frozen=True)
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

    @cached_property
    def title(self) -> str:
        """The value and what it is of."""
        return f"{full(self.claim)}: {self._about}"

    @cached_property
    def sentence(self) -> str:
        """What the number says, of which market and time, and who says so."""
        return f"{self._about}, {self.claim.status.value} {self.publisher}"

    @property
    def known(self) -> str:
        """The interval that the printed digits stand for."""
        known = quantity(self.claim)
        if known.low == known.high:
            return "exactly: it is counted, not measured"
        return f"{span(known)}, from the digits printed"

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
        return f"{NAME}: {self.title}, {self.claim.status.value} {self.publisher}{self.where}. {self.address}"

    @property
    def where(self) -> str:
        """The place in the publication, after a comma."""
        return f", {self.claim.locator}" if self.claim.locator else ""

    @property
    def description(self) -> str:
        """Value, subject and publisher in 80 to 200 characters, for previews; a contradiction is said at once."""
        grave = self.view.findings(self.claim.id)
        return told(
            f"{self.title}, {self.claim.status.value} {self.publisher}.",
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

    @property
    def history(self) -> tuple[tuple[str, str], ...]:
        """The days on which a value was first published, with the value, oldest first."""
        told_before, known = None, []
        for vintage in self.view.market.vintages:
            typed = vintage.published.get(self.claim.id)
            if typed and typed != told_before:
                known.append((moment(vintage.date), self._as_typed(*typed)))
                told_before = typed
        return tuple(known)

    @property
    def preview(self) -> Preview:
        """The card that messengers show: what it says large must not pass for what we follow, or for undisputed."""
        grave = self.view.findings(self.claim.id)
        doubt = (
            " We do not follow it."
            if self.claim.rank == Rank.DEPRECATED
            else f" But: {grave[0].title}."
            if grave
            else ""
        )
        return preview(full(self.claim), f"{self.sentence}.{doubt}", self.address)

    @property
    def data(self) -> Mapping[str, Any]:
        """The claim in the words of schema.org: a ClaimReview if it was checked, and what it measures."""
        return {"@type": "WebPage", "name": self.title, "url": self.address, "mainEntity": self._observed} | (
            {"hasPart": reviews} if (reviews := list(self._reviews())) else {}
        )

    @property
    def _observed(self) -> Mapping[str, Any]:
        source = self.claim.source
        value = {
            "@type": "QuantitativeValue",
            "value": self.claim.printed.text,
            "unitText": self.claim.unit.name,
        }
        seen: dict[str, Any] = {"@type": "Observation", "name": self._about, "value": value}
        seen["measuredProperty"] = {"@type": "Property", "name": self.claim.measure.name}
        if self.claim.period:
            seen["observationDate"] = self.claim.period.text
        if source:
            seen["isBasedOn"] = _work(source.title, source.address, source.publisher.name)
        return seen

    def _reviews(self) -> Iterator[Mapping[str, Any]]:
        source = self.claim.source
        for check in self.view.checks(self.claim.id):
            if check.verdict not in RATINGS:
                continue
            claim: dict[str, Any] = {"@type": "Claim", "name": self.title}
            if source:
                claim["author"] = {"@type": "Organization", "name": source.publisher.name}
                claim |= {"appearance": _work(source.title, source.address, source.publisher.name)}
            yield {
                "@type": "ClaimReview",
                "claimReviewed": f"{self.title}, {self.claim.status.value} {self.publisher}",
                "url": self.address,
                "author": {"@type": "Organization", "name": NAME, "url": self.site},
                "itemReviewed": claim,
                "reviewRating": {
                    "@type": "Rating",
                    "ratingValue": RATINGS[check.verdict],
                    "bestRating": 5,
                    "worstRating": 1,
                    "alternateName": VERDICT_WORDS[check.verdict],
                },
                "reviewBody": check.says or VERDICT_WORDS[check.verdict],
            } | ({"datePublished": check.date} if check.date and "/" not in check.date else {})

    def _as_typed(self, value: str, qualifier: str, unit: str, when: str) -> str:
        units = self.view.catalog.codelists.units
        printed = Printed(value, Qualifier(qualifier) if qualifier else None)
        text = full(replace(self.claim, printed=printed, unit=units.get(unit, self.claim.unit)))
        now = self.claim.period.text if self.claim.period else ""
        return text if when == now else f"{text}, dated {when or 'to no period'}"

    @cached_property
    def _about(self) -> str:
        subject = self.view.about(self.claim)
        own = "" if self.claim.scope else f", {lower_first(self.owner)}"
        when = f", {period(self.claim.period)}" if self.claim.period else ""
        return f"{subject}{own}{when}"

    @property
    def publisher(self) -> str:
        """Who says so, as part of a sentence."""
        source = self.claim.source
        return f"as reported by {source.publisher.name}" if source else "without a source"


def _work(title: str, address: str | None, publisher: str) -> Mapping[str, Any]:
    work: dict[str, Any] = {"@type": "CreativeWork", "name": title}
    work["publisher"] = {"@type": "Organization", "name": publisher}
    return work | ({"url": address} if address else {})


def claim_page(shared: SharedClaim, shown: Preview) -> str:
    """The page at `/c/<market>/<claim>/`."""
    return rendered(
        "claim_page.html.j2",
        shared=shared,
        claim=shared.claim,
        preview=shown,
        linked=linked(shared.data),
        name=NAME,
        formats=formats(_cited(shared)),
        root="../../../",
        verdicts=VERDICT_WORDS,
    )


def _cited(shared: SharedClaim) -> Citation:
    newest = shared.view.catalog.newest_date
    return Citation(
        shared.path,
        shared.title,
        shared.address,
        newest,
        f"{shared.claim.status.value} {shared.publisher}{shared.where}",
    )
