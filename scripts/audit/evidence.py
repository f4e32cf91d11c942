"""Rules on events and studies: one record for each thing that happened, one endpoint for each value, enough patients."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from scripts.audit.rule import Found, finding, held, reads
from scripts.derive.trials import trials
from scripts.model import HELD, Catalog, Event, Grade, Market, Study
from scripts.notation import full, listing, number, rate

R = TypeVar("R", Event, Study)
# Below these a response rate says little: an interval of half of all there is, or fewer patients than a pilot study has.
WIDEST, FEWEST = 50, 30


def counted_twice(market: Market, _catalog: Catalog) -> Found:
    """One event or study is one record, however often its source tells it.

    Two events of one type, on dates that may be the same, where one names all organisations of the other and the amount or the
    title is the same, are one event; so are two studies of one condition with the same patients and responders. Added up, they
    would count twice. It is a note, since only somebody who reads both can tell.
    Arithmetic: none; each record is compared with every later one.
    Fires: an award of USD 14 m by one funder in 2024, told once among the trends and once among the use cases.
    Silent: two awards of USD 14 m by one funder on one day, to two recipients.
    """
    yield from _apart(market, market.events, _same_event)
    yield from _apart(market, market.studies, _same_study)


def _apart(market: Market, records: Sequence[R], same: Callable[[R, R], bool]) -> Found:
    """Each record with those before it."""
    for at, second in enumerate(records):
        twins = [first for first in records[:at] if same(first, second)]
        yield from () if twins else (HELD,)
        for first in twins:
            title = f"“{first.title}” and “{second.title}” look like one"
            line = f"both: {_what(first)}; keep one record with both locators"
            topic, both = f"{first.id}-{second.id}", (first, second)
            yield finding(counted_twice, market, second, title, line, topic=topic, subjects=both, weight=5)


def _what(record: Event | Study) -> str:
    if isinstance(record, Study):
        return " of ".join(_counts(record))
    return full(record.amount) if record.amount else record.title


def _same_event(first: Event, second: Event) -> bool:
    who, whom = set(first.organisations), set(second.organisations)
    # Two awards of one funder on one day have a recipient each: then neither names all that the other names.
    if first.type != second.type or not who & whom or not (who <= whom or whom <= who):
        return False
    if first.date and second.date and not first.date.meets(second.date):
        return False
    if first.amount and second.amount:
        one, other = ((a.unit.currency, reads(a).point) for a in (first.amount, second.amount))
        return one == other
    return set(first.title.casefold().split()) == set(second.title.casefold().split())


def _same_study(one: Study, other: Study) -> bool:
    return bool(_counts(one)) and _counts(one) == _counts(other) and one.condition == other.condition


def _counts(study: Study) -> tuple[str, ...]:
    """Responders and patients as they are written, where both are published."""
    return (full(study.responders), full(study.n)) if study.responders and study.n else ()


def same_value_two_endpoints(market: Market, _catalog: Catalog) -> Found:
    """One value of a study must not stand for two endpoints.

    Progression-free survival counts deaths, time to progression does not: where a source gives one value under both
    names, they can be equal only where nobody died before the disease grew: an open question. A study that lists several
    endpoints with one median is such a case, and so are two records of one study with the same median under different endpoints.
    Arithmetic: none; endpoints are compared.
    Fires: 4.6 months, called progression-free survival in one place and time to progression in another.
    Silent: 4.6 months of progression-free survival and a response that lasted up to seven months.
    """
    for at, study in enumerate(market.studies):
        if study.median is None:
            continue
        twins = [other for other in market.studies[:at] if _same_value(study, other)][:1]
        named = [part.strip() for one in (*twins, study) for part in one.endpoint.split(";")]
        endpoints = [*dict.fromkeys(filter(None, named))]
        where = f" ({study.locator})" if study.locator else ""
        title = f"{full(study.median)} stands for {listing(endpoints)} alike"
        line = f"one value under {len(endpoints)} names{where}; the endpoints differ, and need not have one median"
        reading = "the two endpoints have the same median, as where no patient died before the disease grew"
        rule, both, grade = same_value_two_endpoints, (study, study.median), Grade.QUESTION
        two = finding(rule, market, both, title, line, grade, weight=5, reading=reading)
        yield two if len(endpoints) > 1 else HELD


def _same_value(study: Study, other: Study) -> bool:
    """Whether two records of one study give the same median."""
    medians = [(m.printed, m.unit) for m in (study.median, other.median) if m]
    same_study = bool(study.registry_id) and study.registry_id == other.registry_id
    return same_study and len(medians) == 2 and medians[0] == medians[1]


def small_sample(market: Market, _catalog: Catalog) -> Found:
    """A response rate should rest on enough patients to mean something.

    With few patients chance alone may explain almost any rate, so the rate is never shown without its interval. A study
    of fewer than thirty patients, or whose interval spans more than half of all there is, is noted.
    Arithmetic: the exact 95 % interval of the proportion (C. J. Clopper and E. S. Pearson, 1934).
    Fires: 3 of 7 patients: 42.9 %, and anything from 9.9 to 81.6 %.
    Silent: 42 of 65 patients: 64.6 %, from 51.8 to 76.1 %.
    """
    for trial in trials(market):
        low, high, some = trial.response.low, trial.response.high, trial.responders.printed.text
        title = f"{trial.study.title}: {some} of {full(trial.n)}, too few to tell a rate"
        line = f"{some} ÷ {trial.n.printed.text} = {rate(trial.response)}, with an exact 95 % interval of"
        line += f" {number(low, 1)} to {number(high, 1)} %"
        all_ = (trial.study, trial.n, trial.responders)
        told = high - low <= WIDEST and trial.n.printed.value >= FEWEST
        yield held(*all_[1:]) if told else finding(small_sample, market, all_, title, line, weight=3)
