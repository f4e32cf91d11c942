"""Tables and text alternatives: the same numbers as the drawing, in words and rows."""

import re

import pytest

from scripts.charts import figures
from scripts.derive import derive
from tests.charts.markets import (
    ARABIC,
    AWKWARD,
    JAPANESE,
    LONG,
    MARKUP,
    crowded,
    hostile,
    of_shares,
    ordinary,
)
from tests.charts.reading import picture, texts
from tests.factory import plain

NUMBER = re.compile(r"(?<![\w,.])\d+(?:,\d{3})*(?:\.\d+)?(?!\w)")


def by_id(known):
    return {figure.id: figure for figure in figures(known, derive(known))}


def words(figure):
    return plain(" ".join(cell for row in figure.rows for cell in row.cells))


@pytest.mark.parametrize("name", AWKWARD)
def test_every_row_has_a_cell_for_every_column(name):
    for figure in by_id(AWKWARD[name]()).values():
        assert {len(row.cells) for row in figure.rows} == {len(figure.columns)}
        assert all(cell.strip() for row in figure.rows for cell in row.cells)


@pytest.mark.parametrize("name", AWKWARD)
def test_every_claim_in_a_table_exists(name):
    known = AWKWARD[name]()
    ids = set(known.claims) | {event.id for event in known.events} | {"r", *(f"r{n}" for n in range(20))}
    for figure in by_id(known).values():
        assert {row.claim for row in figure.rows if row.claim} <= ids


@pytest.mark.parametrize("name", AWKWARD)
def test_every_number_of_a_table_names_a_claim_or_a_derived_value_that_there_is(name):
    known = AWKWARD[name]()
    counted = {c.id for study in known.studies for c in (study.n, study.responders) if c}
    there = {*known.claims, *derive(known).values, *counted, *(event.id for event in known.events)}
    for figure in by_id(known).values():
        named = {subject for row in figure.rows for cell in row.subjects for subject in cell}
        assert named <= there, figure.id
        assert all(len(row.subjects) <= len(row.cells) for row in figure.rows)


@pytest.mark.parametrize("name", ["ordinary", "one share", "ties", "shrinking", "crowded", "zeros"])
@pytest.mark.parametrize("kind", ["wide", "narrow"])
def test_every_number_at_a_mark_stands_in_the_table(name, kind):
    for figure in by_id(AWKWARD[name]()).values():
        table = set(NUMBER.findall(words(figure)))
        says = [
            datum["says"]
            for layer in getattr(figure, kind)["layer"]
            for datum in layer["data"]["values"]
            if "says" in datum
        ]
        for said in says:
            missing = set(NUMBER.findall(plain(said))) - table
            assert not missing, (figure.id, said, missing)


def test_numbers_in_the_drawing_the_table_and_the_text_alternative_agree():
    figure = by_id(ordinary())["shares-use"]
    drawn = {plain(text.text) for text in texts(picture(figure.wide))}
    ends = {"0", "100 %"}  # of the axis, which is the whole in every chart of shares
    assert drawn - ends == {"Cars", "58.2 %", "Phones", "20.1 %", "not published (one segment)", "21.7 %"}
    assert ends < drawn
    assert [tuple(map(plain, row.cells[:2])) for row in figure.rows] == [
        ("Cars", "58.2 %"),
        ("Phones", "20.1 %"),
        ("not published (one segment)", "21.7 %"),
        ("Ships", "not published"),
    ]
    assert plain(figure.alt) == (
        "Bars of shares by use: Cars 58.2 %, Phones 20.1 % and not published (one segment) 21.7 %."
    )


@pytest.mark.parametrize(
    ("figure", "marks", "rows"),
    [
        ("size-forecast", 19, 19),  # 11 years, 2 rejected, 6 of the neighbour
        ("increments", 10, 11),  # ten years after the base
        ("sensitivity", 30, 30),  # five bases and a rejected one, five rates
        ("segment-values", 4, 4),  # four shares of one whole
        ("concentration", 2, 2),  # regions are left out
        ("leaders", 7, 7),  # three leaders, one second place, three remainders
        ("shares-use", 3, 4),  # Ships: not published, nothing to draw
        ("regions", 3, 3),  # a share, a remainder, a rank without a number
        ("rival-estimates", 2, 2),
        ("growth-check", 4, 2),  # a pair of points each
        ("events", 3, 4),  # one without a date
        ("trials", 1, 1),
    ],
)
def test_marks_and_rows(figure, marks, rows):
    found = by_id(ordinary())[figure]
    assert (found.marks, len(found.rows)) == (marks, rows)


def test_of_sixty_segments_fourteen_are_drawn_and_the_table_has_all():
    figure = by_id(of_shares(*["1.5"] * 60))["shares-use"]
    assert figure.marks == 15  # and 60 times 1.5 % leave 10 %
    assert len(figure.rows) == 61
    assert "46 more in the table" in {text.text for text in texts(picture(figure.wide))}


def test_a_share_that_is_not_published_is_not_a_nought():
    rows = by_id(of_shares("48.7", count=3))["shares-use"].rows
    assert [row.cells[1] for row in rows[2:]] == ["not published", "not published"]


def test_a_region_said_to_grow_fastest_is_shown_without_a_number():
    figure = by_id(ordinary())["regions"]
    assert ("Asia Pacific", "fastest, no number published") in {row.cells[:2] for row in figure.rows}
    assert "fastest, no number published" in {text.text for text in texts(picture(figure.narrow))}


def test_long_names_are_cut_in_the_drawing_and_whole_in_the_table():
    figure = by_id(hostile())["shares-use"]
    drawn = [text.text for text in texts(picture(figure.wide))]
    assert LONG not in drawn
    assert any(text.startswith("A segment whose name") for text in drawn)
    assert any(text.startswith("on and on") and text.endswith("…") for text in drawn)  # its second line
    assert [row.cells[0] for row in figure.rows][:4] == [MARKUP, LONG, ARABIC, JAPANESE]


def test_no_title_grows_with_the_names_in_it():
    assert all(len(figure.title) < 160 for figure in by_id(hostile()).values())


def test_a_sentence_names_twelve_things_and_leaves_the_rest_to_the_table():
    figure = by_id(crowded())["rival-estimates"]
    assert figure.alt.endswith(", and 19 more in the table.")
    assert len(figure.rows) == 31


def test_many_sources_are_counted():
    assert by_id(crowded())["rival-estimates"].source_line == (
        "Volt Research; House 29; House 28; House 27; 27 more, named in the table"
    )


def test_estimates_are_told_apart_as_stated_and_as_brought_by_their_own_rate():
    rows = by_id(ordinary())["rival-estimates"].rows
    assert [plain(row.cells[3]) for row in rows] == ["USD 10 bn brought here at 14.9 % a year", "stated"]
