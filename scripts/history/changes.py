"""What changed between the vintages of a market: figures that were added, and figures that were revised."""

from dataclasses import dataclass

from scripts.model import Catalog, Market, Moment, Typed


@dataclass(frozen=True, slots=True)
class Revision:
    """A claim whose figure changed."""

    claim: str
    before: Typed
    after: Typed


@dataclass(frozen=True, slots=True)
class Release:
    """What a vintage brought against the one before it; the first vintage adds everything."""

    market: str
    date: Moment
    added: tuple[str, ...]
    revised: tuple[Revision, ...]
    is_first: bool


def releases(market: Market, catalog: Catalog) -> tuple[Release, ...]:
    """The releases of a market, newest first; claims that are in no vintage yet are in none of them.

    A claim that was renamed is one claim, by the id that it bears now; one that was withdrawn is left out.
    """
    found: list[Release] = []
    known: dict[str, Typed] = {}
    for vintage in market.vintages:
        renamed = {catalog.now_called(market.id, name): typed for name, typed in vintage.published.items()}
        published = {name: typed for name, typed in renamed.items() if name}
        added = tuple(name for name in published if name not in known)
        revised = tuple(
            Revision(name, known[name], typed)
            for name, typed in published.items()
            if name in known and known[name] != typed
        )
        found.append(Release(market.id, vintage.date, added, revised, is_first=not known))
        known |= published
    return tuple(reversed(found))
