"""Sources: dated publications."""

from dataclasses import replace
from typing import Annotated

from pydantic import AfterValidator, Field
from pydantic.dataclasses import dataclass as noun

from scripts.model.codelists import Region, Word
from scripts.model.fields import GIVEN, NOUN, Address, Code, Digits, Line, Note, Origin, each_once, named
from scripts.model.period import DateField, FiscalYear
from scripts.model.place import Place

# The publisher whose name stands for an author whom a page does not name.
UNNAMED = "publisher-not-stated"
WORLD = "world"
# The region of what its source places nowhere.
NOWHERE = "not-stated"


@noun(frozen=True, config=NOUN)
class RegionSet:
    """A region as one publisher draws it."""

    without: Annotated[tuple[Annotated[Region, named("region")], ...], AfterValidator(each_once)]
    """The codes of regions that it leaves out and that stand beside it."""


@noun(frozen=True, config=NOUN)
class Source:
    """A publication in its dated edition; its id is its path, <publisher>/<release>."""

    id: Annotated[str, GIVEN]
    publisher: Annotated[Word, GIVEN]
    title: Line
    """The title as printed."""
    type: Annotated[Word, named("source type")]
    """A code of codelists/source_types.yml."""
    published: DateField | None = None
    """When it was published: 2024, 2024-08 or 2024-08-31."""
    address: Address | None = None
    """Its https address."""
    accessed: DateField | None = None
    """When we read it."""
    origin: Origin | None = None
    """The publisher or source whose text or data it repeats, if not its own."""
    series: Code = ""
    """What joins the editions of one publication: of those of one author the newest leads, whole."""
    rounded_to: Digits | None = None
    """To what its figures are rounded, where the digits do not tell: 2 significant digits."""
    fiscal_year: FiscalYear | None = None
    """When the fiscal years of which it speaks start, and by which end they are called."""
    regions: dict[Code, RegionSet] = Field(default_factory=dict)
    """Regions that it draws otherwise than codelists/regions.yml, each under its code: asia-pacific: {without: [japan]}."""
    terms: Line = ""
    """On what terms its facts are quoted: a licence, or who holds the rights."""
    note: Note = ""
    place: Annotated[Place | None, GIVEN] = None
    author_named: Annotated[Word | None, GIVEN] = None

    @property
    def author(self) -> Word:
        """Who says it: the origin of what is repeated, else the publisher."""
        return self.author_named or self.publisher

    @property
    def voice(self) -> str:
        """The code of who says it: outlets that repeat one author are one voice."""
        return self.author.code

    @property
    def is_unnamed(self) -> bool:
        """Whether the page does not name who says it."""
        return self.author.code == UNNAMED

    @property
    def slug(self) -> str:
        """The id as one word, for anchors."""
        return self.id.replace("/", "-")

    @property
    def edition_of(self) -> str:
        """What it is an edition of: its author's series, or itself alone."""
        return f"{self.voice}/{self.series}" if self.series else self.id

    def placed(self, region: Region) -> Region:
        """A region as this source draws it: named in full, and beside what it leaves out."""
        if own := self.regions.get(region.code):
            *most, last = (inner.name for inner in own.without)
            rest = f"{', '.join(most)} and {last}" if most else last
            return replace(region, name=f"{region.name} without {rest}", m49=None)
        left_out = {inner.code for own in self.regions.values() for inner in own.without}
        return replace(region, part_of=WORLD) if region.code in left_out else region


# Fields that name a source and a place in it, in the same words in every file.
SOURCE = "The id of the source: <publisher>/<release>, as under data/sources."
LOCATOR = "Where in the source: section, paragraph, page, table; several joined by '; '."
SourceField = Annotated[Source | None, named("source"), Field(description=SOURCE)]
Locator = Annotated[Line, Field(description=LOCATOR)]
