"""How a figure of an earlier vintage is written beside the one that its claim has now."""

from collections.abc import Mapping
from dataclasses import replace

from scripts.model import Claim, Qualifier, Typed, Unit
from scripts.notation.figures import full


def as_published(claim: Claim, then: Typed, units: Mapping[str, Unit]) -> str:
    """A claim as it was: `USD 12.4 bn`; with its date, where that was another one: `USD 12.4 bn, dated 2023`."""
    value, qualifier, unit, when = then
    before = replace(
        claim,
        measure=replace(claim.measure, units=tuple(units)),
        unit=units.get(unit, claim.unit),
        value=value,
        qualifier=Qualifier(qualifier) if qualifier else None,
    )
    now = claim.period.text if claim.period else ""
    return full(before) if when == now else f"{full(before)}, dated {when or 'to no period'}"
