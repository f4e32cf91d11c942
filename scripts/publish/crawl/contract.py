"""The contract: files that are always there, and that are what their names say."""

from collections.abc import Iterator

from scripts.model import PORTFOLIO, addresses
from scripts.publish.crawl.documents import MarketList
from scripts.publish.crawl.site import Site

PROMISED = (
    "index.html",
    "404.html",
    "llms.txt",
    "sitemap.xml",
    "search/search_index.json",
    addresses.feed_file(PORTFOLIO, "xml"),
    addresses.feed_file(PORTFOLIO, "json"),
    addresses.CATALYSTS,
    addresses.MARKET_LIST,
    addresses.SCHEMA,
)
OF_FIGURE = (".svg", ".png", ".csv", ".json", "/live/index.html")
# How files of a kind begin, whatever they hold.
BEGINNINGS = {
    ".woff2": b"wOF2",
    ".gz": b"\x1f\x8b",
    ".zip": b"PK",
    ".xlsx": b"PK",
}


def of_site(site: Site) -> Iterator[str]:
    """What every site has."""
    yield from (f"{file}: is promised and not there" for file in PROMISED if file not in site.files)


def of_markets(site: Site, file: str) -> Iterator[str]:
    """What every market in the list has."""
    for market in site.document(file, MarketList).markets:
        for promised in _of_market(market.id):
            if promised not in site.files:
                yield f"lists {market.id}, whose {promised} is promised and not there"


def _of_market(market: str) -> tuple[str, ...]:
    page = addresses.market_address(market)
    return (
        addresses.page_file(page),
        addresses.twin(page),
        *(addresses.download(market, ending) for ending in ("csv", "xlsx", "json", "zip")),
        addresses.data_file(market, "datapackage.json"),
        addresses.document_address(market),
        *(addresses.feed_file(market, ending) for ending in ("xml", "json")),
    )


def of_figure(site: Site, file: str) -> Iterator[str]:
    """What every figure has beside its page."""
    stem = file.removesuffix("/index.html")
    if not stem.endswith("/live") and site.pages[file].is_found:
        for ending in OF_FIGURE:
            if stem + ending not in site.files:
                yield f"{stem}{ending} is promised and not there"


def of_file(site: Site, file: str) -> Iterator[str]:
    """A file is not empty, and begins as its kind does."""
    beginning = BEGINNINGS.get("." + file.rpartition(".")[2], b"")
    with (site.folder / file).open("rb") as opened:
        start = opened.read(len(beginning) or 1)
    if not start:
        yield "is empty"
    elif beginning and start != beginning:
        yield f"is no {file.rpartition('.')[2]} file"
