"""`llms.txt`: what the site holds and where its machine-readable forms lie (https://llmstxt.org)."""

import re
from collections.abc import Iterable, Sequence

from scripts.model import Comparison
from scripts.notation import full, period
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
        head = [claim for claim in (market.headline.size, market.headline.target) if claim]
        said = "; ".join(f"{full(claim)} in {period(claim.period)}" for claim in head) or "size not published"
        lines.append(f"- [{_plain(market.title)}]({site}markets/{market.id}/index.md): {_plain(said)}")
        lines.append(
            f"- [{_plain(market.short_title)}: all claims as JSON]({site}api/v1/markets/{market.id}.json)"
        )
    lines += ["", "## Comparisons", ""] if (compared := list(comparisons)) else []
    lines += [f"- [{_plain(known.title)}]({site}compare/{known.id}/index.md)" for known in compared]
    lines += [
        "",
        "## Everything",
        "",
        f"- [All markets as JSON]({site}api/v1/markets.json)",
        f"- [JSON Schema]({site}api/v1/schema.json)",
        f"- [What changed, as Atom]({site}feeds/all.xml)",
        f"- [What is coming, as iCalendar]({site}feeds/catalysts.ics)",
        f"- [How figures are made]({site}methodology/index.md)",
        f"- [The findings of all markets]({site}audit/index.md)",
        f"- [Sources]({site}sources/index.md)",
        f"- [Glossary]({site}glossary/index.md)",
        "",
    ]
    return "\n".join(lines)


def _plain(text: str) -> str:
    """Text that cannot be mistaken for Markdown."""
    return re.sub(r"([\\`*_\[\]<>#|])", r"\\\1", text.replace("\u00a0", " "))
