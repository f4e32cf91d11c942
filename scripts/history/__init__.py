"""History: what was published, where, when, and what became of it."""

from scripts.history.changes import Release, releases
from scripts.history.ledger import addresses, forgotten, lost
from scripts.history.release import Released, enter, rewritten, withdrawn

__all__ = [
    "Release",
    "Released",
    "addresses",
    "enter",
    "forgotten",
    "lost",
    "releases",
    "rewritten",
    "withdrawn",
]
