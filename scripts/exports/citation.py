"""How to cite a page in the formats of reference managers: BibTeX, CSL-JSON and RIS."""

import json
import re
from dataclasses import dataclass

NAME = "Market Almanac"
# What TeX would read as a command.
SPECIAL = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "&": r"\&", "%": r"\%", "$": r"\$", "#": r"\#", "_": r"\_",
    "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Citation:
    """What is cited: `place` is its address below the home page, `day` the data's date, `note` who is quoted there."""

    place: str
    title: str
    address: str
    day: str
    note: str

    @property
    def key(self) -> str:
        """The name by which a text refers to it."""
        return "almanac-" + re.sub(r"[^a-z0-9]+", "-", self.place.lower()).strip("-")

    @property
    def parts(self) -> list[int]:
        """Year, month and day, as far as known."""
        return [int(part) for part in self.day.split("-")]


def bibtex(cited: Citation) -> str:
    """An entry of type misc, which every style knows."""
    fields = {
        "title": f"{{{_tex(cited.title)}}}",
        "author": f"{{{NAME}}}",
        "year": str(cited.parts[0]),
        "url": cited.address,
        "urldate": cited.day,
        "note": _tex(cited.note),
    }
    lines = [f"  {name} = {{{text}}}" for name, text in fields.items() if text]
    return "@misc{" + ",\n".join([cited.key, *lines]) + "\n}\n"


def csl_json(cited: Citation) -> str:
    """A list of one item (https://docs.citationstyles.org)."""
    item = {
        "id": cited.key,
        "type": "webpage",
        "title": _line(cited.title),
        "author": [{"literal": NAME}],
        "container-title": NAME,
        "issued": {"date-parts": [cited.parts]},
        "URL": cited.address,
        "note": _line(cited.note),
    }
    return json.dumps([item], ensure_ascii=False, indent=1)


def ris(cited: Citation) -> str:
    """One record; every line has a tag, so no text can begin another field."""
    lines = [
        ("TY", "ELEC"),
        ("TI", _line(cited.title)),
        ("AU", NAME),
        ("PY", str(cited.parts[0])),
        ("DA", "/".join(cited.day.split("-"))),
        ("UR", cited.address),
        ("N1", _line(cited.note)),
        ("ER", ""),
    ]
    return "".join(f"{tag}  - {text}\r\n" for tag, text in lines)


def _line(text: str) -> str:
    """A text on one line with plain spaces."""
    return " ".join(text.split())


def _tex(text: str) -> str:
    return "".join(SPECIAL.get(letter, letter) for letter in _line(text))
