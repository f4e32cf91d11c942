"""Rules on studies: one value has one endpoint, and a few patients promise little."""

from collections.abc import Iterator

from scripts.audit.rule import finding, held
from scripts.derive.trials import Trial, trials
from scripts.model import HELD, Catalog, Finding, Grade, Held, Market, Study
from scripts.notation import full, listing, number, rate

# Below these a response rate says little: an interval of half of all there is, or fewer patients than a pilot study has.
WIDEST, FEWEST = 50, 30


def same_value_two_endpoints(market: Market, _catalog: Catalog) -> Iterator[Finding | Held]:
    """One value of a study must not stand for two endpoints.

    Progression-free survival counts deaths, time to progression does not: where a source gives one value under both
    names, they can be equal only where nobody died before the disease grew: an open question. A study that lists several endpoints
    with one median is such a case, and so are two records of one study with the same median under different endpoints.

    Arithmetic: none; endpoints are compared.

    Fires: 4.6 months, called progression-free survival in one place and time to progression in another.

    Silent: 4.6 months of progression-free survival and a response that lasted up to seven months.
    """
    for at, study in enumerate(market.studies):
        if study.median is None:
            continue
        twin = next((other for other in market.studies[:at] if _same_value(study, other)), None)
        endpoints = _endpoints(study) if twin is None else [*_endpoints(twin), *_endpoints(study)]
        if len(set(endpoints)) > 1 and (twin or len(endpoints) > 1):
            yield _two_endpoints(market, study, list(dict.fromkeys(endpoints)))
        else:
            yield HELD


def _endpoints(study: Study) -> list[str]:
    return [part.strip() for part in study.endpoint.split(";") if part.strip()]


def _same_value(study: Study, other: Study) -> bool:
    """Whether two records of one study give the same median."""
    same_study = bool(study.registry_id) and study.registry_id == other.registry_id
    return bool(
        same_study
        and study.median
        and other.median
        and (study.median.printed, study.median.unit) == (other.median.printed, other.median.unit)
    )


def _two_endpoints(market: Market, study: Study, endpoints: list[str]) -> Finding:
    assert study.median  # the caller has looked
    where = f" ({study.locator})" if study.locator else ""
    return finding(
        same_value_two_endpoints,
        market,
        study,
        grade=Grade.QUESTION,
        title=f"{full(study.median)} stands for {listing(endpoints)} alike",
        arithmetic=f"one value under {len(endpoints)} names{where}; the endpoints differ, and need not have one median",
        subjects=(study, study.median),
        weight=5,
        reading="the two endpoints have the same median, as where no patient died before the disease grew",
    )


def small_sample(market: Market, _catalog: Catalog) -> Iterator[Finding | Held]:
    """A response rate should rest on enough patients to mean something.

    With few patients chance alone may explain almost any rate, so the rate is never shown without its interval. A study
    of fewer than thirty patients, or whose interval spans more than half of all there is, is noted.

    Arithmetic: the exact 95 % interval of the proportion (C. J. Clopper and E. S. Pearson, 1934).

    Fires: 3 of 7 patients: 42.9 %, and anything from 9.9 to 81.6 %.

    Silent: 42 of 65 patients: 64.6 %, from 51.8 to 76.1 %.
    """
    for trial in trials(market):
        wide = trial.response.high - trial.response.low > WIDEST
        few = trial.n.printed.value < FEWEST
        yield _small(market, trial) if wide or few else held(trial.n, trial.responders)


def _small(market: Market, trial: Trial) -> Finding:
    responders = trial.responders.printed.text
    return finding(
        small_sample,
        market,
        trial.study,
        title=f"{trial.study.title}: {responders} of {full(trial.n)}, too few to tell a rate",
        arithmetic=f"{responders} ÷ {trial.n.printed.text} = {rate(trial.response)}, with an exact 95 % interval of "
        f"{number(trial.response.low, 1)} to {number(trial.response.high, 1)} %",
        subjects=(trial.study, trial.n, trial.responders),
        weight=3,
    )
