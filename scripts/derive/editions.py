"""Editions: what one publication has said of the same thing at different times."""

from dataclasses import dataclass

from scripts.model import YEAR, Claim, Market, Moment, Rank


@dataclass(frozen=True, slots=True)
class Edition:
    """A figure as one dated edition gives it."""

    date: Moment
    claim: Claim


@dataclass(frozen=True, slots=True)
class Revision:
    """One year's size in at least two editions of one publisher, the oldest first."""

    publisher: str
    year: int
    editions: tuple[Edition, ...]


def revisions(market: Market) -> tuple[Revision, ...]:
    """All years of the market itself of which a publisher speaks in editions of different dates, the latest year first.

    Editions whose dates may be the same day (2024 and May 2024) are not told apart, so neither came first.
    """
    found: dict[tuple[str, int, str, str | None], list[Edition]] = {}
    for claim in market.in_order:
        source, is_yearly_size = claim.source, claim.measure.is_size and claim.length == YEAR
        if is_yearly_size and market.is_own_whole(claim) and source and source.published:
            key = (source.author.name, claim.year, claim.measure.code, claim.unit.currency)
            found.setdefault(key, []).append(Edition(source.published, claim))
    every = [Revision(who, year, _in_order(said)) for (who, year, *_), said in found.items()]
    several = [revision for revision in every if len(revision.editions) > 1]
    return tuple(sorted(several, key=lambda revision: (-revision.year, revision.publisher)))


def other_editions(market: Market, claim: Claim) -> tuple[Claim, ...]:
    """What other editions of the same publication say of the same thing, the newest first."""
    source = claim.source
    if not (source and source.series):
        return ()

    def about(one: Claim) -> tuple[object, ...]:
        return one.measure, one.scope, one.segments, one.when, one.region.code

    others = (c for c in market.in_order if c.source and c.source != source)
    same = [c for c in others if c.source and c.source.edition_of == source.edition_of]
    return tuple(sorted((c for c in same if about(c) == about(claim)), key=_published, reverse=True))


def newest(market: Market, claim: Claim) -> Moment | None:
    """The date of the edition that leads, where a claim is of one that it replaced."""
    if not (claim.superseded and claim.source):
        return None
    editions = (
        c.source for c in market.followed if c.source and c.source.edition_of == claim.source.edition_of
    )
    return max((e.published for e in editions if e.published), key=lambda date: date.text, default=None)


def _published(claim: Claim) -> str:
    return claim.source.published.text if claim.source and claim.source.published else ""


def _in_order(said: list[Edition]) -> tuple[Edition, ...]:
    """The editions by date, one for each: a figure that we follow before one that we reject, exact dates before vague."""
    kept: list[Edition] = []
    said.sort(key=lambda e: (e.claim.rank == Rank.DEPRECATED, -len(e.date.text), e.claim.id))
    for edition in said:
        if not any(edition.date.meets(other.date) for other in kept):
            kept.append(edition)
    return tuple(sorted(kept, key=lambda edition: edition.date.text))
