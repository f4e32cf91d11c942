"""A figure: a finding, its drawing in two widths, and the same numbers as a table and as a sentence."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from scripts import notation
from scripts.model import Claim, Source

# A Vega-Lite specification.
Specification = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a figure's table; `claim` is the id of the claim it shows, if it shows one."""

    cells: tuple[str, ...]
    claim: str | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart with everything a page says about it; all texts are plain, none is markup.

    `wide` and `narrow` are drawn separately, `marks` is the number of data marks that each of them holds.
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

    @property
    def as_of(self) -> str:
        """The newest date of publication among the sources, in words; empty where none is dated."""
        dates = [source.published for source in self.sources if source.published]
        return notation.moment(max(dates, key=lambda date: date.text)) if dates else ""

    @property
    def source_line(self) -> str:
        """Publishers in short, each with the years of its publications: `Market.us 2024, 2025`."""
        years: dict[str, set[int]] = {}
        for source in self.sources:
            known = years.setdefault(source.publisher.name, set())
            known |= {source.published.year} if source.published else set()
        return "; ".join(
            f"{name} {', '.join(map(str, sorted(found)))}".strip() for name, found in years.items()
        )


def sources_of(claims: Iterable[Claim | None]) -> tuple[Source, ...]:
    """The sources of claims, each once, in the order of the claims."""
    found = {claim.source.id: claim.source for claim in claims if claim and claim.source}
    return tuple(found.values())
