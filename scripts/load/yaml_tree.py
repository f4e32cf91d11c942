"""YAML to a tree with places: every scalar stays the text that was typed, and what YAML hides is refused."""

import re
from collections.abc import Iterator
from typing import NoReturn

import yaml

from scripts.load.problems import Problems, quoted
from scripts.load.text import forbidden_in
from scripts.load.tree import Path, Tree
from scripts.model import Place

MAX_DEPTH = 20
EMPTY = "write its entries; data/README.md says which, {} stands for none"
# Scalars that YAML 1.1 and 1.2, and so two programs, read differently: booleans, nothing, octal, hexadecimal, binary,
# digits in groups, base 60, infinity, merge keys.
AMBIGUOUS = re.compile(
    r"(?i:y|yes|n|no|on|off|null)|(?!true$|false$)(?i:true|false)|~|<<|=|[-+]?0[0-9_]+|0[xobXOB][0-9a-fA-F_]+|[-+]?[0-9][0-9_]*_[0-9_]*"
    r"|[-+]?[0-9]+(?::[0-5]?[0-9])+(?:\.[0-9]*)?|[-+]?\.(?i:inf)|\.(?i:nan)"
)
CURES = {
    "mapping values are not allowed": "put text that holds ': ' in quotes, and indent with care",
    "cannot start any token": "indent with spaces, not tabs; put text that starts with @, ` or % in quotes",
    "unexpected end of stream": "close the quote that is opened here",
    "expected ',' or ']'": "close the bracket [ that is opened before",
    "expected ',' or '}'": "close the bracket { that is opened before",
    "could not find expected ':'": "write 'field: value', and put longer text in quotes or on indented lines",
}


class _RefusedError(Exception):
    """Reading the file cannot go on."""


def parse_yaml(text: str, file: str, problems: Problems) -> Tree | None:
    """Read one YAML document; None if it cannot be read to its end, which is then a problem."""
    builder = _Builder(yaml.parse(text, Loader=yaml.CSafeLoader), file, problems)
    try:
        value = builder.document()
    except _RefusedError:
        return None
    except yaml.MarkedYAMLError as error:
        _note_syntax(error, file, problems)
        return None
    except yaml.YAMLError as error:
        problems.add(Place(file), f"this is not YAML ({quoted(str(error))})", "see data/README.md")
        return None
    return Tree(file, value, builder.values, builder.keys)


class _Builder:
    """Turns parser events into values and places."""

    def __init__(self, events: Iterator[yaml.Event], file: str, problems: Problems) -> None:
        self.events, self.file, self.problems = events, file, problems
        self.values: dict[Path, Place] = {}
        self.keys: dict[Path, Place] = {}

    def document(self) -> object:
        """Read the only document of the stream."""
        next(self.events)
        start = next(self.events)
        if isinstance(start, yaml.StreamEndEvent):
            self.stop(start, "the file is empty", EMPTY)
        if getattr(start, "version", None) or getattr(start, "tags", None):
            self.stop(start, "a YAML directive", "delete the line that starts with %")
        value = self.node(next(self.events), ())
        next(self.events)
        after = next(self.events)
        if not isinstance(after, yaml.StreamEndEvent):
            self.stop(after, "a second YAML document", "delete the line '---' and what follows")
        return value

    def node(self, event: yaml.Event, path: Path) -> object:
        """Read one value: a text, a list or a mapping."""
        self.values[path] = self.place(event)
        if isinstance(event, yaml.AliasEvent):
            self.stop(event, f"the alias {quoted(f'*{event.anchor}')}", "write the value out")
        assert isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent)
        if event.anchor:
            self.stop(event, f"the anchor {quoted('&' + event.anchor)}", "delete it and write each value out")
        if event.tag:
            self.stop(event, f"the tag {quoted(event.tag)}", "delete it; quotes make a value text")
        if isinstance(event, yaml.ScalarEvent):
            return self.scalar(event)
        if len(path) >= MAX_DEPTH:
            self.stop(event, f"more than {MAX_DEPTH} levels", "write the data flatter")
        return self.sequence(path) if isinstance(event, yaml.SequenceStartEvent) else self.mapping(path)

    def scalar(self, event: yaml.ScalarEvent) -> str:
        """Read a text and refuse what another program would read otherwise."""
        value: str = event.value
        plain = event.style == ""
        if hidden := forbidden_in(value):
            self.note(event, hidden, "delete its escape sequence")
        elif not value.strip():
            nothing, empty = ("no value here", "delete the line"), ("an empty text", "leave the field out")
            what, otherwise = nothing if plain and not value else empty
            self.note(event, what, f"fill it in, or {otherwise}")
        elif plain and AMBIGUOUS.fullmatch(value):
            what = f"{quoted(value)} without quotes, which programs read differently"
            self.note(event, what, f'put it in quotes: "{value}"')
        return value.rstrip("\n") if event.style in {"|", ">"} else value

    def sequence(self, path: Path) -> list[object]:
        """Read a list up to its end."""
        items: list[object] = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            items.append(self.node(event, (*path, len(items))))
        return items

    def mapping(self, path: Path) -> dict[str, object]:
        """Read a mapping up to its end; of equal keys the first one stays."""
        found: dict[str, object] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent | yaml.AliasEvent):
                self.stop(event, "a list or mapping used as a name", "a name is one word before the colon")
            key = str(self.node(event, (*path, "[key]")))
            below = (*path, key)
            if key in found:
                cure = f"keep one of them; the first is on line {self.keys[below].line}"
                self.note(event, f"{quoted(key)} stands twice", cure)
                below = (*path, f"[again {self.place(event)}]")
            self.keys[below] = self.place(event)
            value = self.node(next(self.events), below)
            found.setdefault(key, value)
        return found

    def place(self, event: yaml.Event) -> Place:
        """Where an event starts."""
        mark = event.start_mark
        assert mark, "PyYAML's parser marks every event"
        return Place(self.file, mark.line + 1, mark.column + 1)

    def note(self, event: yaml.Event, what: str, cure: str) -> None:
        """Note a problem after which reading goes on."""
        self.problems.add(self.place(event), what, cure)

    def stop(self, event: yaml.Event, what: str, cure: str) -> NoReturn:
        """Note a problem after which reading makes no sense."""
        self.note(event, what, cure)
        raise _RefusedError


def _note_syntax(error: yaml.MarkedYAMLError, file: str, problems: Problems) -> None:
    what = error.problem or "unreadable"
    # An unclosed quote is noticed at the end of the file, but it has to be mended where it was opened.
    mark = error.context_mark if "unexpected end of stream" in what else error.problem_mark
    place = Place(file, mark.line + 1, mark.column + 1) if mark else Place(file)
    otherwise = "look at indentation, quotes and colons here and on the line above"
    cure = next((cure for part, cure in CURES.items() if part in what), otherwise)
    problems.add(place, f"this is not YAML: {what}", cure)
