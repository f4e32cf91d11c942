"""Small words around figures: lists, counts, multiples, powers."""

from collections.abc import Sequence
from decimal import Decimal

from scripts.notation.rounding import rounded

NUMBERS = (
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)
SUPERSCRIPTS = str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻")


def listing(items: Sequence[str], last: str = "and") -> str:
    """`a`, `a and b`, `a, b and c`."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"


def in_words(count: int) -> str:
    """`no`, `one`, `four`, `42`."""
    return NUMBERS[count] if 0 <= count < len(NUMBERS) else f"{count:,}"


def counted(count: int, singular: str, plural: str | None = None) -> str:
    """`one claim`, `four claims`, `42 claims`."""
    return f"{in_words(count)} {singular if count == 1 else plural or singular + 's'}"


def ordinal(count: int) -> str:
    """`1st`, `2nd`, `11th`, `23rd`."""
    last = count % 10 if count % 100 not in (11, 12, 13) else 0
    return f"{count:,}{('th', 'st', 'nd', 'rd')[last] if last < 4 else 'th'}"


def lower_first(name: str) -> str:
    """A name inside a sentence: `Hospitals` becomes `hospitals`; `CAR-T`, `T-cell therapy` and `North America` stay."""
    own_capitals = name[1:2] == "-" or any(letter.isupper() for letter in name[1:])
    return name if own_capitals else name[:1].lower() + name[1:]


def capital(text: str) -> str:
    """A text with a capital first letter, the rest as it is."""
    return text[:1].upper() + text[1:]


def ordinal_multiple(value: Decimal) -> str:
    """How many times as much, in words: `nine times as much`, `2.5 times as much`."""
    tenths, whole = rounded(value, 1), int(rounded(value, 0))
    if tenths < 3:
        return f"{tenths} times as much"
    return f"{NUMBERS[whole] if whole < len(NUMBERS) else f'{whole:,}'} times as much"


def superscript(power: int) -> str:
    """A power in superscript digits: `¹⁰`."""
    return str(power).translate(SUPERSCRIPTS)


# What previews show whole, and search engines too.
SHORTEST, LONGEST = 80, 200


def told(sentence: str, *more: str) -> str:
    """A sentence in 80 to 200 characters: with `more` as long as it is too short, cut at a word where it is too long."""
    for addition in more:
        sentence += f" {addition}" if len(sentence) < SHORTEST else ""
    if len(sentence) <= LONGEST:
        return sentence
    return sentence[: LONGEST - 1].rpartition(" ")[0].rstrip(" ,;:") + "…"
