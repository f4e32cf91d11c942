"""Texts for programs: wherever an address of ours stands, in whatever kind of file, it leads somewhere."""

from collections.abc import Iterator

from lxml import html
from markdown import markdown

from scripts.publish.crawl.site import Site


def addresses(site: Site, file: str) -> Iterator[str]:
    """Absolute addresses of this site in a text, a table, a document, a script or a drawing; each is told of once."""
    text = site.text(file)
    first: dict[str, int] = {}
    for address, at in site.addresses.named(text):
        first.setdefault(address, at)
    for address, at in first.items():
        if wrong := site.dead(site.addresses.target(address, file)):
            yield f"line {text.count(chr(10), 0, at) + 1}: {address} {wrong}"


def markdown_links(site: Site, file: str) -> Iterator[str]:
    """Other links in Markdown, seen from where it stands.

    Nearly all of it links by absolute addresses, and reading Markdown takes longer than all else that is checked of a page:
    it is read where a link begins otherwise.
    """
    text = site.text(file)
    home = site.addresses.home
    whole = text.count("](https://") + (0 if home.startswith("https://") else text.count(f"]({home}"))
    if text.count("](") == whole:
        return
    page = html.fromstring(f"<div>{markdown(text, extensions=['fenced_code'])}</div>")
    for _, _, link, _ in page.iterlinks():
        target = site.addresses.target(link, file)
        if target.unsafe:
            yield f"{link} would run in a program that shows it"
        elif not link.startswith(home) and (wrong := site.dead(target)):
            yield f"{link} {wrong}"  # absolute addresses of ours are found in the text as well


def twin(site: Site, file: str) -> Iterator[str]:
    """The Markdown of a page names the page, stands beside it and is linked from it."""
    page = file.removesuffix(".md") + ".html"
    if page not in site.pages:
        yield f"is the Markdown of {page}, which is not there"
    elif site.addresses.of(page) not in site.text(file):
        yield f"does not name its page {site.addresses.of(page)}"
    elif site.addresses.target(site.pages[page].says("alternate text/markdown"), page).file != file:
        yield f"is not linked from its page {page}"
