"""The project's data as they were before their first release, for tests that take some of them away."""

import shutil
from pathlib import Path


def unreleased(data: Path) -> Path:
    """Remove the ledger and all vintages from a copy of the data, so that nothing is promised; returns the copy."""
    (data / "permalinks.csv").unlink()
    for vintages in (data / "markets").glob("*/vintages"):
        shutil.rmtree(vintages)
    return data
