"""A release: what is published is entered into the data room, where it stays."""

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from scripts.history.ledger import HEADER, appended, gone, rows, with_reasons
from scripts.model import AddressKind, Catalog, Market, Moment


@dataclass(frozen=True, slots=True)
class Released:
    """What a release did: the files that it wrote, how many addresses are new, and which it withdrew."""

    written: tuple[Path, ...]
    added: int
    withdrawn: tuple[str, ...]


def withdrawn(catalog: Catalog, made: Mapping[str, AddressKind], reason: str) -> Catalog:
    """The catalog in which addresses that are no longer made are withdrawn for a reason."""
    ended = {known.address: replace(known, withdrawn=reason) for known in gone(catalog.permalinks, made)}
    return replace(catalog, permalinks={**catalog.permalinks, **ended})


def rewritten(catalog: Catalog, day: Moment) -> list[str]:
    """What a release on a day would make of history that it must not: earlier days, and figures released on that day."""
    faults = []
    for market in catalog.markets.values():
        last = market.vintages[-1] if market.vintages else None
        if last and day.text < last.date.text:
            faults.append(
                f"{market.id} was last released on {last.date.text}, after {day.text} - give a later --day"
            )
        elif last and day.text == last.date.text:
            now = {name: catalog.claim_published_as(market, name) for name in last.published}
            faults += [
                f"{claim.place if claim else market.place}: {name} was released on {day.text} already and has changed "
                "since - release it on a later --day, so that readers are told"
                for name, claim in now.items()
                if claim is None or claim.typed != last.published[name]
            ]
    return faults


def enter(
    data: Path, before: Catalog, catalog: Catalog, made: Mapping[str, AddressKind], day: Moment
) -> Released:
    """Write what became of addresses, append new ones, and copy the claims of each market that changed.

    `before` is the catalog as it was read, `catalog` as the release leaves it. A market's vintage of a day holds all claims that
    were released on that day.
    """
    written = []
    added = appended(catalog.permalinks, made, day)
    ended = {
        known.address: known.withdrawn
        for known in catalog.permalinks.values()
        if known.withdrawn != before.permalinks[known.address].withdrawn
    }
    if added or ended:
        ledger = data / "permalinks.csv"
        text = ledger.read_text(encoding="utf-8-sig") if before.permalinks else f"{HEADER}\n"
        ledger.write_text(f"{with_reasons(text, ended)}{rows(added)}", encoding="utf-8", newline="\n")
        written.append(ledger)
    for market in catalog.markets.values():
        if _has_changed(market):
            folder = data / "markets" / market.id
            vintage = folder / "vintages" / f"{day.text}.csv"
            vintage.parent.mkdir(exist_ok=True)
            vintage.write_bytes(_as_published(market, folder / "observations.csv"))
            written.append(vintage)
    return Released(tuple(written), len(added), tuple(ended))


def _as_published(market: Market, file: Path) -> bytes:
    """The rows of a market as they are; where ids were made for some, what a vintage keeps, with those ids."""
    if not market.made_ids:
        return file.read_bytes()
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(("id", "value", "qualifier", "unit", "period"))
    writer.writerows((claim.id, *claim.typed) for claim in market.in_order)
    return out.getvalue().encode("utf-8")


def _has_changed(market: Market) -> bool:
    """Whether a claim was added, or states something else than in the newest vintage."""
    last = market.vintages[-1].published if market.vintages else {}
    return {name: claim.typed for name, claim in market.claims.items()} != last
