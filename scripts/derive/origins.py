"""Origins: how many outlets, publications and publishers stand behind a market, and how many voices they are."""

from collections.abc import Iterable
from dataclasses import dataclass

from scripts.model import Claim, Market, Source


@dataclass(frozen=True, slots=True)
class Voice:
    """A publisher whose figures are printed, by itself or by others; `own` counts those of the market itself."""

    code: str
    sources: tuple[Source, ...]
    claims: int
    own: int

    @property
    def outlets(self) -> tuple[str, ...]:
        """Who prints its figures, each once."""
        return tuple(dict.fromkeys(source.publisher.name for source in self.sources))


@dataclass(frozen=True, slots=True)
class Origins:
    """Citations of a market collapsed step by step: claims, publications, outlets, voices."""

    claims: int
    publications: int
    outlets: int
    voices: tuple[Voice, ...]

    @property
    def own_voices(self) -> int:
        """Voices that speak of the market itself rather than of its neighbours."""
        return sum(voice.own > 0 for voice in self.voices)


def origins(market: Market) -> Origins:
    """Who is behind the claims of a market: voices with most figures of the market itself first."""
    cited = [claim for claim in market.in_order if claim.source]
    by_voice: dict[str, list[Claim]] = {}
    for claim in cited:
        by_voice.setdefault(claim.voice, []).append(claim)
    voices = [
        Voice(v, _sources(some), len(some), sum(not c.scope for c in some)) for v, some in by_voice.items()
    ]
    voices.sort(key=lambda voice: (-voice.own, -voice.claims, voice.code))
    sources = _sources(cited)
    outlets = {source.publisher.code for source in sources}
    return Origins(len(cited), len(sources), len(outlets), tuple(voices))


def _sources(claims: Iterable[Claim]) -> tuple[Source, ...]:
    return tuple({claim.source.id: claim.source for claim in claims if claim.source}.values())
