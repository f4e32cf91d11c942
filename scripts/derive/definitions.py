"""Definitions: what each field counts in and leaves out, side by side, and who speaks of which field."""

from dataclasses import dataclass

from scripts.model import Market, Word
from scripts.notation import author


@dataclass(frozen=True, slots=True)
class Definition:
    """A field (empty code: the market itself) with who gives sizes or rates for it."""

    code: str
    name: str
    includes: tuple[Word, ...]
    excludes: tuple[Word, ...]
    voices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Definitions:
    """All fields that publishers speak of under one market, and every tag that one of them names."""

    fields: tuple[Definition, ...]
    tags: tuple[Word, ...]


def definitions(market: Market) -> Definitions:
    """The market first, then those of its scopes for which a size or a rate is published, in the data's order."""
    speakers: dict[str, list[str]] = {}
    for claim in market.in_order:
        if claim.is_whole and (claim.measure.is_size or claim.measure.role == "growth") and claim.source:
            speakers.setdefault(claim.scope, []).append(author(claim.source))
    named = [("", market.short_title, market.includes, market.excludes)]
    named += [(s.code, s.name, s.includes, s.excludes) for s in market.scopes.values() if s.code in speakers]
    fields = tuple(Definition(*said, tuple(dict.fromkeys(speakers.get(said[0], ())))) for said in named)
    tags = dict.fromkeys(tag for field in fields for tag in (*field.includes, *field.excludes))
    return Definitions(fields, tuple(tags))
