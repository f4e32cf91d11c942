"""All that is derived of one market, worked out once and handed on."""

from collections.abc import Mapping
from dataclasses import dataclass

from scripts.derive.concentration import Concentration, concentrations
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
from scripts.derive.trials import Trial, trials
from scripts.derive.values import values
from scripts.model import Claim, Derived, Market


@dataclass(frozen=True, slots=True)
class Derivations:
    """What follows from a market's claims."""

    outlook: Outlook | None
    breakdowns: tuple[Breakdown, ...]
    estimates: tuple[Estimate, ...]
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
    """Work out everything that follows from a market's claims."""
    ahead, divided, bases = outlook(market), filled_breakdowns(market), rival_bases(market)
    read_out, required = trials(market), requirements(market)
    return Derivations(
        outlook=ahead,
        breakdowns=divided,
        estimates=estimates(market),
        trials=read_out,
        bases=bases,
        sensitivity=sensitivity(ahead, bases),
        concentrations=concentrations(market, divided),
        coverage=coverage(market, segment_values(market, divided, bases), divided),
        revisions=revisions(market),
        requirements=required,
        products=products(market),
        origins=origins(market),
        definitions=definitions(market),
        values=values(market, ahead, divided, bases, read_out, required),
    )
