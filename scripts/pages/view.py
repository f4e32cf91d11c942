"""What a page may ask of a market: its data, what follows from them, and how sure they are."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from scripts.audit import Report, Score, score
from scripts.charts.figure import Figure
from scripts.derive import REGION, Derivations, Division, Standing, divisions
from scripts.model import (
    Catalog,
    Claim,
    Comparison,
    FactCheck,
    Finding,
    Key,
    Market,
    Moment,
    Rank,
    Severity,
    Typed,
    Verdict,
)
from scripts.model.addresses import claim_at
from scripts.notation import lower_first, subject
from scripts.render.drawn import Drawn

VERDICT_WORDS = {
    Verdict.VERIFIED: "confirmed",
    Verdict.PARTLY_VERIFIED: "confirmed in part",
    Verdict.CONTRADICTED: "contradicted",
    Verdict.OUTDATED: "outdated",
    Verdict.NOT_FOUND: "no confirmation found",
}
AS_REPORTED = "as reported"
# The worst that is known of a claim is what a reader should see first.
WORST_FIRST = (
    Verdict.CONTRADICTED,
    Verdict.OUTDATED,
    Verdict.PARTLY_VERIFIED,
    Verdict.VERIFIED,
    Verdict.NOT_FOUND,
)


@dataclass(frozen=True)
class MarketView:
    """A market with all that was derived, found and drawn of it."""

    market: Market
    catalog: Catalog
    derived: Derivations
    report: Report
    figures: Mapping[str, Figure]
    drawn: Mapping[str, Drawn] = field(repr=False)
    standings: tuple[Standing, ...] = ()

    def checks(self, subject: str) -> tuple[FactCheck, ...]:
        """The fact checks of a claim, event, study or dimension."""
        return tuple(check for check in self.market.fact_checks if check.subject == subject)

    def verdict(self, subject: str) -> Verdict | None:
        """The gravest verdict on a claim, event or study, if any was reached."""
        verdicts = {check.verdict for check in self.checks(subject)}
        return next((verdict for verdict in WORST_FIRST if verdict in verdicts), None)

    def standing(self, subject: str) -> str:
        """How a figure is to be read: as reported, unless an independent source says otherwise."""
        verdict = self.verdict(subject)
        if verdict is None or verdict == Verdict.NOT_FOUND:
            return AS_REPORTED
        return VERDICT_WORDS[verdict]

    def findings(self, subject: str) -> tuple[Finding, ...]:
        """The findings that name a claim, notices aside."""
        return tuple(f for f in self.report.about(subject) if f.severity != Severity.NOTICE)

    def rejected(self, finding: Finding) -> tuple[Claim, ...]:
        """The claims named by a finding that we do not follow: what we did about it."""
        named = (self.market.claims.get(subject) for subject in finding.subjects)
        return tuple(claim for claim in named if claim and claim.rank == Rank.DEPRECATED)

    def is_own(self, finding: Finding) -> bool:
        """Whether a finding is about the market's own figures and segments alone."""
        claims, dimensions = self.market.claims, self.market.dimensions
        return bool(finding.subjects) and all(
            subject in dimensions or (subject in claims and not claims[subject].scope)
            for subject in finding.subjects
        )

    @cached_property
    def own_findings(self) -> tuple[Finding, ...]:
        """Findings about the market's own figures rather than its rivals', in the order of the rules."""
        found = [f for f in self.report.findings if f.severity != Severity.NOTICE and self.is_own(f)]
        order = {rule: place for place, rule in enumerate(self.report.rules)}
        return tuple(sorted(found, key=lambda f: (order.get(f.rule, len(order)), -f.weight, f.id)))

    @cached_property
    def contradiction(self) -> Finding | None:
        """The first own finding whose figures all come from the source that leads: that source contradicts itself."""
        lead = self.market.headline.size or self.market.headline.target
        for finding in self.own_findings:
            claims = [self.market.claims[s] for s in finding.subjects if s in self.market.claims]
            if lead and claims and all(claim.source == lead.source for claim in claims):
                return finding
        return None

    @cached_property
    def score(self) -> Score:
        """How well the figures could be checked, and how they stood; always shown with its parts."""
        return score(self.market, self.report, self.derived.coverage)

    def sizes(self, dimension: str) -> Division | None:
        """The sizes of the segments of a dimension and of their whole, in the latest year that has most of them."""
        own = [d for d in divisions(self.market) if d.dimension == dimension and not d.whole.scope]
        return max(
            own, key=lambda d: (len(d.parts), d.whole.period.text if d.whole.period else ""), default=None
        )

    def sized(self, dimension: str) -> Mapping[str, Claim]:
        """The published sizes of the segments of a dimension, by code, in that year."""
        division = self.sizes(dimension)
        return {division.code(part): part for part in division.parts} if division else {}

    @cached_property
    def own_claims(self) -> tuple[Claim, ...]:
        """The claims of the market itself."""
        return tuple(claim for claim in self.market.claims.values() if not claim.scope)

    @cached_property
    def origins(self) -> tuple[str, ...]:
        """The publishers on whom the market's own figures rest; an outlet that repeats another one is that other one."""
        known = self.catalog.codelists.publishers
        voices = dict.fromkeys(c.source.voice for c in self.own_claims if c.source)
        return tuple(known[voice].name if voice in known else voice for voice in voices)

    @cached_property
    def verdicts(self) -> Mapping[str, int]:
        """How many fact checks came to each verdict, in words, gravest last."""
        counts = Counter(check.verdict for check in self.market.fact_checks)
        return {VERDICT_WORDS[verdict]: counts[verdict] for verdict in Verdict if counts[verdict]}

    @cached_property
    def unpublished(self) -> tuple[str, ...]:
        """Names of segments for which no share is published."""
        return tuple(
            part.name if breakdown.code == REGION else lower_first(part.name)
            for breakdown in self.derived.breakdowns
            for part in breakdown.unpublished
        )

    @property
    def comparisons(self) -> tuple[tuple[Comparison, tuple[str, ...]], ...]:
        """The comparisons that the market takes part in, with the names of the others."""
        markets = self.catalog.markets
        return tuple(
            (known, tuple(markets[other].short_title for other in known.markets if other != self.market.id))
            for known in self.catalog.comparisons.values()
            if self.market.id in known.markets
        )

    @cached_property
    def by_key(self) -> Mapping[Key, tuple[Claim, ...]]:
        """The claims that state the same thing, in the data's order."""
        found: dict[Key, tuple[Claim, ...]] = {}
        for claim in self.market.claims.values():
            found[claim.key] = (*found.get(claim.key, ()), claim)
        return found

    @cached_property
    def drawn_in(self) -> Mapping[str, tuple[Figure, ...]]:
        """The figures that show a claim, by its id."""
        found: dict[str, tuple[Figure, ...]] = {}
        for figure in self.figures.values():
            for claim in dict.fromkeys(row.claim for row in figure.rows if row.claim):
                found[claim] = (*found.get(claim, ()), figure)
        return found

    @cached_property
    def published(self) -> Mapping[str, Sequence[tuple[Moment, Typed]]]:
        """What each claim was in each vintage, oldest first, by the id that it bears now."""
        found: dict[str, list[tuple[Moment, Typed]]] = {}
        for vintage in self.market.vintages:
            for name, typed in vintage.published.items():
                if now := self.catalog.now_called(self.market.id, name):
                    found.setdefault(now, []).append((vintage.date, typed))
        return found

    @cached_property
    def former_ids(self) -> Mapping[str, tuple[str, ...]]:
        """The ids that a claim was published by before it was renamed, by the id that it bears now."""
        found: dict[str, list[str]] = {}
        for known in self.catalog.moved:
            old, now = (claim_at(self.market.id, place) for place in (known.address, known.moved_to))
            if now and now in self.market.claims and old is not None and old not in self.market.claims:
                found.setdefault(now, []).append(old)
        return {now: tuple(sorted(olds)) for now, olds in found.items()}

    def scope_name(self, code: str) -> str:
        """A scope's name; the market's own for the empty code."""
        return self.market.scopes[code].name if code else self.market.short_title

    def about(self, claim: Claim) -> str:
        """What a claim is about, in words: measure, scope, segments, region."""
        return subject(self.market, claim)
