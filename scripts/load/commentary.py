"""Commentary: prose under fixed headings; figures are references to claims, and the last paragraph names the source."""

import re
from dataclasses import dataclass, field

from scripts.load.folder import Folder
from scripts.load.outline import Outline
from scripts.load.problems import near_miss, quoted
from scripts.load.register import Names, Register
from scripts.load.text import lines_of
from scripts.model import TOTAL, Claim, Entry, Fragment, Paragraph, Place, Reference, Section, Source, Text

FILE = "commentary.md"
SEGMENTS, REGIONS = "Segments", "Regions"
HEADINGS = (
    "Definition",
    "Drivers",
    "Restraints",
    "Opportunities",
    "Challenges",
    "Trends",
    "Use cases",
    SEGMENTS,
    REGIONS,
)
SOURCE_WORD = "Source:"
HEADING = re.compile(r"(#{1,6})(?:\s+(.*))?")
SOURCE = re.compile(rf"{SOURCE_WORD}\s*([^,]*?)\s*(?:,\s*(.*))?", re.DOTALL)
BRACES = re.compile(r"\{\{ *([a-z0-9]+(?:-[a-z0-9]+)*) *\}\}|\{\{[^{}\n]*\}\}|\{\{|\}\}")


@dataclass
class _Lines:
    """A paragraph as it stands in the file."""

    place: Place
    text: str


@dataclass
class _Draft:
    """An entry before its paragraphs are understood."""

    title: str
    place: Place
    paragraphs: list[_Lines] = field(default_factory=list)


@dataclass
class _Part:
    """A section before its entries are understood."""

    heading: str
    place: Place
    entries: list[_Draft] = field(default_factory=list)


def read_commentary(
    folder: Folder, outline: Outline, claims: Register[Claim], names: Names
) -> tuple[Section, ...]:
    """Read the commentary of a market, if there is one."""
    text = folder.text(FILE)
    if text is None:
        return ()
    reader = _Reader(folder.file(FILE), outline, claims, names)
    return tuple(map(reader.section, reader.parts(text)))


class _Reader:
    """Reads one commentary: first its headings and paragraphs, then what these say."""

    def __init__(self, file: str, outline: Outline, claims: Register[Claim], names: Names) -> None:
        self.file, self.outline, self.claims = file, outline, claims
        self.regions, self.sources = names.registers["region"], names.registers["source"]
        self.problems = names.problems

    def parts(self, text: str) -> list[_Part]:
        """Divide the text into sections, entries and paragraphs."""
        parts: list[_Part] = []
        entry: _Draft | None = None
        fresh = stray = True
        for number, line in lines_of(text):
            place = Place(self.file, number)
            found = HEADING.fullmatch(line)
            if found and len(found[1]) not in {2, 3}:
                cure = "sections start with ##, entries in them with ###"
                self.problems.add(place, "a heading of another level", cure)
            if found and len(found[1]) <= 2:
                parts.append(_Part((found[2] or "").strip(), place))
                entry, stray = None, True
            elif found and parts:
                entry = _Draft((found[2] or "").strip(), place)
                parts[-1].entries.append(entry)
            elif found and stray:
                self.problems.add(
                    place, "an entry outside a section", "put a heading such as '## Drivers' above it"
                )
                stray = False
            elif line.strip() and entry is None and stray:
                self.problems.add(place, "text outside an entry", "put a heading '### Title' above it")
                stray = False
            elif line.strip() and entry and not fresh and entry.paragraphs:
                entry.paragraphs[-1].text += f"\n{line.rstrip()}"
            elif line.strip() and entry:
                entry.paragraphs.append(_Lines(place, line.rstrip()))
            fresh = not line.strip() or found is not None
        return self.allowed(parts)

    def allowed(self, parts: list[_Part]) -> list[_Part]:
        """Keep the sections that there may be, each once."""
        sections: dict[str, _Part] = {}
        for part in parts:
            if part.heading not in HEADINGS:
                meant = near_miss(part.heading, HEADINGS)
                cure = (
                    f"did you mean {quoted(meant)}?" if meant else f"the sections are {', '.join(HEADINGS)}"
                )
                self.problems.add(part.place, f"unknown section {quoted(part.heading)}", cure)
            elif part.heading in sections:
                cure = f"move its entries to line {sections[part.heading].place.line}"
                self.problems.add(part.place, f"the section {quoted(part.heading)} stands twice", cure)
            elif not part.entries:
                self.problems.add(
                    part.place,
                    f"the section {quoted(part.heading)} is empty",
                    "write an entry, or delete the heading",
                )
            sections.setdefault(part.heading, part)
        return list(sections.values())

    def section(self, part: _Part) -> Section:
        """Understand the entries of a section."""
        titles: set[str] = set()
        for draft in part.entries:
            self.check_title(part.heading, draft, titles)
            titles.add(draft.title)
        return Section(part.heading, tuple(map(self.entry, part.entries)))

    def check_title(self, heading: str, draft: _Draft, titles: set[str]) -> None:
        """Titles are free, but those of segments and regions name what they are about; none stands twice."""
        place = Place(draft.place.file, draft.place.line, 5)
        if not draft.title:
            self.problems.add(draft.place, "an entry without a title", "write one after ###")
        elif draft.title in titles:
            self.problems.add(
                place, f"the title {quoted(draft.title)} stands twice", "give each entry a title of its own"
            )
        elif heading == REGIONS:
            self.regions.knows(draft.title, place)
        elif heading == SEGMENTS and self.outline.complete:
            self.check_segment(draft.title, place)

    def check_segment(self, title: str, place: Place) -> None:
        """A title under Segments is the code of a dimension and that of a segment."""
        dimensions = self.outline.dimensions
        dimension, slash, segment = title.partition("/")
        if slash and dimension in dimensions and segment != TOTAL:
            dimensions[dimension].knows(
                segment, Place(place.file, place.line, place.column + len(dimension) + 1)
            )
            return
        choices = [
            f"{code}/{name}" for code in dimensions for name in dimensions[code].names if name != TOTAL
        ]
        meant = near_miss(title, choices) if segment != TOTAL else None
        otherwise = "write it as dimension/segment, with the codes of market.yml"
        cure = f"did you mean {quoted(meant)}?" if meant else otherwise
        self.problems.add(place, f"unknown segment {quoted(title)}", cure)

    def entry(self, draft: _Draft) -> Entry:
        """Understand the paragraphs of an entry."""
        paragraphs, source, locator = draft.paragraphs, None, ""
        if paragraphs and paragraphs[-1].text.startswith(SOURCE_WORD):
            *paragraphs, last = paragraphs
            source, locator = self.source(last)
        for paragraph in paragraphs:
            if paragraph.text.startswith(SOURCE_WORD):
                self.problems.add(
                    paragraph.place, "a source before the end of its entry", "make it the last paragraph"
                )
        if not paragraphs and draft.title:
            self.problems.add(
                draft.place, "an entry without text", "write a paragraph, or delete the heading"
            )
        return Entry(draft.title, tuple(map(self.paragraph, paragraphs)), source, locator, draft.place)

    def source(self, lines: _Lines) -> tuple[Source | None, str]:
        """Understand `Source: <id>, <locator>`."""
        found = SOURCE.fullmatch(lines.text)
        assert found
        place = Place(self.file, lines.place.line, found.start(1) + 1)
        if not found[1]:
            self.problems.add(place, "no source id", "write 'Source: <publisher>/<release>, <place in it>'")
            return None, ""
        return self.sources.find(found[1], place), " ".join((found[2] or "").split())

    def paragraph(self, lines: _Lines) -> Paragraph:
        """Divide a paragraph into words and references."""
        fragments: list[Fragment] = []
        end = 0
        for found in BRACES.finditer(lines.text):
            if found.start() > end:
                fragments.append(Text(lines.text[end : found.start()], self.place(lines, end)))
            place, end = self.place(lines, found.start()), found.end()
            if found[1]:
                self.claims.knows(found[1], place)
                fragments.append(Reference(found[1], place))
            elif found[0] in {"{{", "}}"}:
                self.problems.add(
                    place,
                    f"{quoted(found[0])} without its counterpart",
                    "write a reference as {{ id-of-a-claim }}",
                )
            else:
                self.problems.add(
                    place,
                    f"{quoted(found[0])} is no reference",
                    "write the id of a claim, as in {{ size-2024 }}",
                )
        if end < len(lines.text):
            fragments.append(Text(lines.text[end:], self.place(lines, end)))
        return tuple(fragments)

    def place(self, lines: _Lines, offset: int) -> Place:
        """Where a character of a paragraph stands in the file."""
        before = lines.text[:offset]
        return Place(self.file, lines.place.line + before.count("\n"), offset - (before.rfind("\n") + 1) + 1)
