"""The cache of what workers make, by content: the same thing made by the same engine is made once."""

import hashlib
import os
import tempfile
from importlib.metadata import version
from pathlib import Path

# What a drawing depends on beside what is to be drawn.
ENGINE = tuple(
    f"{package} {version(package)}"
    for package in ("vl-convert-python", "font-source-sans-pro", "fonttools", "pillow")
)


class Cache:
    """A folder of files of one kind. Entries are written whole or not at all, and never change."""

    def __init__(self, folder: Path, kind: str = "svg") -> None:
        """Use a folder, which need not exist; entries of different kinds may share it."""
        self._folder = folder
        self._kind = kind

    def get(self, wanted: str) -> bytes | None:
        """What was made for a text, if it is known."""
        try:
            return self._path(wanted).read_bytes()
        except FileNotFoundError:
            return None

    def put(self, wanted: str, made: bytes) -> None:
        """Keep what was made."""
        self._folder.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=self._folder)
        with os.fdopen(handle, "wb") as file:
            file.write(made)
        Path(name).replace(self._path(wanted))

    def _path(self, wanted: str) -> Path:
        content = "\n".join((*ENGINE, wanted)).encode("utf-8")
        return self._folder / f"{hashlib.sha256(content).hexdigest()}.{self._kind}"
