"""Rules on our own files: what was entered twice, is dated so that it cannot be, or is cited by nothing."""

from scripts.audit.dates import is_after
from scripts.audit.guide import AnyRule, name
from scripts.audit.rule import Found, field, finding, held
from scripts.audit.sourcing import records
from scripts.derive import in_base_units
from scripts.model import HELD, PORTFOLIO, Catalog, Claim, Finding, Grade, Market, Place, Role, Source
from scripts.notation import full, moment, publisher, subject, when

# Of these the key says all; patients of two studies may well be as many.
ROLES = {Role.SIZE, Role.VOLUME, Role.PRICE, Role.SHARE, Role.GROWTH}


def same_claim_twice(market: Market, _catalog: Catalog) -> Found:
    """A figure of one publication should stand here once, under one id.

    Entered twice it looks like two figures that confirm each other, and one will be forgotten at a revision: a note on our table.
    Arithmetic: none; measure, scope, segments, region, time, source and value are compared.
    Fires: USD 14.2 bn of 2024 by one publication as `size-2024` and as `market-size-2024`.
    Silent: USD 14.2 bn of 2024 by two publications.
    """
    first: dict[tuple[object, ...], Claim] = {}
    for claim in market.in_order:
        if claim.measure.role not in ROLES or not claim.source or not claim.when:
            continue
        value = (in_base_units(claim).point, claim.qualifier, claim.unit.currency)
        key = (claim.measure.code, claim.title, *field(claim), claim.when, claim.source_id, value)
        other = first.setdefault(key, claim)
        if other is claim:
            yield held(claim)
            continue
        this = f"{subject(market, claim)}, {when(claim)}: {full(claim)}"
        title = f"{this} by {publisher(claim)} stands here twice"
        line = f"{other.id} = {claim.id}: keep the id that was published first, and delete the other row"
        yield finding(same_claim_twice, market, claim, title, line, subjects=(other, claim), weight=1)


def read_before_published(catalog: Catalog) -> Found:
    """A source cannot have been read before it was published.

    One of the two dates is mistyped, or the file was copied from an older edition and its date of reading left as it was. What
    is dated after everything that we have read anywhere may lie in the future: a note, since it may be the first of a new year.
    Arithmetic: none; the two dates are compared as precisely as both are known.
    Fires: published on 3 March 2025, read on 1 December 2024.
    Silent: published in March 2025, read on 12 March 2025.
    """
    days = [source.accessed for source in catalog.sources.values() if source.accessed]
    newest = max(days, key=lambda moment: (moment.last_month, moment.text), default=None)
    for source in catalog.sources.values():
        late = source.accessed or newest
        if not (source.published and late):
            continue
        read = source.accessed
        said = f"read {moment(late)}" if read else f"the latest reading of any source is of {moment(late)}"
        title = f"“{source.title}” is dated {'after it was read' if read else 'in the future'}"
        line = f"published {moment(source.published)}, {said}: look both dates up"
        wrong = _of_source(read_before_published, source, title, line, Grade.ERROR if read else Grade.NOTE)
        yield wrong if is_after(source.published, late) else HELD


def unused_source(catalog: Catalog) -> Found:
    """Every source on file should be cited by something.

    A source that nothing cites is a figure still to be entered, or a file left behind when one was removed. It is a note.
    Arithmetic: none; claims, events, studies, fact checks, commentary and other sources are searched.
    Fires: a file for a report of 2023, of which no figure was entered.
    Silent: a source that a single fact check names.
    """
    used = {source.origin for source in catalog.sources.values()}
    for market in catalog.markets.values():
        used |= {record.source.id for _, _, record in records(market) if record.source}
        used |= {source.id for check in market.fact_checks for source in check.sources}
    for source in catalog.sources.values():
        title = f"Nothing cites “{source.title}” of {source.publisher.name}"
        cure = "enter what it says, or delete its file"
        unused = _of_source(unused_source, source, title, cure, Grade.NOTE)
        yield HELD if source.id in used else unused


def _of_source(rule: AnyRule, source: Source, title: str, line: str, grade: Grade) -> Finding:
    """A finding about a source, which belongs to no single market."""
    code, about, at = name(rule), source.slug, source.place or Place(f"data/sources/{source.id}.yml")
    return Finding(
        market=PORTFOLIO, rule=code, topic=about, grade=grade, title=title, arithmetic=line, place=at
    )
