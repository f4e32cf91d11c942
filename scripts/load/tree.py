"""Trees: what a YAML file says, with the place of each value and of each name."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from scripts.load.problems import Problems
from scripts.model import Place

# The way to a value within a file: names, and places in lists.
Path = tuple[int | str, ...]


@dataclass(frozen=True)
class Tree:
    """Texts, lists and mappings as typed, with the place of each; `path` is where in the file this tree hangs."""

    file: str
    value: object
    values: Mapping[Path, Place]
    keys: Mapping[Path, Place]
    path: Path = ()

    def place(self, path: Path = ()) -> Place:
        """Where the value at `path` stands, or the nearest one around it."""
        full = self.path + path
        while full not in self.values and full:
            full = full[:-1]
        return self.values.get(full, Place(self.file))

    def key_place(self, path: Path = ()) -> Place:
        """Where the name of the value at `path` stands."""
        return self.keys.get(self.path + path) or self.place(path)

    def gap(self, path: Path) -> Place:
        """Where a reader should look for a field that is missing: the name of what should hold it."""
        return self.key_place(path[:-1]) if self.path + path[:-1] else Place(self.file)

    def get(self, path: Path) -> object:
        """The value at a path of names; None if there is none."""
        value = self.value
        for step in path:
            value = value.get(step) if isinstance(value, dict) else None
        return value

    def at(self, *path: str) -> "Tree":
        """The tree under a path of names."""
        return replace(self, value=self.get(path), path=(*self.path, *path))

    def names(self) -> tuple[str, ...] | None:
        """The names of this mapping, None if it is none."""
        return tuple(self.value) if isinstance(self.value, dict) else None

    def all_named_well(self, problems: Problems) -> bool:
        """Whether nothing is wrong with any name of this mapping; else the name that was meant isn't known."""
        return not any(problems.has(place) for path, place in self.keys.items() if path[:-1] == self.path)
