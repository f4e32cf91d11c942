"""Rules on growth: do the ends and the rate of one source fit together?"""

from collections.abc import Iterator
from decimal import Decimal

from scripts.derive import Triangle, estimates, in_unit_of, quantity
from scripts.derive.growth import cagr
from scripts.model import HELD, Catalog, Claim, Finding, Held, Market, Quantity, Severity
from scripts.notation import compact, full, number, period, rate, span, superscript, whose
from scripts.notation.figures import NBSP

# Percentage points below which a publisher may have rounded twice: worth a notice, not a warning.
SLIGHT = Decimal("0.15")


def growth_triangle(market: Market, _catalog: Catalog) -> Iterator[Finding | Held]:
    """A start, an end and a yearly rate of one source must fit together within the digits printed.

    Any two of them give the third: if they disagree, at least one of the three is misprinted, or the rate counts
    from a year that the source does not name. Both the full number of yearly steps and one step fewer are tried.

    Arithmetic: start × (1 + rate)ⁿ is compared with the end, each figure standing for all values that round to it.

    Fires: 2 bn in 2023, 24.5 % a year, 127.1 bn in 2033. 2 × 1.245¹⁰ = 17.9, and even 2.5 × 1.2455¹⁰ is only 22.5.

    Silent: 14.2 bn in 2024, 24.5 % a year, 127.1 bn in 2034. 14.2 × 1.245¹⁰ = 127.05, which rounding explains.
    """
    named: set[str] = set()
    for estimate in estimates(market):
        for triangle in estimate.triangles:
            if triangle.implied is None:
                continue
            if triangle.closes:
                yield HELD
                continue
            stated = triangle.growth.id
            topic = f"{stated}-{triangle.start.id}-{triangle.end.id}" if stated in named else stated
            named.add(stated)
            yield _open_triangle(market, triangle, triangle.implied, topic)


def _open_triangle(market: Market, triangle: Triangle, implied: Quantity, topic: str) -> Finding:
    start, end, stated = triangle.start, triangle.end, triangle.growth
    gap = implied.point - quantity(stated).point
    factor = number(1 + quantity(stated).point / 100, stated.printed.decimals + 2)
    reached = number(triangle.reached.point, min(max(end.printed.decimals, 1), 2))
    needed = rate(implied, max(stated.printed.decimals, 1))
    arithmetic = (
        f"{compact(start)} × {factor}{superscript(triangle.years)} = {_labelled(reached, end)}, not {compact(end)}; "
        f"getting there needs {needed} a year{_within(implied)}, not {compact(stated)}"
    )
    shorter = cagr(in_unit_of(start, end), quantity(end), triangle.years - 1)
    if shorter is not None and shorter.meets(quantity(stated)):
        arithmetic += f"; over {triangle.years - 1} steps it would fit"
    return Finding(
        market.id,
        "growth-triangle",
        topic,
        Severity.WARNING if abs(gap) >= SLIGHT else Severity.NOTICE,
        f"{whose(market, stated)}{full(start)} ({period(start.period)}) growing {full(stated)} "
        f"does not become {full(end)} ({period(end.period)})",
        arithmetic,
        (start.id, end.id, stated.id),
        stated.place,
        int(abs(gap)),
    )


def _labelled(text: str, like: Claim) -> str:
    """A computed number with the unit's label, as `compact` writes a claim."""
    return NBSP.join(part for part in (text, like.unit.label) if part)


def _within(implied: Quantity) -> str:
    """The interval, where it is wider than the first decimal."""
    if implied.high - implied.low <= Decimal("0.2"):
        return ""
    return f" ({span(implied)} % within the digits printed)"
