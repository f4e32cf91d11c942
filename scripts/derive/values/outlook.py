"""What follows from base, target and rate of the headline, by name."""

from collections.abc import Iterator

from scripts.derive import ids
from scripts.derive.course import Course, in_unit
from scripts.derive.outlook import Outlook
from scripts.derive.values.formulas import TIMES, YEARS, factor, grown, implied, year
from scripts.model import Derived
from scripts.notation import compact


def of_outlook(out: Outlook) -> Iterator[Derived]:
    """The path year by year, the sizes of years before the base, and what both ends say together."""
    first, last = year(out.size), year(out.target)
    both, unit, said = (out.size.id, out.target.id), out.target.unit, f"{first} to {last}"
    yield from _path(out)
    yield from _back_casts(out)
    if out.triangle and out.triangle.implied:
        formula = implied(out.size, out.target, out.triangle.years)
        name = f"Growth implied by the two ends, {said}"
        id_ = ids.between("growth", first, last)
        yield Derived(id_, name, out.triangle.implied, out.growth.unit, formula, both)
    formula = f"{compact(out.target)} − {compact(out.size)}"
    yield Derived(
        ids.between("increase", first, last), f"Increase, {said}", out.increase, unit, formula, both
    )
    if out.multiple:
        formula = f"{compact(out.target)} ÷ {compact(out.size)}"
        name = f"Multiple of the base, {said}"
        yield Derived(ids.between("multiple", first, last), name, out.multiple, TIMES, formula, both)
    if out.doubling:
        formula = f"ln 2 ÷ ln(1 + {compact(out.growth)})"
        name = "Time in which the market doubles"
        yield Derived(ids.DOUBLING, name, out.doubling, YEARS, formula, (out.growth.id,))


def of_course(course: Course) -> Iterator[Derived]:
    """The sizes that a stated rate leads to, also where no target is published; in the unit of the course."""
    base, rate, unit = course.base, course.rate, course.lead.unit
    if not (base and rate):
        return
    for point in course.points:
        if point.claim is None:
            name = f"{course.lead.measure.name}, {point.year}"
            formula = grown(base, rate, course.steps(point))
            value = in_unit(point.value, unit)
            yield Derived(ids.size(point.year), name, value, unit, formula, (base.id, rate.id))


def _path(out: Outlook) -> Iterator[Derived]:
    """Sizes and rises of the years between base and target."""
    first, inputs, unit = year(out.size), (out.size.id, out.growth.id), out.target.unit
    for known in out.path:
        steps = known.year - first
        if not known.claim:
            name = f"{out.target.measure.name}, {known.year}"
            formula = grown(out.size, out.growth, steps)
            yield Derived(ids.size(known.year), name, known.value, unit, formula, inputs)
        if known.increment:
            last = bool(known.claim)
            name = f"Increase in {known.year} over the year before"
            formula = (
                f"{compact(out.target)} − the computed size of {known.year - 1}"
                if last
                else f"{grown(out.size, out.growth, steps - 1)} × {compact(out.growth)}"
            )
            rests_on = (*inputs, out.target.id) if last else inputs
            yield Derived(ids.increase(known.year), name, known.increment, unit, formula, rests_on)


def _back_casts(out: Outlook) -> Iterator[Derived]:
    for back in out.back_casts:
        formula = f"{compact(out.size)} ÷ {factor(out.growth, year(out.size) - back.year)}"
        name = f"{out.size.measure.name}, stepped back to {back.year}"
        inputs = (out.size.id, out.growth.id)
        yield Derived(ids.size(back.year), name, back.value, out.size.unit, formula, inputs)
