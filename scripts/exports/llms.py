"""`llms.txt`: what the site holds and where its machine-readable forms lie (https://llmstxt.org)."""

import re
from collections.abc import Iterable, Sequence

from scripts.model import PORTFOLIO, Comparison, addresses
from scripts.notation import capital, during, full
from scripts.pages import MarketView

ABOUT = """\
# Market Almanac

> Published market figures as claims with sources, checked against each other in front of the reader. Every figure, every
> derived value and every finding has an address of its own that never changes.

How to quote: a claim stands at /c/<market>/<claim>/ with value, publisher, place in the source, rank, rivals, fact checks and
findings. Figures belong to the publishers named beside them; values marked as derived are computed here, with formula
and interval. A page of text at /<path>/ is there as Markdown at /<path>/index.md. Pages of single numbers and figures, below
/c/ and /f/, are not: what they say is in the JSON of their market, and each figure is also data at /f/<market>/<figure>.csv
and .json.
"""


def llms_txt(views: Sequence[MarketView], comparisons: Iterable[Comparison], site: str) -> str:
    """The file at the root of the site; `site` is the home page's absolute address."""
    lines = [ABOUT, "## Markets", ""]
    for view in views:
        market = view.market
        target = market.headline.target if market.headline.target is not market.lead else None
        said = "; ".join(f"{full(claim)} {during(claim)}" for claim in (market.lead, target) if claim)
        said = f"{capital(view.place)}; {said or 'size not published'}"
        lines.append(
            f"- [{_plain(market.title)}]({site}{addresses.twin(addresses.market_address(market.id))}): {_plain(said)}"
        )
        lines.append(
            f"- [{_plain(market.short_title)}: all claims as JSON]({site}{addresses.document_address(market.id)})"
        )
    lines += ["", "## Comparisons", ""] if (compared := list(comparisons)) else []
    lines += [
        f"- [{_plain(known.title)}]({site}{addresses.twin(addresses.compare_address(known.id))})"
        for known in compared
    ]
    lines += [
        "",
        "## Everything",
        "",
        f"- [All markets as JSON]({site}{addresses.MARKET_LIST})",
        f"- [JSON Schema]({site}{addresses.SCHEMA})",
        f"- [What changed, as Atom]({site}{addresses.feed_file(PORTFOLIO, 'xml')})",
        f"- [What is coming, as iCalendar]({site}{addresses.CATALYSTS})",
        f"- [How figures are made]({site}{addresses.twin(addresses.METHODOLOGY)})",
        f"- [The findings of all markets]({site}{addresses.twin(addresses.AUDIT)})",
        f"- [Sources]({site}{addresses.twin(addresses.SOURCES)})",
        f"- [Glossary]({site}{addresses.twin(addresses.GLOSSARY)})",
        "",
    ]
    return "\n".join(lines)


def _plain(text: str) -> str:
    """Text that cannot be mistaken for Markdown."""
    return re.sub(r"([\\`*_\[\]<>#|])", r"\\\1", text.replace("\u00a0", " "))
