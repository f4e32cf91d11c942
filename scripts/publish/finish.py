"""What a rendered site still lacks, and what it has too much of, before it is verified and published."""

import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from scripts.publish.heads import About, complete_heads
from scripts.publish.policy import secure, unfinished
from scripts.publish.search import Entry, write_index
from scripts.publish.sitemap import write_sitemap
from scripts.publish.stylesheet import join_styles
from scripts.publish.twins import write_twins

# Of Material's files, those that no page of an English site ever loads.
LEFTOVERS = ("assets/javascripts/lunr", "assets/images/favicon.png")


@dataclass(frozen=True, slots=True)
class Publication:
    """What a site is published with: the home page's absolute address, its date, what pages are about, what is found.

    `places` are those of its light pages below the home page.
    """

    address: str
    date: str
    about: Mapping[str, About]
    entries: Sequence[Entry]
    places: Sequence[str]


def finish(site: Path, known: Publication) -> None:
    """Complete the heads, join the style sheets, give each page its policy and drop what nobody loads.

    The same site gives the same bytes.
    """
    pages = unfinished(site)
    complete_heads(site, pages, known.address, known.date, known.about)
    write_index(site, known.entries)
    write_twins(site, pages, known.address)
    write_sitemap(site, known.address, known.date, known.places)
    join_styles(site, pages)
    secure(pages)
    for name in LEFTOVERS:
        target = site / name
        if target.is_dir():
            shutil.rmtree(target)
        else:
            target.unlink(missing_ok=True)
    for source_map in site.rglob("*.map"):
        source_map.unlink()
