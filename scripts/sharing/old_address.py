"""What stands at an address whose content moved or was withdrawn, so that no link in an old e-mail leads nowhere."""

from collections.abc import Collection

from scripts.model import Permalink
from scripts.model.addresses import market_address
from scripts.sharing.name import NAME
from scripts.sharing.templates import rendered


def moved_page(known: Permalink, site: str) -> str:
    """A page that leads to the new address with query and fragment; `site` is the home page's absolute address."""
    return rendered(
        "old_address.html.j2",
        known=known,
        title="This page has moved",
        to=known.moved_to[1:],
        **_frame(known, site),
    )


def withdrawn_page(known: Permalink, site: str, markets: Collection[str]) -> str:
    """A page that says why its content is gone for good, and leads to its market if that is still there."""
    rooms = known.address.split("/")
    market = next((room for room in rooms[2:3] if room in markets), None)
    return rendered(
        "old_address.html.j2",
        known=known,
        title="This was withdrawn",
        to=None,
        market=market_address(market) if market else None,
        **_frame(known, site),
    )


def _frame(known: Permalink, site: str) -> dict[str, object]:
    return {"site": site, "name": NAME, "root": "../" * (known.address.count("/") - 1)}
