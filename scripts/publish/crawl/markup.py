"""The markup of a page: its links, what it fetches, its ids, its scripts."""

from collections.abc import Iterator

from pydantic import BaseModel

from scripts.publish.crawl.site import Site, document
from scripts.publish.policy import policy_of, unwelcome_scripts

SEARCH_INDEX = "search/search_index.json"
# Material labels every list of contents for a switch that stands only on pages in the navigation; the label is hidden.
WITHOUT_SWITCH = "__toc"


class Config(BaseModel):
    """What Material's script reads on each page: the way to the home page, and the script that searches."""

    base: str
    search: str


def links(site: Site, file: str) -> Iterator[str]:
    """Every address of ours on the page, in whatever attribute or text, leads to a file and an anchor of the site."""
    for written, target, line in site.pages[file].links:
        if wrong := site.dead(target):
            yield f"line {line}: {written} {wrong}"


def requests(site: Site, file: str) -> Iterator[str]:
    """Nothing is fetched from another host."""
    for written, _, line in site.pages[file].fetched:
        yield f"line {line}: asks another host for {written}"


def ids(site: Site, file: str) -> Iterator[str]:
    """No id stands twice, and what refers to an id (labels, names for screen readers, buttons that copy) finds it."""
    page = site.pages[file]
    yield from (f"the id {name!r} stands twice" for name in page.twice)
    for attribute, name, line in page.lost:
        if name != WITHOUT_SWITCH:
            yield f"line {line}: {attribute} refers to the id {name!r}, which is not on the page"


def safety(site: Site, file: str) -> Iterator[str]:
    """No markup that only the data can have brought in; a policy, which knows each script on the page."""
    page = site.pages[file]
    yield from page.strange
    if policy_of(page.tags) is None:
        yield "has no content security policy"
    else:
        yield from (
            f"its policy does not know the script {script!r}" for script in unwelcome_scripts(page.tags)
        )


def search_box(site: Site, file: str) -> Iterator[str]:
    """What the search on a page of MkDocs loads: its script, and the index at the way home that it is told."""
    if config := site.pages[file].config:
        told = document(config, Config)
        home = told.base.rstrip("/") + "/"
        for link in (told.search, home, home + SEARCH_INDEX):
            if wrong := site.dead(site.addresses.target(link, file)):
                yield f"the search asks for {link}, which {wrong}"
        if site.addresses.target(home, file).file not in ("", "index.html"):
            yield f"the search takes {told.base} for the home page"
