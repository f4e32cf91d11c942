"""Folders of the data room: what lies in them, without hidden files, links, and files of a name nobody reads."""

import os
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from scripts.load.csv_table import Columns, Table, parse_csv
from scripts.load.problems import Problems, cure_for, near_miss, quoted
from scripts.load.text import KILOBYTE, read_text
from scripts.load.tree import Tree
from scripts.load.yaml_tree import parse_yaml
from scripts.model import Place
from scripts.model.fields import code_cure, is_code

UNSHOWN = re.compile(r"[^\x20-\x7e\xa0-\uffff]|[\u2028-\u202e\u2066-\u2069]")
# Reading YAML takes about a thousand times as long as reading the same bytes of CSV.
TEXT_LIMIT, CSV_LIMIT = 256 * KILOBYTE, 4096 * KILOBYTE


@dataclass(frozen=True)
class Folder:
    """A folder with its real files and folders, in the order of their names; `name` is what messages call it."""

    path: Path
    name: str
    problems: Problems
    files: Sequence[str] = ()
    folders: Sequence[str] = ()

    @classmethod
    def read(cls, path: Path, name: str, problems: Problems) -> "Folder":
        """List a folder; links and things that are neither file nor folder are refused."""
        files: list[str] = []
        folders: list[str] = []
        try:
            entries = sorted(os.scandir(path), key=lambda entry: entry.name)
        except OSError as error:
            cure = "check that it is there and its permissions"
            problems.add(Place(name), f"the folder cannot be read ({error.strerror})", cure)
            entries = []
        for entry in (entry for entry in entries if not entry.name.startswith(".")):
            place = Place(f"{name}/{shown(entry.name)}")
            if entry.is_symlink():
                problems.add(place, "a symbolic link", "put the file itself here")
            elif entry.is_dir() or entry.is_file():
                (folders if entry.is_dir() else files).append(entry.name)
            else:
                problems.add(place, "neither a file nor a folder", "delete it")
        return cls(path, name, problems, files, folders)

    def below(self, name: str) -> "Folder":
        """A folder within this one; empty if it isn't there."""
        read = Folder.read if name in self.folders else Folder
        return read(self.path / name, self.file(name), self.problems)

    def file(self, name: str) -> str:
        """What messages call a file of this folder."""
        return f"{self.name}/{name}"

    def tell(self, name: str, what: str, cure: str) -> None:
        """Note what is wrong with something in this folder."""
        self.problems.add(Place(self.file(shown(name))), what, cure)

    def expect(self, files: Iterable[str], folders: Iterable[str] = (), needed: Iterable[str] = ()) -> None:
        """Refuse what isn't among `files` and `folders`, and miss what is `needed`."""
        missing = [name for name in needed if name not in (*self.files, *self.folders)]
        kinds = (self.files, tuple(files), "file"), (self.folders, tuple(folders), "folder")
        for found, allowed, kind in kinds:
            room = f"there is room for {', '.join(allowed)}" if allowed else f"no {kind} belongs here"
            absent = [name for name in allowed if name not in found]
            for name in (name for name in found if name not in allowed):
                missing = [other for other in missing if other != near_miss(name, absent)]
                cure = cure_for(name, absent, f"delete it; {room}")
                self.tell(name, f"unknown {kind} {quoted(shown(name))}", cure)
        for name in missing:
            self.tell(name, "this is missing", "create it; data/README.md says what belongs in it")

    def codes(self, names: Iterable[str]) -> list[str]:
        """Those of `names` that are codes; others are refused, as a path is an id."""
        stems = {name: name.partition(".")[0] for name in names}
        for name, stem in stems.items():
            if not is_code(stem):
                cure = code_cure(shown(stem)).replace("write", "rename it to", 1)
                self.tell(name, f"the name {quoted(shown(stem))} is no code", cure)
        return [name for name, stem in stems.items() if is_code(stem)]

    def yaml(self, name: str) -> Tree | None:
        """Read a YAML file; None if it isn't there or cannot be read."""
        text = self.text(name)
        return None if text is None else parse_yaml(text, self.file(name), self.problems)

    def csv(self, name: str, columns: Columns) -> Table:
        """Read a CSV file; no rows if it isn't there or cannot be read."""
        text = self.text(name, CSV_LIMIT)
        if text is None:
            return Table((), frozenset(), complete=name not in self.files)
        return parse_csv(text, self.file(name), columns, self.problems)

    def text(self, name: str, limit: int = TEXT_LIMIT) -> str | None:
        """Read a file as text; None if it isn't there or cannot be read."""
        if name not in self.files:
            return None
        return read_text(self.path / name, self.file(name), limit, self.problems)


def shown(name: str) -> str:
    """A file's name as a message can print it, whatever bytes it holds."""
    text = os.fsencode(name).decode("utf-8", "backslashreplace")
    return UNSHOWN.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
