"""Text in lines: nothing is lost, nothing is wider than its room."""

from hypothesis import given
from hypothesis import strategies as st

from scripts.charts.lines import wrapped
from scripts.charts.typography import width


@given(st.text(alphabet="abW 日–", max_size=80), st.integers(30, 400))
def test_every_letter_stays_and_every_line_fits(text, room):
    lines = wrapped(text, room)
    assert "".join("".join(lines).split(" ")) == "".join(text.split(" "))
    assert all(width(line) <= room for line in lines)


def test_lines_break_between_words():
    assert wrapped("aaaa bbbb", width("aaaa b")) == ["aaaa", "bbbb"]
