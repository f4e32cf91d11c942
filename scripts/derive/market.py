"""All that is derived of one market, worked out once and handed on."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from scripts.derive import values as by_name
from scripts.derive.concentration import Concentration, concentrations
from scripts.derive.course import course
from scripts.derive.coverage import Line, coverage
from scripts.derive.definitions import Definitions, definitions
from scripts.derive.editions import Revision, revisions
from scripts.derive.estimates import Estimate, estimates
from scripts.derive.filled import filled_breakdowns
from scripts.derive.must_be_true import Product, Requirement, products, requirements
from scripts.derive.origins import Origins, origins
from scripts.derive.outlook import Outlook, outlook, rival_bases
from scripts.derive.segment_values import segment_values
from scripts.derive.sensitivity import Sensitivity, sensitivity
from scripts.derive.shares import Breakdown
from scripts.derive.spread import Spread, spread
from scripts.derive.trials import Trial, trials
from scripts.model import Claim, Derived, Market


@dataclass(frozen=True, slots=True)
class Derivations:
    """What follows from a market's claims."""

    outlook: Outlook | None
    breakdowns: tuple[Breakdown, ...]
    estimates: tuple[Estimate, ...]
    spread: Spread | None
    trials: tuple[Trial, ...]
    bases: tuple[Claim, ...]
    sensitivity: Sensitivity | None
    concentrations: tuple[Concentration, ...]
    coverage: tuple[Line, ...]
    revisions: tuple[Revision, ...]
    requirements: tuple[Requirement, ...]
    products: tuple[Product, ...]
    origins: Origins
    definitions: Definitions
    values: Mapping[str, Derived]


def derive(market: Market) -> Derivations:
    """Work out everything that follows from a market's claims. Raises SameNameError."""
    ahead, divided, bases = outlook(market), filled_breakdowns(market), rival_bases(market)
    told = estimates(market)
    known = Derivations(
        outlook=ahead,
        breakdowns=divided,
        estimates=told,
        spread=spread(market, told),
        trials=trials(market),
        bases=bases,
        sensitivity=sensitivity(ahead, bases),
        concentrations=concentrations(market, divided),
        coverage=coverage(market, segment_values(market, divided, bases), divided),
        revisions=revisions(market),
        requirements=requirements(market),
        products=products(market),
        origins=origins(market),
        definitions=definitions(market),
        values={},
    )
    return replace(known, values=by_name.named(_values(market, known)))


def _values(market: Market, known: Derivations) -> Iterator[Derived]:
    """Every number of it that pages show."""
    if known.outlook:
        yield from by_name.of_outlook(known.outlook)
    if ahead := course(market, known.outlook):
        yield from by_name.of_course(ahead)
    for breakdown in known.breakdowns:
        yield from by_name.of_breakdown(market, breakdown, known.bases)
    for concentration in known.concentrations:
        yield from by_name.of_concentration(concentration)
    yield from by_name.of_estimates(market, known.estimates)
    if known.spread:
        yield from by_name.of_spread(market, known.spread)
    yield from map(by_name.of_trial, known.trials)
    yield from map(by_name.of_requirement, known.requirements)
    yield from map(by_name.of_product, known.products)
