"""Style sheets: what they ask for is there, and on this site."""

from collections.abc import Iterator

from scripts.publish.crawl.css import asked
from scripts.publish.crawl.site import Site


def style_sheet(site: Site, file: str) -> Iterator[str]:
    """Every picture, font and sheet that a style sheet asks for."""
    for address, line in asked(site.text(file)):
        target = site.addresses.target(address, file)
        if target.foreign:
            yield f"line {line}: asks another host for {address}"
        elif wrong := site.dead(target):
            yield f"line {line}: {address} {wrong}"
