"""Every figure that the first market's source prints, mention by mention, as read by hand from its text.

`printed` is the figure as the source prints it, `place` where it stands, `record` the claim, event or fact check that
holds it, `shown` what a reader of the site sees. `kind` says what that is: the value or the date of a claim, the date
of its source, the market's forecast period beside it, the date of an event, or the words of a fact check.
"""

import csv
from dataclasses import dataclass
from pathlib import Path

MARKET = "personalized-cell-therapy"
SOURCE = "market-us/personalized-cell-therapy-2025"
PUBLISHER = "Market.us"


@dataclass(frozen=True)
class SeedFigure:
    printed: str
    place: str
    kind: str
    record: str
    shown: str

    def __str__(self):
        return f"{self.place}: {self.printed} ({self.record})"


def seed_figures() -> tuple[SeedFigure, ...]:
    with Path(__file__).with_name("seed_figures.csv").open(encoding="utf-8", newline="") as lines:
        return tuple(SeedFigure(**row) for row in csv.DictReader(lines))
