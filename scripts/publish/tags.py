"""Where the tags of a page stand, to the character: a page is changed at these places and nowhere else."""

from dataclasses import dataclass
from html.parser import HTMLParser

# Types of a script that a browser runs; any other makes it a block of data.
RUN = ("", "text/javascript", "module")


@dataclass(frozen=True)
class Tag:
    """A start tag: `page[start:end]` is its text; `inside` is what a script or style contains."""

    name: str
    attributes: dict[str, str]
    start: int
    end: int
    inside: str = ""

    @property
    def is_inline_script(self) -> bool:
        """Whether this is a script that stands in the page itself and runs."""
        return (
            self.name == "script"
            and "src" not in self.attributes
            and self.attributes.get("type", "").lower() in RUN
        )


def tags(page: str) -> list[Tag]:
    """All start tags of a page in their order."""
    reader = _Reader(page)
    reader.feed(page)
    reader.close()
    return reader.found


class _Reader(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=False)
        self.found: list[Tag] = []
        self.lines = [0]
        for line in page.split("\n"):
            self.lines.append(self.lines[-1] + len(line) + 1)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep a tag and its place."""
        line, column = self.getpos()
        start = self.lines[line - 1] + column
        text = self.get_starttag_text() or ""
        self.found.append(Tag(tag, {name: value or "" for name, value in attrs}, start, start + len(text)))

    def handle_data(self, data: str) -> None:
        """Keep what stands in a script or a style, whole."""
        if self.cdata_elem is not None and self.found:
            last = self.found[-1]
            self.found[-1] = Tag(last.name, last.attributes, last.start, last.end, last.inside + data)
