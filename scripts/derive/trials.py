"""Trials: responders of patients, with the exact interval of the proportion."""

from dataclasses import dataclass

from scripts.derive.proportion import exact_proportion
from scripts.model import Claim, Market, Quantity, Study

# Larger than any trial; a count beyond it is a slip, and its interval would take minutes.
MOST_PATIENTS = 1_000_000


@dataclass(frozen=True, slots=True)
class Trial:
    """A study whose n and responders are both published; the response is in per cent."""

    study: Study
    n: Claim
    responders: Claim
    response: Quantity


def trials(market: Market) -> tuple[Trial, ...]:
    """All studies of which a proportion can be computed."""
    return tuple(
        Trial(study, study.n, study.responders, exact_proportion(_count(study.responders), _count(study.n)))
        for study in market.studies
        if study.n and study.responders
        if 0 <= _count(study.responders) <= _count(study.n) and 1 <= _count(study.n) <= MOST_PATIENTS
    )


def _count(claim: Claim) -> int:
    return int(claim.printed.value)
