"""The setting of one page: where it lies, and so how it links to claims, sources and figures."""

from dataclasses import dataclass, field
from functools import partial

from markupsafe import Markup

from scripts.model import Claim, Finding, Rank, Source
from scripts.model.addresses import claim_address, source_address
from scripts.pages.environment import rendered
from scripts.pages.figure_block import figure_block
from scripts.pages.leads import Leads, arithmetic, lead
from scripts.pages.page import Fragment
from scripts.pages.pivot import Pivot
from scripts.pages.view import MarketView
from scripts.pages.what_if import what_if


@dataclass
class Setting:
    """A page of a market under way: its links are relative, its figures are collected as fragments."""

    view: MarketView
    slug: str
    fragments: list[Fragment] = field(default_factory=list)

    @property
    def root(self) -> str:
        """The way from this page to the site's home."""
        return "../../../" if self.slug else "../../"

    @property
    def base(self) -> str:
        """The way from this page to the market's overview."""
        return "../" if self.slug else ""

    def to(self, slug: str) -> str:
        """A link to another page of the market."""
        return f"{self.base}{slug}/" if slug else self.base or "./"

    def claim(self, claim: str) -> str:
        """A link to the page of a claim or a derived value."""
        return f"{self.root}{claim_address(self.view.market.id, claim)}"

    def has_page(self, number: str) -> bool:
        """Whether a claim or a derived value of this id has a page."""
        return number in self.view.market.claims or number in self.view.derived.values

    def has_row(self, record: str) -> bool:
        """Whether an id is that of a claim, an event or a study, each of which stands in a row of its own."""
        market = self.view.market
        rows = {event.id for event in market.events} | {study.id for study in market.studies}
        return record in market.claims or record in rows

    def record(self, record: str) -> str:
        """A link to a claim, an event or a study, by its id."""
        if any(event.id == record for event in self.view.market.events):
            return f"{self.to('dynamics')}#{record}"
        if any(study.id == record for study in self.view.market.studies):
            return f"{self.to('evidence')}#{record}"
        return self.claim(record)

    @property
    def leads(self) -> Leads:
        """Where the ids of claims, derived values, events and studies lead from this page."""
        return partial(lead, self.view, self.root)

    def arithmetic(self, finding: Finding) -> Markup:
        """The arithmetic of a finding, its numbers linked to their claims."""
        return arithmetic(self.view, self.root, finding)

    def source(self, source: Source) -> str:
        """A link to a source."""
        return f"{self.root}{source_address(source.slug)}"

    def finding(self, finding: Finding) -> str:
        """A link to the page of a finding."""
        return self.claim(finding.id)

    def figure(self, figure: str, level: int = 2) -> Markup:
        """The placeholder of a figure with a heading of `level`, or nothing where the data do not permit it."""
        if figure not in self.view.figures:
            return Markup("")
        shown, drawn = self.view.figures[figure], self.view.drawn[figure]
        return self._placed(figure, figure_block(shown, drawn, self.leads, root=self.root, level=level))

    @property
    def says(self) -> str:
        """What the first figure that was placed says; nothing where none was."""
        names = (fragment.name.rpartition("/")[2] for fragment in self.fragments)
        return next((self.view.figures[name].title for name in names if name in self.view.figures), "")

    def what_if(self) -> Markup:
        """The placeholder of the sensitivity section, or nothing where there is no outlook."""
        html = what_if(self.view.derived, self.leads)
        return self._placed("what-if", html) if html else Markup("")

    def pivot(self, pivot: Pivot, level: int = 3) -> Markup:
        """The placeholder of a table of published figures, with a heading of `level`; without one for nought."""
        return self._placed(pivot.anchor, rendered("pivot.html.j2", page=self, p=pivot, level=level))

    def _placed(self, name: str, html: str) -> Markup:
        fragment = Fragment(f"{self.view.market.id}/{self.slug or 'overview'}/{name}", html)
        self.fragments.append(fragment)
        return Markup(f"\n{fragment.placeholder}\n")  # noqa: S704 - slugs only

    def rejected(self, claim: Claim) -> bool:
        """Whether a claim is shown as one that we do not follow."""
        return claim.rank is Rank.DEPRECATED
