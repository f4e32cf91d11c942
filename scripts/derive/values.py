"""Derived values by name: everything computed that pages show, so that each has an address of its own."""

from collections.abc import Iterable, Iterator, Mapping

from scripts.derive.must_be_true import Requirement
from scripts.derive.outlook import Outlook
from scripts.derive.precision import quantity
from scripts.derive.shares import Breakdown, segment_money
from scripts.derive.trials import Trial
from scripts.model import Basis, Claim, Derived, Market, Unit, UnitKind
from scripts.notation import compact, full, number, period, subject, superscript

PREFIX = "derived-"
# Units that only computed values have.
TIMES = Unit("times", "times", UnitKind.RATIO, "times", None, 1)
YEARS = Unit("years", "years", UnitKind.DURATION, "years", None, 1)
PERCENT = Unit("percent", "per cent", UnitKind.PERCENT, "%", None, 1)
PIECES = Unit("pieces", "number", UnitKind.COUNT, "", None, 1)


def values(
    market: Market,
    outlook: Outlook | None,
    breakdowns: Iterable[Breakdown],
    bases: Iterable[Claim],
    trials: Iterable[Trial],
    requirements: Iterable[Requirement],
) -> Mapping[str, Derived]:
    """Everything derived of a market that pages show, by id."""
    shares, sizes = list(breakdowns), list(bases)
    found = [
        *(_of_outlook(outlook) if outlook else ()),
        *(value for breakdown in shares for value in _of_breakdown(market, breakdown, sizes)),
        *map(_response, trials),
        *map(_required, requirements),
    ]
    return {value.id: value for value in found}


def _of_outlook(out: Outlook) -> Iterator[Derived]:
    ends = f"{_year(out.size)}-{_year(out.target)}"
    both, unit = (out.size.id, out.target.id), out.target.unit
    said = f"{_year(out.size)} to {_year(out.target)}"
    yield from _path(out)
    if out.triangle and out.triangle.implied:
        formula = f"({compact(out.target)} ÷ {compact(out.size)})^(1/{out.triangle.years}) − 1"
        name = f"Growth implied by the two ends, {said}"
        yield Derived(f"{PREFIX}growth-{ends}", name, out.triangle.implied, out.growth.unit, formula, both)
    formula = f"{compact(out.target)} − {compact(out.size)}"
    yield Derived(f"{PREFIX}increase-{ends}", f"Increase, {said}", out.increase, unit, formula, both)
    if out.multiple:
        formula = f"{compact(out.target)} ÷ {compact(out.size)}"
        yield Derived(
            f"{PREFIX}multiple-{ends}", f"Multiple of the base, {said}", out.multiple, TIMES, formula, both
        )
    if out.doubling:
        formula = f"ln 2 ÷ ln(1 + {compact(out.growth)})"
        name = "Time in which the market doubles"
        yield Derived(f"{PREFIX}doubling", name, out.doubling, YEARS, formula, (out.growth.id,))


def _path(out: Outlook) -> Iterator[Derived]:
    """Sizes and rises of the years between base and target, and the sizes of years before the base."""
    first, rate = _year(out.size), compact(out.growth)
    for year in out.path:
        steps = year.year - first
        inputs = (out.size.id, out.growth.id)
        if not year.claim:
            name = f"{out.target.measure.name}, {year.year}"
            formula = f"{compact(out.size)}{_grown(rate, steps)}"
            yield Derived(f"{PREFIX}size-{year.year}", name, year.value, out.target.unit, formula, inputs)
        if year.increment:
            last = bool(year.claim)
            name = f"Increase in {year.year} over the year before"
            formula = (
                f"{compact(out.target)} − the computed size of {year.year - 1}"
                if last
                else f"{compact(out.size)}{_grown(rate, steps - 1)} × {rate}"
            )
            yield Derived(
                f"{PREFIX}increase-{year.year}",
                name,
                year.increment,
                out.target.unit,
                formula,
                (*inputs, out.target.id) if last else inputs,
            )
    for back in out.back_casts:
        steps = first - back.year
        formula = f"{compact(out.size)} ÷ (1 + {rate}){superscript(steps) if steps > 1 else ''}"
        name = f"{out.size.measure.name}, stepped back to {back.year}"
        yield Derived(
            f"{PREFIX}size-{back.year}",
            name,
            back.value,
            out.size.unit,
            formula,
            (out.size.id, out.growth.id),
        )


def _grown(rate: str, steps: int) -> str:
    """What a base is multiplied by after some yearly steps."""
    power = superscript(steps) if steps > 1 else ""
    return f" × (1 + {rate}){power}" if steps else ""


def _of_breakdown(market: Market, breakdown: Breakdown, bases: Iterable[Claim]) -> Iterator[Derived]:
    known = [part.claim for part in breakdown.published if part.claim]
    code = breakdown.code.replace("_", "-")
    if known and breakdown.has_remainder:
        name = f"Not broken down by {breakdown.name.lower()}, {breakdown.year}"
        formula = " − ".join(["100 %", *map(compact, known)])
        inputs = tuple(claim.id for claim in known)
        yield Derived(
            f"{PREFIX}remainder-{code}-{breakdown.year}", name, breakdown.remainder, PERCENT, formula, inputs
        )
    for share in known:
        for base in bases if share.measure.basis == Basis.MONEY else ():
            yield _money(market, share, base)


def money_id(share: Claim, base: Claim) -> str:
    """The id of a share's value on a base."""
    return f"{PREFIX}{share.id}-on-{base.id}"


def _money(market: Market, share: Claim, base: Claim) -> Derived:
    name = f"{subject(market, share)}, on {full(base)} ({period(base.period)})"
    value = segment_money(share, quantity(base))
    formula = f"{compact(share)} × {compact(base)}"
    return Derived(money_id(share, base), name, value, base.unit, formula, (share.id, base.id))


def _response(trial: Trial) -> Derived:
    count = number(trial.responders.printed.value, 0)
    formula = f"{count} ÷ {number(trial.n.printed.value, 0)}; interval by Clopper and Pearson, 95 %"
    name = f"Response, {trial.study.title}"
    inputs = (trial.responders.id, trial.n.id)
    return Derived(f"{PREFIX}response-{trial.study.id}", name, trial.response, PERCENT, formula, inputs)


def _required(required: Requirement) -> Derived:
    size, by = required.size, required.by
    unit = PIECES if required.is_count else Unit("each", "each", UnitKind.MONEY, "", size.unit.currency, 1)
    what = "What must be sold" if required.is_count else "What each must bring"
    name = f"{what} for {full(size)} in {period(size.period)}"
    formula = f"{full(size)} ÷ {full(by)}"
    return Derived(required_id(required), name, required.value, unit, formula, (size.id, by.id))


def required_id(required: Requirement) -> str:
    """The id of what must be true for a size."""
    return f"{PREFIX}{required.size.id}-by-{required.by.id}"


def _year(claim: Claim) -> int:
    assert claim.period  # an outlook's ends have years
    return claim.period.start.year
