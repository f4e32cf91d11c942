"""Growth: start, end, periods and yearly rate; any three give the fourth. Rates are in per cent a year."""

from decimal import Decimal

from scripts.derive.interval import FALLS, RISES, monotone
from scripts.model import Quantity


def cagr(start: Quantity, end: Quantity, years: int) -> Quantity | None:
    """CAGR(a, b) = (v_b / v_a)^(1/(b-a)) - 1; none where an interval reaches zero or no year passes."""
    if years < 1 or start.low <= 0 or end.low <= 0:
        return None
    return monotone(lambda a, b: ((b / a) ** (Decimal(1) / years) - 1) * 100, (start, FALLS), (end, RISES))


def grown(start: Quantity, rate: Quantity, years: int) -> Quantity:
    """v_b = v_a (1 + r)^(b-a); of a negative base it falls as the rate rises."""
    if years == 0:  # at a rate of -100 % the formula would be nought to the power of nought
        return start
    way = FALLS if start.high < 0 else RISES
    return monotone(lambda a, r: a * (1 + r / 100) ** years, (start, RISES), (rate, way))


def next_rise(start: Quantity, rate: Quantity, years: int) -> Quantity:
    """The rise in the year after `years` years of growth, v_a (1 + r)^n r.

    Known more closely than as the difference of two intervals, since both years share base and rate; a rate that may be
    negative has no such advantage, as the rise then need not rise with it.
    """
    if rate.low <= 0 or start.low < 0:
        return grown(start, rate, years + 1) - grown(start, rate, years)
    return monotone(lambda a, r: a * (1 + r / 100) ** years * r / 100, (start, RISES), (rate, RISES))


def stepped_back(end: Quantity, rate: Quantity, years: int) -> Quantity:
    """v_a = v_b / (1 + r)^(b-a)."""
    return monotone(lambda b, r: b / (1 + r / 100) ** years, (end, RISES), (rate, FALLS))


def multiple(start: Quantity, end: Quantity) -> Quantity | None:
    """v_b / v_a; none where the start may be zero."""
    return end / start if start.low > 0 else None


def doubling_time(rate: Quantity) -> Quantity | None:
    """Years to double at a constant rate, ln 2 / ln(1 + r); none unless the rate is surely positive."""
    if rate.low <= 0:
        return None
    return monotone(lambda r: Decimal(2).ln() / (1 + r / 100).ln(), (rate, FALLS))
