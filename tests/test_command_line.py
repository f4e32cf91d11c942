"""The verbs as an analyst types them, rightly and wrongly."""

import json
import os
import subprocess
import sys

import pytest

from tests.commands import ROOT, verb
from tests.unreleased import unreleased

MARKET = "markets/personalized-cell-therapy"


def test_audit_of_the_project_is_good_and_shows_the_arithmetic():
    done = verb("audit")
    assert done.returncode == 0, done.stderr
    assert "2 bn × 1.245¹⁰ = 17.9" in done.stdout.replace("\u00a0", " ")


def test_audit_as_json_is_json():
    done = verb("audit", "--format", "json")
    findings = json.loads(done.stdout)["findings"]
    assert "growth-triangle-cagr-2023-2033" in {finding["id"] for finding in findings}


def test_a_mistyped_code_gets_file_line_column_and_cure_and_exit_code_2(data_copy):
    file = data_copy / MARKET / "observations.csv"
    lines = file.read_text(encoding="utf-8").splitlines()
    number = next(i for i, line in enumerate(lines, 1) if line.startswith("share-north-america-2023,"))
    lines[number - 1] = lines[number - 1].replace("north-america,2023", "nort-america,2023")
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    done = verb("audit", "--data", data_copy)
    assert done.returncode == 2
    column = lines[number - 1].index("nort-america") + 1
    assert f"data/{MARKET}/observations.csv:{number}:{column}: " in done.stderr
    assert "did you mean 'north-america'" in done.stderr
    assert "Traceback" not in done.stderr


def test_the_same_as_an_annotation_for_github(data_copy):
    (data_copy / MARKET / "market.yml").write_text("title: a\ntitle: b\n", encoding="utf-8")
    done = verb("audit", "--data", data_copy, "--format", "github")
    assert done.returncode == 2
    assert f"::error file=data/{MARKET}/market.yml,line=2,col=1" in done.stdout


def test_a_claim_without_source_stops_publication_with_exit_code_1(data_copy, tmp_path):
    file = data_copy / MARKET / "observations.csv"
    text = file.read_text(encoding="utf-8")
    lines = [
        line.replace("market-us/personalized-cell-therapy-2025", "")
        if line.startswith("size-2024,")
        else line
        for line in text.splitlines()
    ]
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert verb("audit", "--data", data_copy).returncode == 1
    built = verb("site", "--data", data_copy, "--out", tmp_path / "site")
    assert built.returncode == 1
    assert "size-2024 has no source" in built.stderr
    assert not (tmp_path / "site").exists()


@pytest.mark.parametrize("name", ["Solid State", "../escape", "a/b", "ümlaut", ""])
def test_new_refuses_a_name_that_cannot_be_an_address(data_copy, name):
    done = verb("new", name, "--data", data_copy)
    assert done.returncode == 2
    assert "lower-case words" in done.stderr
    assert "Traceback" not in done.stderr


def test_new_never_overwrites(data_copy):
    done = verb("new", "personalized-cell-therapy", "--data", data_copy)
    assert done.returncode == 2
    assert "exists" in done.stderr


def test_a_missing_data_folder_is_a_clear_error(tmp_path):
    done = verb("audit", "--data", tmp_path / "nowhere")
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("word", ["audit", "build", "site", "serve", "schema", "new", "verify"])
def test_every_verb_is_explained_and_documented(word):
    assert verb(word, "--help").returncode == 0
    assert f"`{word}" in (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_audit_of_one_market_tells_of_that_market_alone(data_copy):
    assert verb("new", "solid-state-batteries", "--data", data_copy).returncode == 0
    done = verb("audit", "solid-state-batteries", "--data", data_copy)
    assert done.returncode == 0, done.stderr
    assert "personalized" not in done.stdout


def test_the_audit_of_an_unknown_market_names_those_that_there_are():
    done = verb("audit", "nowhere")
    assert done.returncode == 2
    assert "the markets are car-t-cell-therapy, " in done.stderr
    assert " and smartphones" in done.stderr


def test_verbs_work_from_another_folder(tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "scripts", "site", "--out", "here"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "here" / "index.html").is_file()


def test_a_claim_named_as_something_computed_is_told_with_its_line_and_never_a_traceback(data_copy, tmp_path):
    rows = unreleased(data_copy) / "markets" / "car-t-cell-therapy" / "observations.csv"
    text = rows.read_text(encoding="utf-8")
    last = text.splitlines()[-1].partition(",")[2]
    names = ("derived-size-2027", "growth-triangle-cagr-2023-2033")
    rows.write_text(text + "".join(f"{name},{last}\n" for name in names), encoding="utf-8")
    done = verb("site", "--data", data_copy, "--out", tmp_path / "site")
    assert done.returncode == 1
    for place, name in enumerate(names, start=len(text.splitlines()) + 1):
        assert (
            f"observations.csv:{place}:1: the claim {name} bears the name of something computed"
            in done.stderr
        )
    assert "Traceback" not in done.stderr
