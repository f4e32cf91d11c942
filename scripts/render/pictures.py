"""Figures as files: the drawing that carries itself, as SVG with its typeface and as PNG."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from scripts.render import typeface, worker
from scripts.render.cache import Cache
from scripts.render.drawn import RenderError
from scripts.render.workshop import Progress, made

STEP = "Painting figures"

# A figure by market and id.
Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Picture:
    """A figure that carries itself, in two formats, and its preview card."""

    svg: str
    png: bytes
    card: bytes


def pictures(
    drawings: Mapping[Key, str],
    cards: Mapping[Key, str],
    cache: Path,
    progress: Progress = lambda *_: None,
) -> dict[Key, Picture]:
    """Each standalone drawing with its typeface inside, and painted at two pixels a unit, as its card is.

    Raises RenderError that names every figure which could not be painted.
    """
    texts = list(drawings.values())
    lettered, unlettered = made(
        texts, typeface.with_typeface, Cache(cache, "lettered.svg"), progress, step=STEP
    )
    painted, unpainted = made(
        [*texts, *cards.values()], worker.paint, Cache(cache, "png"), progress, step=STEP
    )
    faults = unlettered | unpainted
    every = [*drawings.items(), *cards.items()]
    failed = [f"{'/'.join(key)}: {faults[text]}" for key, text in every if text in faults]
    if failed:
        raise RenderError("; ".join(failed))
    return {
        key: Picture(lettered[text].decode("utf-8"), painted[text], painted[cards[key]])
        for key, text in drawings.items()
    }
