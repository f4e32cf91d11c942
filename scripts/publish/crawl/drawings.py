"""Pictures as files: drawings that ask nobody for anything, and pictures that can be shown."""

import io
from collections.abc import Iterator

from lxml import etree
from PIL import Image

from scripts.publish.crawl.css import asked
from scripts.publish.crawl.site import Site, UnreadableError

PARSER = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
HREFS = ("href", "{http://www.w3.org/1999/xlink}href", "src")


def drawing(site: Site, file: str) -> Iterator[str]:
    """An SVG holds no script, asks no other host, and refers only to what is in it or on the site."""
    root = xml(site.bytes(file))
    ids = set(etree.XPath("//@id", smart_strings=False)(root))
    for element in root.iter("*"):
        line = element.sourceline
        if etree.QName(element).localname in ("script", "foreignObject"):
            yield f"line {line}: <{etree.QName(element).localname}> has no place in a drawing"
        for name, value in element.items():
            if name.lower().startswith("on"):
                yield f"line {line}: event handler {name}"
            elif name in HREFS:
                yield from (f"line {line}: {wrong}" for wrong in _wrong(site, file, value, ids))
            elif "url(" in value:
                yield from (
                    f"line {line}: {w}" for one, _ in asked(value) for w in _wrong(site, file, one, ids)
                )
        if etree.QName(element).localname == "style":
            yield from (w for one, _ in asked(element.text or "") for w in _wrong(site, file, one, ids))


def _wrong(site: Site, file: str, address: str, ids: set[str]) -> Iterator[str]:
    if address.startswith("data:"):  # fonts of our own; a browser runs nothing of it in a picture
        return
    target = site.addresses.target(address, file)
    if target.foreign or target.unsafe:
        yield f"asks another host for {address}"
    elif target.fault:
        yield f"{address} {target.fault}"
    elif target.file == file and target.anchor not in ids:
        yield f"{address} has no such anchor"


def picture(site: Site, file: str) -> Iterator[str]:
    """A PNG is whole."""
    try:
        with Image.open(io.BytesIO(site.bytes(file)), formats=("PNG",)) as image:
            image.verify()
    except (OSError, SyntaxError) as wrong:  # the second is Pillow's word for a broken chunk
        yield f"is no whole PNG: {wrong}"


def xml(content: bytes) -> etree._Element:
    """XML as a tree; raises UnreadableError."""
    try:
        return etree.fromstring(content, PARSER)
    except etree.XMLSyntaxError as wrong:
        raise UnreadableError(f"cannot be read as XML: {wrong}") from None
