"""What is found on the four first markets, and how grave it is: a list held by hand, from reading the sources' own words.

`graded.csv` gives the reason of each grade. A finding that comes, goes or changes its grade changes this list in the same commit.
"""

import csv
from collections import Counter

import pytest

from scripts.audit import audit
from scripts.load import load_catalog
from scripts.model import Grade
from tests.commands import ROOT

LINES = list(csv.DictReader((ROOT / "tests/audit/graded.csv").open(encoding="utf-8")))


@pytest.fixture(scope="module")
def findings():
    catalog = load_catalog(ROOT / "data")
    markets = {line["market"] for line in LINES}
    return [finding for name in sorted(markets) for finding in audit(catalog.markets[name], catalog).findings]


def test_findings_and_grades_are_those_of_the_list(findings):
    told = {(finding.market, finding.id): finding.grade.value for finding in findings}
    assert told == {(line["market"], line["finding"]): line["grade"] for line in LINES}


def test_eleven_contradictions_fifteen_open_questions_and_each_has_a_reason():
    grades = Counter(line["grade"] for line in LINES)
    assert (grades["contradiction"], grades["open question"], grades["error"]) == (11, 15, 0)
    assert all(line["reason"] for line in LINES)


def test_each_open_question_names_the_reading_under_which_it_holds_and_nothing_else_does(findings):
    assert all(bool(finding.reading) == (finding.grade is Grade.QUESTION) for finding in findings)


def test_the_known_answers(findings):
    reading = {finding.id: finding.reading for finding in findings if finding.grade is Grade.QUESTION}
    assert (
        "“fastest uptake” is not said of market size" in reading["fastest-is-slower-growth-rank-asia-pacific"]
    )
    assert "a value for 2025" in reading["growth-triangle-insight-partners-cagr-2024-2031"]
    assert "a value for 2024" in reading["growth-triangle-cagr-2023-2033"]


def test_no_title_accuses_an_outlet_that_only_carries_a_figure(findings):
    carriers = ("GII Research", "Shopping Feedback", "Market Access Today", "wallstreet-online")
    titles = [finding.title for finding in findings if finding.rule != "single-origin"]
    assert not [title for title in titles if any(name in title for name in carriers)]
