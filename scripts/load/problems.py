"""Problems: everything that is wrong with the data, gathered so that one run tells all of it."""

import difflib
import re
from collections.abc import Iterable

from scripts.model import Place, Problem
from scripts.model.fields import quoted

__all__ = ["DataError", "Problems", "cure_for", "listed", "near_miss", "quoted"]


class DataError(Exception):
    """The data could not be understood; `problems` says where, why and what to do, in the order of the files."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Keep each problem once, sorted by place."""
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(map(str, self.problems)))


class Problems:
    """Collects what readers find, so that a fault in one file doesn't hide those in the next."""

    def __init__(self) -> None:
        """Start without problems."""
        self._found: list[Problem] = []
        self._places: set[Place] = set()

    def add(self, place: Place, what: str, cure: str) -> None:
        """Note that at `place` there is `what`, and that `cure` mends it."""
        self._found.append(Problem(place, what, cure))
        self._places.add(place)

    def has(self, place: Place) -> bool:
        """Whether something is wrong at a place already: its first fault is told, not what follows from it."""
        return place in self._places

    def __len__(self) -> int:
        """How many problems were noted so far."""
        return len(self._found)

    def settle(self) -> None:
        """Raise DataError if anything was found."""
        if self._found:
            raise DataError(self._found)


def listed(words: Iterable[str]) -> str:
    """Join words as in a sentence: `a, b and c`."""
    *most, last = words
    return f"{', '.join(most)} and {last}" if most else last


def cure_for(word: str, choices: Iterable[str], otherwise: str) -> str:
    """Ask whether a near choice was meant, or say what to do otherwise."""
    meant = near_miss(word, choices)
    return f"did you mean {quoted(meant)}?" if meant else otherwise


def near_miss(word: str, choices: Iterable[str]) -> str | None:
    """Find the choice that was probably meant; upper case, spaces and underscores make no difference."""
    if len(word) > 100:  # comparing takes quadratic time, and nobody mistypes a code of that length
        return None
    plain = {re.sub(r"[\s_]+", "-", choice.lower()): choice for choice in sorted(choices, reverse=True)}
    close = difflib.get_close_matches(re.sub(r"[\s_]+", "-", word.lower()), plain, n=1, cutoff=0.65)
    return plain[close[0]] if close else None
