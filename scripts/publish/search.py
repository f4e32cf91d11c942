"""The search index: every claim and figure by words, with its value in the result, and pages by what they say of themselves.

Material would put the whole text of each page into it: 100 kB (gzip) for four markets, 2.5 MB for a hundred, fetched whole
by the first search. Of pages about markets it holds title and description, and of notebooks, in which a hit would show
program code; of hand-written ones, which do not grow with the data, everything.
"""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from scripts.model.addresses import AUDIT, COMPARISONS, MARKETS, NOTEBOOKS, SOURCES, page_file
from scripts.publish.tags import tags

INDEX = "search/search_index.json"
# What grows with the data (home, audit and sources list all of it), and notebooks.
BRIEF = (MARKETS, COMPARISONS, AUDIT, SOURCES, NOTEBOOKS)

# Where it stands, its title with the value, and further words.
Entry = tuple[str, str, str]


def write_index(site: Path, entries: Iterable[Entry]) -> None:
    """Replace the index that MkDocs has written."""
    path = site / INDEX
    index = json.loads(path.read_text(encoding="utf-8"))
    kept = [_brief(document, site) for document in index["docs"] if _is_kept(document["location"])]
    added = [
        {"location": address, "title": _inert(title), "text": _inert(text)}
        for address, title, text in sorted(entries, key=_neighbourhood)
    ]
    index["docs"] = [*kept, *added]
    text = json.dumps(index, ensure_ascii=False, separators=(",", ":"))
    path.write_text(text, encoding="utf-8", newline="\n")


def _neighbourhood(entry: Entry) -> tuple[str, str]:
    """Market and title: like beside like takes a sixth less room when it travels."""
    place, title, _ = entry
    return place.split("/")[1], title


def _is_kept(location: str) -> bool:
    """Sections of such pages are left out: their figures are found by themselves."""
    return "#" not in location or not _stands_briefly(location)


def _stands_briefly(location: str) -> bool:
    return location.partition("#")[0].startswith(BRIEF) or location.partition("#")[0] == ""


def _brief(document: Mapping[str, Any], site: Path) -> Mapping[str, Any]:
    location = document["location"]
    if not _stands_briefly(location):
        return document
    page = (site / page_file(location)).read_text(encoding="utf-8")
    says = [tag for tag in tags(page[: page.find("</head>")]) if tag.attributes.get("name") == "description"]
    return {**document, "text": _inert(says[0].attributes["content"]) if says else ""}


def _inert(text: str) -> str:
    """Material puts titles and texts into the page as HTML."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
