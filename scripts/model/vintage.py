"""Vintages, which are claims as they were published on a day, and findings that we know and accept."""

from collections.abc import Mapping
from typing import Annotated

from pydantic.dataclasses import dataclass as noun

from scripts.model.claim import Typed
from scripts.model.fields import GIVEN, NOUN, Code, Line, Prose
from scripts.model.period import Moment
from scripts.model.place import Place
from scripts.model.printed import FigureField


@noun(frozen=True, config=NOUN)
class AcceptedFinding:
    """A finding that we know and accept."""

    finding: Line
    """The id of the finding, as the audit prints it."""
    reason: Prose
    """Why it is accepted."""
    place: Annotated[Place, GIVEN] = Place("")


@noun(frozen=True, config=NOUN)
class VintageRow:
    """A claim as it was published on the day that names its file; other columns of observations.csv may stand here too."""

    id: Code
    """The id that the claim bore."""
    value: FigureField
    """The figure with exactly the digits published then."""
    unit: Code
    """The unit as published then."""
    qualifier: Line = ""
    """The qualifier as published then."""
    period: Line = ""
    """The period as published then."""

    @property
    def typed(self) -> Typed:
        """What is compared with the claim of today."""
        return (self.value, self.qualifier, self.unit, self.period)


@noun(frozen=True, config=NOUN)
class Vintage:
    """The claims as they were published on a date, by the ids that they bore."""

    date: Moment
    published: Mapping[str, Typed]
