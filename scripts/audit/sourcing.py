"""Rules on sourcing: a figure without a source is an opinion; one that was published changes for a reason and is never lost."""

from collections.abc import Iterable, Iterator, Set

from scripts.audit.guide import AnyRule
from scripts.audit.rule import Found, Record, finding
from scripts.model import HELD, Catalog, Claim, Entry, Finding, Grade, Market, Place, Source
from scripts.model.addresses import claim_address
from scripts.notation import author, counted, listing, moment


def unsourced(market: Market, _catalog: Catalog) -> Found:
    """Each claim, event, study and piece of commentary names its source.

    Nothing is published here that no one stands for; the row needs a source id. It is an error of ours.
    Arithmetic: none.
    Fires: a market size of USD 14.2 bn whose row names no source.
    Silent: the same row with `market-us/personalized-cell-therapy-2025`.
    """
    cure = "its last paragraph should read “Source: <publisher>/<release>, <place>”"
    yield from _lacking(unsourced, market, "source", "has no source", cure)


def missing_locator(market: Market, _catalog: Catalog) -> Found:
    """Each claim, event, study and piece of commentary says where in its source it stands.

    A reader must be able to find the figure again: section, paragraph, page or table. It is a note on our work.
    Arithmetic: none.
    Fires: a share of 48.7 % that stands “somewhere in the report”, its locator left empty.
    Silent: the same share with “Key Takeaways, bullet 2”.
    """
    says = "does not say where in its source it stands"
    cure = "after the source’s id comes a comma and the place: section and paragraph, page, table"
    yield from _lacking(missing_locator, market, "locator", says, cure)


def _lacking(rule: AnyRule, market: Market, field: str, says: str, cure: str) -> Found:
    """Each record whose field is empty; of those without a source none is asked where in it they stand."""
    grade = Grade.ERROR if field == "source" else Grade.NOTE
    for topic, name, record in records(market):
        own = [] if isinstance(record, Entry) else [record]  # a piece of commentary has no id
        title, line, place = f"{name} {says}", f"{field}: empty" if own else cure, record.place
        lacks = finding(rule, market, own, title, line, grade, topic=topic, place=place)
        if record.source or record.locator or field == "source":
            yield HELD if getattr(record, field) else lacks


def records(market: Market) -> Iterator[tuple[str, str, Record | Entry]]:
    """Each record and piece of commentary with a name for findings about it, and what it is called."""
    records: tuple[Record, ...] = (*market.in_order, *market.events, *market.studies)
    yield from ((record.id, record.id, record) for record in records)
    for section in market.commentary:
        for number, entry in enumerate(section.entries, 1):
            name = f"commentary-{section.heading.lower().replace(' ', '-')}-{number}"
            yield name, f"“{entry.title}” under {section.heading}", entry


def changed_without_reason(market: Market, catalog: Catalog) -> Found:
    """A figure that was published is changed for a reason that is written down, and never removed.

    Readers have quoted it. `revision_reason` says why it changed; what no longer holds keeps its row, ranked deprecated. Figures
    are compared with the newest of the `vintages`; a renamed one is found in the ledger of addresses. An error of ours.
    Arithmetic: none; value, qualifier, unit and period are compared as typed.
    Fires: 14.2 in the last vintage and 12.4 now, with no reason given.
    Silent: 14.2 in the last vintage and 14.20 now, with the reason “The revised edition prints one digit more.”
    """
    last = market.vintages[-1] if market.vintages else None
    for name, before in last.published.items() if last else ():
        assert last  # its figures are read
        claim = catalog.claim_published_as(market, name)
        if claim is None:
            yield _lost(market, name, moment(last.date)) if catalog.now_called(market.id, name) else HELD
        elif claim.typed == before or claim.revision_reason:
            yield HELD
        else:
            now, then = (" ".join(part for part in typed if part) for typed in (claim.typed, before))
            title = f"the claim {claim.id} was published as {then} and is now {now}"
            cure = f"say why in revision_reason, or restore what was published on {moment(last.date)}"
            yield finding(changed_without_reason, market, claim, title, cure, Grade.ERROR)


def _lost(market: Market, name: str, day: str) -> Finding:
    row = f"the row of /{claim_address(market.id, name)}"
    cure = "restore its row, and rank it deprecated with a reason if it no longer holds; or say in data/permalinks.csv, in "
    cure += f"{row}, where it is now (moved_to) or why it should never have been published (withdrawn)"
    place = Place(f"{market.place.file.rpartition('/')[0]}/observations.csv")
    title, rule = f"the claim {name} was published on {day} and is gone", changed_without_reason
    return finding(rule, market, None, title, cure, Grade.ERROR, topic=name, place=place)


def unused_exception(market: Market, found: Set[str]) -> Found:
    """A finding that is accepted must still be found.

    An accepted finding that no longer fires hides nothing and must go, or the next one would hide behind it. It is an
    error of ours, and stops publication. This rule runs after all others, on what they found.
    Arithmetic: none; the ids under `accepted_findings` are looked up among the findings.
    Fires: `growth-triangle-cagr-2023-2033` is accepted, and the rate was corrected since.
    Silent: `growth-triangle-cagr-2023-2033` is accepted, and the three figures still do not fit.
    """
    for entry in market.accepted_findings:
        topic, cure = entry.finding, "remove it from accepted_findings in market.yml"
        title, rule, place = f"the accepted finding “{topic}” no longer fires", unused_exception, entry.place
        gone = finding(rule, market, None, title, cure, Grade.ERROR, topic=topic, place=place)
        yield HELD if topic in found else gone


def single_origin(market: Market, _catalog: Catalog) -> Found:
    """A market should be told by more than one voice.

    Several outlets that repeat one author are one voice: what looks like agreement is the same figure copied. If all
    figures of the market itself come from one author, nothing here can confirm them. Both are notes about our evidence.
    Arithmetic: none of the figures; outlets are counted by whose figures they print.
    Fires: 27 figures of a market, all by one publisher.
    Silent: figures of three publishers, one of them by way of a shop that sells its report.
    """
    cited = [claim for claim in market.in_order if claim.source]
    own = [claim for claim in cited if not claim.scope]
    if own:
        sources = _sources(own)
        title = f"Every figure of the market itself comes from one publisher: {author(own[0].source)}"
        line = f"{counted(len(own), 'figure')}, {counted(len(sources), 'publication')}, one voice: nothing here confirms them"
        alone = finding(single_origin, market, own[0], title, line, topic="market", subjects=(), weight=5)
        yield alone if len({source.voice for source in sources}) == 1 else HELD
    for voice in dict.fromkeys(claim.voice for claim in cited):
        said = [claim for claim in cited if claim.voice == voice]
        outlets = sorted({source.publisher.name for source in _sources(said)})
        if len(outlets) > 1:
            title = f"{listing(outlets)} print figures of one origin"
            line = f"{counted(len(outlets), 'outlet')}, one voice: they are counted once"
            yield finding(single_origin, market, said[0], title, line, topic=voice, subjects=(), weight=1)


def _sources(claims: Iterable[Claim]) -> list[Source]:
    return list({claim.source.id: claim.source for claim in claims if claim.source}.values())
