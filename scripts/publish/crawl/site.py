"""A built site in hand: its files, its addresses, its pages."""

import fnmatch
import os
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from scripts.publish.crawl.addresses import Addresses, Target
from scripts.publish.crawl.page import Page, read_page

Shape = TypeVar("Shape", bound=BaseModel)


class UnreadableError(Exception):
    """A file is not what its name says; the message tells how."""


class Site:
    """A folder of files, published at the absolute address of its home page. Files are named from that folder on."""

    def __init__(self, folder: Path, home: str) -> None:
        """List the files."""
        self.folder = folder
        self.files: set[str] = set()
        for room, _, names in os.walk(folder):
            prefix = Path(room).relative_to(folder).as_posix().removeprefix(".")
            self.files |= {f"{prefix}/{name}".removeprefix("/") for name in names}
        self.addresses = Addresses(home, self.files)

    @cached_property
    def pages(self) -> dict[str, Page]:
        """Every page, read once."""
        return {
            file: read_page((self.folder / file).read_bytes(), file, self.addresses)
            for file in self.matching("*.html")
        }

    def matching(self, patterns: str) -> list[str]:
        """The files whose names fit one of several patterns, in which `*` stands for any folders too."""
        return sorted({file for pattern in patterns.split() for file in fnmatch.filter(self.files, pattern)})

    def bytes(self, file: str) -> bytes:
        """What is in a file."""
        return (self.folder / file).read_bytes()

    def text(self, file: str) -> str:
        """What is in a file of text."""
        try:
            return self.bytes(file).decode("utf-8-sig")
        except UnicodeDecodeError as wrong:
            raise UnreadableError(f"is no text in UTF-8: byte {wrong.start}") from None

    def document(self, file: str, shape: type[Shape]) -> Shape:
        """What is in a file of JSON."""
        return document(self.bytes(file), shape)

    def dead(self, target: Target) -> str:
        """What is wrong with what a link of ours leads to; nothing if it is there."""
        if target.anchor and (page := self.pages.get(target.file)) and target.anchor not in page.named:
            return "has no such anchor"
        return target.fault


def document(text: str | bytes, shape: type[Shape]) -> Shape:
    """JSON in the shape that it should have; raises UnreadableError."""
    try:
        return shape.model_validate_json(text)
    except ValidationError as wrong:
        first = wrong.errors(include_url=False)[0]
        place = ".".join(str(step) for step in first["loc"])
        raise UnreadableError(
            f"is not what programs expect: {place + ': ' if place else ''}{first['msg']}"
        ) from None
