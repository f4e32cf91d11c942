"""Slips: the one simple mistake in one number that would repair an arithmetic which fails."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from scripts.audit.rule import field, reads
from scripts.model import YEAR, Claim, Market, Quantity, UnitKind, total
from scripts.notation import compact, number, share, when
from scripts.notation.figures import digits

PER_CENT = {UnitKind.PERCENT, UnitKind.RATE}
POWERS = {10: "a factor of ten", 100: "a factor of 100", 1000: "a factor of 1,000"}
OTHER_YEAR = "a slip of the year: {} of {} would fit?"
# A cut such as 2 for 14.2 may have taken so much: from 1.2 to 99.2.
WHOLES = range(1, 100)
TRIANGLE = 3  # two values and what joins them
# The values that a figure may have been meant to have, each with the slip in words.
Kind = Callable[[Claim], Iterable[tuple[Quantity, str]]]


class Slip(NamedTuple):
    """What would repair the arithmetic, in words, and in which of the figures; none where it is the steps between them."""

    place: int | None
    words: str


def slips(
    claims: Sequence[Claim],
    holds: Callable[[Sequence[Quantity]], bool],
    *,
    beside: Callable[[Claim], Iterable[Claim]] = lambda _: (),
    stepped: Callable[[int], bool] = lambda _: False,
) -> list[Slip]:
    """Each single slip in one of some figures with which `holds` is true of their values in base units, the likeliest first.

    `beside` gives for a figure those that may have been meant, such as that of the year before; `stepped` says whether one
    yearly step fewer (-1) or more (+1) would do. What only a cut explains (2 for 14.2) is named last of all, as unproven.
    """
    values = [reads(claim) for claim in claims]

    def repairs(place: int, value: Quantity) -> bool:
        try:
            return holds([*values[:place], value, *values[place + 1 :]])
        except ZeroDivisionError:  # nought is no repair
            return False

    def repaired(kind: Kind, likely: bool = True) -> list[Slip]:
        tried = [[Slip(p, w) for v, w in kind(c) if repairs(p, v)] for p, c in enumerate(claims)]
        # A digit that only one figure may have lost is named; where several digits would do, none is.
        return [slip for some in tried if likely or len(some) == 1 for slip in some]

    found = repaired(_signed) + repaired(_fraction) + repaired(_factored)
    found += [Slip(None, f"one step {w} would fit") for n, w in ((-1, "fewer"), (1, "more")) if stepped(n)]
    found += repaired(lambda c: [(reads(y), OTHER_YEAR.format(compact(y), when(y))) for y in beside(c)])
    lost, cut = repaired(_beheaded, likely=False), repaired(_cut, likely=False)
    found += lost if len(lost) < 2 else [Slip(None, "a first digit lost in one of them?")]
    return found or cut * (len(cut) == 1)


def named(found: Sequence[Slip], claims: Sequence[Claim]) -> str:
    """The likeliest slip at the end of a line of arithmetic, with its figure where no other one would do; else nothing.

    In a long sum a small slip always repairs something: one is named only where it is the only one of its kind.
    """
    if not found:
        return ""
    place, words = found[0]
    alone = place is not None and len(claims) > 1 and [slip.words for slip in found].count(words) == 1
    if len(claims) > TRIANGLE and not alone:
        return ""
    return f"; {f'in {compact(claims[place])} ' if alone and place is not None else ''}{words}"


def slip(market: Market, claims: Sequence[Claim], holds: Callable[[Sequence[Quantity]], bool]) -> str:
    """The likeliest slip in some figures of a market, that of the year before or after among them, as `named` words it."""
    return named(slips(claims, holds, beside=years_beside(market)), claims)


def adds_up(values: Sequence[Quantity]) -> bool:
    """Whether all but the last come to the last."""
    return total(values[:-1]).meets(values[-1])


def years_beside(market: Market) -> Callable[[Claim], Iterator[Claim]]:
    """What the same source gives for the same thing a year earlier or later."""

    def beside(claim: Claim) -> Iterator[Claim]:
        for other in market.in_order:
            apart = [a - b for a, b in zip(other.when or (), claim.when or (), strict=False)]
            same = (other.source_id, other.measure.code) == (claim.source_id, claim.measure.code)
            if apart in ([YEAR, YEAR], [-YEAR, -YEAR]) and same and field(other) == field(claim):
                yield other

    return beside


def _signed(claim: Claim) -> Iterator[tuple[Quantity, str]]:
    value = reads(claim)
    if claim.measure.may_fall and value.point:
        yield -value, f"the other sign: a minus {'lost' if value.point > 0 else 'too many'}?"


def _fraction(claim: Claim) -> Iterator[tuple[Quantity, str]]:
    value = reads(claim)
    if claim.unit.kind in PER_CENT and abs(value.point) <= 1:
        meant = share(number(value.point * 100, max(claim.printed.decimals - 2, 0)))
        yield value * 100, f"a fraction for per cent: {meant}?"


def _factored(claim: Claim) -> Iterator[tuple[Quantity, str]]:
    for power, words in POWERS.items():
        for factor in (Decimal(power), 1 / Decimal(power)):
            yield reads(claim) * factor, f"{words}: a misplaced decimal point?"


def _beheaded(claim: Claim) -> Iterator[tuple[Quantity, str]]:
    """A first digit lost: 4.2 for 14.2, 0.16 for 5.16."""
    for digit in "123456789":
        tail = claim.value.removeprefix("-")
        yield from _typed(claim, digit + tail.removeprefix("0" * ("." in tail)), "a lost digit: {}?")


def _cut(claim: Claim) -> Iterator[tuple[Quantity, str]]:
    """All before the point lost: 2 for 14.2."""
    if claim.value.isdigit():
        for whole in WHOLES:
            yield from _typed(claim, f"{whole}.{claim.value}", "a cut: what is left of {}? unproven")


def _typed(claim: Claim, text: str, words: str) -> Iterator[tuple[Quantity, str]]:
    if ".." not in claim.value:
        meant = replace(claim.printed, text="-" * claim.value.startswith("-") + text)
        label = compact(claim).removeprefix(digits(claim.printed))
        yield meant.interval * claim.unit.factor, words.format(digits(meant) + label)
