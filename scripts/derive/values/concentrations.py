"""Bounds on concentration, by name: each with the shares at which it is reached."""

from collections.abc import Iterator
from decimal import Decimal

from scripts.derive import ids
from scripts.derive.concentration import Bounds, Concentration, heaped
from scripts.derive.values.formulas import INDEX, PERCENT
from scripts.model import Claim, Derived
from scripts.notation import counted, lower_first, number, share

WHOLE = Decimal(100)
NAMES = {
    "hhi": "Herfindahl-Hirschman index",
    "largest": "Share of the largest",
    "two-largest": "Share of the two largest together",
}
LEAST, MOST = "least", "most"


def of_concentration(known: Concentration) -> Iterator[Derived]:
    """The least and the most of index, largest share and two largest shares."""
    breakdown = known.breakdown
    claims = [part.claim for part in breakdown.published if part.claim]
    inputs = tuple(claim.id for claim in claims)
    bounds: dict[str, Bounds] = dict(zip(ids.MEASURES, (known.hhi, known.leader, known.two), strict=True))
    for measure, found in bounds.items():
        for end, value in ((LEAST, found.least), (MOST, found.most)):
            name = f"{NAMES[measure]} by {lower_first(breakdown.name)}, {breakdown.year}, at {end}"
            unit = INDEX if measure == "hhi" else PERCENT
            formula = _formula(known, claims, measure, end)
            yield Derived(ids.bound(breakdown, measure, end), name, value, unit, formula, inputs)


def _formula(known: Concentration, claims: list[Claim], measure: str, end: str) -> str:
    """The shares at the bound, put into the measure: `(58.2² + 3 × 13.93²) ÷ 100²`."""
    printed = [claim.printed.value for claim in claims]
    rest, unknown = max(WHOLE - sum(printed), Decimal(0)), len(known.breakdown.unpublished)
    limit = printed[0] if known.capped else WHOLE
    if end == LEAST:
        filled = [rest / unknown] * unknown if unknown else []
        how = f"spread evenly over {counted(unknown, 'segment')}"
    else:
        filled = heaped(rest, unknown, limit)
        how = "heaped on as few segments as can be"
    shares = sorted([one for one in (*printed, *filled) if one], reverse=True)
    left = f", the {share(_written(rest))} without a published share {how}" if unknown and rest else ""
    return f"{_squares(shares) if measure == 'hhi' else _sum(shares, measure)}{left}"


def _squares(shares: list[Decimal]) -> str:
    terms = []
    for one in dict.fromkeys(shares):
        times = shares.count(one)
        terms.append(f"{times} × {_written(one)}²" if times > 1 else f"{_written(one)}²")
    return f"({' + '.join(terms)}) ÷ 100²"


def _sum(shares: list[Decimal], measure: str) -> str:
    return " + ".join(share(_written(one)) for one in shares[: 2 if measure == "two-largest" else 1])


def _written(value: Decimal) -> str:
    """A share with the digits that a reader needs to redo the sum."""
    exponent = value.normalize().as_tuple().exponent
    return number(value, min(max(-exponent, 0), 3) if isinstance(exponent, int) else 0)
