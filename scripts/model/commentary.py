"""Commentary: prose in fixed sections, whose figures are references to claims."""

from dataclasses import dataclass

from scripts.model.place import Place
from scripts.model.source import Source


@dataclass(frozen=True, slots=True)
class Text:
    """Words, shown exactly as typed."""

    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Reference:
    """The place of a figure: the id of a claim."""

    claim: str
    place: Place


Fragment = Text | Reference
Paragraph = tuple[Fragment, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One titled piece of commentary with its source."""

    title: str
    paragraphs: tuple[Paragraph, ...]
    source: Source | None
    locator: str
    place: Place


@dataclass(frozen=True, slots=True)
class Section:
    """The entries under one fixed heading, such as `Drivers`."""

    heading: str
    entries: tuple[Entry, ...]
