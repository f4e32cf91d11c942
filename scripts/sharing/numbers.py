"""Every number's own page: claims, derived values and findings of all markets, as files of the site."""

from collections.abc import Callable, Collection, Iterable, Iterator
from typing import TypeVar

from scripts.model import Market
from scripts.model.addresses import market_address, page_file
from scripts.notation import NBSP, moment, publisher
from scripts.pages import MarketView
from scripts.sharing.claim_page import claim_page
from scripts.sharing.derived_page import SharedDerived, derived_page
from scripts.sharing.finding_page import SharedFinding, finding_page
from scripts.sharing.of_market import OfMarket
from scripts.sharing.preview import Preview
from scripts.sharing.shared_claim import SharedClaim

Files = Iterator[tuple[str, str | bytes]]
Of = TypeVar("Of", bound=OfMarket)


def number_pages(views: Iterable[MarketView], site: str) -> Files:
    """The pages of every claim, derived value and finding, each with its preview card."""
    for view in views:
        for claim in view.market.in_order:
            known = SharedClaim(claim, view, site)
            yield from _placed(known, known.preview, claim_page)
        for value in view.derived.values.values():
            computed = SharedDerived(value, view, site)
            yield from _placed(computed, computed.preview, derived_page)
        for finding in view.report.findings:
            found = SharedFinding(finding, view, site)
            yield from _placed(found, found.preview, finding_page)


def _placed(shared: Of, shown: Preview, page: Callable[[Of, Preview], str]) -> Files:
    yield page_file(shared.place), page(shared, shown)
    yield shown.path, shown.png


def found_numbers(views: Iterable[MarketView], site: str) -> Iterator[tuple[str, str, str]]:
    """What the search finds: the place of each claim and event, its title with value or day, and who says or did so."""
    for view in views:
        for claim in view.market.in_order:
            known = SharedClaim(claim, view, site)
            aside = f", {known.set_aside}" if known.set_aside else ""
            yield known.place, known.title.replace(NBSP, " "), f"{publisher(claim)}{aside}"
        for event in view.market.events:
            when = f"{moment(event.date)}: " if event.date else ""
            place = market_address(view.market.id, "dynamics", event.id)
            yield place, f"{when}{event.title}".replace(NBSP, " "), ", ".join(event.organisations)


def taken_names(market: Market, computed: Collection[str]) -> list[str]:
    """Each claim that bears the name of something computed, which stands at that address; as `place: what - cure`."""
    return [
        f"{claim.place}: the claim {name} bears the name of something computed - give it another id"
        for name, claim in market.claims.items()
        if name in computed
    ]
