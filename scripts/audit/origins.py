"""Rules on origins: how many voices speak, whatever the number of outlets, and which sources nobody hears."""

from collections.abc import Iterator

from scripts.model import HELD, PORTFOLIO, Catalog, Claim, Finding, Held, Market, Severity, Source
from scripts.notation import counted, listing


def single_origin(market: Market, _catalog: Catalog) -> Iterator[Finding | Held]:
    """A market should be told by more than one voice.

    Several outlets that repeat one publisher are one voice: what looks like agreement is the same figure copied. If all
    figures of the market itself come from one publisher, nothing here can confirm them.

    Arithmetic: outlets are counted by whose figures they print.

    Fires: 27 figures of a market, all by one publisher.

    Silent: figures of three publishers, one of them by way of a shop that sells its report.
    """
    own = [claim for claim in market.claims.values() if not claim.scope and claim.source]
    if own:
        voices = _outlets(own)
        yield _alone(market, own, voices) if len(voices) == 1 else HELD
    for voice, sources in _outlets([c for c in market.claims.values() if c.source]).items():
        outlets = list(dict.fromkeys(source.publisher.name for source in sources))
        if len(outlets) > 1:
            yield _repeated(market, voice, outlets)


def _outlets(claims: list[Claim]) -> dict[str, list[Source]]:
    """The sources of claims, by voice."""
    found: dict[str, list[Source]] = {}
    for claim in claims:
        if claim.source and claim.source not in found.setdefault(claim.source.voice, []):
            found[claim.source.voice].append(claim.source)
    return found


def _alone(market: Market, own: list[Claim], voices: dict[str, list[Source]]) -> Finding:
    ((_, sources),) = voices.items()
    outlets = listing(list(dict.fromkeys(source.publisher.name for source in sources)))
    return Finding(
        market.id,
        "single-origin",
        "market",
        Severity.NOTICE,
        f"Every figure of the market itself comes from one publisher: {outlets}",
        f"{counted(len(own), 'figure')}, {counted(len(sources), 'publication')}, one voice: nothing here confirms them",
        (),
        own[0].place,
        5,
    )


def _repeated(market: Market, voice: str, outlets: list[str]) -> Finding:
    place = next(c.place for c in market.claims.values() if c.source and c.source.voice == voice)
    return Finding(
        market.id,
        "single-origin",
        voice,
        Severity.NOTICE,
        f"{listing(outlets)} print figures of one origin",
        f"{counted(len(outlets), 'outlet')}, one voice: they are counted once",
        (),
        place,
        1,
    )


def unused_source(catalog: Catalog) -> Iterator[Finding | Held]:
    """Every source on file should be cited by something.

    A source that nothing cites is a figure still to be entered, or a file left behind when one was removed.

    Arithmetic: none; claims, events, studies, fact checks, commentary and other sources are searched.

    Fires: a file for a report of 2023, of which no figure was entered.

    Silent: a source that a single fact check names.
    """
    used = {source.id for market in catalog.markets.values() for source in _cited(market)}
    used |= {source.origin for source in catalog.sources.values() if source.origin}
    for source in catalog.sources.values():
        if source.id in used:
            yield HELD
        else:
            yield Finding(
                PORTFOLIO,
                "unused-source",
                source.slug,
                Severity.NOTICE,
                f"Nothing cites “{source.title}” of {source.publisher.name}",
                "enter what it says, or delete its file",
                (),
                source.place,
            )


def _cited(market: Market) -> Iterator[Source]:
    stated = [claim.source for claim in market.claims.values()]
    stated += [event.source for event in market.events]
    stated += [study.source for study in market.studies]
    stated += [entry.source for section in market.commentary for entry in section.entries]
    yield from (source for source in stated if source)
    yield from (source for check in market.fact_checks for source in check.sources)
