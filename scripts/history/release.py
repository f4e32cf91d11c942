"""A release: what is published is entered into the data room, where it stays."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from scripts.history.ledger import HEADER, appended, gone, rows, with_reason
from scripts.model import AddressKind, Catalog, Market, Moment


def enter(data: Path, catalog: Catalog, made: Mapping[str, AddressKind], day: Moment) -> list[Path]:
    """Append new addresses to the ledger, and copy the claims of each market that changed; returns what was written.

    A market's vintage of a day holds its claims as they were last released on that day.
    """
    written = []
    added = appended(catalog.permalinks, made, day)
    ledger = data / "permalinks.csv"
    if added:
        before = ledger.read_text(encoding="utf-8") if catalog.permalinks else f"{HEADER}\n"
        ended = "" if before.endswith("\n") else "\n"  # as some editors leave a last line
        ledger.write_text(f"{before}{ended}{rows(added)}", encoding="utf-8", newline="\n")
        written.append(ledger)
    for market in catalog.markets.values():
        if _has_changed(market):
            folder = data / "markets" / market.id
            vintage = folder / "vintages" / f"{day.text}.csv"
            vintage.parent.mkdir(exist_ok=True)
            vintage.write_bytes((folder / "observations.csv").read_bytes())
            written.append(vintage)
    return written


def withdraw(data: Path, catalog: Catalog, made: Mapping[str, AddressKind], reason: str) -> Catalog:
    """Write into the ledger why addresses that are no longer made are gone for good; returns the catalog as it is then."""
    ended = {known.address: replace(known, withdrawn=reason) for known in gone(catalog.permalinks, made)}
    ledger = data / "permalinks.csv"
    if ended:
        text = with_reason(ledger.read_text(encoding="utf-8"), ended, reason)
        ledger.write_text(text, encoding="utf-8", newline="\n")
    return replace(catalog, permalinks={**catalog.permalinks, **ended})


def _has_changed(market: Market) -> bool:
    """Whether a claim was added, or states something else than in the newest vintage."""
    last = market.vintages[-1].published if market.vintages else {}
    return {name: claim.typed for name, claim in market.claims.items()} != last
