"""Sixty mistakes in volumes, quarters, editions, nested segments and regions, planted in `planted_volumes`, are found.

`planted_volumes` is a small data folder of five markets without fault; `planted_volumes.csv` has a line for each mistake.
"""

import csv
import shutil
from pathlib import Path

import pytest

from scripts.model import Grade
from tests.audit.test_planted import found, plant, told_of
from tests.commands import ROOT

HERE = ROOT / "tests/audit"
MISTAKES = list(csv.DictReader((HERE / "planted_volumes.csv").open(encoding="utf-8")))
FEWEST = 57


@pytest.fixture(scope="module")
def clean():
    return {(finding.market, finding.id) for finding in found(HERE / "planted_volumes")}


def test_there_are_sixty_mistakes_of_many_kinds():
    assert len(MISTAKES) == 60
    assert len({mistake["found_by"] for mistake in MISTAKES}) >= 10
    assert len({mistake["market"] for mistake in MISTAKES}) == 5


def test_before_the_mistakes_nothing_is_wrong():
    wrong = [
        f.id
        for f in found(HERE / "planted_volumes")
        if f.grade in {Grade.ERROR, Grade.CONTRADICTION, Grade.QUESTION}
    ]
    assert wrong == []


def test_nearly_each_is_found_by_the_rule_that_should(clean, tmp_path):
    missed = []
    for mistake in MISTAKES:
        data = Path(shutil.copytree(HERE / "planted_volumes", tmp_path / "data"))
        plant(data, mistake)
        if not told_of(data, clean, [mistake]):
            missed.append((mistake["number"], mistake["mistake"], mistake["found_by"]))
        shutil.rmtree(data)
    assert len(MISTAKES) - len(missed) >= FEWEST, missed
