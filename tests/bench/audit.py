"""What the audit of a thousand markets costs: `make bench-audit`. Prints CPU seconds for reading and for auditing."""

import argparse
import json
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from time import process_time

from scripts.audit import audit
from scripts.load import load_catalog
from tests.commands import ROOT

COLUMNS = "id,measure,scope,use,region,period,value,qualifier,unit,status,rank,rank_reason,source,locator,note,revision_reason"
SEGMENTS = ("homes", "offices", "ships", "others")
PUBLISHERS = 6
FAMILY = 5  # every fifth market is the parent of the four after it


def generate(data: Path, markets: int) -> None:
    """Write a data folder of so many markets, each with about fifty claims of six publishers, some of which don't fit."""
    shutil.copytree(ROOT / "data" / "codelists", data / "codelists")
    names = "".join(f"bench-{number}:\n  name: Bench {number}\n" for number in range(PUBLISHERS))
    with (data / "codelists" / "publishers.yml").open("a", encoding="utf-8") as file:
        file.write(names)
    for number in range(PUBLISHERS):
        folder = data / "sources" / f"bench-{number}"
        folder.mkdir(parents=True)
        text = 'title: Bench\ntype: report-page\npublished: "2025-03-01"\naccessed: "2025-06-01"\n'
        (folder / "report.yml").write_text(text, encoding="utf-8")
    for number in range(markets):
        folder = data / "markets" / f"market-{number}"
        folder.mkdir(parents=True)
        parent = f"part_of: [market-{number - number % FAMILY}]\n" if number % FAMILY else ""
        (folder / "market.yml").write_text(_definition(number) + parent, encoding="utf-8")
        rows = "\n".join([COLUMNS, *_rows(number)])
        (folder / "observations.csv").write_text(rows + "\n", encoding="utf-8")


def _definition(number: int) -> str:
    segments = "".join(f"      {code}:\n        name: {code.capitalize()}\n" for code in SEGMENTS)
    return (
        f"title: Market {number}\nshort_title: Market {number}\nindustry: health\ndefinition: A market made up.\n"
        "currency: USD\nmoney_basis: not stated\nbase_year: 2024\nforecast_period: 2025/2034\n"
        "headline:\n  size: size-0-2024\n  target: size-0-2034\n  growth: cagr-0\n"
        f"dimensions:\n  use:\n    name: Use\n    segments:\n{segments}"
        "regions: [north-america, asia-pacific]\nowner: Bench\n"
        "scopes:\n  narrow:\n    name: Narrow field\n    relation: narrower\n  wide:\n    name: Wide field\n    relation: wider\n"
    )


def _rows(number: int) -> Iterator[str]:
    """Six publishers' sizes and rates, shares of segments and regions, and sizes of segments over four years."""
    for who in range(PUBLISHERS):
        base, rate = 10 + (number + who) % 7, 5 + (number * 3 + who) % 20
        rank = "preferred" if who == 0 else "normal"
        reason = "Leads." if who == 0 else ""
        end = base * (1 + rate / 100) ** 10 * (1.2 if (number + who) % 9 == 0 else 1)
        for name, measure, period, value, unit, status in (
            (f"size-{who}-2024", "market-size", "2024", f"{base}.0", "usd-bn", "estimate"),
            (f"size-{who}-2034", "market-size", "2034", f"{end:.1f}", "usd-bn", "forecast"),
            (f"cagr-{who}", "cagr", "2024/2034", f"{rate}.0", "percent-a-year", "forecast"),
        ):
            yield (
                f"{name},{measure},,total,world,{period},{value},,{unit},{status},{rank},{reason},"
                f"bench-{who}/report,Table {who},,"
            )
    for scope, factor in (("narrow", 1), ("wide", 4)):
        for who in range(2):
            yield (
                f"{scope}-{who}-2024,market-size,{scope},total,world,2024,{4 * factor + who}.0,,usd-bn,estimate,normal,,"
                f"bench-{who}/report,Table 10,,"
            )
            yield (
                f"{scope}-{who}-cagr,cagr,{scope},total,world,2024/2034,{9 + who}.0,,percent-a-year,forecast,normal,,"
                f"bench-{who}/report,Table 10,,"
            )
    for order, segment in enumerate(SEGMENTS):
        yield (
            f"share-{segment},revenue-share,,{segment},world,2024,{40 - 10 * order}.0,,percent,estimate,normal,,"
            "bench-0/report,Table 7,,"
        )
        for year in range(2020, 2024):
            yield (
                f"size-{segment}-{year},market-size,,{segment},world,{year},{100 + 30 * order + 9 * (year - 2020)}.5,,"
                "usd-m,estimate,normal,,bench-1/report,Table 8,,"
            )
    for order, region in enumerate(("north-america", "asia-pacific")):
        yield (
            f"share-{region},revenue-share,,total,{region},2024,{40 - 10 * order}.0,,percent,estimate,normal,,"
            "bench-0/report,Table 9,,"
        )


def measure(markets: int) -> dict[str, float]:
    """CPU seconds for reading and for auditing so many generated markets, and what was found."""
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        data.mkdir()
        generate(data, markets)
        start = process_time()
        catalog = load_catalog(data)
        read = process_time()
        reports = [audit(market, catalog) for market in catalog.markets.values()]
        done = process_time()
    return {
        "markets": markets,
        "claims": sum(len(market.claims) for market in catalog.markets.values()),
        "cases": sum(report.examined for report in reports),
        "findings": sum(len(report.findings) for report in reports),
        "reading_cpu_s": round(read - start, 1),
        "audit_cpu_s": round(done - read, 1),
    }


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--markets", type=int, default=1000)
    print(json.dumps(measure(parser.parse_args().markets), indent=2))
