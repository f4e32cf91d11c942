"""Staging: a site is built beside its target and swapped in whole, by one build at a time."""

import ctypes
import fcntl
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

AT_FDCWD = -100
RENAME_EXCHANGE = 2
MADE_BY_US = "assets/almanac.css"


class BusyError(Exception):
    """Another build holds the lock."""


class TargetError(Exception):
    """The folder named for the site holds something else, which a build would destroy."""


def check_target(target: Path, rooms: Iterable[Path]) -> None:
    """Refuse to build into a folder that is not a site of ours, or in or around a room of the project.

    Raises TargetError. A folder that is missing or empty is fine; so is one that an earlier build has made.
    """
    for room in rooms:
        if target == room or room in target.parents or target in room.parents:
            raise TargetError(
                f"{target} would take the place of {room} or lie in it - name another folder with --out"
            )
    if target.exists() and not target.is_dir():
        raise TargetError(f"{target} is a file - name a folder with --out")
    if target.exists() and any(target.iterdir()) and not (target / MADE_BY_US).is_file():
        raise TargetError(
            f"{target} is not empty and not a site of ours - name another folder, or empty this one"
        )


@contextmanager
def staging(target: Path) -> Iterator[Path]:
    """A private folder beside the target, on its file system; gone afterwards, whatever happened.

    Raises BusyError while another build of the same target runs. What a killed build left behind is cleared first.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    folder = target.parent / f".staging-{target.name}"
    with _lock(target.parent / f".staging-{target.name}.lock"):
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
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
