"""Editions: what one publisher has said of the same year at different times."""

from dataclasses import dataclass

from scripts.model import Claim, Market, Moment, Rank, Role


@dataclass(frozen=True, slots=True)
class Edition:
    """A size as one dated edition gives it."""

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
    known: dict[tuple[str, int, str, str | None], list[Edition]] = {}
    for claim in market.claims.values():
        source, period = claim.source, claim.period
        if claim.measure.role != Role.SIZE or not claim.is_headline_kind or not (source and period):
            continue
        if source.published and not period.is_interval:
            key = (source.publisher.name, period.start.year, claim.measure.code, claim.unit.currency)
            known.setdefault(key, []).append(Edition(source.published, claim))
    found = [Revision(who, year, _in_order(said)) for (who, year, *_), said in known.items()]
    told = [revision for revision in found if len(revision.editions) > 1]
    return tuple(sorted(told, key=lambda revision: (-revision.year, revision.publisher)))


def _in_order(said: list[Edition]) -> tuple[Edition, ...]:
    """The editions by date, one for each: a figure that we follow before one that we reject, exact dates before vague."""
    kept: list[Edition] = []
    for edition in sorted(
        said, key=lambda e: (e.claim.rank == Rank.DEPRECATED, -len(e.date.text), e.claim.id)
    ):
        if not any(edition.date.meets(other.date) for other in kept):
            kept.append(edition)
    return tuple(sorted(kept, key=lambda edition: edition.date.text))
