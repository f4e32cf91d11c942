"""Places in the data folder: where a thing stands, and what is wrong there."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """File (relative to the data folder's parent), line and column, both counted from 1."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        """The place as editors and terminals make it a link."""
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing that keeps data from being understood, with its cure."""

    place: Place
    what: str
    cure: str

    def __str__(self) -> str:
        """`file:line:column: what - cure`."""
        return f"{self.place}: {self.what} - {self.cure}"
