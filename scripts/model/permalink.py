"""Permalinks: the addresses that were ever published, and what became of each."""

from dataclasses import dataclass
from enum import StrEnum

from scripts.model.period import Moment
from scripts.model.place import Place


class AddressKind(StrEnum):
    """What an address leads to."""

    PAGE = "page"
    CLAIM = "claim"
    FIGURE = "figure"
    DOWNLOAD = "download"
    FEED = "feed"


@dataclass(frozen=True, slots=True)
class Permalink:
    """An address below the home page (`c/batteries/size-2024/`, empty for the home page itself) and its first day.

    It is still made, or it has moved to another address, or it was withdrawn for a reason.
    """

    address: str
    kind: AddressKind
    published: Moment
    moved_to: str
    withdrawn: str
    place: Place
