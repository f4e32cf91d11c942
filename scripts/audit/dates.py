"""Rules on dates: what is known and what is expected, before and after a source spoke, and how old it is."""

from collections.abc import Iterator

from scripts.audit.rule import finding
from scripts.model import (
    HELD,
    YEAR,
    Catalog,
    Claim,
    Event,
    Finding,
    Grade,
    Held,
    Market,
    Moment,
    Source,
    Status,
)
from scripts.notation import author, counted, full, listing, moment, publisher, when

KNOWN = {Status.ACTUAL, Status.PROVISIONAL}
# Market reports appear once a year; a publisher's next edition is late by a quarter before we say so.
CADENCE, GRACE = 12, 3
QUARTER = 3


def future_actual(market: Market, _catalog: Catalog) -> Iterator[Finding | Held]:
    """What is called actual must have happened by the time its source spoke.

    An actual or provisional figure of a later time is a contradiction: it is a forecast under another name, or its year is
    misprinted. An estimate of a time that had not begun, or of a year in its first quarter, is an open question: the page may
    have been changed after the date it shows. Where the source states no date, the day on which it was read counts. An event
    that its source tells of beforehand may have been planned.

    Arithmetic: none; the period of the figure is compared with the date of its source.

    Fires: a market size for 2030, called actual, in a report of May 2025.

    Silent: an estimate for 2025 in a report of May 2025.
    """
    for claim in market.in_order:
        spoke = _spoke(claim.source)
        if claim.status is not Status.FORECAST and claim.period and spoke:
            ahead = _begins_after(claim.period.start, spoke)
            known = claim.status in KNOWN and (ahead or _begins_after(claim.period.end, spoke))
            yield _future(market, claim, spoke, known=known) if ahead or known else HELD
    yield from _early_estimates(market)
    for event in market.events:
        spoke = _spoke(event.source)
        if event.date and spoke:
            yield _foretold(market, event, spoke) if _begins_after(event.date, spoke) else HELD


def past_forecast(market: Market, _catalog: Catalog) -> Iterator[Finding | Held]:
    """What is called a forecast must lie ahead of its source.

    A forecast for a time that had ended when the source was published was carried over from an older edition, or is
    an estimate under another name. It is a note.

    Arithmetic: none; the period of the figure is compared with the date of its source.

    Fires: a forecast for 2023 in a report of May 2025.

    Silent: a forecast for 2025 in a report of May 2025, as that year had not ended.
    """
    for claim in market.in_order:
        published = claim.source.published if claim.source else None
        if claim.status is not Status.FORECAST or not (claim.period and published):
            continue
        if not _begins_after(published, claim.period.end):
            yield HELD
            continue
        yield finding(
            past_forecast,
            market,
            claim,
            title=f"{full(claim)} is called a forecast, for a time that had passed",
            arithmetic=f"{when(claim)} had ended when {publisher(claim)} published it, {moment(published)}",
            weight=6,
        )


def stale_figure(market: Market, catalog: Catalog) -> Iterator[Finding | Held]:
    """The figures that lead should come from the newest edition.

    A publisher of market reports brings out a new edition about once a year. Where the leading size rests on a source older
    than that and a quarter, at the time when the market was last checked, a newer one is likely to exist. Where the market
    names the date of its next figures, that date must not have passed. Both are notes.

    Arithmetic: none of the figures; the months from the source's date to the last check are compared with fifteen.

    Fires: a report of May 2025, last checked in November 2026: eighteen months.

    Silent: a report of March 2026, last checked in November 2026: eight months.
    """
    today, lead = market.checked or Moment(catalog.newest_date), market.lead
    published = lead.source.published if lead and lead.source else None
    if lead and published:
        age = today.first_month - published.last_month  # at the least that their precision allows
        vague = "at least " if published.length == YEAR else ""
        yield (
            HELD
            if age <= CADENCE + GRACE
            else finding(
                stale_figure,
                market,
                lead,
                title=f"The leading size rests on a source {vague}{counted(age, 'month')} old",
                arithmetic=f"{publisher(lead)} published it {moment(published)}, last checked {moment(today)}; a new "
                "edition appears about once a year",
                weight=6,
            )
        )
    if market.next_update:
        late = finding(
            stale_figure,
            market,
            None,
            topic="next-update",
            title=f"New figures were expected {moment(market.next_update)}",
            arithmetic=f"last checked {moment(today)}, after the date that market.yml names for the next update",
            weight=1,
        )
        yield late if _begins_after(today, market.next_update) else HELD


def _spoke(source: Source | None) -> Moment | None:
    return source.published or source.accessed if source else None


def _begins_after(one: Moment, other: Moment) -> bool:
    """Whether a moment surely lies after another one, given the precision of both."""
    if not (one.length or other.length):
        return one.text > other.text
    return one.first_month > other.last_month


def _future(market: Market, claim: Claim, spoke: Moment, *, known: bool) -> Finding:
    assert claim.period  # the caller has looked
    begun = "had not begun" if _begins_after(claim.period.start, spoke) else "had not ended"
    return finding(
        future_actual,
        market,
        claim,
        grade=Grade.CONTRADICTION if known else Grade.QUESTION,
        title=f"{full(claim)} for {when(claim)} is called {claim.status.value}, before its time",
        arithmetic=f"{publisher(claim)} spoke {moment(spoke)}; {when(claim)} {begun}",
        weight=6,
        reading="it is a forecast, or the page was changed after the date it shows",
    )


def _foretold(market: Market, event: Event, spoke: Moment) -> Finding:
    assert event.date  # the caller has looked
    return finding(
        future_actual,
        market,
        event,
        grade=Grade.QUESTION,
        title=f"“{event.title}” is dated after the source that tells of it",
        arithmetic=f"{moment(event.date)} lies after {moment(spoke)}, the date of {author(event.source)}",
        weight=6,
        reading="it was planned when the source told of it",
    )


def _early_estimates(market: Market) -> Iterator[Finding]:
    """Sources of the first quarter of a year with estimates of that whole year, one finding each."""
    early: dict[str, list[Claim]] = {}
    for claim in market.in_order:
        spoke = claim.source.published if claim.source else None
        if spoke and claim.period and claim.status is Status.ESTIMATE and spoke.length < YEAR:
            passed = spoke.last_month - claim.period.start.first_month + 1
            if claim.length == YEAR and not claim.measure.has_two_ends and 0 < passed <= QUARTER:
                early.setdefault(claim.source_id, []).append(claim)
    for claims in early.values():
        first = claims[0]
        assert first.source
        assert first.source.published
        yield finding(
            future_actual,
            market,
            first,
            topic=first.source.slug,
            grade=Grade.QUESTION,
            title=f"{publisher(first)} gives estimates of {when(first)} on a page dated {moment(first.source.published)}",
            arithmetic=f"{counted(len(claims), 'figure')} of a year of which at most three months had passed: "
            f"{listing([full(claim) for claim in claims])}",
            subjects=claims,
            weight=2,
            reading=f"the page was changed after the date it shows, or the figures of {when(first)} are forecasts",
        )
