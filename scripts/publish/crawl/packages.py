"""Packages: a Data Package describes the table beside it, and archives hold what their checksums say."""

import csv
import hashlib
import io
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from pydantic import BaseModel, Field

from scripts.publish.crawl.site import Site, UnreadableError

SUMS = "SHA256SUMS"


class Named(BaseModel):
    """A column."""

    name: str


class Columns(BaseModel):
    """The columns of a table."""

    fields: list[Named]


class Resource(BaseModel):
    """A table of a Data Package, as far as its file can be held against it."""

    path: str
    length: int = Field(alias="bytes")
    hash: str
    columns: Columns = Field(alias="schema")


class DataPackage(BaseModel):
    """A Data Package."""

    id: str
    homepage: str
    resources: list[Resource]


def data_package(site: Site, file: str) -> Iterator[str]:
    """Each table that a Data Package names is there, with the bytes, the hash and the columns that it tells."""
    package, folder = site.document(file, DataPackage), file.rpartition("/")[0]
    pages = (
        f"{folder}/index.html",
        f"{folder.rpartition('/')[0]}/index.html",
    )  # without claims there is no data page
    own = site.addresses.of(next((page for page in pages if page in site.files), pages[0]))
    for name, address in (("id", package.id), ("homepage", package.homepage)):
        if address != own:
            yield f"its {name} is {address}, not {own}"
    for resource in package.resources:
        yield from (f"its table {resource.path} {wrong}" for wrong in _table(site, file, resource))


def _table(site: Site, file: str, resource: Resource) -> Iterator[str]:
    target = site.addresses.target(resource.path, file)
    if not target.file:
        yield target.fault or "is on another site"
        return
    content = site.bytes(target.file)
    if len(content) != resource.length:
        yield f"has {len(content)} bytes, not {resource.length}"
    if resource.hash != f"sha256:{hashlib.sha256(content).hexdigest()}":
        yield f"does not have the hash {resource.hash}"
    columns = next(csv.reader(io.StringIO(site.text(target.file))), [])
    if columns != [column.name for column in resource.columns.fields]:
        yield "does not have the columns that it describes"


def bundle(site: Site, file: str) -> Iterator[str]:
    """A market's zip: every file agrees with its checksum, and is the same as the file of this name beside the zip."""
    held = {PurePosixPath(name).name: content for name, content in _unpacked(site, file).items()}
    lines = held.pop(SUMS, b"").decode("utf-8", "replace").splitlines()
    sums = {name: told for told, _, name in (line.partition("  ") for line in lines)}
    for name, content in held.items():
        beside = f"{file.rpartition('/')[0]}/{name}"
        if name not in sums:
            yield f"{name} in it has no checksum in {SUMS}"
        elif sums[name] != hashlib.sha256(content).hexdigest():
            yield f"{name} in it does not have the checksum in {SUMS}"
        if beside in site.files:
            if site.bytes(beside) != content:
                yield f"{name} in it is not the same as {beside}"
        else:  # what is told only there: what the files are, and what may be done with them
            yield from (f"{name} in it: {wrong}" for wrong in _dead(site, file, content))
    yield from (f"{SUMS} in it names {name}, which is not in it" for name in sums if name not in held)


def workbook(site: Site, file: str) -> Iterator[str]:
    """Addresses of ours in a workbook lead somewhere."""
    parts = _unpacked(site, file)
    if "xl/workbook.xml" not in parts:
        raise UnreadableError("is no workbook")
    for name, content in parts.items():
        if name.endswith((".xml", ".rels")):
            yield from (f"{name} in it: {wrong}" for wrong in _dead(site, file, content))


def _dead(site: Site, file: str, content: bytes) -> Iterator[str]:
    """Addresses of ours in a text that lead nowhere."""
    for address in dict.fromkeys(a for a, _ in site.addresses.named(content.decode("utf-8", "replace"))):
        if wrong := site.dead(site.addresses.target(address, file)):
            yield f"{address} {wrong}"


def _unpacked(site: Site, file: str) -> Mapping[str, bytes]:
    try:
        with zipfile.ZipFile(io.BytesIO(site.bytes(file))) as archive:
            return {name: archive.read(name) for name in archive.namelist()}
    except (zipfile.BadZipFile, zlib.error) as wrong:
        raise UnreadableError(f"cannot be unpacked: {wrong}") from None
