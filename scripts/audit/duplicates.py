"""Rules on what was entered twice, or dated so that it cannot be."""

from scripts.audit.dates import is_after
from scripts.audit.rule import Found, field, finding, held, of_source
from scripts.derive import in_base_units
from scripts.model import HELD, Catalog, Claim, Grade, Market, Role
from scripts.notation import full, moment, publisher, subject, when

# Of these the key says all; patients of two studies may well be as many.
ROLES = {Role.SIZE, Role.VOLUME, Role.PRICE, Role.SHARE, Role.GROWTH}


def same_claim_twice(market: Market, _catalog: Catalog) -> Found:
    """A figure of one publication should stand here once, under one id.

    Entered twice it looks like two figures that confirm each other, and one of them will be forgotten when it is revised. It is
    a note on our own table, since nothing is wrong with the figure.

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
        wrong = of_source(read_before_published, source, title, line, Grade.ERROR if read else Grade.NOTE)
        yield wrong if is_after(source.published, late) else HELD
