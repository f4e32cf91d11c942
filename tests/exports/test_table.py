"""The CSV of a figure: as shown, with numbers to compute with, and safe to open."""

import csv
import io

import pytest

from scripts.charts import figures
from scripts.charts.figure import Row
from scripts.derive import derive
from scripts.exports.table import figure_csv, safe
from tests.charts.markets import hostile, ordinary
from tests.render.test_render import figure

HERE = "https://example.org/f/m/x/"


def table(columns, *rows):
    text = figure_csv(figure(columns=columns, rows=tuple(Row(row, "a-claim") for row in rows)), HERE)
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def test_numbers_stand_beside_what_is_shown():
    rows = table(("Part", "Share"), ("Cars", "\u22121,234.5\u00a0%"), ("Phones", "not published"))
    assert [(row["Share"], row["Share (number)"]) for row in rows] == [
        ("-1,234.5 %", "-1234.5"),
        ("not published", ""),
    ]
    assert (rows[0]["claim"], rows[0]["figure"]) == ("a-claim", HERE)


def test_units_are_told_where_they_differ():
    rows = table(("Event", "Amount"), ("a", "USD\u00a055\u00a0m"), ("b", "USD\u00a01.2\u00a0bn"))
    assert [(row["Amount (number)"], row["Amount (unit)"]) for row in rows] == [
        ("55", "USD m"),
        ("1.2", "USD bn"),
    ]


def test_words_and_plain_numbers_get_no_second_column():
    assert list(table(("Part", "Year"), ("Cars", "2024"))[0]) == ["Part", "Year", "claim", "source", "figure"]
    assert "How (number)" not in table(("Part", "How"), ("a", "5 %"), ("b", "at 24.5 % a year"))[0]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "＝"])
def test_a_cell_that_would_be_a_formula_is_made_text(start):
    assert safe(f"{start}HYPERLINK(1)") == f"'{start}HYPERLINK(1)"


@pytest.mark.parametrize("cell", ["-3.5", "-3.5 %", "-", "Cars", "–"])
def test_negative_numbers_and_words_stay_as_they_are(cell):
    assert safe(cell) == cell


def test_lines_end_as_the_standard_asks_and_the_file_tells_its_encoding():
    text = figure_csv(figure(), HERE)
    assert text.startswith("\ufeff")
    assert text.count("\r\n") == text.count("\n") == 1 + len(figure().rows)


@pytest.mark.parametrize("known", [ordinary(), hostile()])
def test_every_row_and_column_of_a_figure_is_there(known):
    for one in figures(known, derive(known)):
        rows = list(csv.reader(io.StringIO(figure_csv(one, HERE)[1:], newline="")))
        assert len(rows) == 1 + len(one.rows)
        assert {len(row) for row in rows} == {len(rows[0])}
