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
        Trial(study, study.n, study.responders, _response(study, study.n, study.responders))
        for study in market.studies
        if study.n and study.responders
        if 0 <= _count(study.responders) <= _count(study.n) and 1 <= _count(study.n) <= MOST_PATIENTS
    )


def _response(study: Study, n: Claim, responders: Claim) -> Computed:
    counts = [number(Decimal(_count(claim)), 0) for claim in (responders, n)]
    return Computed.of(
        exact_proportion(_count(responders), _count(n)),
        id=f"{PREFIX}response-{study.id}",
        name=f"Response, {study.title}",
        unit=PERCENT,
        formula=f"{' ÷ '.join(counts)}; interval by Clopper and Pearson, 95 %",
        inputs=(responders.id, n.id),
    )


def _count(claim: Claim) -> int:
    return int(claim.printed.value)
