"""History: what was published, where, when, and what became of it."""

from scripts.history.changes import Release, releases
from scripts.history.ledger import addresses, gone, lost
from scripts.history.release import enter, withdraw

__all__ = ["Release", "addresses", "enter", "gone", "lost", "releases", "withdraw"]
