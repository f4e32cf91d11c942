"""Figures to drawings: each drawn wide and narrow by a worker, then dressed for the page."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path

from scripts.charts import Figure
from scripts.render import worker
from scripts.render.cache import Cache
from scripts.render.drawn import Drawn, RenderError
from scripts.render.theme import themed
from scripts.render.workshop import SECONDS, Progress, made

STEP = "Drawing figures"

Draw = Callable[[str], str]


def render(
    figures: Sequence[Figure],
    cache: Path,
    progress: Progress = lambda *_: None,
    *,
    draw: Draw = worker.draw,
    seconds: float = SECONDS,
) -> dict[tuple[str, str], Drawn]:
    """Draw all figures, each wide and narrow, by market and id.

    Raises RenderError that names every figure which could not be drawn, was not drawn in time, or lacks marks.
    """
    wanted = [
        (figure, variant, json.dumps(specification, ensure_ascii=False, sort_keys=True))
        for figure in figures
        for variant, specification in (("wide", figure.wide), ("narrow", figure.narrow))
    ]
    texts = [specification for *_, specification in wanted]
    raw, faults = made(texts, draw, Cache(cache), progress, step=STEP, seconds=seconds)
    drawings: dict[tuple[str, str, str], str] = {}
    failed: list[str] = []
    for figure, variant, specification in wanted:
        try:
            if specification in faults:
                raise RenderError(faults[specification])
            drawings[figure.market, figure.id, variant] = themed(
                raw[specification].decode("utf-8"), figure, variant
            )
        except RenderError as error:
            failed.append(f"{figure.market}/{figure.id} ({variant}): {error}")
    if failed:
        raise RenderError("; ".join(failed))
    return {
        (figure.market, figure.id): Drawn(
            drawings[figure.market, figure.id, "wide"], drawings[figure.market, figure.id, "narrow"]
        )
        for figure in figures
    }
