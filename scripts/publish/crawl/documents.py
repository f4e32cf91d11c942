"""Documents for programs: the search index, the API, and what figures say as data."""

from collections import Counter
from collections.abc import Iterator

from pydantic import BaseModel, Field

from scripts.model import addresses
from scripts.publish.crawl.site import Site


class Entry(BaseModel):
    """Something that the search finds."""

    location: str
    title: str


class SearchIndex(BaseModel):
    """What the search finds."""

    docs: list[Entry]


class Numbered(BaseModel):
    """A claim, a derived value or a finding."""

    id: str
    address: str


class MarketDocument(BaseModel):
    """A market, as far as it leads to pages."""

    schema_address: str = Field(alias="$schema")
    id: str
    address: str
    claims: list[Numbered]
    derived: list[Numbered]
    findings: list[Numbered]


class Listed(BaseModel):
    """A market in the list of all."""

    id: str
    address: str
    document: str


class MarketList(BaseModel):
    """The list of all markets."""

    schema_address: str = Field(alias="$schema")
    markets: list[Listed]


class Carried(BaseModel):
    """What a figure's specification carries along."""

    figure: str


class FigureDocument(BaseModel):
    """A figure, as far as it leads to its page."""

    usermeta: Carried


class Schema(BaseModel):
    """A JSON Schema, as far as it names itself."""

    id: str = Field(alias="$id")


def search_index(site: Site, file: str) -> Iterator[str]:
    """What is found is there, and is found once."""
    found = Counter(entry.location for entry in site.document(file, SearchIndex).docs)
    for location, count in found.items():
        target = site.addresses.target(location, "index.html")
        if wrong := "is on another site" if target.foreign else site.dead(target):
            yield f"finds {location}, which {wrong}"
        if count > 1:
            yield f"finds {location} twice"


def market_list(site: Site, file: str) -> Iterator[str]:
    """The list holds every market that has a document, with the addresses of its pages."""
    listed = site.document(file, MarketList)
    yield from _differs("$schema", listed.schema_address, site, addresses.SCHEMA)
    for market in listed.markets:
        yield from _differs(
            f"the address of {market.id}",
            market.address,
            site,
            addresses.page_file(addresses.market_address(market.id)),
        )
        yield from _differs(
            f"the document of {market.id}", market.document, site, addresses.document_address(market.id)
        )
    known = {addresses.document_address(market.id) for market in listed.markets}
    yield from (
        f"does not list {one}" for one in site.matching(addresses.document_address("*")) if one not in known
    )


def market_document(site: Site, file: str) -> Iterator[str]:
    """Every number of a market leads to its own page; the download is the same document."""
    market = site.document(file, MarketDocument)
    yield from _differs("$schema", market.schema_address, site, addresses.SCHEMA)
    yield from _differs(
        "the address of the market",
        market.address,
        site,
        addresses.page_file(addresses.market_address(market.id)),
    )
    for number in (*market.claims, *market.derived, *market.findings):
        page = addresses.page_file(addresses.claim_address(market.id, number.id))
        yield from _differs(f"the address of {number.id}", number.address, site, page)
    same = addresses.download(market.id, "json")
    if same in site.files and site.bytes(same) != site.bytes(file):
        yield f"is not the same document as {same}"


def schema(site: Site, file: str) -> Iterator[str]:
    """The schema is known by its own address."""
    yield from _differs("$id", site.document(file, Schema).id, site, file)


def figure_document(site: Site, file: str) -> Iterator[str]:
    """A figure's specification leads back to its page."""
    page = file.removesuffix(".json") + "/index.html"
    yield from _differs("usermeta.figure", site.document(file, FigureDocument).usermeta.figure, site, page)


def _differs(name: str, address: str, site: Site, meant: str) -> Iterator[str]:
    if address != (own := site.addresses.of(meant)):
        yield f"{name} is {address or 'empty'}, not {own}"
    elif meant not in site.files:
        yield f"{name} is {address}, which leads nowhere"
