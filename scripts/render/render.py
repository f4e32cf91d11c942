"""Figures to drawings: from the cache, or by workers, each drawing with a time limit of its own."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future  # noqa: TC003 - told apart from pebble's own
from multiprocessing import get_context
from pathlib import Path

from pebble import ProcessExpired, ProcessPool

from scripts.charts import Figure
from scripts.render import worker
from scripts.render.cache import Cache
from scripts.render.drawn import Drawn, RenderError
from scripts.render.theme import themed

WORKERS = 2
SECONDS = 60.0
STEP = "Drawing figures"

Draw = Callable[[str], str]
Progress = Callable[[str, int, int], None]


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
    raw, faults = _raw([specification for *_, specification in wanted], Cache(cache), progress, draw, seconds)
    drawings: dict[tuple[str, str, str], str] = {}
    failed: list[str] = []
    for figure, variant, specification in wanted:
        try:
            if specification in faults:
                raise RenderError(faults[specification])
            drawings[figure.market, figure.id, variant] = themed(raw[specification], figure, variant)
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


def _raw(
    specifications: Iterable[str], cache: Cache, progress: Progress, draw: Draw, seconds: float
) -> tuple[dict[str, str], dict[str, str]]:
    """The raw drawing of each specification, and what went wrong with the others."""
    known = {specification: cache.get(specification) for specification in dict.fromkeys(specifications)}
    found = {specification: drawing for specification, drawing in known.items() if drawing is not None}
    missing = [specification for specification in known if specification not in found]
    faults: dict[str, str] = {}
    if missing:
        for done, (specification, drawing, fault) in enumerate(_drawn(missing, draw, seconds)):
            progress(STEP, done, len(missing))
            if fault:
                faults[specification] = fault
            else:
                found[specification] = drawing
                cache.put(specification, drawing)
        progress(STEP, len(missing), len(missing))
    return found, faults


def _drawn(specifications: Sequence[str], draw: Draw, seconds: float) -> Iterator[tuple[str, str, str]]:
    """Each specification with its drawing or its fault. A worker that dies or hangs takes no other with it."""
    pool = ProcessPool(max_workers=WORKERS, initializer=worker.prepare, context=get_context("spawn"))
    with pool:
        futures: list[Future[str]] = [
            pool.schedule(draw, args=(text,), timeout=seconds) for text in specifications
        ]
        for specification, future in zip(specifications, futures, strict=True):
            try:
                yield specification, future.result(), ""
            except TimeoutError:
                yield specification, "", f"not drawn within {seconds:g} seconds"
            except ProcessExpired as died:
                yield specification, "", f"the drawing engine stopped (exit code {died.exitcode})"
            except Exception as failed:  # noqa: BLE001 - whatever the engine raises becomes a named fault
                told = " ".join(str(failed).splitlines()[:2])  # what follows is the engine's own stack
                yield specification, "", f"{type(failed).__name__}: {told}"
