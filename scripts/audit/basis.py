"""Rules on the basis of comparison: one year, one currency, one basis of money, and no more digits than anyone could know."""

from decimal import Decimal

from scripts.audit.rule import Found, by_authors, finding, grouped, held, of_what_part, reads
from scripts.model import EXACT, HELD, Catalog, Claim, Finding, Grade, Held, Market, Role, Status, UnitKind
from scripts.notation import NBSP, compact, counted, full, listing, number, when, whose

# With six digits an estimate claims to be known to one part in a hundred thousand or better.
MOST_DIGITS = 5
GUESSED = {Status.ESTIMATE, Status.FORECAST}
# What a year of two per cent inflation makes of a price.
INFLATION = Decimal("1.02")
# A value in millions taken for one in billions, or the other way round: a thousandfold, give or take.
SLIP = (700, 1400)


def base_year_mismatch(market: Market, _catalog: Catalog) -> Found:
    """Shares should be of the year of the headline size.

    A share of one year times a size of another is money that nobody published: we compute none, and note the years. One beside a
    share of the headline year does no harm; rates have their own years. Wrong years in `market.yml` are an error of ours.
    Arithmetic: none; years are compared.
    Fires: shares of 2023 beside a headline size of 2024.
    Silent: shares of 2023 where the same segments have shares of 2024 as well.
    """
    size, target, ahead = market.headline.size, market.headline.target, market.forecast_period
    if size and size.period and market.base_year is not None:
        fits = market.base_year == size.period.end.year
        yield HELD if fits else _misstated(market, "base-year", f"the base year is {market.base_year}", size)
    if target and target.period and ahead:
        fits, says = target.period.end.year == ahead.end.year, f"the forecast period ends in {ahead.end.year}"
        yield HELD if fits else _misstated(market, "forecast-period", says, target)
    if size is None or size.when is None:
        return
    own = [c for c in market.followed if c.measure.role is Role.SHARE and not c.scope]
    shares = [c for c in own if c.measure.of == size.measure.code and c.length == size.length]
    current = [(share.segments, share.region.code) for share in shares if share.when == size.when]
    stray = [c for c in shares if c.when != size.when and (c.segments, c.region.code) not in current]
    if stray:
        years = listing(sorted({when(claim) for claim in stray}))
        title = f"Shares are of {years}, the headline size is of {when(size)}"
        line = f"{counted(len(stray), 'share')} of {years} beside {full(size)} of {when(size)}: "
        line += "no product of the two is of any one year, so none is computed"
        yield finding(base_year_mismatch, market, stray, title, line, topic="shares", weight=3)
    elif shares:
        yield HELD


def _misstated(market: Market, topic: str, says: str, claim: Claim) -> Finding:
    title = f"{full(claim)} of {when(claim)} leads, and market.yml says that {says}"
    cure, where = "correct base_year, forecast_period or headline in market.yml", market.place
    return finding(base_year_mismatch, market, claim, title, cure, Grade.ERROR, topic=topic, place=where)


def unit_or_money_basis_mixed(market: Market, _catalog: Catalog) -> Found:
    """The sizes of a market must be in one currency, one unit of money and one basis of prices.

    Amounts in different currencies are not compared here, so a size in another one stands alone: a note, but an error of ours
    where it leads. Two sizes of one field and period that lie a thousandfold apart look like one figure in two units: a
    contradiction within one text, else a note. If the text does not say whether money is nominal or real, growth over many
    years may hold inflation or not, a note; a real basis needs its price level, an error of ours.
    Arithmetic: the larger ÷ the smaller, in single units of the currency.
    Fires: USD 14.2 bn and USD 14,200 bn for one market in 2024.
    Silent: USD 14.2 bn and USD 14,200 m, which are the same.
    """
    sizes = [c for c in market.in_order if c.measure.is_size and not c.superseded]
    money = [c for c in sizes if c.measure.role is Role.SIZE and c.is_followed and market.currency]
    for (scope, _), claims in grouped(money, lambda c: (c.scope, c.source_id)).items():
        strange = [claim for claim in claims if claim.unit.currency != market.currency]
        alone = scope and len({claim.unit.currency for claim in claims}) == 1
        # A rival may count in a currency of its own.
        yield _currency(market, strange) if strange and not alone else HELD
    for claims in grouped(sizes, lambda c: (c.key, c.title, c.unit.kind, c.unit.currency)).values():
        if len(claims) > 1:
            yield _thousandfold(market, sorted(claims, key=lambda claim: (reads(claim).point, claim.id)))
    if any(claim.unit.kind is UnitKind.MONEY for claim in market.in_order):
        yield _money_basis(market)


def _currency(market: Market, strange: list[Claim]) -> Finding:
    first = strange[0]
    leads = any(claim in strange for claim in (market.headline.size, market.headline.target))
    amounts = listing([full(claim) for claim in strange])
    title = f"{whose(market, first)}{amounts} in a market counted in {market.currency}"
    line = f"market.yml counts in {market.currency}; this source gives {full(first)} for {when(first)}"
    line += ", and nothing here converts one into the other"
    grade = Grade.ERROR if leads else Grade.NOTE
    return finding(unit_or_money_basis_mixed, market, strange, title, line, grade, weight=7)


def _thousandfold(market: Market, claims: list[Claim]) -> Finding | Held:
    low, high, least = claims[0], claims[-1], reads(claims[0]).point
    times = reads(high).point / least if least else Decimal(0)
    if not SLIP[0] <= times <= SLIP[1]:
        return held(*claims)
    grade = Grade.CONTRADICTION if by_authors(low, high) is Grade.CONTRADICTION else Grade.NOTE
    both, ends = (low, high), f"{full(low)} and {full(high)} for {when(low)}"
    title = f"{whose(market, low)}{ends} look like one figure in two units"
    line = f"{compact(high)} ÷ {compact(low)} = {number(times, 0)} times"
    topic, rule = f"{low.id}-{high.id}", unit_or_money_basis_mixed
    return finding(rule, market, both, title, line, grade, topic=topic, weight=9)


def _money_basis(market: Market) -> Finding | Held:
    rule = unit_or_money_basis_mixed
    if market.money_basis == "real" and not market.price_level:
        title, cure = "Money is real, at prices of no stated year", "add price_level to market.yml"
        return finding(rule, market, None, title, cure, Grade.ERROR, topic="price-level")
    if market.money_basis != "not stated":
        return HELD
    line = "nominal figures hold inflation, real ones do not"
    if market.forecast_period and market.base_year is not None:
        years = market.forecast_period.end.year - market.base_year
        risen = f"{number((INFLATION**years - 1) * 100, 0)}{NBSP}%"
        line = f"if prices rise by 2{NBSP}% a year, a nominal growth over {counted(years, 'year')} holds {risen} of inflation, "
        line += "a real one none"
    title = "The text that was read does not say whether money is nominal or real"
    return finding(rule, market, None, title, line, topic="money-basis", weight=1)


def spurious_precision(market: Market, _catalog: Catalog) -> Found:
    """An estimate should not claim more digits than anyone could know.

    Six digits say that a market is known to one part in a hundred thousand, while publishers differ by a factor. The
    digits are kept as printed, since they tell how the figure was made, not how well it is known. It is a note.
    Arithmetic: none between figures; half a unit of the last digit ÷ the figure.
    Fires: USD 13.27519 bn for 2025: known to 5,000 dollars in 13 billion, one part in 2.7 million.
    Silent: USD 107.92 bn for 2033.
    """
    sizes = [c for c in market.in_order if c.measure.is_size and not c.superseded]
    guessed = [c for c in sizes if c.status in GUESSED and c.unit.kind not in EXACT]
    for source, claims in grouped(guessed, lambda claim: claim.source_id).items():
        precise = [claim for claim in claims if _digits(claim) > MOST_DIGITS]
        first = max(precise, key=_digits, default=None)
        if first is None:
            yield HELD
            continue
        stands, half = reads(first).point, (reads(first).high - reads(first).low) / 2
        title = f"{full(first)} for {when(first)} claims {counted(_digits(first), 'digit')}"
        if precise[1:]:
            others = counted(len(precise) - 1, "other figure")
            title += f", and so do {others}" if precise[2:] else ", and so does another figure"
        amount = f"{first.unit.currency or ''}{NBSP}{number(half, 0)}"
        line = f"{amount} in {number(stands, 0)} is one part in {number(stands / half, 0)}"
        topic, title = source.replace("/", "-") or first.id, f"{of_what_part(market, first)}{title}"
        yield finding(spurious_precision, market, first, title, line, topic=topic, subjects=precise, weight=1)


def _digits(claim: Claim) -> int:
    """Significant digits printed."""
    return len(claim.value.partition("..")[0].replace(".", "").lstrip("-0"))
