"""Rules on the basis of comparison: figures set beside each other must rest on the same year."""

from collections.abc import Iterator

from scripts.audit.rule import finding, held
from scripts.model import HELD, Catalog, Claim, Finding, Grade, Held, Market, Role
from scripts.notation import counted, full, listing, when


def base_year_mismatch(market: Market, _catalog: Catalog) -> Iterator[Finding | Held]:
    """Shares should be of the year of the headline size.

    A share of one year multiplied by the size of another gives a money value that nobody published; we multiply none
    such, and note the years where they differ. A share of another year does no harm beside one of the headline year, and
    rates have years of their own. `market.yml` itself must name the years of its headline: an error of ours.

    Arithmetic: none; years are compared.

    Fires: shares of 2023 beside a headline size of 2024.

    Silent: shares of 2023 where the same segments have shares of 2024 as well.
    """
    size, target = market.headline.size, market.headline.target
    if size and size.period and market.base_year is not None:
        says = f"the base year is {market.base_year}"
        fits = market.base_year == size.period.end.year
        yield HELD if fits else _misstated(market, "base-year", says, size)
    if target and target.period and market.forecast_period:
        last = market.forecast_period.end.year
        says = f"the forecast period ends in {last}"
        yield HELD if target.period.end.year == last else _misstated(market, "forecast-period", says, target)
    if size is None or size.when is None:
        return
    shares = [c for c in market.followed if not c.scope and c.length == size.length and _is_of(c, size)]
    current = [(share.segments, share.region.code) for share in shares if share.when == size.when]
    stray = [c for c in shares if c.when != size.when and (c.segments, c.region.code) not in current]
    if shares:
        yield _shares(market, size, stray) if stray else held(size, *shares)


def _is_of(claim: Claim, size: Claim) -> bool:
    return claim.measure.role is Role.SHARE and claim.measure.of == size.measure.code


def _misstated(market: Market, topic: str, says: str, claim: Claim) -> Finding:
    return finding(
        base_year_mismatch,
        market,
        claim,
        topic=topic,
        grade=Grade.ERROR,
        title=f"market.yml says that {says}, and leads with {full(claim)} of {when(claim)}",
        arithmetic="correct base_year, forecast_period or headline in market.yml",
        weight=20,
        place=market.place,
    )


def _shares(market: Market, size: Claim, shares: list[Claim]) -> Finding:
    years = listing(sorted({when(claim) for claim in shares}))
    return finding(
        base_year_mismatch,
        market,
        shares[0],
        topic="shares",
        title=f"Shares are of {years}, the headline size is of {when(size)}",
        arithmetic=f"{counted(len(shares), 'share')} of {years} beside {full(size)} of {when(size)}: no product of the "
        "two is of any one year, so none is computed",
        subjects=shares,
        weight=3,
    )
