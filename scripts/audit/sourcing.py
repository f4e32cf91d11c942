"""Rules on sourcing: a figure without a source is an opinion."""

from collections.abc import Iterator

from scripts.model import HELD, Catalog, Claim, Entry, Event, Finding, Held, Market, Section, Severity, Study


def unsourced(market: Market, _catalog: Catalog) -> Iterator[Finding | Held]:
    """Each claim, event, study and piece of commentary names its source.

    Nothing is published here that no one stands for; the row needs a source id.

    Arithmetic: none.

    Fires: a market size of USD 14.2 bn whose row names no source.

    Silent: the same row with `market-us/personalized-cell-therapy-2025`.
    """
    for record in _records(market):
        if record.source is not None:
            yield HELD
        else:
            yield _finding(market, "unsourced", record, Severity.ERROR, "has no source", "source: empty")
    for topic, section, entry in _entries(market):
        if entry.source is not None:
            yield HELD
        else:
            yield Finding(
                market.id,
                "unsourced",
                topic,
                Severity.ERROR,
                f"“{entry.title}” under {section.heading} has no source",
                "its last paragraph should read “Source: <publisher>/<release>, <place>”",
                (),
                entry.place,
            )


def missing_locator(market: Market, _catalog: Catalog) -> Iterator[Finding | Held]:
    """Each claim, event, study and piece of commentary says where in its source it stands.

    A reader must be able to find the figure again: section, paragraph, page or table.

    Arithmetic: none.

    Fires: a share of 48.7 % that stands “somewhere in the report”, its locator left empty.

    Silent: the same share with “Key Takeaways, bullet 2”.
    """
    for record in _records(market):
        if record.locator:
            yield HELD
        elif record.source is not None:
            yield _finding(
                market,
                "missing-locator",
                record,
                Severity.WARNING,
                "does not say where in its source it stands",
                "locator: empty",
            )
    for topic, section, entry in _entries(market):
        if entry.locator:
            yield HELD
        elif entry.source is not None:
            yield Finding(
                market.id,
                "missing-locator",
                topic,
                Severity.WARNING,
                f"“{entry.title}” under {section.heading} does not say where in its source it stands",
                "after the source’s id comes a comma and the place: section and paragraph, page, table",
                (),
                entry.place,
            )


def _records(market: Market) -> Iterator[Claim | Event | Study]:
    yield from market.claims.values()
    yield from market.events
    yield from market.studies


def _entries(market: Market) -> Iterator[tuple[str, Section, Entry]]:
    """Each piece of commentary with its section and a name for findings about it."""
    for section in market.commentary:
        heading = section.heading.lower().replace(" ", "-")
        for number, entry in enumerate(section.entries, 1):
            yield f"commentary-{heading}-{number}", section, entry


def _finding(
    market: Market, rule: str, record: Claim | Event | Study, severity: Severity, lacks: str, shown: str
) -> Finding:
    return Finding(
        market.id, rule, record.id, severity, f"{record.id} {lacks}", shown, (record.id,), record.place
    )
