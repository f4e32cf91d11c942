"""What if: the bounds and steps of the sliders by which a reader moves base and growth of the headline."""

from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from functools import partial

from scripts.derive import Derivations, Outlook, in_unit_of
from scripts.notation import with_unit
from scripts.pages.environment import rendered
from scripts.pages.leads import Leads, linked

# How far around the published bases and the published rate a reader may go.
LEAST, MOST = Decimal("0.5"), Decimal(2)
BEYOND = Decimal(10)


@dataclass(frozen=True, slots=True)
class Slider:
    """A range input: all are plain decimals, and the step leads from the least value to the published one."""

    least: str
    most: str
    step: str
    value: str
    decimals: int


@dataclass(frozen=True, slots=True)
class WhatIf:
    """The published outlook as numbers for a script, and the room in which it may be moved."""

    base: Slider
    growth: Slider
    first: int
    last: int
    end: str
    increase: str
    decimals: int
    pattern: str


def what_if(derived: Derivations, leads: Leads) -> str:
    """The section as HTML, empty where base, target and rate are not all published."""
    out = derived.outlook
    if out is None:
        return ""
    known = [leads(number) for number in (out.target.id, out.increase.id)]
    told = partial(linked, leads=known)
    return str(rendered("what_if.html.j2", what_if=settled(derived, out), out=out, told=told))


def settled(derived: Derivations, out: Outlook) -> WhatIf:
    """Sliders from half the smallest to twice the largest published base, and from 10 points below to above the rates."""
    assert out.size.period  # an outlook has both
    assert out.target.period
    base, rate = in_unit_of(out.size, out.target).point, out.growth.printed.value
    bases = [in_unit_of(claim, out.target).point for claim in derived.bases] + [base]
    return WhatIf(
        _slider(base, min(bases) * LEAST, max(bases) * MOST),
        _slider(
            rate, max(min(rate, Decimal(0)) - BEYOND, Decimal(-99)), max(rate, Decimal(0)) * MOST + BEYOND
        ),
        out.size.period.start.year,
        out.target.period.start.year,
        _plain(out.target.printed.value),
        _plain(out.target.printed.value - base),
        out.target.printed.decimals,
        with_unit("#", out.target.unit),
    )


def _slider(value: Decimal, least: Decimal, most: Decimal) -> Slider:
    """Bounds are moved outwards to whole steps, so that the published value is one of the slider's own."""
    exponent = value.normalize().as_tuple().exponent
    decimals = max(-exponent, 1) if isinstance(exponent, int) else 1
    step = Decimal(1).scaleb(-decimals)
    down = max((least / step).to_integral_value(ROUND_FLOOR), Decimal(-99) / step) * step
    up = (most / step).to_integral_value(ROUND_CEILING) * step
    return Slider(_plain(down), _plain(up), _plain(step), _plain(value), decimals)


def _plain(value: Decimal) -> str:
    """An exact number as scripts read it."""
    return f"{value.normalize():f}"
