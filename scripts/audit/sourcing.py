"""Rules on sourcing: a figure without a source is an opinion."""

from collections.abc import Callable, Iterator

from scripts.audit.rule import Record, finding
from scripts.model import HELD, Catalog, Entry, Finding, Grade, Held, Market


def unsourced(market: Market, _catalog: Catalog) -> Iterator[Finding | Held]:
    """Each claim, event, study and piece of commentary names its source.

    Nothing is published here that no one stands for; the row needs a source id. It is an error of ours.

    Arithmetic: none.

    Fires: a market size of USD 14.2 bn whose row names no source.

    Silent: the same row with `market-us/personalized-cell-therapy-2025`.
    """
    for name, what, record in _records(market):
        cure = "its last paragraph should read “Source: <publisher>/<release>, <place>”"
        if record.source is not None:
            yield HELD
        else:
            yield _lacking(unsourced, market, name, record, f"{what} has no source", Grade.ERROR, cure)


def missing_locator(market: Market, _catalog: Catalog) -> Iterator[Finding | Held]:
    """Each claim, event, study and piece of commentary says where in its source it stands.

    A reader must be able to find the figure again: section, paragraph, page or table. It is a note on our work.

    Arithmetic: none.

    Fires: a share of 48.7 % that stands “somewhere in the report”, its locator left empty.

    Silent: the same share with “Key Takeaways, bullet 2”.
    """
    for name, what, record in _records(market):
        cure = "after the source’s id comes a comma and the place: section and paragraph, page, table"
        title = f"{what} does not say where in its source it stands"
        if record.locator:
            yield HELD
        elif record.source is not None:
            yield _lacking(missing_locator, market, name, record, title, Grade.NOTE, cure)


def _records(market: Market) -> Iterator[tuple[str, str, Record | Entry]]:
    """Each record and piece of commentary with a name for findings about it, and what it is called."""
    records: tuple[Record, ...] = (*market.in_order, *market.events, *market.studies)
    for record in records:
        yield record.id, record.id, record
    for section in market.commentary:
        heading = section.heading.lower().replace(" ", "-")
        for number, entry in enumerate(section.entries, 1):
            yield f"commentary-{heading}-{number}", f"“{entry.title}” under {section.heading}", entry


def _lacking(
    rule: Callable[..., object],
    market: Market,
    name: str,
    record: Record | Entry,
    title: str,
    grade: Grade,
    cure: str,
) -> Finding:
    is_prose = isinstance(record, Entry)
    line = cure if is_prose else f"{'source' if rule is unsourced else 'locator'}: empty"
    subjects = () if is_prose else (name,)
    return finding(
        rule,
        market,
        None,
        topic=name,
        grade=grade,
        title=title,
        arithmetic=line,
        subjects=subjects,
        place=record.place,
    )
