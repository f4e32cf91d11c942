"""How exactly a printed figure is known."""

from decimal import Decimal

from scripts.model import Claim, Quantity, UnitKind

EXACT = {UnitKind.COUNT, UnitKind.RANK}


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


def in_unit_of(claim: Claim, other: Claim) -> Quantity:
    """A claim's interval in another claim's unit; the two must share currency and kind."""
    base, factor = in_base_units(claim), other.unit.factor
    return Quantity(base.point / factor, base.low / factor, base.high / factor)
