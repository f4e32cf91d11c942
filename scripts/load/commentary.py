"""Commentary: prose under fixed headings; figures are references to claims, and the last paragraph names the source."""

import re
from dataclasses import dataclass, field, replace

from scripts.load.folder import Folder
from scripts.load.outline import Outline
from scripts.load.problems import cure_for, quoted
from scripts.load.register import Names, Register
from scripts.load.text import lines_of
from scripts.model import TOTAL, Claim, Entry, Fragment, Paragraph, Place, Reference, Section, Source, Text

FILE = "commentary.md"
SEGMENTS, REGIONS = "Segments", "Regions"
FREE = ("Definition", "Drivers", "Restraints", "Opportunities", "Challenges", "Trends", "Use cases")
HEADINGS = (*FREE, SEGMENTS, REGIONS)
STRAY_ENTRY = "an entry outside a section", "put a heading such as '## Drivers' above it"
STRAY_TEXT = "text outside an entry", "put a heading '### Title' above it"
HALF_REFERENCE = "{} without its counterpart", "write a reference as {{ id-of-a-claim }}"
NO_REFERENCE = "{} is no reference", "write the id of a claim, as in {{ size-2024 }}"
SOURCE_WORD = "Source:"
HEADING = re.compile(r"(#{1,6})(?:\s+(.*))?")
SOURCE = re.compile(rf"{SOURCE_WORD}\s*([^,]*?)\s*(?:,\s*(.*))?", re.DOTALL)
BRACES = re.compile(r"\{\{ *([a-z0-9]+(?:-[a-z0-9]+)*) *\}\}|\{\{[^{}\n]*\}\}|\{\{|\}\}")


@dataclass
class _Piece:
    """A section with its entries, an entry with its paragraphs, or a paragraph, before it is understood."""

    place: Place
    text: str
    inner: list["_Piece"] = field(default_factory=list)


def read_commentary(
    folder: Folder, outline: Outline, claims: Register[Claim], names: Names
) -> tuple[Section, ...]:
    """Read the commentary of a market, if there is one."""
    text = folder.text(FILE)
    if text is None:
        return ()
    reader = _Reader(folder.file(FILE), outline, claims, names)
    return tuple(map(reader.section, reader.sections(text)))


class _Reader:
    """Reads one commentary: first its headings and paragraphs, then what these say."""

    def __init__(self, file: str, outline: Outline, claims: Register[Claim], names: Names) -> None:
        self.file, self.outline, self.claims = file, outline, claims
        self.regions, self.sources = names.registers["region"], names.registers["source"]
        self.problems = names.problems

    def sections(self, text: str) -> list[_Piece]:
        """Divide the text into sections, entries and paragraphs."""
        sections: list[_Piece] = []
        entry: _Piece | None = None
        fresh = stray = True
        for number, line in lines_of(text):
            place, found = Place(self.file, number), HEADING.fullmatch(line)
            title = (found[2] or "").strip() if found else ""
            if found and len(found[1]) not in {2, 3}:
                cure = "sections start with ##, entries in them with ###"
                self.problems.add(place, "a heading of another level", cure)
            if found and len(found[1]) <= 2:
                sections.append(_Piece(place, title))
                entry, stray = None, True
            elif found and sections:
                entry = _Piece(place, title)
                sections[-1].inner.append(entry)
            elif line.strip() and entry and (fresh or not entry.inner):
                entry.inner.append(_Piece(place, line.rstrip()))
            elif line.strip() and entry:
                entry.inner[-1].text += f"\n{line.rstrip()}"
            elif line.strip() and stray:
                self.problems.add(place, *(STRAY_ENTRY if found else STRAY_TEXT))
                stray = False
            fresh = not line.strip() or found is not None
        return self.allowed(sections)

    def allowed(self, sections: list[_Piece]) -> list[_Piece]:
        """Keep the sections that there may be, each once."""
        first: dict[str, _Piece] = {}
        for section in sections:
            name = quoted(section.text)
            if section.text not in HEADINGS:
                cure = cure_for(section.text, HEADINGS, f"the sections are {', '.join(HEADINGS)}")
                self.problems.add(section.place, f"unknown section {name}", cure)
            elif section.text in first:
                cure = f"move its entries to line {first[section.text].place.line}"
                self.problems.add(section.place, f"the section {name} stands twice", cure)
            elif not section.inner:
                cure = "write an entry, or delete the heading"
                self.problems.add(section.place, f"the section {name} is empty", cure)
            first.setdefault(section.text, section)
        return list(first.values())

    def section(self, section: _Piece) -> Section:
        """Understand the entries of a section."""
        titles: set[str] = set()
        for entry in section.inner:
            self.check_title(section.text, entry, titles)
            titles.add(entry.text)
        return Section(section.text, tuple(map(self.entry, section.inner)))

    def check_title(self, heading: str, entry: _Piece, titles: set[str]) -> None:
        """Titles are free, but those of segments and regions name what they are about; none stands twice."""
        place, title = replace(entry.place, column=5), entry.text
        if not title:
            self.problems.add(entry.place, "an entry without a title", "write one after ###")
        elif title in titles:
            cure = "give each entry a title of its own"
            self.problems.add(place, f"the title {quoted(title)} stands twice", cure)
        elif heading == REGIONS:
            self.regions.knows(title, place)
        elif heading == SEGMENTS and self.outline.complete:
            self.check_segment(title, place)

    def check_segment(self, title: str, place: Place) -> None:
        """A title under Segments is the code of a dimension and that of a segment."""
        dimensions = self.outline.dimensions
        dimension, slash, segment = title.partition("/")
        if slash and dimension in dimensions and segment != TOTAL:
            dimensions[dimension].knows(segment, replace(place, column=place.column + len(dimension) + 1))
            return
        every = [f"{code}/{name}" for code in dimensions for name in dimensions[code].names if name != TOTAL]
        otherwise = "write it as dimension/segment, with the codes of market.yml"
        cure = otherwise if segment == TOTAL else cure_for(title, every, otherwise)
        self.problems.add(place, f"unknown segment {quoted(title)}", cure)

    def entry(self, entry: _Piece) -> Entry:
        """Understand the paragraphs of an entry."""
        paragraphs, source, locator = entry.inner, None, ""
        if paragraphs and paragraphs[-1].text.startswith(SOURCE_WORD):
            *paragraphs, last = paragraphs
            source, locator = self.source(last)
        for early in (paragraph for paragraph in paragraphs if paragraph.text.startswith(SOURCE_WORD)):
            what = "a source before the end of its entry"
            self.problems.add(early.place, what, "make it the last paragraph")
        if not paragraphs and entry.text:
            cure = "write a paragraph, or delete the heading"
            self.problems.add(entry.place, "an entry without text", cure)
        return Entry(entry.text, tuple(map(self.paragraph, paragraphs)), source, locator, entry.place)

    def source(self, lines: _Piece) -> tuple[Source | None, str]:
        """Understand `Source: <id>, <locator>`."""
        found = SOURCE.fullmatch(lines.text)
        assert found
        place = replace(lines.place, column=found.start(1) + 1)
        if not found[1]:
            self.problems.add(place, "no source id", "write 'Source: <publisher>/<release>, <place in it>'")
            return None, ""
        return self.sources.find(found[1], place), " ".join((found[2] or "").split())

    def paragraph(self, lines: _Piece) -> Paragraph:
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
            else:
                what, cure = HALF_REFERENCE if found[0] in {"{{", "}}"} else NO_REFERENCE
                self.problems.add(place, what.format(quoted(found[0])), cure)
        if end < len(lines.text):
            fragments.append(Text(lines.text[end:], self.place(lines, end)))
        return tuple(fragments)

    def place(self, lines: _Piece, offset: int) -> Place:
        """Where a character of a paragraph stands in the file."""
        above, newline, line = lines.text[:offset].rpartition("\n")
        return Place(self.file, lines.place.line + above.count("\n") + len(newline), len(line) + 1)
