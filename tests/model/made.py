"""A market in few lines: its rows, its own fields and its sources, loaded as an analyst's folder is."""

import shutil
import tempfile
from pathlib import Path

import pytest

from scripts.load import DataError, load_catalog
from scripts.model import Claim, Market
from tests.commands import ROOT

MARKET = """\
title: Markets made up
short_title: Made up
industry: technology
definition: What nobody sells.
owner: Test desk
"""
SOURCE, DATE = "title: Figures\ntype: press-release\n", "published: 2025\n"
UNDATED = "note: Without a date.\n"
HEADER = "measure,period,value,unit,source"
A = "gartner/a"


def loaded(rows: str, market: str = "", header: str = HEADER, **sources: str) -> Market:
    """The market of these rows; each line of `rows` is one. `sources` add fields to that of their name (`a`, of 2025).

    Raises DataError.
    """
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        shutil.copytree(ROOT / "data" / "codelists", data / "codelists")
        for name in {"a", *sources}:
            text = sources.get(name, "")
            file = data / "sources" / "gartner" / f"{name}.yml"
            file.parent.mkdir(parents=True, exist_ok=True)
            date = "" if "published:" in text or text == UNDATED else DATE
            file.write_text(SOURCE + date + text, encoding="utf-8")
        home = data / "markets" / "made-up"
        home.mkdir(parents=True)
        (home / "market.yml").write_text(MARKET + market, encoding="utf-8")
        (home / "observations.csv").write_text("\n".join([header, *rows.split("\n"), ""]), encoding="utf-8")
        return load_catalog(data).markets["made-up"]


def only(rows: str, *more: str, **fields: str) -> Claim:
    """The only claim of a market."""
    (claim,) = loaded(rows, *more, **fields).claims.values()
    return claim


def size(period: str, value: str = "10", unit: str = "usd-bn", source: str = A) -> str:
    """A row: the market's size."""
    return f"market-size,{period},{value},{unit},{source}"


def complaints(rows: str, *more: str, **fields: str) -> list[str]:
    """What is wrong with a market, each as `line:column: what - cure`, without the name of its file."""
    with pytest.raises(DataError) as caught:
        loaded(rows, *more, **fields)
    return [str(problem).partition(":")[2] for problem in caught.value.problems]
