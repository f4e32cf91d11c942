"""Sums as a reader redoes them: what figures come to, in numbers and in writing."""

from collections.abc import Iterable

from scripts.audit.rule import reads
from scripts.derive import in_unit
from scripts.model import Claim, Quantity, total
from scripts.notation import NBSP, number


def summed(figures: Iterable[Claim]) -> Quantity:
    """What figures come to, in single units."""
    return total(map(reads, figures))


def surely_exceeds(one: Quantity, other: Quantity) -> bool:
    """Whether one is larger than the other, whatever the digits printed stand for."""
    return one.opened.low > other.opened.high


def written_sum(figures: list[Claim]) -> str:
    """A sum as a reader redoes it, in the unit of the first: what the digits printed give."""
    unit, decimals = figures[0].unit, max(figure.printed.decimals for figure in figures)
    return labelled(number(in_unit(summed(figures), unit).point, decimals), figures[0])


def labelled(text: str, like: Claim) -> str:
    """A computed number with the unit's label, as `compact` writes a claim."""
    return NBSP.join(part for part in (text, like.unit.label) if part)
