"""Rules on the basis of comparison: figures set beside each other must rest on the same year."""

from collections.abc import Iterator

from scripts.model import Catalog, Claim, Finding, Market, Rank, Role, Severity
from scripts.notation import counted, full, listing, period


def base_year_mismatch(market: Market, _catalog: Catalog) -> Iterator[Finding]:
    """Shares and growth should start from the year of the headline size.

    A share of one year multiplied by the size of another gives a money value that nobody published; two base years
    for one rate mean that one of them was moved (a warning; shares of another year are a notice).
    """
    headline = market.headline.size
    if headline is None or headline.period is None:
        return
    base = headline.period.start.year
    own = [claim for claim in market.claims.values() if not claim.scope and claim.period]
    shares = [claim for claim in own if claim.measure.role == Role.SHARE and claim.period.start.year != base]  # type: ignore[union-attr]
    if shares:
        yield _shares(market, headline, shares)
    rates = [claim for claim in own if claim.measure.role == Role.GROWTH and claim.is_headline_kind]
    moved = [claim for claim in rates if claim.period.start.year != base and claim.source == headline.source]  # type: ignore[union-attr]
    for claim in moved:
        yield Finding(
            market.id,
            "base-year-mismatch",
            claim.id,
            Severity.WARNING,
            f"The same source counts growth from two base years, {listing(sorted({str(base), claim.period.start.text}))}",  # type: ignore[union-attr]
            f"headline: {full(headline)} in {base}; here: {full(claim)} over {period(claim.period)}",
            (headline.id, claim.id),
            claim.place,
            5,
        )


def _shares(market: Market, headline: Claim, shares: list[Claim]) -> Finding:
    assert headline.period
    years = sorted({claim.period.start.text for claim in shares if claim.period})
    return Finding(
        market.id,
        "base-year-mismatch",
        "shares",
        Severity.NOTICE,
        f"Shares are of {listing(years)}, the headline size of {headline.period.start.year}",
        f"{counted(len(shares), 'share')} of {listing(years)} beside {full(headline)} of "
        f"{headline.period.start.year}: a product of the two is nobody’s figure",
        tuple(claim.id for claim in shares if claim.rank != Rank.DEPRECATED),
        shares[0].place,
        3,
    )
