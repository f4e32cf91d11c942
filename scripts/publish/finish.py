"""What a rendered site still lacks, and what it has too much of, before it is verified and published."""

import shutil
from pathlib import Path

from scripts.publish.heads import About, complete_heads
from scripts.publish.policy import secure
from scripts.publish.stylesheet import join_styles
from scripts.publish.twins import write_twins

# Of Material's files, those that no page of an English site ever loads.
LEFTOVERS = ("assets/javascripts/lunr", "assets/images/favicon.png")


def finish(site: Path, address: str, newest_date: str, about: About) -> None:
    """Complete the heads, join the style sheets, give each page its policy and drop what nobody loads.

    `address` is the home page's; the same site gives the same bytes.
    """
    complete_heads(site, address, newest_date, about)
    write_twins(site, address)
    join_styles(site)
    secure(site)
    for name in LEFTOVERS:
        target = site / name
        if target.is_dir():
            shutil.rmtree(target)
        else:
            target.unlink(missing_ok=True)
    for source_map in site.rglob("*.map"):
        source_map.unlink()
