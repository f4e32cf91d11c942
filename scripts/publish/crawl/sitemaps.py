"""Site maps and robots.txt: what search engines are told to fetch."""

import gzip
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress

from scripts.publish.crawl.drawings import xml
from scripts.publish.crawl.site import Site, UnreadableError

NAMESPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
MOST, HEAVIEST = 50_000, 50_000_000


def sitemap(site: Site, file: str) -> Iterator[str]:
    """A site map lists pages of this site by the address that they give themselves; an index lists site maps."""
    content = site.bytes(file)
    root = xml(content)
    places = [(element.text or "").strip() for element in root.iter(f"{NAMESPACE}loc")]
    if root.tag not in (f"{NAMESPACE}urlset", f"{NAMESPACE}sitemapindex"):
        raise UnreadableError(f"is no site map: its root is {root.tag!s}")
    if len(places) > MOST or len(content) > HEAVIEST:
        yield f"lists {len(places)} addresses in {len(content)} bytes; search engines read {MOST} in {HEAVIEST}"
    for address, count in Counter(places).items():
        target = site.addresses.target(address, file)
        if not address.startswith(site.addresses.home):
            yield f"lists {address}, which is no absolute address of this site"
        elif wrong := site.dead(target):
            yield f"lists {address}, which {wrong}"
        elif root.tag == f"{NAMESPACE}urlset" and not _is_found(site, target.file, address):
            yield f"lists {address}, which is no page that gives this as its address and may be listed"
        if count > 1:
            yield f"lists {address} twice"


def complete(site: Site, file: str) -> Iterator[str]:
    """Every page that may be found is in the site map, or in a part that it names."""
    listed = set(_listed(site, file))
    for page in site.pages.values():
        if page.is_found and (own := site.addresses.of(page.file)) not in listed:
            yield f"does not list {own}"


def _listed(site: Site, file: str) -> Iterator[str]:
    root = xml(site.bytes(file))
    places = [(element.text or "").strip() for element in root.iter(f"{NAMESPACE}loc")]
    if root.tag == f"{NAMESPACE}urlset":
        yield from places
        return
    for place in places:
        part = site.addresses.target(place, file).file
        with suppress(UnreadableError):  # that is told of the part itself
            yield from _listed(site, part) if part not in ("", file) else ()


def _is_found(site: Site, file: str, address: str) -> bool:
    page = site.pages.get(file)
    return page is not None and page.is_found and page.says("canonical") == address


def packed(site: Site, file: str) -> Iterator[str]:
    """A packed site map is the one beside it."""
    plain = file.removesuffix(".gz")
    try:
        content = gzip.decompress(site.bytes(file))
    except (OSError, EOFError) as wrong:
        raise UnreadableError(f"cannot be unpacked: {wrong}") from None
    if plain not in site.files:
        yield f"is the packed form of {plain}, which is not there"
    elif content != site.bytes(plain):
        yield f"does not hold what is in {plain}"


def robots(site: Site, file: str) -> Iterator[str]:
    """The site maps that robots.txt names are there."""
    for number, line in enumerate(site.text(file).splitlines(), 1):
        name, _, address = (part.strip() for part in line.partition(":"))
        if name.lower() != "sitemap":
            continue
        if not address.startswith(site.addresses.home):
            yield f"line {number}: the site map {address} is no absolute address of this site"
        elif wrong := site.dead(site.addresses.target(address, file)):
            yield f"line {number}: the site map {address} {wrong}"
