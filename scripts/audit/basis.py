"""Rules on the basis of comparison: figures set beside each other must rest on the same year."""

from collections.abc import Iterator

from scripts.model import HELD, Basis, Catalog, Claim, Finding, Held, Market, Rank, Role, Severity
from scripts.notation import counted, full, listing, period


def base_year_mismatch(market: Market, _catalog: Catalog) -> Iterator[Finding | Held]:
    """Shares and growth should start from the year of the headline size.

    A share of one year multiplied by the size of another gives a money value that nobody published; two base years
    for one rate mean that one of them was moved. Growth that ended with the headline year is history, and a share of
    another year does no harm beside one of the headline year. A moved base is a warning, shares of another year are
    a notice; `market.yml` itself must name the years of its headline (an error).

    Arithmetic: none; years are compared.

    Fires: shares of 2023 beside a headline size of 2024.

    Silent: shares of 2023 where the same segments have shares of 2024 as well.
    """
    headline = market.headline.size
    if headline is None or headline.period is None:
        return
    base = headline.period.start.year
    target = market.headline.target
    stated = f"the base year is {market.base_year}"
    yield HELD if market.base_year == base else _misstated(market, "base-year", stated, headline)
    if target and target.period:
        last = market.forecast_period.end.year
        stated = f"the forecast period ends in {last}"
        fits = target.period.end.year == last
        yield HELD if fits else _misstated(market, "forecast-period", stated, target)
    own = [claim for claim in market.claims.values() if not claim.scope]
    shares = [c for c in own if _is_of_money(c) and c.rank != Rank.DEPRECATED]
    current = [(share.segments, share.region) for share in shares if _starts_in(share, base)]
    stray = [c for c in shares if not _starts_in(c, base) and (c.segments, c.region) not in current]
    if shares:
        yield _shares(market, headline, stray) if stray else HELD
    for claim in own:
        same = (
            claim.measure.role == Role.GROWTH and claim.is_headline_kind and claim.source == headline.source
        )
        if same and claim.period and claim.period.end.year > base:
            yield HELD if _starts_in(claim, base) else _growth(market, headline, claim)


def _is_of_money(claim: Claim) -> bool:
    """Whether a size turns it into money: a share of units is nobody's factor."""
    return claim.measure.role == Role.SHARE and claim.measure.basis == Basis.MONEY


def _starts_in(claim: Claim, year: int) -> bool:
    return claim.period is not None and claim.period.start.year == year


def _misstated(market: Market, topic: str, stated: str, claim: Claim) -> Finding:
    return Finding(
        market.id,
        "base-year-mismatch",
        topic,
        Severity.ERROR,
        f"market.yml says that {stated}, and leads with {full(claim)} of {period(claim.period)}",
        "correct base_year, forecast_period or headline in market.yml",
        (claim.id,),
        market.place,
        20,
    )


def _growth(market: Market, headline: Claim, claim: Claim) -> Finding:
    assert headline.period  # the caller has looked
    assert claim.period
    return Finding(
        market.id,
        "base-year-mismatch",
        claim.id,
        Severity.WARNING,
        f"{full(claim)} is counted from {claim.period.start.year}, the headline size is of {headline.period.start.year}",
        f"headline: {full(headline)} in {headline.period.start.year}; here: {full(claim)} over {period(claim.period)}",
        (headline.id, claim.id),
        claim.place,
        5,
    )


def _shares(market: Market, headline: Claim, shares: list[Claim]) -> Finding:
    assert headline.period  # the caller has looked
    years = listing(sorted({str(claim.period.start.year) for claim in shares if claim.period}))
    return Finding(
        market.id,
        "base-year-mismatch",
        "shares",
        Severity.NOTICE,
        f"Shares are of {years}, the headline size is of {headline.period.start.year}",
        f"{counted(len(shares), 'share')} of {years} beside {full(headline)} of "
        f"{headline.period.start.year}: a product of the two is computed, and of no one year",
        tuple(claim.id for claim in shares),
        shares[0].place,
        3,
    )
