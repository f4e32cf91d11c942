"""Rules on dates: what is known and what is expected, before and after a source spoke, and how old it is."""

from collections.abc import Iterator

from scripts.audit.rule import Found, finding, grouped
from scripts.model import HELD, YEAR, Catalog, Claim, Finding, Grade, Market, Moment, Source, Status
from scripts.notation import author, counted, full, listing, moment, publisher, when

# Market reports usually have a newer edition within a year; it is late by a quarter before we say so.
CADENCE, GRACE, QUARTER = 12, 3, 3
# What can be changed after the date that it shows; a release cannot.
PAGES = {"report-page", "reference-page", "blog"}


def future_actual(market: Market, _catalog: Catalog) -> Found:
    """What is called actual must have happened by the time its source spoke.

    An actual or provisional figure of a later time is a contradiction: it is a forecast under another name, or its year is
    misprinted. An estimate of a time that had not begun is an open question, and so is one of a year on a page of its first
    quarter: the page may have been changed after the date it shows, as a release cannot be. Where the source states no date,
    the day on which it was read counts. An event that its source tells of beforehand may have been planned.
    Arithmetic: none; the period of the figure is compared with the date of its source.
    Fires: a market size for 2030, called actual, in a report of May 2025.
    Silent: an estimate for 2025 in a report of May 2025.
    """
    for claim in market.in_order:
        spoke = _spoke(claim.source)
        if claim.status is Status.FORECAST or not (claim.period and spoke):
            continue
        ahead, unfinished = (is_after(end, spoke) for end in (claim.period.start, claim.period.end))
        known = claim.status in (Status.ACTUAL, Status.PROVISIONAL) and (ahead or unfinished)
        if not (ahead or known):
            yield HELD
            continue
        title = f"{full(claim)} for {when(claim)} is called {claim.status.value}, before its time"
        stage = "begun" if ahead else "ended"
        line = f"{publisher(claim)} spoke {dated(spoke)}; {when(claim)} had not {stage}"
        grade = Grade.CONTRADICTION if known else Grade.QUESTION
        reading = "it is a forecast, or the page was changed after the date it shows"
        yield finding(future_actual, market, claim, title, line, grade, weight=6, reading=reading)
    yield from _early_estimates(market)
    for event in market.events:
        spoke = _spoke(event.source)
        if not (event.date and spoke):
            continue
        title = f"“{event.title}” is dated after the source that tells of it"
        line = f"{moment(event.date)} lies after {moment(spoke)}, the date of {author(event.source)}"
        reading = "it was planned when the source told of it"
        late = finding(future_actual, market, event, title, line, Grade.QUESTION, weight=6, reading=reading)
        yield late if is_after(event.date, spoke) else HELD


def past_forecast(market: Market, _catalog: Catalog) -> Found:
    """What is called a forecast must lie ahead of its source.

    For a time that had ended by then it was carried over from an older edition, or is an estimate under another name: a note.
    Arithmetic: none; the period of the figure is compared with the date of its source.
    Fires: a forecast for 2023 in a report of May 2025.
    Silent: a forecast for 2025 in a report of May 2025, as that year had not ended.
    """
    for claim in market.in_order:
        published = claim.source.published if claim.source else None
        if claim.status is Status.FORECAST and claim.period and published:
            title = f"{full(claim)} is called a forecast, for a time that had passed"
            line = f"{when(claim)} had ended when {publisher(claim)} published it {dated(published)}"
            past = finding(past_forecast, market, claim, title, line, weight=6)
            yield past if is_after(published, claim.period.end) else HELD


def stale_figure(market: Market, catalog: Catalog) -> Found:
    """The figures that lead should come from the newest edition.

    Market reports usually have a newer edition within a year: where the source of the leading size is older than that and a quarter at
    the last check, a newer one likely exists. The date that the market names for its next figures must not have passed: notes.
    Arithmetic: none of the figures; the months from the source's date to the last check are compared with fifteen.
    Fires: a report of May 2025, last checked in November 2026: eighteen months.
    Silent: a report of March 2026, last checked in November 2026: eight months.
    """
    today, lead = market.checked or Moment(catalog.newest_date), market.lead
    published = lead.source.published if lead and lead.source else None
    if lead and published:
        age = today.first_month - published.last_month  # at the least that their precision allows
        vague = "at least " if published.length == YEAR else ""
        title = f"The leading size rests on a source {vague}{counted(age, 'month')} old"
        line = f"{publisher(lead)} published it {dated(published)}; last checked {dated(today)}"
        line += "; market reports usually have a newer edition within a year"
        old = finding(stale_figure, market, lead, title, line, weight=6)
        yield old if age > CADENCE + GRACE else HELD
    if market.next_update:
        title = f"New figures were expected {moment(market.next_update)}"
        line = f"last checked {moment(today)}, after the date that market.yml names for the next update"
        late = finding(stale_figure, market, None, title, line, topic="next-update", weight=1)
        yield late if is_after(today, market.next_update) else HELD


def _spoke(source: Source | None) -> Moment | None:
    return source.published or source.accessed if source else None


def dated(value: Moment) -> str:
    """Within a sentence: `on 28 May 2025`, `in June 2024`, `in 2024`."""
    return f"{'in' if value.length else 'on'} {moment(value)}"


def is_after(one: Moment, other: Moment) -> bool:
    """Whether a moment surely begins after another one, given the precision of both."""
    days = not (one.length or other.length)
    return one.text > other.text if days else one.first_month > other.last_month


def _early_estimates(market: Market) -> Iterator[Finding]:
    """Pages of the first quarter of a year with estimates of that whole year, one finding each."""
    early: list[Claim] = []
    for claim in market.in_order:
        page = claim.source if claim.source and claim.source.type.code in PAGES else None
        spoke = page.published if page else None
        if spoke and claim.period and claim.status is Status.ESTIMATE and spoke.length < YEAR == claim.length:
            passed = spoke.last_month - claim.period.start.first_month + 1
            if not claim.measure.has_two_ends and 0 < passed <= QUARTER:
                early.append(claim)
    for source, claims in grouped(early, lambda claim: claim.source_id).items():
        year, spoke = when(claims[0]), _spoke(claims[0].source)
        day = moment(spoke) if spoke else ""
        title = f"{publisher(claims[0])} gives estimates of {year} on a page dated {day}"
        line = f"{counted(len(claims), 'figure')} of a year of which at most three months had passed: "
        line += listing([full(claim) for claim in claims])
        reading = f"the page was changed after the date it shows, or the figures of {year} are forecasts"
        rule, topic, grade = future_actual, source.replace("/", "-"), Grade.QUESTION
        yield finding(rule, market, claims, title, line, grade, topic=topic, weight=2, reading=reading)
