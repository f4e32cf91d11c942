"""`make bench-search`: what the index of the search weighs as it travels, with a hundred markets like the real ones.

The entries of the built site's own markets are repeated under other names and with other digits; years stay, as they
would in other markets.
"""

import argparse
import gzip
import json
import random
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from scripts.publish.search import INDEX
from tests.commands import ROOT

ROOMS = ("c/", "f/", "markets/", "compare/")
DIGITS = re.compile(r"(?<!\d)(?!20[0-5]\d\b)\d+")
WORDS = [
    "solar",
    "wind",
    "grid",
    "hydrogen",
    "insulin",
    "implant",
    "biosimilar",
    "satellite",
    "drone",
    "lidar",
    "battery",
    "cathode",
    "semiconductor",
    "wafer",
    "robot",
    "sensor",
    "vaccine",
    "peptide",
    "genome",
    "imaging",
    "pump",
    "heat",
]
Entry = dict[str, str]


def repeated(entries: Iterable[Entry], names: dict[str, str], chance: random.Random) -> Iterator[Entry]:
    """The entries of some markets as those of others; `names` leads from ids to the ids that take their place."""
    for entry in entries:
        place, texts = entry["location"], [entry["title"], entry["text"]]
        for old, new in names.items():
            place = place.replace(old, new)
            words = re.compile(old.replace("-", "[- ]"), re.IGNORECASE)
            texts = [words.sub(new.replace("-", " "), text) for text in texts]
        texts = [DIGITS.sub(lambda known: _other(known[0], chance), text) for text in texts]
        yield {"location": place, "title": texts[0], "text": texts[1]}


def _other(number: str, chance: random.Random) -> str:
    return "".join(chance.choice("0123456789") for _ in number)


def measure(site: Path, markets: int) -> dict[str, object]:
    """The weight of the index in kB (gzip -9): of the site, and of so many markets."""
    index = json.loads((site / INDEX).read_text(encoding="utf-8"))
    own = [folder.name for folder in sorted(site.glob("markets/*/"))]
    growing = [entry for entry in index["docs"] if entry["location"].startswith(ROOMS)]
    others = [entry for entry in index["docs"] if not entry["location"].startswith(ROOMS)]
    chance = random.Random(1)
    many: list[Entry] = []
    for _ in range(markets // len(own)):
        names = {old: "-".join(chance.sample(WORDS, 3)) for old in own}
        many += repeated(growing, names, chance)
    return {
        "markets": markets // len(own) * len(own),
        "claims": sum(entry["location"].startswith("c/") for entry in many),
        "entries": len(others) + len(many),
        "this_site_kB_gzip": _weight(index["docs"], index),
        "hand_written_kB_gzip": _weight(others, index),
        "many_markets_kB_gzip": _weight(others + many, index),
    }


def _weight(entries: list[Entry], index: dict[str, object]) -> float:
    text = json.dumps({**index, "docs": entries}, ensure_ascii=False, separators=(",", ":"))
    return round(len(gzip.compress(text.encode(), 9, mtime=0)) / 1000, 1)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--site", type=Path, default=ROOT / "site")
    parser.add_argument("--markets", type=int, default=100)
    chosen = parser.parse_args()
    print(json.dumps(measure(chosen.site, chosen.markets), indent=2))
