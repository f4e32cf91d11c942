"""Every number's own page: claims, derived values and findings of all markets, as files of the site."""

from collections.abc import Iterable, Iterator

from scripts.model import Rank
from scripts.notation import NBSP, moment
from scripts.pages import MarketView
from scripts.sharing.claim_page import claim_page
from scripts.sharing.derived_page import SharedDerived, derived_page
from scripts.sharing.finding_page import SharedFinding, finding_page
from scripts.sharing.shared_claim import SharedClaim

Files = Iterator[tuple[str, str | bytes]]


class AddressTakenError(Exception):
    """Two things would stand at one address."""


def number_pages(views: Iterable[MarketView], site: str) -> Files:
    """The pages of every claim, derived value and finding, each with its preview card.

    Raises AddressTakenError where a claim bears the name of a finding or of a derived value.
    """
    for view in views:
        _check_names(view)
        for claim in view.market.claims.values():
            known = SharedClaim(claim, view, site)
            shown = known.preview
            yield from ((f"{known.path}/index.html", claim_page(known, shown)), (shown.path, shown.png))
        for value in view.derived.values.values():
            computed = SharedDerived(value, view, site)
            shown = computed.preview
            yield from (
                (f"{computed.path}/index.html", derived_page(computed, shown)),
                (shown.path, shown.png),
            )
        for finding in view.report.findings:
            found = SharedFinding(finding, view, site)
            shown = found.preview
            yield from ((f"{found.path}/index.html", finding_page(found, shown)), (shown.path, shown.png))


def found_numbers(views: Iterable[MarketView], site: str) -> Iterator[tuple[str, str, str]]:
    """What the search finds: the place of each claim and event, its title with value or day, and who says or did so."""
    for view in views:
        for claim in view.market.claims.values():
            voice = claim.source.publisher.name if claim.source else "no source"
            aside = ", not followed" if claim.rank == Rank.DEPRECATED else ""
            known = SharedClaim(claim, view, site)
            yield f"{known.path}/", known.title.replace(NBSP, " "), f"{voice}{aside}"
        for event in view.market.events:
            when = f"{moment(event.date)}: " if event.date else ""
            place = f"markets/{view.market.id}/dynamics/#{event.id}"
            yield place, f"{when}{event.title}".replace(NBSP, " "), ", ".join(event.organisations)


def _check_names(view: MarketView) -> None:
    computed = {*view.derived.values, *(finding.id for finding in view.report.findings)}
    for name, claim in view.market.claims.items():
        if name in computed:
            raise AddressTakenError(
                f"{claim.place}: the claim {name!r} bears the name of something computed - give it another id"
            )
