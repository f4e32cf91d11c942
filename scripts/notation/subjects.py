"""What a claim is about and who says so, in words: measure, segment, scope, region, author."""

from collections.abc import Mapping

from scripts.model import NOWHERE, TOTAL, Claim, Market, Measure, Region, Role, Source
from scripts.notation.words import lower_first

UNNAMED = "author not named"
# The measure that people call revenue where something is a part of it.
MONEY = "market-size"
SHARE_OF = "share of "


def subject(market: Market, claim: Claim) -> str:
    """`Revenue share, Cancer, Autologous cell therapy, North America`: all but what is total, own or of the whole geography."""
    parts = [claim.title or measure(claim), *segments(market, claim)]
    if claim.scope:
        parts.append(market.scopes[claim.scope].name)
    if claim.region.code not in (market.geography.code, NOWHERE):
        parts.append(claim.region.name)
    return ", ".join(parts)


def measure(claim: Claim) -> str:
    """The measure; a compound rate over a single year is no compound rate."""
    one_year = claim.measure.role is Role.GROWTH and claim.period is not None and claim.period.years == 1
    return "Growth in one year" if one_year and claim.measure.code == "cagr" else claim.measure.name


def of_what(code: str, measures: Mapping[str, Measure]) -> str:
    """What a share is of, within a sentence: `revenue`, `shipments`, `users`; `measures` is the codelist."""
    if code == MONEY:
        return "revenue"
    named = (m.name for m in measures.values() if m.role is Role.SHARE and m.of == code)
    shares = [name.lower().removeprefix(SHARE_OF) for name in named if name.lower().startswith(SHARE_OF)]
    return shares[0] if shares else lower_first(measures[code].name) if code in measures else ""


def segments(market: Market, claim: Claim) -> list[str]:
    """The names of the segments that a claim is of; none for the total."""
    return [
        market.dimensions[dimension].segments[code].name
        for dimension, code in claim.segments.items()
        if code != TOTAL
    ]


def author(source: Source | None) -> str:
    """The name of who says something, be it by way of another's page."""
    if source is None:
        return "no source"
    return UNNAMED if source.is_unnamed else source.author.name


def publisher(claim: Claim) -> str:
    """The name of who states a claim."""
    return author(claim.source)


def by(source: Source | None) -> str:
    """Who says something, within a sentence: `by Renub Research`."""
    if source is None:
        return "without a source"
    return "by an author whom the page does not name" if source.is_unnamed else f"by {source.author.name}"


def whose(market: Market, claim: Claim) -> str:
    """Before a figure of another scope `Cell therapy, Emergen Research: `, before one of a rival `Emergen Research: `.

    Nothing before one of the source that leads the market.
    """
    if claim.scope:
        return f"{market.scopes[claim.scope].name}, {publisher(claim)}: "
    lead = market.lead
    return f"{publisher(claim)}: " if lead and claim.source and claim.source != lead.source else ""


def place(region: Region) -> str:
    """A geography after a comma: `worldwide`, `Germany`."""
    return "worldwide" if region.code == "world" else region.name
