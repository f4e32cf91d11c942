"""One name, one value: a derived value's id is the address of its page."""

from collections.abc import Iterable, Mapping

from scripts.model import Derived


class SameNameError(Exception):
    """Two different values would stand at one address."""


def named(values: Iterable[Derived]) -> Mapping[str, Derived]:
    """The values by id, the first of those that are the same: of one id, from the same inputs.

    Raises SameNameError where one id would be that of two values.
    """
    found: dict[str, Derived] = {}
    for value in values:
        known = found.setdefault(value.id, value)
        if known.inputs != value.inputs:
            raise SameNameError(
                f"{value.id!r} would be both {known.name!r} from {', '.join(known.inputs)}"
                f" and {value.name!r} from {', '.join(value.inputs)} - rename one of these claims"
            )
    return found
