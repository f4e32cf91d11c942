"""Rules on events and studies: one record for each thing that happened."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from scripts.derive.precision import in_base_units
from scripts.model import Catalog, Claim, Event, Finding, Market, Severity, Study
from scripts.notation import full


def counted_twice(market: Market, _catalog: Catalog) -> Iterator[Finding]:
    """One event or study is one record, however often its source tells it.

    Two events of one type, on dates that may be the same, where one names all organisations of the other and the
    amount or the title is the same, are one event; so are two studies of one condition with the same patients and
    responders. Added up, they would count twice.
    """
    for first, second in combinations(market.events, 2):
        if _same_event(first, second):
            yield _twice(market, first, second, full(first.amount) if first.amount else first.title)
    for one, other in combinations(market.studies, 2):
        counts = _counts(one)
        if counts and counts == _counts(other) and one.condition == other.condition:
            yield _twice(market, one, other, "{} of {}".format(*counts))


def _same_event(first: Event, second: Event) -> bool:
    who, whom = set(first.organisations), set(second.organisations)
    # Two awards of one funder on one day have a recipient each: then neither names all that the other names.
    if first.type != second.type or not who & whom or not (who <= whom or whom <= who):
        return False
    if first.date and second.date and not first.date.meets(second.date):
        return False
    if first.amount and second.amount:
        return _money(first.amount) == _money(second.amount)
    return _words(first.title) == _words(second.title)


def _counts(study: Study) -> tuple[str, str] | None:
    """Responders and patients as they are written, where both are published."""
    return (full(study.responders), full(study.n)) if study.responders and study.n else None


def _money(amount: Claim) -> tuple[str | None, Decimal]:
    return amount.unit.currency, in_base_units(amount).point


def _words(title: str) -> set[str]:
    return set(title.casefold().split())


def _twice(market: Market, first: Event | Study, second: Event | Study, what: str) -> Finding:
    return Finding(
        market.id,
        "counted-twice",
        f"{first.id}-{second.id}",
        Severity.WARNING,
        f"“{first.title}” and “{second.title}” look like one",
        f"both: {what}; keep one record with both locators",
        (first.id, second.id),
        second.place,
        5,
    )
