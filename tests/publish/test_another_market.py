"""A market is a folder of data: another one needs no change of code."""

import csv
import io
import re
import shutil
from pathlib import Path

import pytest
from lxml import html

from tests.commands import ROOT, verb
from tests.unreleased import unreleased

KEPT = ("size-2024", "size-2034", "cagr-2024-2034")


def cut_down(data: Path) -> None:
    """The first market's folder renamed, relabelled and cut down to market.yml and three observations."""
    unreleased(data)
    (data / "comparisons.yml").unlink()
    for other in (data / "markets").iterdir():
        if other.name != "personalized-cell-therapy":
            shutil.rmtree(other)
    folder = (data / "markets" / "personalized-cell-therapy").rename(data / "markets" / "grid-batteries")
    for name in ("events.csv", "studies.csv", "fact_checks.csv", "commentary.md"):
        (folder / name).unlink()
    market = folder / "market.yml"
    text = market.read_text(encoding="utf-8").replace("Personalized cell therapy", "Grid batteries")
    text = re.sub(r"(?m)^part_of: .*\n", "", text)
    market.write_text(
        re.sub(r"(?m)^definition: >-\n(  .*\n)+", "definition: Batteries that serve the grid.\n", text)
    )
    rows = list(csv.DictReader(io.StringIO((folder / "observations.csv").read_text(encoding="utf-8"))))
    with (folder / "observations.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys(), lineterminator="\n")
        writer.writeheader()
        writer.writerows(row for row in rows if row["id"] in KEPT)


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("another")
    data = Path(shutil.copytree(ROOT / "data", folder / "data"))
    cut_down(data)
    done = verb("site", "--data", data, "--out", folder / "site")
    assert done.returncode == 0, done.stderr
    return folder / "site"


pytestmark = pytest.mark.slow


def test_the_renamed_market_has_its_own_address_and_the_first_one_is_gone(site):
    assert sorted(path.name for path in (site / "markets").iterdir()) == ["grid-batteries"]
    assert not (site / "notebooks" / "personalized-cell-therapy").exists()


def test_pages_without_data_are_absent(site):
    pages = sorted(path.name for path in (site / "markets" / "grid-batteries").iterdir() if path.is_dir())
    assert pages == ["data", "forecast", "quality", "series"]


def test_the_overview_says_what_is_not_published(site):
    page = html.parse(str(site / "markets" / "grid-batteries" / "index.html")).getroot()
    text = " ".join(page.text_content().split())
    assert "Grid batteries" in text
    assert "Personalized cell therapy" not in text
    read_on = " ".join(page.xpath("string(//*[@id='read-on']/following-sibling::ul[1])").split())
    for absent in ("Segments", "Regions", "Dynamics", "Evidence", "Estimates"):
        assert f"{absent} not in our data" in read_on


def test_a_market_fresh_from_new_passes_audit_and_builds(data_copy, tmp_path):
    made = verb("new", "solid-state-batteries", "--data", data_copy)
    assert made.returncode == 0, made.stderr
    audited = verb("audit", "--data", data_copy)
    assert audited.returncode == 0, audited.stderr
    built = verb("site", "--data", data_copy, "--out", tmp_path / "site")
    assert built.returncode == 0, built.stderr
    assert "addresses are not in the ledger yet: `python -m scripts release` enters them" in built.stdout
    overview = (tmp_path / "site" / "markets" / "solid-state-batteries" / "index.html").read_text(
        encoding="utf-8"
    )
    assert "not published by our sources" in overview


def test_data_without_any_market_still_give_a_site(data_copy, tmp_path):
    shutil.rmtree(unreleased(data_copy) / "markets")
    (data_copy / "markets").mkdir()
    (data_copy / "comparisons.yml").unlink()
    built = verb("site", "--data", data_copy, "--out", tmp_path / "site")
    assert built.returncode == 0, built.stderr
    assert "No market has been entered yet" in (tmp_path / "site" / "index.html").read_text(encoding="utf-8")
