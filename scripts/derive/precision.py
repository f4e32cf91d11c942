"""How exactly a printed figure is known."""

from decimal import Decimal

from scripts.model import Claim, Qualifier, Quantity, UnitKind

EXACT = {UnitKind.COUNT, UnitKind.RANK}
NO_UPPER_END = {Qualifier.AT_LEAST, Qualifier.MORE_THAN}
NO_LOWER_END = {Qualifier.AT_MOST, Qualifier.LESS_THAN}


def quantity(claim: Claim) -> Quantity:
    """The interval a printed figure stands for: half a unit of its last digit either way; counts are exact.

    14.2 stands for 14.15 to 14.25.
    """
    value = claim.printed.value
    if claim.unit.kind in EXACT:
        return Quantity(value, value, value)
    half = Decimal(5).scaleb(-claim.printed.decimals - 1)
    return Quantity(value, value - half, value + half)


def in_base_units(claim: Claim) -> Quantity:
    """The same in the unit's base (dollars rather than billions of dollars), so that units compare."""
    known, factor = quantity(claim), claim.unit.factor
    return Quantity(known.point * factor, known.low * factor, known.high * factor)


def allowed(claim: Claim) -> Quantity:
    """What a figure and its qualifier leave open, in base units: `more than 50` has no upper end.

    To compare with, not to compute with.
    """
    base, qualifier = in_base_units(claim), claim.printed.qualifier
    low = Decimal("-Infinity") if qualifier in NO_LOWER_END else base.low
    high = Decimal("Infinity") if qualifier in NO_UPPER_END else base.high
    return Quantity(base.point, low, high)


def in_unit_of(claim: Claim, other: Claim) -> Quantity:
    """A claim's interval in another claim's unit; the two must share currency and kind."""
    base, factor = in_base_units(claim), other.unit.factor
    return Quantity(base.point / factor, base.low / factor, base.high / factor)
