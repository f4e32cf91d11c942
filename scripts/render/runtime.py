"""The runtime of live figures: Vega as the installed engine has it, and the few lines that start it."""

from importlib.resources import files
from pathlib import Path

from scripts.render import typeface, worker
from scripts.render.cache import Cache
from scripts.render.drawn import RenderError
from scripts.render.workshop import Progress, made

STEP = "Bundling the live figures' runtime"
# The letters of live figures: Latin with its accents, punctuation, currency and mathematical signs.
LETTERS = (
    (0x20, 0x7E),
    (0xA0, 0x17F),
    (0x2010, 0x2027),
    (0x2030, 0x203A),
    (0x20A0, 0x20BF),
    (0x2212, 0x2212),
)


def runtime(cache: Path, progress: Progress = lambda *_: None) -> tuple[str, str]:
    """Script and style sheet of the live figures. Raises RenderError.

    A sandboxed frame has no origin, so it may not fetch fonts: the style sheet carries them as data.
    """
    start = (files("scripts.render") / "live.js").read_text(encoding="utf-8")
    look = (files("scripts.render") / "live.css").read_text(encoding="utf-8")
    script, faults = made([start], worker.bundle, Cache(cache, "js"), progress, step=STEP)
    styles, unstyled = made([look], _with_faces, Cache(cache, "css"), progress, step=STEP)
    if faults or unstyled:
        raise RenderError("; ".join([*faults.values(), *unstyled.values()]))
    return script[start].decode("utf-8"), styles[look].decode("utf-8")


def _with_faces(look: str) -> str:
    letters = {chr(code) for first, last in LETTERS for code in range(first, last + 1)}
    return "\n".join([*(typeface.face(weight, letters) for weight in typeface.FACES), look])
