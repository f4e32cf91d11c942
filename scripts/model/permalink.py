"""Permalinks: the addresses that were ever published, and what became of each."""

from enum import StrEnum
from typing import Annotated

from pydantic.dataclasses import dataclass as noun

from scripts.model.fields import GIVEN, NOUN, OwnAddress, Prose
from scripts.model.period import DayField
from scripts.model.place import Place


class AddressKind(StrEnum):
    """What an address leads to."""

    PAGE = "page"
    CLAIM = "claim"
    FIGURE = "figure"
    DOWNLOAD = "download"
    FEED = "feed"


@noun(frozen=True, config=NOUN)
class Permalink:
    """An address that was published. Rows are appended by `release` and never deleted.

    It is still made, or it has moved to another address, or it was withdrawn for a reason.
    """

    address: OwnAddress
    """What follows the home page's address, with a slash before it: /c/batteries/size-2024/."""
    kind: AddressKind
    """What it leads to."""
    published: DayField
    """The day on which it was first published."""
    moved_to: OwnAddress = ""
    """Where its content is now; readers of the old address are led there."""
    withdrawn: Prose = ""
    """Why its content is gone for good; readers of the address are told."""
    place: Annotated[Place, GIVEN] = Place("")
