"""Rules on dates: what is known and what is expected, before and after a source spoke, and how old it is."""

from collections.abc import Iterator

from scripts.model import HELD, Catalog, Claim, Finding, Held, Market, Moment, Severity, Status
from scripts.notation import counted, full, listing, moment, period, publisher

KNOWN = {Status.ACTUAL, Status.PROVISIONAL}
# Market reports appear once a year; a publisher's next edition is late by a quarter before we say so.
CADENCE, GRACE = 12, 3
MONTHS = 12
FIRST_QUARTER = ("01", "02", "03")


def future_actual(market: Market, _catalog: Catalog) -> Iterator[Finding | Held]:
    """What is called actual must have happened by the time its source spoke.

    An actual or provisional figure of a later year is a forecast under another name, or its year is misprinted; an
    estimate is of a year that has at least begun, and in its first quarter a year can hardly be estimated yet (a notice).
    Where the source states no date, the day on which it was read counts. An event cannot be told before it happens.

    Arithmetic: none; the period of the figure is compared with the date of its source.

    Fires: a market size for 2030, called actual, in a report of May 2025.

    Silent: an estimate for 2025 in a report of May 2025.
    """
    for claim in market.claims.values():
        if claim.status == Status.FORECAST or not (claim.period and claim.source):
            continue
        told = claim.source.published or claim.source.accessed
        if told is None:
            continue
        late = _begins_after(claim.period.start, told) or (
            claim.status in KNOWN and _begins_after(claim.period.end, told)
        )
        yield _future(market, claim, told) if late else HELD
    yield from _early_estimates(market)
    for event in market.events:
        told = event.source.published or event.source.accessed if event.source else None
        if event.date and event.source and told:
            title = f"“{event.title}” is dated after the source that tells of it"
            line = (
                f"{moment(event.date)} lies after {moment(told)}, the date of {event.source.publisher.name}"
            )
            late = _begins_after(event.date, told)
            yield (
                Finding(
                    market.id,
                    "future-actual",
                    event.id,
                    Severity.WARNING,
                    title,
                    line,
                    (event.id,),
                    event.place,
                    6,
                )
                if late
                else HELD
            )


def past_forecast(market: Market, _catalog: Catalog) -> Iterator[Finding | Held]:
    """What is called a forecast must lie ahead of its source.

    A forecast for a year that had ended when the source was published was carried over from an older edition, or is
    an estimate under another name.

    Arithmetic: none; the period of the figure is compared with the date of its source.

    Fires: a forecast for 2023 in a report of May 2025.

    Silent: a forecast for 2025 in a report of May 2025, as that year had not ended.
    """
    for claim in market.claims.values():
        if claim.status != Status.FORECAST or not (claim.period and claim.source and claim.source.published):
            continue
        if claim.period.end.year >= claim.source.published.year:
            yield HELD
        else:
            yield _finding(
                market,
                "past-forecast",
                claim,
                f"{full(claim)} is called a forecast, for a time that had passed",
                f"{period(claim.period)} had ended when {publisher(claim)} published it, {moment(claim.source.published)}",
            )


def stale_figure(market: Market, catalog: Catalog) -> Iterator[Finding | Held]:
    """The figures that lead should come from the newest edition.

    A publisher of market reports brings out a new edition about once a year. Where the leading size rests on a source older
    than that and a quarter, at the time when the market was last checked, a newer one is likely to exist. Where the market
    names the date of its next figures, that date must not have passed.

    Arithmetic: the months from the source's date to the last check are compared with fifteen.

    Fires: a report of May 2025, last checked in November 2026: eighteen months.

    Silent: a report of March 2026, last checked in November 2026: eight months.
    """
    today = market.checked or Moment(catalog.newest_date)
    size = market.headline.size
    if size and size.source and size.source.published:
        age = _months(size.source.published, today)
        if age <= CADENCE + GRACE:
            yield HELD
        else:
            yield _finding(
                market,
                "stale-figure",
                size,
                f"The leading size rests on a source {_at_least(size.source.published)}{counted(age, 'month')} old",
                f"{publisher(size)} published it {moment(size.source.published)}, last checked {moment(today)}; a new edition "
                "appears about once a year",
                Severity.NOTICE,
            )
    if market.next_update:
        if _begins_after(today, market.next_update):
            title = f"New figures were expected {moment(market.next_update)}"
            line = f"last checked {moment(today)}, after the date that market.yml names for the next update"
            yield Finding(
                market.id, "stale-figure", "next-update", Severity.NOTICE, title, line, (), market.place, 1
            )
        else:
            yield HELD


def _begins_after(one: Moment, other: Moment) -> bool:
    """Whether a moment surely lies after another one, given the precision of both."""
    shorter = min(len(one.text), len(other.text))
    return one.text[:shorter] > other.text[:shorter]


def _early_estimates(market: Market) -> Iterator[Finding]:
    """Sources of the first quarter of a year with estimates of that whole year, one finding each."""
    early: dict[str, list[Claim]] = {}
    for claim in market.claims.values():
        told = claim.source.published if claim.source else None
        is_early = told is not None and told.text[5:7] in FIRST_QUARTER
        same_year = told is not None and claim.period is not None and claim.period.text == told.text[:4]
        if claim.status == Status.ESTIMATE and is_early and same_year:
            early.setdefault(claim.source_id, []).append(claim)
    for claims in early.values():
        first = claims[0]
        assert first.source
        assert first.source.published
        yield Finding(
            market.id,
            "future-actual",
            first.source.slug,
            Severity.NOTICE,
            f"{publisher(first)} gives estimates of {period(first.period)} on a page dated {moment(first.source.published)}",
            f"{counted(len(claims), 'figure')} of a year of which at most three months had passed: "
            f"{listing([full(claim) for claim in claims])}",
            tuple(claim.id for claim in claims),
            first.place,
            2,
        )


def _at_least(date: Moment) -> str:
    return "" if "-" in date.text else "at least "


def _months(first: Moment, last: Moment) -> int:
    """Whole months between two moments, at the least that their precision allows."""
    start, end = first.text.split("-"), last.text.split("-")
    from_month = int(start[1]) if len(start) > 1 else MONTHS
    to_month = int(end[1]) if len(end) > 1 else 1
    return (int(end[0]) - int(start[0])) * MONTHS + to_month - from_month


def _future(market: Market, claim: Claim, told: Moment) -> Finding:
    return _finding(
        market,
        "future-actual",
        claim,
        f"{full(claim)} for {period(claim.period)} is called {claim.status.value}, before its time",
        f"{publisher(claim)} spoke {moment(told)}; {period(claim.period)} "
        f"{'had not begun' if claim.period and _begins_after(claim.period.start, told) else 'had not ended'}",
    )


def _finding(
    market: Market, rule: str, claim: Claim, title: str, line: str, severity: Severity = Severity.WARNING
) -> Finding:
    return Finding(market.id, rule, claim.id, severity, title, line, (claim.id,), claim.place, 6)
