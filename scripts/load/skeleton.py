"""The skeleton of a new market: commented files that load and pass the audit as they are."""

import re
from pathlib import Path

from scripts.model import PORTFOLIO

FIXED = ("id", "measure", "period", "value", "qualifier", "unit", "status", "source", "locator", "note")
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")

MARKET = """\
# One market. What each field means stands in data/README.md; your editor explains it too (data/schemas/).
title: {title}
short_title: {title}
industry: {industry} # a code of data/codelists/industries.yml
# One paragraph in your own words: what is sold, to whom, and where the market ends. No figures in prose.
definition: Not yet written.
# Words of data/codelists/tags.yml.
includes: []
excludes: []
# The place that it is of, a code of data/codelists/regions.yml; the world if left out:
# geography: germany
# Where there is money, and where there is a forecast:
# currency: USD
# money_basis: not stated # or: nominal, real
# base_year: 2025
# forecast_period: 2026/2030
# The one consistent set of figures that leads, by claim id, once observations.csv holds them; money, units or users:
# headline:
#   size: size-2025
#   target: size-2030
#   growth: cagr-2025-2030
# Axes of breakdown. Each becomes a column of observations.csv:
# dimensions:
#   end_user:
#     name: End user
#     segments:
#       households: {{name: Households}}
#       industry: {{name: Industry}}
#       others: {{name: Others, residual: true}}
# Regions for which sources give figures, codes of data/codelists/regions.yml.
regions: []
# Neighbouring fields that rival figures describe:
# scopes:
#   wider-field:
#     name: The wider field
#     relation: wider # or: narrower, neighbour
#     includes: []
#     excludes: []
owner: Not yet named
"""


class SkeletonError(Exception):
    """A market of that name cannot be made; the message says why and what to do."""


def new_market(data: Path, market: str) -> list[Path]:
    """Write the skeleton of a market and return its files. Raises SkeletonError; never overwrites."""
    if not SLUG.fullmatch(market):
        better = re.sub(r"[^a-z0-9]+", "-", market.lower()).strip("-") or "solid-state-batteries"
        cure = f"use lower-case words and hyphens, such as {better}"
        raise SkeletonError(f"{market!r} cannot be an address - {cure}")
    if market == PORTFOLIO:
        raise SkeletonError(f"{market!r} stands for all markets in addresses - name what is sold")
    folder = data / "markets" / market
    if folder.exists():
        raise SkeletonError(f"{folder} exists - choose another name, or edit what is there")
    industries = data / "codelists" / "industries.yml"
    if not industries.is_file():
        raise SkeletonError(f"{industries} is missing - name the data folder with --data")
    codes = (line.split(":")[0] for line in industries.read_text().splitlines() if line[:1].isalnum())
    first = next(codes, "")
    folder.mkdir(parents=True)
    described = MARKET.format(title=market.replace("-", " ").capitalize(), industry=first)
    files = {folder / "market.yml": described, folder / "observations.csv": ",".join(FIXED) + "\n"}
    for file, text in files.items():
        file.write_text(text, encoding="utf-8", newline="\n")
    return list(files)
