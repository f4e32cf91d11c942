"""Rules on events and studies: one record for each thing that happened."""

from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import TypeVar

from scripts.audit.rule import finding
from scripts.derive import in_base_units
from scripts.model import HELD, Catalog, Claim, Event, Finding, Held, Market, Study
from scripts.notation import full

R = TypeVar("R", Event, Study)


def counted_twice(market: Market, _catalog: Catalog) -> Iterator[Finding | Held]:
    """One event or study is one record, however often its source tells it.

    Two events of one type, on dates that may be the same, where one names all organisations of the other and the
    amount or the title is the same, are one event; so are two studies of one condition with the same patients and
    responders. Added up, they would count twice. It is a note, since only somebody who reads both can tell.

    Arithmetic: none; each record is compared with every later one.

    Fires: an award of USD 14 m by one funder in 2024, told once among the trends and once among the use cases.

    Silent: two awards of USD 14 m by one funder on one day, to two recipients.
    """
    yield from _apart(market, market.events, _same_event)
    yield from _apart(market, market.studies, _same_study)


def _apart(market: Market, records: tuple[R, ...], same: Callable[[R, R], bool]) -> Iterator[Finding | Held]:
    """Each record with those before it."""
    for at, second in enumerate(records):
        twins = [first for first in records[:at] if same(first, second)]
        if not twins:
            yield HELD
        for first in twins:
            yield _twice(market, first, second)


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


def _same_study(one: Study, other: Study) -> bool:
    counts = _counts(one)
    return counts is not None and counts == _counts(other) and one.condition == other.condition


def _counts(study: Study) -> tuple[str, str] | None:
    """Responders and patients as they are written, where both are published."""
    return (full(study.responders), full(study.n)) if study.responders and study.n else None


def _money(amount: Claim) -> tuple[str | None, Decimal]:
    return amount.unit.currency, in_base_units(amount).point


def _words(title: str) -> set[str]:
    return set(title.casefold().split())


def _twice(market: Market, first: Event | Study, second: Event | Study) -> Finding:
    if isinstance(first, Study):
        what = "{} of {}".format(*(_counts(first) or ("", "")))
    else:
        what = full(first.amount) if first.amount else first.title
    return finding(
        counted_twice,
        market,
        second,
        topic=f"{first.id}-{second.id}",
        title=f"“{first.title}” and “{second.title}” look like one",
        arithmetic=f"both: {what}; keep one record with both locators",
        subjects=(first, second),
        weight=5,
    )
