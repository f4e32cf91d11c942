"""A release: what is published is entered into the data room, where it stays."""

from collections.abc import Mapping
from pathlib import Path

from scripts.history.ledger import HEADER, appended, rows
from scripts.model import AddressKind, Catalog, Market, Moment


def enter(data: Path, catalog: Catalog, made: Mapping[str, AddressKind], day: Moment) -> list[Path]:
    """Append new addresses to the ledger, and copy the claims of each market that changed; returns what was written.

    A market's vintage of a day holds its claims as they were last released on that day.
    """
    written = []
    added = appended(catalog.permalinks, made, day)
    ledger = data / "permalinks.csv"
    if added:
        with ledger.open("a", encoding="utf-8", newline="\n") as file:
            file.write("" if catalog.permalinks else f"{HEADER}\n")
            file.write(rows(added))
        written.append(ledger)
    for market in catalog.markets.values():
        if _has_changed(market):
            folder = data / "markets" / market.id
            vintage = folder / "vintages" / f"{day.text}.csv"
            vintage.parent.mkdir(exist_ok=True)
            vintage.write_bytes((folder / "observations.csv").read_bytes())
            written.append(vintage)
    return written


def _has_changed(market: Market) -> bool:
    """Whether a claim was added, or states something else than in the newest vintage."""
    last = market.vintages[-1].published if market.vintages else {}
    return {name: claim.typed for name, claim in market.claims.items()} != last
