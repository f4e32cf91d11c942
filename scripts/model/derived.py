"""Derived values: computed by us, always with formula, inputs and interval."""

from dataclasses import dataclass

from scripts.model.codelists import Unit
from scripts.model.number import Quantity


@dataclass(frozen=True, slots=True)
class Derived:
    """A computed value: `formula` is what a reader redoes by hand, `inputs` are the ids of the claims it rests on.

    `id` begins with `derived-`, as no claim's does, and never changes for the same thing.
    """

    id: str
    name: str
    quantity: Quantity
    unit: Unit
    formula: str
    inputs: tuple[str, ...]
