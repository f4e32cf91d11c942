"""History: what was published, where, when, and what became of it."""

from scripts.history.changes import Release, releases
from scripts.history.ledger import addresses, lost
from scripts.history.release import enter

__all__ = ["Release", "addresses", "enter", "lost", "releases"]
