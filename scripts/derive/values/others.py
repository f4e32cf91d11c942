"""Responses of patients, what must be true for a size, and prices times volumes, by name."""

from decimal import Decimal

from scripts.derive import ids
from scripts.derive.must_be_true import Product, Requirement
from scripts.derive.trials import Trial
from scripts.derive.values.formulas import PERCENT, PIECES
from scripts.model import Derived, Quantity, Unit, UnitKind
from scripts.notation import compact, full, number, period


def of_trial(trial: Trial) -> Derived:
    """The proportion of patients who responded."""
    count = number(trial.responders.printed.value, 0)
    formula = f"{count} ÷ {number(trial.n.printed.value, 0)}; interval by Clopper and Pearson, 95 %"
    inputs = (trial.responders.id, trial.n.id)
    name = f"Response, {trial.study.title}"
    return Derived(ids.response(trial.study), name, trial.response, PERCENT, formula, inputs)


def of_requirement(required: Requirement) -> Derived:
    """How much must be sold, or for how much each."""
    size, by = required.size, required.by
    unit = PIECES if required.is_count else Unit("each", "each", UnitKind.MONEY, "", size.unit.currency, 1)
    what = "What must be sold" if required.is_count else "What each must bring"
    name = f"{what} for {full(size)} in {period(size.period)}"
    formula = f"{full(size)} ÷ {full(by)}"
    return Derived(ids.required(required), name, required.value, unit, formula, (size.id, by.id))


def of_product(known: Product) -> Derived:
    """What price and volume make, in per cent of the size."""
    size, ratio = known.size, known.ratio
    name = f"Price times volume, of {full(size)} in {period(size.period)}"
    formula = f"{full(known.price)} × {compact(known.volume)} ÷ {full(size)}"
    per_cent = Quantity(*(end * Decimal(100) for end in (ratio.point, ratio.low, ratio.high)))
    inputs = (known.price.id, known.volume.id, size.id)
    return Derived(ids.product(known), name, per_cent, PERCENT, formula, inputs)
