"""Rules on origins: how many voices speak, whatever the number of outlets, and which sources nobody hears."""

from collections.abc import Iterable, Iterator

from scripts.audit.rule import Record, finding
from scripts.model import HELD, PORTFOLIO, Catalog, Claim, Finding, Grade, Held, Market, Source
from scripts.notation import author, counted, listing


def single_origin(market: Market, _catalog: Catalog) -> Iterator[Finding | Held]:
    """A market should be told by more than one voice.

    Several outlets that repeat one author are one voice: what looks like agreement is the same figure copied. If all
    figures of the market itself come from one author, nothing here can confirm them. Both are notes about our evidence.

    Arithmetic: none of the figures; outlets are counted by whose figures they print.

    Fires: 27 figures of a market, all by one publisher.

    Silent: figures of three publishers, one of them by way of a shop that sells its report.
    """
    own = [claim for claim in market.in_order if not claim.scope and claim.source]
    if own:
        voices = _outlets(own)
        yield _alone(market, own, *voices.values()) if len(voices) == 1 else HELD
    cited = [claim for claim in market.in_order if claim.source]
    for voice, sources in _outlets(cited).items():
        outlets = _names(source.publisher.name for source in sources)
        if len(outlets) > 1:
            yield finding(
                single_origin,
                market,
                next(claim for claim in cited if claim.voice == voice),
                topic=voice,
                title=f"{listing(outlets)} print figures of one origin",
                arithmetic=f"{counted(len(outlets), 'outlet')}, one voice: they are counted once",
                subjects=(),
                weight=1,
            )


def _names(names: Iterable[str]) -> list[str]:
    return sorted(set(names))


def _outlets(claims: Iterable[Claim]) -> dict[str, list[Source]]:
    """The sources of claims, by voice."""
    outlets: dict[str, list[Source]] = {}
    for claim in claims:
        if claim.source and claim.source not in outlets.setdefault(claim.voice, []):
            outlets[claim.voice].append(claim.source)
    return outlets


def _alone(market: Market, own: list[Claim], sources: list[Source]) -> Finding:
    return finding(
        single_origin,
        market,
        own[0],
        topic="market",
        title=f"Every figure of the market itself comes from one publisher: {author(sources[0])}",
        arithmetic=f"{counted(len(own), 'figure')}, {counted(len(sources), 'publication')}, one voice: nothing here confirms them",
        subjects=(),
        weight=5,
    )


def unused_source(catalog: Catalog) -> Iterator[Finding | Held]:
    """Every source on file should be cited by something.

    A source that nothing cites is a figure still to be entered, or a file left behind when one was removed. It is a note.

    Arithmetic: none; claims, events, studies, fact checks, commentary and other sources are searched.

    Fires: a file for a report of 2023, of which no figure was entered.

    Silent: a source that a single fact check names.
    """
    used = {source.id for market in catalog.markets.values() for source in _cited(market)}
    used |= {source.origin for source in catalog.sources.values() if source.origin}
    for source in catalog.sources.values():
        yield HELD if source.id in used else _unused(source)


def _unused(source: Source) -> Finding:
    assert source.place  # the loader gives one
    return Finding(
        market=PORTFOLIO,
        rule="unused-source",
        topic=source.slug,
        grade=Grade.NOTE,
        title=f"Nothing cites “{source.title}” of {source.publisher.name}",
        arithmetic="enter what it says, or delete its file",
        place=source.place,
    )


def _cited(market: Market) -> Iterator[Source]:
    records: tuple[Record, ...] = (*market.in_order, *market.events, *market.studies)
    stated = [record.source for record in records]
    stated += [entry.source for section in market.commentary for entry in section.entries]
    yield from (source for source in stated if source)
    yield from (source for check in market.fact_checks for source in check.sources)
