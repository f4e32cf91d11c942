"""The workshop: texts in, what workers make of them out; from the cache where it is known, each with a time limit."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future  # noqa: TC003 - told apart from pebble's own
from multiprocessing import get_context

from pebble import ProcessExpired, ProcessPool

from scripts.render import worker
from scripts.render.cache import Cache

WORKERS = 2
SECONDS = 60.0

# What a worker does with one text. It runs in another process, so it is a function of a module.
Work = Callable[[str], str | bytes]
Progress = Callable[[str, int, int], None]


def made(
    wanted: Iterable[str],
    work: Work,
    cache: Cache,
    progress: Progress,
    *,
    step: str,
    seconds: float = SECONDS,
) -> tuple[dict[str, bytes], dict[str, str]]:
    """What was made of each text, and what went wrong with the others."""
    known = {text: cache.get(text) for text in dict.fromkeys(wanted)}
    found = {text: kept for text, kept in known.items() if kept is not None}
    missing = [text for text in known if text not in found]
    faults: dict[str, str] = {}
    if missing:
        for done, (text, result, fault) in enumerate(_worked(missing, work, seconds)):
            progress(step, done, len(missing))
            if fault:
                faults[text] = fault
            else:
                found[text] = result
                cache.put(text, result)
        progress(step, len(missing), len(missing))
    return found, faults


def _worked(texts: Sequence[str], work: Work, seconds: float) -> Iterator[tuple[str, bytes, str]]:
    """Each text with its result or its fault. A worker that dies or hangs takes no other with it."""
    pool = ProcessPool(max_workers=WORKERS, initializer=worker.prepare, context=get_context("spawn"))
    with pool:
        futures: list[Future[str | bytes]] = [
            pool.schedule(work, args=(text,), timeout=seconds) for text in texts
        ]
        for text, future in zip(texts, futures, strict=True):
            try:
                result = future.result()
                yield text, result.encode("utf-8") if isinstance(result, str) else result, ""
            except TimeoutError:
                yield text, b"", f"not drawn within {seconds:g} seconds"
            except ProcessExpired as died:
                yield text, b"", f"the drawing engine stopped (exit code {died.exitcode})"
            except Exception as failed:  # noqa: BLE001 - whatever the engine raises becomes a named fault
                told = " ".join(str(failed).splitlines()[:2])  # what follows is the engine's own stack
                yield text, b"", f"{type(failed).__name__}: {told}"
