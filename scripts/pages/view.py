"""What a page may ask of a market: its data, what follows from them, and how sure they are."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from scripts.audit import Report, Score, score
from scripts.charts.figure import Figure
from scripts.derive import REGION, Derivations, Standing
from scripts.model import (
    Catalog,
    Claim,
    Comparison,
    FactCheck,
    Finding,
    Grade,
    Market,
    Moment,
    Rank,
    Typed,
    Verdict,
)
from scripts.model.addresses import claim_at
from scripts.notation import author, of_what, place, subject
from scripts.pages.pivot import Pivot, pivots
from scripts.pages.silence import silent, unpublished_base
from scripts.pages.vitals import forecast, growth, has_regional_shares
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
# What is said in colour; an open question and a note never are.
GRAVE = (Grade.ERROR, Grade.CONTRADICTION)


def _stated(claim: Claim) -> tuple[object, ...]:
    """What two rivals have in common."""
    field = (claim.scope, tuple(claim.segments.items()), claim.region.code)
    return claim.measure.code, field, claim.when, claim.title


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

    @cached_property
    def by_subject(self) -> Mapping[str, tuple[Finding, ...]]:
        """What the rules find of each claim, event, study or dimension, by its id, gravest first."""
        found: dict[str, tuple[Finding, ...]] = {}
        for finding in self.report.findings:
            for named in dict.fromkeys(finding.subjects):
                found[named] = (*found.get(named, ()), finding)
        return found

    def findings(self, subject: str) -> tuple[Finding, ...]:
        """The contradictions that name a claim, and errors of ours."""
        return tuple(f for f in self.by_subject.get(subject, ()) if f.grade in GRAVE)

    def questions(self, subject: str) -> tuple[Finding, ...]:
        """The open questions that name a claim: it holds under a reading that its source does not state."""
        return tuple(f for f in self.by_subject.get(subject, ()) if f.grade is Grade.QUESTION)

    def graded(self, *grades: str) -> tuple[Finding, ...]:
        """The findings of some grades, in the order of the report."""
        return tuple(finding for finding in self.report.findings if finding.grade in grades)

    def rules_that_find(self, *grades: str) -> tuple[str, ...]:
        """The rules with a finding of some grades, in their order."""
        fired = {finding.rule for finding in self.graded(*grades)}
        return tuple(rule for rule in self.report.rules if rule in fired)

    def fits_only(self, rate: Claim) -> str:
        """Of a rate that is an open question, the year from whose unpublished value it fits; else nothing."""
        if not any(finding.rule == "growth-triangle" for finding in self.questions(rate.id)):
            return ""
        triangles = (triangle for known in self.derived.estimates for triangle in known.triangles)
        year = next((unpublished_base(one) for one in triangles if one.growth.id == rate.id), None)
        return f"fits only from an unpublished {year}" if year else ""

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
        """Contradictions in the market's own figures rather than its rivals', in the order of the report."""
        return tuple(finding for finding in self.graded(Grade.CONTRADICTION) if self.is_own(finding))

    @cached_property
    def contradiction(self) -> Finding | None:
        """The first of them whose figures all come from the source that leads: that source contradicts itself."""
        lead = self.market.lead
        for finding in self.own_findings:
            claims = [self.market.claims[s] for s in finding.subjects if s in self.market.claims]
            if lead and claims and all(claim.source == lead.source for claim in claims):
                return finding
        return None

    @cached_property
    def score(self) -> Score:
        """How well the figures could be checked, and how they stood; always shown with its parts."""
        return score(self.market, self.report, self.derived.coverage)

    @cached_property
    def growth(self) -> Claim | None:
        """The growth that leads or, without one, the newest of the whole market."""
        return growth(self.market)

    @cached_property
    def forecast(self) -> Claim | None:
        """The target that leads or, without one, the farthest forecast of the whole market."""
        return forecast(self.market)

    @property
    def has_regional_shares(self) -> bool:
        """Whether a size or a share of any region is published."""
        return has_regional_shares(self.market)

    @cached_property
    def own_claims(self) -> tuple[Claim, ...]:
        """The claims of the market itself."""
        return tuple(claim for claim in self.market.in_order if not claim.scope)

    @cached_property
    def origins(self) -> tuple[str, ...]:
        """The authors on whom the market's own figures rest; an outlet that repeats another one is that other one."""
        cited = (claim.source for claim in self.own_claims if claim.source and claim.is_followed)
        return tuple({source.voice: author(source) for source in cited}.values())

    @cached_property
    def pivots(self) -> tuple[Pivot, ...]:
        """Every published figure, in tables by measure."""
        return pivots(self.market)

    def of_what(self, code: str) -> str:
        """What a share is of, by the code of that measure: `revenue`, `shipments`."""
        return of_what(code, self.catalog.codelists.measures)

    @property
    def place(self) -> str:
        """What the market is of: `worldwide`, `Germany`."""
        return place(self.market.geography)

    @cached_property
    def verdicts(self) -> Mapping[str, int]:
        """How many fact checks came to each verdict, in words, gravest last."""
        counts = Counter(check.verdict for check in self.market.fact_checks)
        return {VERDICT_WORDS[verdict]: counts[verdict] for verdict in Verdict if counts[verdict]}

    @cached_property
    def silent(self) -> Mapping[tuple[str, str], str]:
        """Segments and regions of which no current figure is published, where a list claims to be whole."""
        return silent(self.market, self.derived.breakdowns)

    @property
    def unpublished(self) -> tuple[str, ...]:
        """Their names."""
        return tuple(self.silent.values())

    @property
    def silent_segments(self) -> tuple[str, ...]:
        """The names of segments among them."""
        return tuple(name for (code, _), name in self.silent.items() if code != REGION)

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
    def _alike(self) -> Mapping[tuple[object, ...], tuple[Claim, ...]]:
        """The claims that we follow by what they state: measure, field and time."""
        found: dict[tuple[object, ...], tuple[Claim, ...]] = {}
        for claim in self.market.followed:
            found[_stated(claim)] = (*found.get(_stated(claim), ()), claim)
        return found

    def rivals(self, claim: Claim) -> tuple[Claim, ...]:
        """What other authors say of the same measure, field and time; answers to two questions are no rivals."""
        return tuple(c for c in self._alike.get(_stated(claim), ()) if c.voice != claim.voice)

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
