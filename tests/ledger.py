"""The ledger as tests read it: which addresses lead elsewhere, or say why nothing stands there any more."""

import csv

from tests.commands import ROOT


def gone() -> set[str]:
    """Addresses that were moved or withdrawn, without the first slash."""
    with (ROOT / "data" / "permalinks.csv").open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file)
        return {row["address"].removeprefix("/") for row in rows if row["moved_to"] or row["withdrawn"]}
