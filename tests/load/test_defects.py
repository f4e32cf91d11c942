"""One folder for each defect: its files overlay the base, `expected.txt` is all that may be said about them."""

import os
import shutil
from pathlib import Path

import pytest

from scripts.load import DataError, load_catalog
from tests.load.conftest import HERE

EXPECTED = "expected.txt"
DEFECTS = sorted(folder for folder in (HERE / "defects").iterdir() if folder.is_dir())
SOLID_STATE = "data/markets/solid-state-batteries"


def complaints(data: Path) -> list[str]:
    with pytest.raises(DataError) as caught:
        load_catalog(data)
    return [str(problem) for problem in caught.value.problems]


@pytest.mark.parametrize("defect", DEFECTS, ids=lambda folder: folder.name)
def test_each_defect_is_told_with_place_and_cure_and_nothing_else_is(defect: Path, data: Path) -> None:
    shutil.copytree(defect, data, dirs_exist_ok=True, ignore=shutil.ignore_patterns(EXPECTED))
    assert complaints(data) == (defect / EXPECTED).read_text(encoding="utf-8").splitlines()


def test_there_are_many_defects() -> None:
    assert len(DEFECTS) >= 45


def test_a_symbolic_link_is_refused_wherever_it_leads(data: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.csv"
    secret.write_text("id\n", encoding="utf-8")
    (data / "markets/solid-state-batteries/vintages").symlink_to(tmp_path)
    events = data / "markets/solid-state-batteries/events.csv"
    events.unlink()
    events.symlink_to(secret)
    cure = "a symbolic link - put the file itself here"
    found = complaints(data)
    assert found[0] == f"{SOLID_STATE}/events.csv:1:1: {cure}"
    assert found[-1] == f"{SOLID_STATE}/vintages:1:1: {cure}"


def test_a_named_pipe_is_refused_and_not_waited_for(data: Path) -> None:
    os.mkfifo(data / "codelists/extra.yml")
    assert complaints(data) == ["data/codelists/extra.yml:1:1: neither a file nor a folder - delete it"]


def test_a_folder_where_a_file_belongs_is_no_file(data: Path) -> None:
    (data / "markets/batteries/events.csv").mkdir()
    assert complaints(data) == [
        "data/markets/batteries/events.csv:1:1: unknown folder 'events.csv' - delete it; there is room for vintages"
    ]


def test_a_file_that_is_too_large_is_not_read(data: Path) -> None:
    with (data / "codelists/tags.yml").open("ab") as stream:
        stream.write(b"# " + b"x" * 300_000 + b"\n")
    assert complaints(data) == [
        "data/codelists/tags.yml:1:1: the file is larger than 256 kB - split it, or take out what is no data"
    ]


def test_a_file_full_of_broken_lines_is_given_up(data: Path) -> None:
    with (data / "markets/batteries/observations.csv").open("a", encoding="utf-8") as stream:
        stream.write("a\n" * 5000)
    found = complaints(data)
    assert len(found) == 1001
    cure = "mend those above first; perhaps the file is no CSV"
    assert found[-1] == f"data/markets/batteries/observations.csv:1003:1: 1000 lines are broken - {cure}"


def test_a_missing_data_folder_is_one_plain_sentence(tmp_path: Path) -> None:
    assert complaints(tmp_path / "nowhere") == [
        "nowhere:1:1: there is no such folder - give the folder that holds codelists/ and markets/"
    ]


def test_a_data_folder_without_codelists_is_one_plain_sentence(data: Path) -> None:
    shutil.rmtree(data / "codelists")
    assert complaints(data) == [
        "data/codelists:1:1: this is missing - create it; data/README.md says what belongs in it"
    ]


def test_a_missing_codelist_makes_no_word_unknown(data: Path) -> None:
    (data / "codelists/regions.yml").unlink()
    assert complaints(data) == [
        "data/codelists/regions.yml:1:1: this is missing - create it; data/README.md says what belongs in it"
    ]


def test_a_missing_market_file_makes_no_column_unknown(data: Path) -> None:
    (data / "markets/solid-state-batteries/market.yml").unlink()
    assert complaints(data) == [
        f"{SOLID_STATE}/market.yml:1:1: this is missing - create it; data/README.md says what belongs in it"
    ]


def test_a_file_name_that_is_no_text_can_be_printed(data: Path) -> None:
    Path(os.fsdecode(os.fsencode(data / "codelists") + b"/t\xff\x1b.yml")).write_bytes(b"")
    (found,) = complaints(data)
    assert found.startswith(r"data/codelists/t\xff\u001b.yml:1:1: unknown file")


def test_problems_are_sorted_by_place_and_told_once(data: Path) -> None:
    market = data / "markets/solid-state-batteries/market.yml"
    market.write_text(market.read_text().replace("USD", "usd").replace("2025/2034", "soon"), encoding="utf-8")
    assert [line.split(": ")[0] for line in complaints(data)] == [
        f"{SOLID_STATE}/market.yml:9:11",
        f"{SOLID_STATE}/market.yml:12:18",
    ]
