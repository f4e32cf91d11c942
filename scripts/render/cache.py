"""The cache of raw drawings, by content: the same specification drawn by the same engine is drawn once."""

import hashlib
import os
import tempfile
from importlib.metadata import version
from pathlib import Path

# What a drawing depends on beside its specification.
ENGINE = tuple(f"{package} {version(package)}" for package in ("vl-convert-python", "font-source-sans-pro"))


class Cache:
    """A folder of drawings. Entries are written whole or not at all, and never change."""

    def __init__(self, folder: Path) -> None:
        """Use a folder, which need not exist."""
        self._folder = folder

    def get(self, specification: str) -> str | None:
        """The drawing of a specification, if it is known."""
        try:
            return self._path(specification).read_text(encoding="utf-8")
        except FileNotFoundError:
            return None

    def put(self, specification: str, drawing: str) -> None:
        """Keep a drawing."""
        self._folder.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=self._folder)
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(drawing)
        Path(name).replace(self._path(specification))

    def _path(self, specification: str) -> Path:
        content = "\n".join((*ENGINE, specification)).encode("utf-8")
        return self._folder / f"{hashlib.sha256(content).hexdigest()}.svg"
