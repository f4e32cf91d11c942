"""A figure: a finding, its drawing in two widths, and the same numbers as a table and as a sentence."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from scripts import notation
from scripts.model import Claim, Event, Source

MOST_SOURCES = 5
MOST_TOLD = 12
# A Vega-Lite specification.
Specification = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a figure's table; `claim` is the id of the claim it shows, if it shows one.

    `subjects` has for each cell, up to the last one with a number, the ids of the claims and derived values whose
    numbers it holds; in a figure of several markets each id stands after that of its market: `<market>/<id>`.
    """

    cells: tuple[str, ...]
    claim: str | None = None
    subjects: tuple[tuple[str, ...], ...] = ()

    def of(self, cell: int) -> tuple[str, ...]:
        """The ids of what stands in a cell."""
        return self.subjects[cell] if cell < len(self.subjects) else ()


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart with everything a page says about it; all texts are plain, none is markup.

    `wide` and `narrow` are drawn separately, `marks` is the number of data marks that each of them holds. `subjects` are
    the ids of the claims and derived values whose numbers stand in its texts.
    """

    id: str
    market: str
    title: str
    subtitle: str
    reading: str
    sources: tuple[Source, ...]
    alt: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    wide: Specification
    narrow: Specification
    marks: int
    subjects: tuple[str, ...] = ()

    @property
    def as_of(self) -> str:
        """The newest date of publication among the sources, in words; empty where none is dated."""
        dates = [source.published for source in self.sources if source.published]
        return notation.moment(max(dates, key=lambda date: date.text)) if dates else ""

    @property
    def source_line(self) -> str:
        """Authors in short, each with the years of its publications: `Market.us 2024, 2025`; never the pages that repeat them."""
        years: dict[str, set[int]] = {}
        for source in self.sources:
            known = years.setdefault(notation.author(source), set())
            known |= {source.published.year} if source.published else set()
        named = [f"{name} {', '.join(map(str, sorted(found)))}".strip() for name, found in years.items()]
        if len(named) > MOST_SOURCES:
            return f"{'; '.join(named[: MOST_SOURCES - 1])}; {len(named) - MOST_SOURCES + 1} more, named in the table"
        return "; ".join(named)


def sources_of(claims: Iterable[Claim | Event | None]) -> tuple[Source, ...]:
    """The sources of claims or events, each once, in their order."""
    found = {claim.source.id: claim.source for claim in claims if claim and claim.source}
    return tuple(found.values())


def enumerated(items: Sequence[str]) -> str:
    """Items as a list in a sentence; of many only the first, since the table has them all."""
    if len(items) <= MOST_TOLD:
        return notation.listing(items)
    return f"{', '.join(items[:MOST_TOLD])}, and {len(items) - MOST_TOLD} more in the table"
