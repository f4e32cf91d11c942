"""Pages and fragments: what the build writes into docs/."""

import json
from dataclasses import dataclass
from html import escape


@dataclass(frozen=True, slots=True)
class Tab:
    """A link of a market's own navigation, relative to the page that shows it."""

    label: str
    href: str
    here: bool


@dataclass(frozen=True, slots=True)
class Fragment:
    """A piece of HTML that enters a page after Markdown; `name` stands in the page's placeholder."""

    name: str
    html: str

    @property
    def placeholder(self) -> str:
        """The one line that stands for the fragment in Markdown."""
        return f'<div data-fragment="{self.name}"></div>'


@dataclass(frozen=True, slots=True)
class Page:
    """A Markdown page: `path` is relative to docs/, `data_file` is where its data are edited."""

    path: str
    title: str
    description: str
    body: str
    tabs: tuple[Tab, ...]
    data_file: str

    @property
    def place(self) -> str:
        """The page's place below the home page: `markets/batteries/forecast/`."""
        stem = self.path.removesuffix(".md")
        return stem.removesuffix("index") if stem.endswith("/index") else f"{stem}/"

    @property
    def text(self) -> str:
        """The file's text. Titles are escaped here, since MkDocs themes print front matter raw."""
        meta = {
            "title": escape(self.title),
            "description": escape(self.description),
            "hide": ["navigation", "toc"],
            "data_file": escape(self.data_file),
            "tabs": [{"label": escape(tab.label), "href": tab.href, "here": tab.here} for tab in self.tabs],
        }
        lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in meta.items()]
        return "\n".join(["---", *lines, "---", "", self.body.strip(), ""])
