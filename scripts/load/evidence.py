"""Evidence: events, studies and fact checks of a market, one row each."""

import re
from collections.abc import Sequence

from scripts.load.boundary import Shape, check
from scripts.load.csv_table import Row
from scripts.load.folder import Folder
from scripts.load.outline import Ids, Outline
from scripts.load.problems import near_miss, quoted
from scripts.load.register import Known, Register
from scripts.load.rows import EventShape, FactCheckShape, StudyShape
from scripts.model import Claim, Event, FactCheck, Place, Source, Study, Verdict

EVENTS, STUDIES, FACT_CHECKS = "events.csv", "studies.csv", "fact_checks.csv"
LOOKS_LIKE_A_FIGURE = re.compile(r"[^A-Za-z]*[0-9].*")
SEPARATOR = ";"


def read_events(folder: Folder, outline: Outline, claims: Register[Claim], known: Known) -> Register[Event]:
    """Read the events of a market."""
    events: Register[Event] = Register("event", folder.file(EVENTS), folder.problems)
    for row in _rows(folder, EVENTS, EventShape, events):
        outline.ids.enter(row, _event(row, claims, known), events)
    return events


def read_studies(folder: Folder, outline: Outline, claims: Register[Claim], known: Known) -> Register[Study]:
    """Read the studies of a market."""
    studies: Register[Study] = Register("study", folder.file(STUDIES), folder.problems)
    for row in _rows(folder, STUDIES, StudyShape, studies):
        outline.ids.enter(row, _study(row, claims, known), studies)
    return studies


def read_fact_checks(folder: Folder, subjects: Register[str], known: Known) -> Register[FactCheck]:
    """Read the fact checks of a market; `subjects` is all that may be checked."""
    checks: Register[FactCheck] = Register("fact check", folder.file(FACT_CHECKS), folder.problems)
    ids = Ids(folder.problems)
    for row in _rows(folder, FACT_CHECKS, FactCheckShape, checks):
        ids.enter(row, _fact_check(row, subjects, known), checks)
    return checks


def _rows(
    folder: Folder,
    file: str,
    shape: type[Shape],
    register: Register[Event] | Register[Study] | Register[FactCheck],
) -> Sequence[Row]:
    table = folder.csv(file, tuple(shape.model_fields))
    register.names, register.complete = set(table.broken_ids), table.complete
    return table.rows


def _event(row: Row, claims: Register[Claim], known: Known) -> Event | None:
    shape = check(EventShape, row, known.problems)
    kind, region = row.find("type", known.words.event_types), row.find("region", known.words.regions)
    source, amount = row.find("source", known.sources), _figure(row, "amount", claims)
    if shape is None or kind is None or region is None:
        return None
    return Event(
        id=shape.id,
        date=shape.date,
        type=kind,
        title=shape.title,
        organisations=tuple(_parts(shape.organisations)),
        amount=amount,
        region=region,
        source=source,
        locator=shape.locator,
        note=shape.note,
        place=row.place(),
    )


def _study(row: Row, claims: Register[Claim], known: Known) -> Study | None:
    shape = check(StudyShape, row, known.problems)
    region, source = row.find("region", known.words.regions), row.find("source", known.sources)
    n, responders, median = (_figure(row, column, claims) for column in ("n", "responders", "median"))
    if n and responders and responders.printed.value > n.printed.value:
        what = f"{responders.printed.text} responders of {n.printed.text} patients"
        known.problems.add(
            row.place(("responders",)), what, "look both figures up; perhaps the columns are swapped"
        )
    if shape is None or region is None:
        return None
    return Study(
        id=shape.id,
        title=shape.title,
        phase=shape.phase,
        registry_id=shape.registry_id,
        condition=shape.condition,
        endpoint=shape.endpoint,
        n=n,
        responders=responders,
        median=median,
        period=shape.period,
        region=region,
        source=source,
        locator=shape.locator,
        note=shape.note,
        place=row.place(),
    )


def _fact_check(row: Row, subjects: Register[str], known: Known) -> FactCheck | None:
    shape = check(FactCheckShape, row, known.problems)
    row.find("subject", subjects)
    sources = _sources(row, known)
    if shape is None:
        return None
    if shape.verdict is not Verdict.NOT_FOUND and not shape.source:
        cure = "name what was found, or write not-found"
        known.problems.add(row.place(("source",)), f"the verdict is {shape.verdict} without a source", cure)
    return FactCheck(
        id=shape.id,
        subject=shape.subject,
        checked=shape.checked,
        verdict=shape.verdict,
        says=shape.says,
        sources=sources,
        date=shape.date.text if shape.date else "",
        confidence=shape.confidence or "",
        note=shape.note,
        place=row.place(),
    )


def _figure(row: Row, column: str, claims: Register[Claim]) -> Claim | None:
    """The claim that states a figure; a figure typed in its stead would be stated in two places."""
    value, place = row.value.get(column, ""), row.place((column,))
    known = value in claims.names or near_miss(value, claims.names)
    if not known and LOOKS_LIKE_A_FIGURE.fullmatch(value):
        what = f"the figure {quoted(value)} where a claim's id is expected"
        claims.problems.add(place, what, "put the figure in observations.csv and name its id here")
        return None
    return row.find(column, claims)


def _sources(row: Row, known: Known) -> tuple[Source, ...]:
    joined, field = row.value.get("source", ""), row.place(("source",))
    names = _parts(joined)
    places = [Place(field.file, field.line, field.column + joined.index(name)) for name in names]
    return known.sources.find_all(names, places)


def _parts(joined: str) -> list[str]:
    return [part.strip() for part in joined.split(SEPARATOR) if part.strip()]
