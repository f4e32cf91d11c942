"""Addresses: where each thing stands below the home page, said here alone.

They are texts without a slash in front. A page puts its own way home before them (`../../`), what leaves the site the
absolute address of the home page, and the ledger a slash. An address of a page ends in a slash.
"""

CLAIMS, FIGURES, FEEDS = "c/", "f/", "feeds/"
MARKETS, COMPARISONS, NOTEBOOKS = "markets/", "compare/", "notebooks/"
METHODOLOGY, SOURCES, AUDIT, GLOSSARY, CITE = "methodology/", "sources/", "audit/", "glossary/", "cite/"
API, CATALYSTS, CARDS = "api/v1/", "feeds/catalysts.ics", "assets/cards/"
MARKET_LIST, SCHEMA = f"{API}markets.json", f"{API}schema.json"


def claim_address(market: str, record: str) -> str:
    """The page of a claim, a derived value or a finding: `c/batteries/size-2024/`."""
    return f"{CLAIMS}{market}/{record}/"


def claim_at(market: str, entered: str) -> str | None:
    """The id of the claim of a market at an address as the ledger enters it; None where that is of something else."""
    home = f"/{CLAIMS}{market}/"
    return entered.removeprefix(home).rstrip("/") if entered.startswith(home) else None


def figure_address(market: str, figure: str) -> str:
    """The page of a figure: `f/batteries/shares/`."""
    return f"{FIGURES}{market}/{figure}/"


def figure_file(market: str, figure: str, ending: str) -> str:
    """A figure to take along: `f/batteries/shares.png`."""
    return f"{FIGURES}{market}/{figure}.{ending}"


def live_address(market: str, figure: str) -> str:
    """The figure that moves, for frames on other sites: `f/batteries/shares/live/`."""
    return f"{figure_address(market, figure)}live/"


def figure_anchor(figure: str) -> str:
    """A figure on any page that shows it: `#figure-shares`."""
    return f"#figure-{figure}"


def market_address(market: str, kind: str = "", record: str = "") -> str:
    """A market's overview, its page of a type, or a record on that: `markets/batteries/dynamics/#first-plant`."""
    page = f"{MARKETS}{market}/{kind}/" if kind else f"{MARKETS}{market}/"
    return f"{page}#{record}" if record else page


def data_file(market: str, name: str) -> str:
    """A file beside a market's data page: `markets/batteries/data/datapackage.json`."""
    return f"{market_address(market, 'data')}{name}"


def download(market: str, ending: str) -> str:
    """All claims of a market in one format: `markets/batteries/data/batteries.csv`."""
    return data_file(market, f"{market}.{ending}")


def edited_file(market: str, name: str) -> str:
    """Where analysts edit a market, seen from the root of the repository: `data/markets/batteries/market.yml`."""
    return f"data/{market_address(market)}{name}"


def document_address(market: str) -> str:
    """A market in the API: `api/v1/markets/batteries.json`."""
    return f"{API}markets/{market}.json"


def feed_file(market: str, ending: str) -> str:
    """What changed in a market, as `xml` (Atom) or `json`: `feeds/batteries.xml`."""
    return f"{FEEDS}{market}.{ending}"


def compare_address(comparison: str = "") -> str:
    """A comparison, or the list of all: `compare/cells-and-packs/`."""
    return f"{COMPARISONS}{comparison}/" if comparison else COMPARISONS


def rule_address(rule: str) -> str:
    """The page of a rule: `methodology/rules/growth-triangle/`."""
    return f"{METHODOLOGY}rules/{rule}/"


def source_address(slug: str) -> str:
    """A source in the list of sources: `sources/#volt-research-2025`."""
    return f"{SOURCES}#{slug}"


def notebook_address(name: str) -> str:
    """The page of a notebook: `notebooks/growth/`."""
    return f"{NOTEBOOKS}{name}/"


def card_file(name: str) -> str:
    """A preview card: `assets/cards/0123456789abcdef.png`."""
    return f"{CARDS}{name}.png"


def page_file(address: str) -> str:
    """The file in which a page is published: `c/batteries/size-2024/index.html`."""
    return f"{address}index.html"


def twin(address: str) -> str:
    """A page as Markdown, beside it: `markets/batteries/index.md`; the pages of a folder are written there too."""
    return f"{address}index.md"


def draft(address: str) -> str:
    """The Markdown from which MkDocs makes a page that has no pages below it: `markets/batteries/forecast.md`."""
    return f"{address.removesuffix('/')}.md"
