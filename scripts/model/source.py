"""Sources: dated publications."""

from dataclasses import dataclass

from scripts.model.codelists import Word
from scripts.model.period import Moment
from scripts.model.place import Place


@dataclass(frozen=True, slots=True)
class Source:
    """A release of a publisher; `origin` names whose text or data it repeats, if it is not its own."""

    id: str
    publisher: Word
    type: Word
    title: str
    published: Moment | None
    address: str | None
    accessed: Moment | None
    origin: str | None
    note: str
    place: Place

    @property
    def voice(self) -> str:
        """The code of the publisher who speaks: the origin of a text that is repeated, else its own."""
        return (self.origin or self.publisher.code).partition("/")[0]

    @property
    def slug(self) -> str:
        """The id as one word, for anchors."""
        return self.id.replace("/", "-")
