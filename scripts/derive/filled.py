"""Shares that follow from sizes: where a source gives the size of a segment and not its share, the share is computed."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from scripts.derive.divisions import Division, divisions
from scripts.derive.interval import FALLS, RISES, exact, monotone, total
from scripts.derive.precision import in_base_units, quantity
from scripts.derive.shares import Breakdown, Part, breakdowns
from scripts.model import Claim, Market, Measure, Printed, Quantity, Role, Unit, UnitKind
from scripts.notation.rounding import rounded, supported_decimals

PERCENT = Unit("percent", "Per cent", UnitKind.PERCENT, "%", None, 1)


def filled_breakdowns(market: Market) -> tuple[Breakdown, ...]:
    """The breakdowns with computed shares in the places of those that nobody publishes."""
    known = list(divisions(market))
    return tuple(_filled(market, breakdown, known) for breakdown in breakdowns(market))


def _filled(market: Market, breakdown: Breakdown, known: Iterable[Division]) -> Breakdown:
    fitting = [d for d in known if _fits(d, breakdown) and in_base_units(d.whole).low > 0]
    if not fitting or not breakdown.unpublished:
        return breakdown
    best = max(
        fitting,
        key=lambda division: (
            len(division.parts),
            division.whole.period.text if division.whole.period else "",
        ),
    )
    whole = best.parts if best.fills else (best.whole,)
    computed = {best.code(part): _share(market, part, whole) for part in best.parts}
    parts = tuple(
        Part(part.code, part.name, computed[part.code], whole)
        if part.claim is None and part.code in computed
        else part
        for part in breakdown.parts
    )
    first = best.parts[0]
    return replace(
        breakdown,
        parts=parts,
        remainder=_remainder(best, parts),
        source=breakdown.source or first.source,
        year=breakdown.year or (first.period.text if first.period else ""),
    )


def _fits(division: Division, breakdown: Breakdown) -> bool:
    """Sizes of the market itself along the dimension, of the year and the publisher of its shares where it has any."""
    whole = division.whole
    if division.dimension != breakdown.code or whole.scope or not (whole.period and whole.source):
        return False
    if breakdown.source is None:
        return True
    return (whole.period.text, whole.source.voice) == (breakdown.year, breakdown.source.voice)


def share_of(part: Claim, whole: Sequence[Claim]) -> Quantity:
    """The part ÷ the sum of the sizes that make up the whole, in per cent."""
    sizes = total([in_base_units(one) for one in whole])
    return monotone(lambda a, b: a / b * 100, (in_base_units(part), RISES), (sizes, FALLS))


def _share(market: Market, part: Claim, whole: Sequence[Claim]) -> Claim:
    """A share in the words of a claim: of the sum of the parts where they make up the whole, else of the whole.

    It keeps the id, source and place of the size that it follows from, and shows no more digits than that supports.
    """
    ratio = share_of(part, whole)
    decimals = max(supported_decimals(ratio), 0)
    text = f"{rounded(ratio.point, decimals):f}"
    return replace(part, measure=_measure(market), unit=PERCENT, printed=Printed(text))


def _measure(market: Market) -> Measure:
    """The measure of the market's published shares, or a plain one."""
    plain = Measure("share", "Share of the size", Role.SHARE, ("percent",), "")
    return next(
        (c.measure for c in market.claims.values() if c.measure.role == Role.SHARE and not c.scope), plain
    )


def _remainder(division: Division, parts: Iterable[Part]) -> Quantity:
    """What is left of the whole: nothing where the sizes make it up, else 100 % less the shares."""
    if division.fills:
        return exact(0)
    taken = total([quantity(part.claim) for part in parts if part.claim])
    return monotone(lambda whole, known: whole - known, (exact(100), RISES), (taken, FALLS))
