"""Bytes to text: UTF-8 of a sensible size, without characters that nobody can see or that deceive the eye."""

import re
from collections.abc import Iterator
from pathlib import Path

from scripts.load.problems import Problems
from scripts.model import Place

# Control characters (one in a chart's title aborts the renderer), directions that make text read otherwise than it
# is stored, separators that only some programs take as line ends, invisible tags, and code points that are no characters.
FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufdd0-\ufdef\ud800-\udfff"
    "\U000e0000-\U000e007f"
    + "".join(chr(plane * 0x10000 + last) for plane in range(17) for last in (0xFFFE, 0xFFFF))
    + "]"
)
KILOBYTE = 1024
# How a zip archive begins, and the workbooks that are one.
WORKBOOK = b"PK\x03\x04"
SHOWN_PER_FILE = 20


def read_text(path: Path, file: str, limit: int, problems: Problems) -> str | None:
    """Read a file as text with `\\n` as the only line end; None if it cannot be, which is then a problem."""
    try:
        with path.open("rb") as stream:
            data = stream.read(limit + 1)
    except OSError as error:
        cure = "check that it is there and its permissions"
        problems.add(Place(file), f"the file cannot be read ({error.strerror})", cure)
        return None
    fault = None
    if data.startswith(WORKBOOK):
        fault = "this is a workbook, whatever its name ends in", "save the sheet as CSV UTF-8"
    elif len(data) > limit:
        fault = f"the file is larger than {limit // KILOBYTE} kB", "split it, or take out what is no data"
    if fault:
        problems.add(Place(file), *fault)
        return None
    text = _decode(data.removeprefix(b"\xef\xbb\xbf"), file, problems)
    return None if text is None or _has_forbidden(text, file, problems) else text


def forbidden_in(text: str) -> str | None:
    """Name the first character of `text` that may not stand in the data."""
    found = FORBIDDEN.search(text)
    return f"the invisible character U+{ord(found[0]):04X}" if found else None


def _decode(data: bytes, file: str, problems: Problems) -> str | None:
    try:
        return data.decode("utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8").replace("\r\n", "\n")
        what = f"byte 0x{data[error.start]:02X} is not UTF-8"
        problems.add(_place(file, before, len(before)), what, "save the file with the encoding UTF-8")
        return None


def _has_forbidden(text: str, file: str, problems: Problems) -> bool:
    found = list(FORBIDDEN.finditer(text))
    for match in found[:SHOWN_PER_FILE]:
        what = f"the invisible character U+{ord(match[0]):04X}"
        problems.add(_place(file, text, match.start()), what, "delete it, or type the text anew")
    return bool(found)


def _place(file: str, text: str, offset: int) -> Place:
    line_start = text.rfind("\n", 0, offset) + 1
    return Place(file, text.count("\n", 0, offset) + 1, offset - line_start + 1)


def lines_of(text: str) -> Iterator[tuple[int, str]]:
    """Number the lines of a text from 1; a line end at the very end starts no further line."""
    return enumerate(text.removesuffix("\n").split("\n"), start=1)
