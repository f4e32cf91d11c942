"""Everything about a market in one zip: the files, what they are, what may be done with them, and their checksums."""

import hashlib
import io
import zipfile
from collections.abc import Mapping
from datetime import date

from scripts.exports.records import LICENCE_ADDRESS, LICENCE_NOTE
from scripts.model.addresses import market_address
from scripts.pages import MarketView

README = """\
# {title}

Published market figures as claims with sources, from {home} as of {day}.

- {id}.csv: every claim, one row each; datapackage.json says what each column holds
- {id}.xlsx: the same with derived values, studies, events, fact checks, findings and sources, for spreadsheets
- {id}.json: the same and everything else that the pages say, for programs
- SHA256SUMS: checksums; `sha256sum -c SHA256SUMS` compares them

Each claim has a page of its own, named in the column `address`. Cite that page and its publisher.
"""


def bundle(view: MarketView, files: Mapping[str, bytes], site: str) -> bytes:
    """A zip with a folder of `files`, by name; the same files give the same bytes."""
    market, newest = view.market, f"{view.catalog.newest_date}-01-01"[:10]
    home = f"{site}{market_address(market.id)}"
    told = README.format(title=market.title, home=home, day=newest, id=market.id)
    held = {
        "README.md": told.encode("utf-8"),
        "LICENSE.txt": f"{LICENCE_NOTE}\n{LICENCE_ADDRESS}\n".encode(),
        **files,
    }
    sums = "".join(f"{hashlib.sha256(held[name]).hexdigest()}  {name}\n" for name in sorted(held))
    held["SHA256SUMS"] = sums.encode("ascii")
    day = date.fromisoformat(newest)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name in sorted(held):
            entry = zipfile.ZipInfo(f"{market.id}/{name}", (max(day.year, 1980), day.month, day.day, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            entry.create_system = 3  # the same on every system that builds
            archive.writestr(entry, held[name])
    return out.getvalue()
