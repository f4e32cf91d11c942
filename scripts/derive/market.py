"""All that is derived of one market, worked out once and handed on."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from scripts.derive import estimates as of_estimates
from scripts.derive.breakdown import Breakdown
from scripts.derive.concentration import Concentration, concentrations
from scripts.derive.coverage import Line, coverage
from scripts.derive.definitions import Definitions, definitions
from scripts.derive.divisions import breakdowns, divisions
from scripts.derive.editions import Revision, revisions
from scripts.derive.estimates import Estimate, estimates
from scripts.derive.must_be_true import Product, Requirement, products, requirements
from scripts.derive.origins import Origins, origins
from scripts.derive.outlook import Outlook, outlook, rival_bases
from scripts.derive.sensitivity import Sensitivity, sensitivity
from scripts.derive.spread import Spread, spread
from scripts.derive.trajectory import course
from scripts.derive.trials import Trial, trials
from scripts.model import Claim, Computed, Market


class SameNameError(Exception):
    """Two different values would stand at one address."""


@dataclass(frozen=True, slots=True)
class Derivations:
    """What follows from a market's claims; `breakdowns` are those that lead, `divisions` all of every scope and period."""

    outlook: Outlook | None
    divisions: tuple[Breakdown, ...]
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
    values: Mapping[str, Computed] = field(default_factory=dict)


def derive(market: Market) -> Derivations:
    """Work out everything that follows from a market's claims. Raises SameNameError."""
    said, bases, every = estimates(market), rival_bases(market), divisions(market)
    ahead, divided = outlook(market, said), breakdowns(market, every)
    derived = Derivations(
        outlook=ahead,
        divisions=every,
        breakdowns=divided,
        estimates=said,
        spread=spread(market, said),
        trials=trials(market),
        bases=bases,
        sensitivity=sensitivity(ahead, bases),
        concentrations=concentrations(market, divided),
        coverage=coverage(market, divided),
        revisions=revisions(market),
        requirements=requirements(market),
        products=tuple(products(market)),
        origins=origins(market),
        definitions=definitions(market),
    )
    return replace(derived, values=_by_id(_values(market, derived)))


def _values(market: Market, derived: Derivations) -> Iterator[Computed]:
    """Every number of it that pages show."""
    ahead = derived.outlook, course(market, derived.outlook)
    for several in (*ahead, *derived.breakdowns, *derived.concentrations):
        yield from several.values if several else ()
    for estimate in derived.estimates:
        yield from (triangle.implied for triangle in estimate.triangles if triangle.implied)
        if estimate.is_whole:
            yield from of_estimates.reached(estimate)
    if derived.spread:
        yield from derived.spread.values
    yield from (trial.response for trial in derived.trials)
    yield from (required.value for required in derived.requirements)
    yield from (product.value for product in derived.products)


def _by_id(values: Iterable[Computed]) -> Mapping[str, Computed]:
    """The values by id, the first of those that are the same: of one id, from the same inputs."""
    found: dict[str, Computed] = {}
    for value in values:
        first = found.setdefault(value.id, value)
        if first.inputs != value.inputs:
            raise SameNameError(
                f"{value.id!r} would be both {first.name!r} from {', '.join(first.inputs)}"
                f" and {value.name!r} from {', '.join(value.inputs)} - rename one of these claims"
            )
    return found
