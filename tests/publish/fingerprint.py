"""A folder as the hashes of its files."""

import hashlib
from pathlib import Path


def fingerprint(folder: Path) -> dict[str, str]:
    """The hash of each file below a folder, by its relative path."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
