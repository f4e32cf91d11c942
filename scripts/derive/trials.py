"""Trials: responders of patients, with the exact interval of the proportion."""

from dataclasses import dataclass
from decimal import Decimal

from scripts.derive.ids import PREFIX
from scripts.derive.proportion import exact_proportion
from scripts.derive.units import PERCENT
from scripts.model import Claim, Computed, Market, Study
from scripts.notation import number

# Larger than any trial; a count beyond it is a slip, and its interval would take minutes.
MOST_PATIENTS = 1_000_000


@dataclass(frozen=True, slots=True)
class Trial:
    """A study whose n and responders are both published; the response is in per cent."""

    study: Study
    n: Claim
    responders: Claim
    response: Computed


def trials(market: Market) -> tuple[Trial, ...]:
    """All studies of which a proportion can be computed."""
    return tuple(
        Trial(study, n, responders, _response(study, n, responders))
        for study in market.studies
        if (n := study.n) and (responders := study.responders)
        if 0 <= _count(responders) <= _count(n) and 1 <= _count(n) <= MOST_PATIENTS
    )


def _response(study: Study, n: Claim, responders: Claim) -> Computed:
    counts = [number(Decimal(_count(claim)), 0) for claim in (responders, n)]
    known_as, name = f"{PREFIX}response-{study.id}", f"Response, {study.title}"
    value = exact_proportion(_count(responders), _count(n))
    formula = f"{' ÷ '.join(counts)}; interval by Clopper and Pearson, 95 %"
    return Computed.of(value, known_as, name, PERCENT, formula, (responders.id, n.id))


def _count(claim: Claim) -> int:
    return int(claim.printed.value)
