"""Rules on units: one currency, one basis of money, and no more digits than an estimate can have."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from scripts.derive.precision import EXACT, in_base_units
from scripts.model import HELD, Catalog, Claim, Finding, Held, Market, Rank, Role, Severity, Status, UnitKind
from scripts.notation import compact, counted, full, listing, number, period, whose
from scripts.notation.figures import NBSP

# With six digits an estimate claims to be known to one part in a hundred thousand or better.
MOST_DIGITS = 5
# What a year of two per cent inflation makes of a price.
INFLATION = Decimal("1.02")
# A value in millions taken for one in billions, or the other way round.
SLIP = 1000
NEAR = (SLIP * 7 // 10, SLIP * 14 // 10)


def unit_or_money_basis_mixed(market: Market, _catalog: Catalog) -> Iterator[Finding | Held]:
    """The sizes of a market must be in one currency, one unit of money and one basis of prices.

    Amounts in different currencies are not compared here, so a size in another one stands alone. Two sizes of one field and
    year that lie a thousandfold apart are the same figure in another unit. If a source does not say whether money is nominal or
    real, growth over many years may hold inflation or not (a notice); a real basis needs its price level (an error).

    Arithmetic: the larger ÷ the smaller, in single units of the currency.

    Fires: USD 14.2 bn and USD 14,200 bn for one market in 2024.

    Silent: USD 14.2 bn and USD 14,200 m, which are the same.
    """
    groups: dict[tuple[str, str], list[Claim]] = {}
    for claim in market.claims.values():
        if (
            claim.measure.role == Role.SIZE
            and claim.unit.kind == UnitKind.MONEY
            and claim.rank != Rank.DEPRECATED
        ):
            groups.setdefault((claim.scope, claim.source_id), []).append(claim)
    for (scope, _), claims in groups.items():
        strange = [claim for claim in claims if claim.unit.currency != market.currency]
        if scope and len({claim.unit.currency for claim in claims}) == 1:
            yield HELD  # a rival may count in a currency of its own
        else:
            yield _currency(market, strange) if strange else HELD
    yield from _slips(market)
    yield from _basis(market)


def _currency(market: Market, strange: Sequence[Claim]) -> Finding:
    first = strange[0]
    return Finding(
        market.id,
        "unit-or-money-basis-mixed",
        first.id,
        Severity.WARNING,
        f"{whose(market, first)}{listing([full(c) for c in strange])} in a market counted in {market.currency}",
        f"market.yml counts in {market.currency}; this source gives {full(first)} for {period(first.period)}, and nothing here "
        "converts one into the other",
        tuple(claim.id for claim in strange),
        first.place,
        7,
    )


def _slips(market: Market) -> Iterator[Finding | Held]:
    """Sizes of one key that differ by about a factor of a thousand."""
    keyed: dict[tuple[object, ...], list[Claim]] = {}
    for claim in market.claims.values():
        if claim.measure.role == Role.SIZE and claim.unit.kind == UnitKind.MONEY:
            keyed.setdefault((claim.key, claim.unit.currency), []).append(claim)
    for claims in keyed.values():
        if len(claims) < 2:
            continue
        ordered = sorted(claims, key=lambda claim: in_base_units(claim).point)
        low, high = ordered[0], ordered[-1]
        least = in_base_units(low).point
        times = in_base_units(high).point / least if least else 0
        if not NEAR[0] <= times <= NEAR[1]:
            yield HELD
            continue
        yield Finding(
            market.id,
            "unit-or-money-basis-mixed",
            f"{low.id}-{high.id}",
            Severity.WARNING,
            f"{whose(market, low)}{full(low)} and {full(high)} for {period(low.period)} look like one figure in two units",
            f"{compact(high)} ÷ {compact(low)} = {number(in_base_units(high).point / least, 0)} times",
            (low.id, high.id),
            low.place,
            9,
        )


def _basis(market: Market) -> Iterator[Finding | Held]:
    if not any(claim.unit.kind == UnitKind.MONEY for claim in market.claims.values()):
        return
    if market.money_basis == "real" and not market.price_level:
        title, line = "Money is real, at prices of no stated year", "add price_level to market.yml"
        yield Finding(
            market.id,
            "unit-or-money-basis-mixed",
            "price-level",
            Severity.ERROR,
            title,
            line,
            (),
            market.place,
            9,
        )
    elif market.money_basis == "not stated":
        years = market.forecast_period.end.year - market.base_year
        yield Finding(
            market.id,
            "unit-or-money-basis-mixed",
            "money-basis",
            Severity.NOTICE,
            "The source does not say whether money is nominal or real",
            f"{counted(years, 'year')} of growth hold inflation in the one case and none in the other: at 2{NBSP}% a year, "
            f"{number((INFLATION**years - 1) * 100, 0)}{NBSP}% in all",
            (),
            market.place,
            1,
        )
    else:
        yield HELD


def spurious_precision(market: Market, _catalog: Catalog) -> Iterator[Finding | Held]:
    """An estimate should not claim more digits than anyone could know.

    Six digits say that a market is known to one part in a hundred thousand, while publishers differ by a factor. The
    digits are kept as printed, since they tell how the figure was made, not how well it is known.

    Arithmetic: half a unit of the last digit ÷ the figure.

    Fires: USD 13.27519 bn for 2025: known to 5,000 dollars in 13 billion, one part in 2.7 million.

    Silent: USD 107.92 bn for 2033.
    """
    groups: dict[tuple[str, str], list[Claim]] = {}
    for claim in market.claims.values():
        if _is_estimated(claim):
            groups.setdefault((claim.scope, claim.source_id), []).append(claim)
    for claims in groups.values():
        precise = [claim for claim in claims if _digits(claim) > MOST_DIGITS]
        yield _precise(market, precise) if precise else HELD


def _is_estimated(claim: Claim) -> bool:
    """Whether it is a size that nobody counted."""
    counted_out = claim.unit.kind in EXACT
    return (
        claim.measure.role == Role.SIZE
        and claim.status in (Status.ESTIMATE, Status.FORECAST)
        and not counted_out
    )


def _digits(claim: Claim) -> int:
    """Significant digits printed."""
    return len(claim.printed.text.replace(".", "").lstrip("-0"))


def _precise(market: Market, claims: Sequence[Claim]) -> Finding:
    first = max(claims, key=_digits)
    known_to = in_base_units(first)
    half = (known_to.high - known_to.low) / 2
    return Finding(
        market.id,
        "spurious-precision",
        first.source.slug if first.source else first.id,
        Severity.NOTICE,
        f"{whose(market, first)}{full(first)} for {period(first.period)} claims {counted(_digits(first), 'digit')}",
        f"{first.unit.currency or ''}{NBSP}{number(half, 0)} in {number(known_to.point, 0)} is one part in {number(known_to.point / half, 0)}",
        tuple(claim.id for claim in claims),
        first.place,
        1,
    )
