"""Rules on units: one currency, one basis of money, and no more digits than an estimate can have."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from scripts.audit.rule import by_authors, finding, held, reads
from scripts.model import EXACT, HELD, Catalog, Claim, Finding, Grade, Held, Market, Role, Status, UnitKind
from scripts.notation import NBSP, compact, counted, full, listing, number, when, whose

# With six digits an estimate claims to be known to one part in a hundred thousand or better.
MOST_DIGITS = 5
# What a year of two per cent inflation makes of a price.
INFLATION = Decimal("1.02")
# A value in millions taken for one in billions, or the other way round.
SLIP = 1000
NEAR = (SLIP * 7 // 10, SLIP * 14 // 10)


def unit_or_money_basis_mixed(market: Market, _catalog: Catalog) -> Iterator[Finding | Held]:
    """The sizes of a market must be in one currency, one unit of money and one basis of prices.

    Amounts in different currencies are not compared here, so a size in another one stands alone: a note, but an error of ours
    where it leads. Two sizes of one field and period that lie a thousandfold apart look like one figure in two units: a
    contradiction within one text, else a note. If the text does not say whether money is nominal or real, growth over many
    years may hold inflation or not, a note; a real basis needs its price level, an error of ours.

    Arithmetic: the larger ÷ the smaller, in single units of the currency.

    Fires: USD 14.2 bn and USD 14,200 bn for one market in 2024.

    Silent: USD 14.2 bn and USD 14,200 m, which are the same.
    """
    groups: dict[tuple[str, str], list[Claim]] = {}
    for claim in market.followed if market.currency else ():
        if claim.measure.role is Role.SIZE and claim.unit.kind is UnitKind.MONEY:
            groups.setdefault((claim.scope, claim.source_id), []).append(claim)
    for (scope, _), claims in groups.items():
        strange = [claim for claim in claims if claim.unit.currency != market.currency]
        alone = scope and len({claim.unit.currency for claim in claims}) == 1
        # A rival may count in a currency of its own.
        yield _currency(market, strange) if strange and not alone else HELD
    yield from _slips(market)
    if any(claim.unit.kind is UnitKind.MONEY for claim in market.in_order):
        yield _basis(market)


def _currency(market: Market, strange: Sequence[Claim]) -> Finding:
    first = strange[0]
    leads = any(claim in strange for claim in (market.headline.size, market.headline.target))
    return finding(
        unit_or_money_basis_mixed,
        market,
        first,
        grade=Grade.ERROR if leads else Grade.NOTE,
        title=f"{whose(market, first)}{listing([full(c) for c in strange])} in a market counted in {market.currency}",
        arithmetic=f"market.yml counts in {market.currency}; this source gives {full(first)} for {when(first)}, and nothing "
        "here converts one into the other",
        subjects=strange,
        weight=7,
    )


def _slips(market: Market) -> Iterator[Finding | Held]:
    """Sizes of one key that differ by about a factor of a thousand."""
    keyed: dict[tuple[object, ...], list[Claim]] = {}
    for claim in market.in_order:
        if claim.measure.is_size and not claim.superseded:
            key = (claim.key, claim.title, claim.unit.kind, claim.unit.currency)
            keyed.setdefault(key, []).append(claim)
    for claims in keyed.values():
        if len(claims) < 2:
            continue
        low, *_, high = sorted(claims, key=lambda claim: (reads(claim).point, claim.id))
        least = reads(low).point
        times = reads(high).point / least if least else Decimal(0)
        if not NEAR[0] <= times <= NEAR[1]:
            yield held(*claims)
            continue
        grade = by_authors((low, high))
        yield finding(
            unit_or_money_basis_mixed,
            market,
            low,
            topic=f"{low.id}-{high.id}",
            grade=Grade.NOTE if grade is Grade.QUESTION else grade,
            title=f"{whose(market, low)}{full(low)} and {full(high)} for {when(low)} look like one figure in two units",
            arithmetic=f"{compact(high)} ÷ {compact(low)} = {number(times, 0)} times",
            subjects=(low, high),
            weight=9,
        )


def _basis(market: Market) -> Finding | Held:
    if market.money_basis == "real" and not market.price_level:
        return finding(
            unit_or_money_basis_mixed,
            market,
            None,
            topic="price-level",
            grade=Grade.ERROR,
            title="Money is real, at prices of no stated year",
            arithmetic="add price_level to market.yml",
            weight=9,
        )
    if market.money_basis != "not stated":
        return HELD
    line = "inflation is in the figures in the one case and not in the other"
    if market.forecast_period and market.base_year is not None:
        years = market.forecast_period.end.year - market.base_year
        line = (
            f"{counted(years, 'year')} of growth hold inflation in the one case and none in the other: at 2{NBSP}% a year, "
            f"{number((INFLATION**years - 1) * 100, 0)}{NBSP}% in all"
        )
    return finding(
        unit_or_money_basis_mixed,
        market,
        None,
        topic="money-basis",
        title="The text that was read does not say whether money is nominal or real",
        arithmetic=line,
        weight=1,
    )


def spurious_precision(market: Market, _catalog: Catalog) -> Iterator[Finding | Held]:
    """An estimate should not claim more digits than anyone could know.

    Six digits say that a market is known to one part in a hundred thousand, while publishers differ by a factor. The
    digits are kept as printed, since they tell how the figure was made, not how well it is known. It is a note.

    Arithmetic: none between figures; half a unit of the last digit ÷ the figure.

    Fires: USD 13.27519 bn for 2025: known to 5,000 dollars in 13 billion, one part in 2.7 million.

    Silent: USD 107.92 bn for 2033.
    """
    groups: dict[str, list[Claim]] = {}
    for claim in market.in_order:
        guessed = claim.status in (Status.ESTIMATE, Status.FORECAST) and claim.unit.kind not in EXACT
        if claim.measure.is_size and guessed and not claim.superseded:
            groups.setdefault(claim.source_id, []).append(claim)
    for claims in groups.values():
        precise = [claim for claim in claims if _digits(claim) > MOST_DIGITS]
        yield _precise(market, precise) if precise else HELD


def _digits(claim: Claim) -> int:
    """Significant digits printed."""
    return len(claim.value.partition("..")[0].replace(".", "").lstrip("-0"))


def _precise(market: Market, claims: Sequence[Claim]) -> Finding:
    first = max(claims, key=_digits)
    stands = reads(first)
    half = (stands.high - stands.low) / 2
    return finding(
        spurious_precision,
        market,
        first,
        topic=first.source.slug if first.source else first.id,
        title=f"{whose(market, first)}{full(first)} for {when(first)} claims {counted(_digits(first), 'digit')}",
        arithmetic=f"{first.unit.currency or ''}{NBSP}{number(half, 0)} in {number(stands.point, 0)} is one part in "
        f"{number(stands.point / half, 0)}",
        subjects=claims,
        weight=1,
    )
