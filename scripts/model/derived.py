"""Derived values: computed by us, always with formula, inputs and interval."""

from dataclasses import dataclass

from scripts.model.codelists import Unit
from scripts.model.number import Quantity


@dataclass(frozen=True, slots=True)
class Derived:
    """A computed value: `formula` in words of the field, `inputs` as claim ids."""

    name: str
    quantity: Quantity
    unit: Unit
    formula: str
    inputs: tuple[str, ...]
