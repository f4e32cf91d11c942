"""History: what was published, where, when, and what became of it."""

from scripts.history.ledger import addresses, lost
from scripts.history.release import enter

__all__ = ["addresses", "enter", "lost"]
