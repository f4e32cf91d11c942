"""Staging: a site is built beside its target and swapped in whole, by one build at a time."""

import ctypes
import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

AT_FDCWD = -100
RENAME_EXCHANGE = 2


class BusyError(Exception):
    """Another build holds the lock."""


@contextmanager
def staging(target: Path) -> Iterator[Path]:
    """A private folder beside the target, on its file system; gone afterwards, whatever happened.

    Raises BusyError while another build of the same target runs. What a killed build left behind is cleared first.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    prefix = f".staging-{target.name}-"
    with _lock(target.parent / f".staging-{target.name}.lock"):
        for left in target.parent.glob(f"{prefix}*"):
            shutil.rmtree(left, ignore_errors=True)
        folder = Path(tempfile.mkdtemp(prefix=prefix, dir=target.parent))
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _lock(path: Path) -> Iterator[None]:
    with path.open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise BusyError(f"another build of this site is running ({path.name} is locked)") from None
        yield


def swap(staged: Path, target: Path) -> None:
    """Put a finished site in the target's place.

    The two exchange names in one step, so that at any moment the target is the old site or the new one, whole. Where
    the file system cannot exchange (renameat2), the old site steps aside for the instant between two renames.
    """
    if not target.exists():
        staged.rename(target)
    elif not _exchange(staged, target):
        aside = staged.with_name(f"{staged.name}-old")
        target.rename(aside)
        staged.rename(target)


def _exchange(one: Path, other: Path) -> bool:
    renameat2 = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if renameat2 is None:
        return False
    done = renameat2(AT_FDCWD, os.fsencode(one), AT_FDCWD, os.fsencode(other), RENAME_EXCHANGE)
    return bool(done == 0)
