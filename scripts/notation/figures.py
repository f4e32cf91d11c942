"""Figures in writing: units, signs, separators, and only the digits that are known."""

from decimal import Decimal

from scripts.model import Claim, Printed, Qualifier, Quantity, Unit, UnitKind
from scripts.model.printed import places
from scripts.notation.rounding import FINEST, outward, rounded, supported_decimals

NBSP = "\u00a0"
MINUS = "\u2212"
PER_CENT = (UnitKind.RATE, UnitKind.PERCENT)

QUALIFIERS = {
    Qualifier.ABOUT: "about",
    Qualifier.AT_LEAST: "at least",
    Qualifier.AT_MOST: "up to",
    Qualifier.MORE_THAN: "more than",
    Qualifier.LESS_THAN: "less than",
}


def number(value: Decimal, decimals: int) -> str:
    """A number with thousands separators and a real minus: `4,238`, `−0.5`."""
    text = f"{rounded(value, decimals):,.{max(decimals, 0)}f}"
    return text.replace("-", MINUS) if rounded(value, decimals) else text.lstrip("-")


def digits(printed: Printed) -> str:
    """A printed figure with exactly the digits its source gives: `14.2`, `120 to 130`."""
    return " to ".join(number(end, places(end)) for end in dict.fromkeys(printed.ends))


def with_unit(text: str, unit: Unit) -> str:
    """A written number with its unit: `USD 14.2 bn`, `24.5 % a year`, `1 in 35,000`."""
    match unit.kind:
        case UnitKind.MONEY:
            return NBSP.join(part for part in (unit.currency or "", text, unit.label) if part)
        case UnitKind.ONE_IN:
            return f"1{NBSP}in{NBSP}{text}"
        case UnitKind.RANK:
            return f"rank{NBSP}{text}"
        case UnitKind.RATIO:
            return f"{text}{NBSP}{unit.label or 'times'}"
        case _:
            return f"{text}{NBSP}{unit.label}" if unit.label else text


def unit_name(unit: Unit) -> str:
    """A unit alone, as the head of an axis or a column: `USD bn`, `GWh`, `% a year`."""
    return NBSP.join(part for part in (unit.currency, unit.label) if part)


def full(claim: Claim) -> str:
    """A claim as a reader quotes it: `USD 14.2 bn`, `up to 80 %`."""
    text = with_unit(digits(claim.printed), claim.unit)
    qualifier = claim.printed.qualifier
    return f"{QUALIFIERS[qualifier]}{NBSP}{text}" if qualifier else text


def bare(claim: Claim) -> str:
    """A claim without its unit, where an axis or a column head names that: `14.2`, `about 127.1`."""
    qualifier = claim.printed.qualifier
    text = digits(claim.printed)
    return f"{QUALIFIERS[qualifier]}{NBSP}{text}" if qualifier else text


def compact(claim: Claim) -> str:
    """A claim without currency and without a yearly label, for sums a reader redoes: `14.2 bn`, `24.5 %`."""
    text = digits(claim.printed)
    if claim.unit.kind in PER_CENT:
        return share(text)
    return f"{text}{NBSP}{claim.unit.label}" if claim.unit.label else text


def share(text: str) -> str:
    """A written number as a percentage."""
    return f"{text}{NBSP}%"


def rate(quantity: Quantity, decimals: int = 1) -> str:
    """A computed percentage at its point, for sums that a reader redoes from the printed digits."""
    return share(number(quantity.point, decimals))


def known(quantity: Quantity) -> str:
    """A computed number with no more digits than its interval supports, and with what its qualifiers leave open."""
    return opened(quantity, number(quantity.point, supported_decimals(quantity)))


def opened(quantity: Quantity, text: str) -> str:
    """A written number with the words for an open end: `less than 54.4`."""
    words = {
        (False, False): "",
        (False, True): "more than",
        (True, False): "less than",
        (True, True): "about",
    }
    return NBSP.join(part for part in (words[quantity.below, quantity.above], text) if part)


def followed(quantity: Quantity, unit: Unit) -> str:
    """A computed number at its point with one digit more than is known, so that a reader's own sum can be compared.

    Per cent with a decimal at least, as pages show rates and responses.
    """
    least = 1 if unit.kind in PER_CENT else 0
    return number(quantity.point, max(supported_decimals(quantity) + 1, least))


def typeable(quantity: Quantity) -> str:
    """The same as programs read it: no separators, an ordinary minus, never a false digit."""
    return number(quantity.point, supported_decimals(quantity)).replace(",", "").replace(MINUS, "-")


def measured(quantity: Quantity, unit: Unit) -> str:
    """A computed number with its unit and no false digits."""
    return opened(quantity, with_unit(number(quantity.point, supported_decimals(quantity)), unit))


def span(quantity: Quantity) -> str:
    """The interval of a computed number: `11.36 to 11.45`, one digit finer than the number is shown, rounded outward."""
    if quantity.low == quantity.high:
        return known(quantity)
    decimals = min(supported_decimals(quantity) + 1, FINEST)
    low, high = (number(end, decimals) for end in outward(quantity, decimals))
    if quantity.below and quantity.above:
        return "open at both ends"
    if quantity.below:
        return f"up to {high}"
    if quantity.above:
        return f"{low} or more"
    return low if low == high else f"{low} to {high}"
