"""What was published under a claim, and when: the answer to a reader whose number comes from an old e-mail."""

from collections.abc import Iterator
from dataclasses import dataclass

from scripts.model import Claim, Moment
from scripts.notation import as_published, full, moment
from scripts.pages import MarketView


@dataclass(frozen=True, slots=True)
class Published:
    """A figure in words, and the day of the first vintage that has it."""

    shown: str
    day: Moment

    @property
    def since(self) -> str:
        """That day in words."""
        return moment(self.day)


@dataclass(frozen=True, slots=True)
class History:
    """The figures that a claim has had, oldest first; `now` is the one that it has, released or not."""

    past: tuple[Published, ...]
    now: str

    @property
    def first(self) -> str:
        """The day on which the claim was first published, in words; empty before its first release."""
        return self.past[0].since if self.past else ""

    @property
    def before(self) -> Published | None:
        """The last figure that differs from today's; none where it never changed."""
        return next((known for known in reversed(self.past) if known.shown != self.now), None)

    @property
    def changed(self) -> str:
        """The day since which today's figure stands, in words; empty where that is not released."""
        return self.past[-1].since if self.past and self.past[-1].shown == self.now else ""


def history(claim: Claim, view: MarketView) -> History:
    """The history of a claim by the vintages of its market, under whatever ids it has had."""
    return History(tuple(_published(claim, view)), full(claim))


def _published(claim: Claim, view: MarketView) -> Iterator[Published]:
    last = None
    for day, typed in view.published.get(claim.id, ()):
        if typed != last:
            last = typed
            yield Published(as_published(claim, typed, view.catalog.codelists.units), day)
