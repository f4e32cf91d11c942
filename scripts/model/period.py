"""Periods: ISO 8601 dates with reduced precision, and intervals between two of them."""

from dataclasses import dataclass
from typing import Self


@dataclass(frozen=True, slots=True)
class Moment:
    """A year, a month or a day: `2024`, `2024-08`, `2025-05-15`."""

    text: str

    @property
    def year(self) -> int:
        """The calendar year."""
        return int(self.text[:4])

    def meets(self, other: "Moment") -> bool:
        """Whether both may be the same day, given the precision to which each is known."""
        shorter = min(len(self.text), len(other.text))
        return self.text[:shorter] == other.text[:shorter]


@dataclass(frozen=True, slots=True)
class Period:
    """A moment, or the stretch from one to another."""

    start: Moment
    end: Moment

    @classmethod
    def of(cls, text: str) -> Self:
        """Read `2024` or `2024/2034`; the text must have been checked before."""
        start, _, end = text.partition("/")
        return cls(Moment(start), Moment(end or start))

    @property
    def is_interval(self) -> bool:
        """Whether the period has two ends."""
        return self.start != self.end

    @property
    def years(self) -> int:
        """Yearly steps from start to end."""
        return self.end.year - self.start.year

    @property
    def text(self) -> str:
        """The period as the data write it."""
        return f"{self.start.text}/{self.end.text}" if self.is_interval else self.start.text
