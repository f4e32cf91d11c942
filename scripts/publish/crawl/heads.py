"""The head of a page: what search engines, messengers and programs read before a person does."""

import hashlib
import io
import json
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

from PIL import Image, UnidentifiedImageError

from scripts.publish.crawl.page import Page
from scripts.publish.crawl.site import Site

# What a page that may be found says, each exactly once.
ONCE = (
    "title",
    "description",
    "canonical",
    "og:type",
    "og:site_name",
    "og:title",
    "og:description",
    "og:url",
    "og:image",
    "og:image:width",
    "og:image:height",
    "og:image:alt",
    "twitter:card",
    "twitter:title",
    "twitter:description",
    "twitter:image",
)
SHORTEST, LONGEST = 80, 200
SIZE = (1200, 630)
HEAVIEST = 300_000
HASHED = 16


def head(site: Site, file: str) -> Iterator[str]:
    """A page that may be found has a complete head that gives the page's own address; any other gives no such address."""
    page, own = site.pages[file], site.addresses.of(file)
    if not page.is_found:
        yield from _hidden(site, page, own)
        return
    for name in ONCE:
        said = page.head.get(name, [])
        if len(said) != 1:
            yield f"has {len(said) or 'no'} {name} in its head, and needs one"
        elif not said[0]:
            yield f"its {name} is empty"
    for name in ("canonical", "og:url"):
        if (address := page.says(name) or own) != own:
            yield f"its {name} is {address}, not its own address {own}"
    if not SHORTEST <= len(page.says("description")) <= LONGEST:
        length = len(page.says("description"))
        yield f"its description has {length} characters, not {SHORTEST} to {LONGEST}: {page.says('description')!r}"
    yield from _linked(page, own)


def _hidden(site: Site, page: Page, own: str) -> Iterator[str]:
    """A frame or an old address names the page that is found in its place."""
    if address := page.says("canonical"):
        place = site.pages.get(site.addresses.target(address, page.file).file)
        if address == own:
            yield f"gives {own} as its address and asks search engines not to list it (robots: {page.says('robots')})"
        elif place is not None and place.says("canonical") != address:
            yield f"its canonical is {address}, which is not the address of a page that is found"


def _linked(page: Page, own: str) -> Iterator[str]:
    """Data in the words of schema.org, one of them about the page itself."""
    told: list[Any] = []
    for text in page.linked:
        try:
            told.append(json.loads(text))
        except ValueError as wrong:
            yield f"its JSON-LD cannot be read: {wrong}"
    if not page.linked:
        yield "has no JSON-LD"
    elif told and not any(isinstance(data, dict) and data.get("url") == own for data in told):
        yield f"none of its JSON-LD is about its own address {own}"


def preview(site: Site, file: str) -> Iterator[str]:
    """The picture that messengers show of a page: large enough, light enough, and named by its content."""
    page = site.pages[file]
    address = page.says("og:image")
    if not (page.is_found and address):
        return
    picture = site.addresses.target(address, file)
    if not address.startswith(site.addresses.home):
        yield f"its preview {address} is no absolute address of this site, which messengers need"
    elif picture.file:
        yield from (
            f"its preview {picture.file} {wrong}" for wrong in _card(site.bytes(picture.file), picture.file)
        )
    told = (page.says("og:image:width"), page.says("og:image:height"))
    if told != (str(SIZE[0]), str(SIZE[1])):
        yield f"its head tells of a preview of {' x '.join(told)} pixels, not {SIZE[0]} x {SIZE[1]}"
    if (other := page.says("twitter:image")) and other != address:
        yield f"its previews differ: twitter:image is {other}, og:image is {address}"


def _card(png: bytes, name: str) -> Iterator[str]:
    try:
        with Image.open(io.BytesIO(png), formats=("PNG",)) as image:
            size = image.size
    except UnidentifiedImageError:
        yield "is no PNG"
        return
    if size != SIZE:
        yield f"is {size[0]} x {size[1]} pixels, not {SIZE[0]} x {SIZE[1]}"
    if len(png) > HEAVIEST:
        yield f"weighs {len(png)} bytes, more than {HEAVIEST}"
    if (real := hashlib.sha256(png).hexdigest()[:HASHED]) != PurePosixPath(name).stem:
        yield f"is not named by its content, whose hash begins with {real}"
