"""A Python-Markdown extension that puts fragments (figures, lists) in their places after Markdown.

Figures go round the Markdown parser because a page costs three times as much through it. The extension is named in
mkdocs.yml, so that `mkdocs serve` shows figures too.
"""

import os
import re
from pathlib import Path

from markdown import Markdown
from markdown.extensions import Extension
from markdown.postprocessors import Postprocessor

PLACEHOLDER = re.compile(r'<div data-fragment="([a-z0-9]+(?:[/-][a-z0-9]+)*)"></div>')


class FragmentMissingError(Exception):
    """A page asks for a fragment that the build has not written."""


class Fragments(Postprocessor):
    """Replaces each placeholder by the file of that name under `root`."""

    def __init__(self, md: Markdown, root: Path) -> None:
        """Remember where fragments are."""
        super().__init__(md)
        self.root = root

    def run(self, text: str) -> str:
        """Place the fragments of one page."""
        return PLACEHOLDER.sub(lambda match: self._read(match.group(1)), text)

    def _read(self, name: str) -> str:
        try:
            return (self.root / f"{name}.html").read_text(encoding="utf-8")
        except FileNotFoundError:
            message = f"the fragment {name} has not been written - run `python -m scripts build` first"
            raise FragmentMissingError(message) from None


class FragmentExtension(Extension):
    """Configured in mkdocs.yml with `root`, the folder of fragments."""

    def __init__(self, **options: object) -> None:
        """Take over the options of mkdocs.yml."""
        self.config = {"root": ["docs/_fragments", "folder of the fragments that the build has written"]}
        super().__init__(**options)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Run last, after raw HTML has been put back."""
        root = Path(os.fspath(self.getConfig("root")))
        md.postprocessors.register(Fragments(md, root), "fragments", -100)


def makeExtension(**options: object) -> FragmentExtension:  # noqa: N802 - Python-Markdown's name
    """The name by which Python-Markdown finds an extension."""
    return FragmentExtension(**options)
