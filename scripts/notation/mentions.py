"""Mentions: where a text writes known figures, found by the ways in which those are written here."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from scripts.model import Claim, Computed, Quantity, Unit, UnitKind
from scripts.notation.figures import (
    NBSP,
    PER_CENT,
    compact,
    digits,
    followed,
    full,
    known,
    number,
    share,
    span,
    with_unit,
)

# A number goes on where digits, a point or a sign stand beside it, and with a currency or a unit it is another amount.
BEFORE, AFTER = r"(?<![\w.,−-])", r"(?!\w|[.,]\d)"
ITS_CURRENCY, ITS_UNIT = r"(?<![A-Z]{3}[ \u00a0])", r"(?![\u00a0 ]%|\u00a0[^\W\d_])"
# Of these the bare digits say nothing: ranks, and numbers of which only one in so many counts.
NEVER_BARE = (UnitKind.RANK, UnitKind.ONE_IN)


def ways(figure: Claim | Computed) -> tuple[str, ...]:
    """How a figure may be written: `about USD 78 bn`, `USD 78 bn`, `78 bn`; `24.5 % a year`, `24.5 %`; `7 patients`, `7`."""
    if isinstance(figure, Computed):
        return tuple(dict.fromkeys(_ways_of_computed(figure, figure.unit)))
    printed, kind = digits(figure.printed), figure.unit.kind
    short = () if kind in NEVER_BARE else (compact(figure),)
    alone = (printed,) if kind == UnitKind.COUNT else ()
    return tuple(dict.fromkeys((full(figure), with_unit(printed, figure.unit), *short, *alone)))


def _ways_of_computed(quantity: Quantity, unit: Unit) -> Iterator[str]:
    """As measured, as a reader's own sum gives it, and the interval; per cent also with the decimals of the rate beside."""
    if not (unit.label or unit.currency):
        return  # a number alone may be anything
    texts = [known(quantity), followed(quantity, unit)]
    texts += [number(quantity.point, decimals) for decimals in (1, 2) if unit.kind in PER_CENT]
    texts += [span(quantity)] if quantity.low < quantity.high else []
    for text in texts:
        yield with_unit(text, unit)
        if unit.kind in PER_CENT:
            yield share(text)
        elif unit.kind == UnitKind.MONEY and unit.label:
            yield f"{text}{NBSP}{unit.label}"


def mentions(text: str, figures: Sequence[Sequence[str]]) -> Iterator[tuple[str, int | None]]:
    """A text in pieces, each with the place of the figure that it writes, or none; together they are the text.

    `figures` has for each figure the ways in which it may be written. Of several that are written alike the first one
    is taken to stand first, and the last one to be repeated.
    """
    owners: dict[str, list[int]] = {}
    for place, written in enumerate(figures):
        for way in written:
            owners.setdefault(_plain(way), []).append(place)
    seen: Counter[str] = Counter()
    end = 0
    for found in _pattern(owners).finditer(text) if owners else ():
        if found.start() > end:
            yield text[end : found.start()], None
        way = _plain(found[0])
        yield found[0], owners[way][min(seen[way], len(owners[way]) - 1)]
        seen[way] += 1
        end = found.end()
    if end < len(text):
        yield text[end:], None


def _pattern(written: Sequence[str] | dict[str, list[int]]) -> re.Pattern[str]:
    """The longest way first, so that `24.5 % a year` is not cut to `24.5 %`."""
    longest = sorted(written, key=lambda way: (-len(way), way))
    return re.compile(f"{BEFORE}(?:{'|'.join(map(_one, longest))}){AFTER}")


def _one(way: str) -> str:
    before = ITS_CURRENCY if way[:1].isdigit() else ""
    after = ITS_UNIT if way[-1:].isdigit() else ""
    written = re.escape(way).replace(re.escape(" "), "[ \u00a0]")
    return f"{before}{written}{after}"


def _plain(way: str) -> str:
    return way.replace(NBSP, " ")
