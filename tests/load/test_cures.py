"""A cure that is followed to the letter works: what is told of a near form is written in its place, and the data load."""

import shutil
from pathlib import Path

import pytest

from scripts.load import load_catalog
from tests.load.conftest import HERE
from tests.load.test_defects import EXPECTED

OBSERVATIONS = "markets/solid-state-batteries/observations.csv"

# Of each defect: what stands there, and what its cure says to write.
CURES = {
    "quarter_before_its_year": (",Q1 2024,", ",2024-Q1,"),
    "quarter_as_1q24": (",1Q24,", ",2024-Q1,"),
    "half_before_its_year": (",H1 2024,", ",2024-H1,"),
    "fiscal_year_of_two_digits": (",FY24,", ",FY2024,"),
    "fiscal_year_as_2023_24": (",2023/24,", ",FY2024,"),
    "fiscal_year_of_both_years": (",FY2024-25,", ",FY2025,"),
    "qualifier_and_sign_in_the_value": (",over 60 %,,", ",60,more-than,"),
    "qualifier_as_spoken": (",over,", ",more-than,"),
    "range_with_currency_and_unit": (",USD 5-7 billion,", ",5..7,"),
    "range_with_a_hyphen": (",120-130,", ",120..130,"),
    "range_for_a_value": (",14.2-15.1,more-than,", ",14.2..15.1,,"),
    "separator_line_of_a_spreadsheet": ("sep=,\n", ""),
    "empty_columns_at_the_end": (",,\n", "\n"),
}


@pytest.mark.parametrize("defect", sorted(CURES))
def test_data_load_once_the_cure_is_followed(defect: str, data: Path) -> None:
    shutil.copytree(
        HERE / "defects" / defect, data, dirs_exist_ok=True, ignore=shutil.ignore_patterns(EXPECTED)
    )
    wrong, right = CURES[defect]
    file = data / OBSERVATIONS
    text = file.read_text(encoding="utf-8")
    assert wrong in text
    file.write_text(text.replace(wrong, right), encoding="utf-8")
    assert len(load_catalog(data).markets) == 2


def test_a_workbook_is_what_spreadsheets_save() -> None:
    saved = (HERE / "defects" / "workbook_under_the_name_of_a_csv" / OBSERVATIONS).read_bytes()
    assert saved.startswith(b"PK\x03\x04")
