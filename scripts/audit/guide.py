"""What a rule says of itself: its docstring is its published documentation, in five parts."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from inspect import getdoc

AnyRule = Callable[..., object]
PARTS = ("Arithmetic", "Fires", "Silent")


@dataclass(frozen=True, slots=True)
class Guide:
    """A rule's page: what it says, why, how it computes, a case that it finds and one that it does not."""

    name: str
    says: str
    why: str
    arithmetic: str
    fires: str
    silent: str


def name(rule: AnyRule) -> str:
    """A rule's code: `growth-triangle`."""
    return str(getattr(rule, "__name__", "rule")).replace("_", "-")


def guide(rule: AnyRule) -> Guide:
    """Read a rule's docstring: a sentence, why in paragraphs, then `Arithmetic:`, `Fires:` and `Silent:`, each from a new line."""
    parts = re.split(rf"\n\s*\n|\n(?={':|'.join(PARTS)}:)", getdoc(rule) or "")
    paragraphs = [" ".join(part.split()) for part in parts]
    labelled = dict.fromkeys(PARTS, "")
    plain = []
    for paragraph in paragraphs:
        label, _, text = paragraph.partition(": ")
        if label in labelled:
            labelled[label] = text
        else:
            plain.append(paragraph)
    return Guide(name(rule), plain[0], " ".join(plain[1:]), *labelled.values())
