"""A written figure is read back as the number that a person would type."""

import pytest

from scripts.notation import Written, is_absent, read


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        ("USD\u00a014.2\u00a0bn", "14.2", "USD bn"),
        ("about\u00a0USD\u00a0127.1\u00a0bn", "127.1", "USD bn"),
        ("more than\u00a0USD\u00a02\u00a0m", "2", "USD m"),
        ("\u22123.5\u00a0%", "-3.5", "%"),
        ("24.5\u00a0% a year", "24.5", "% a year"),
        ("1.2 percentage points", "1.2", "percentage points"),
        ("1,234", "1234", ""),
        ("USD 1,234,567.8", "1234567.8", "USD"),
        ("51.5\u00a0% (48 to 56)", "51.5", "%"),
        ("rank\u00a01", "1", "rank"),
        ("0.0 %", "0.0", "%"),
    ],
)
def test_one_figure_is_read_with_its_unit(text, number, unit):
    assert read(text) == Written(number, unit)


@pytest.mark.parametrize(
    "text",
    [
        "9.9 to 81.6\u00a0%", "1\u00a0in\u00a035,000", "31\u00a0July\u00a02025", "not published", "–", "",
        "computed at 24.5 % a year", "-2+3+cmd|' /C calc'!A0", "12,34", "=1+1", "-3 HYPERLINK(\"x\")",
    ],
)  # fmt: skip
def test_what_is_not_one_figure_is_not_read(text):
    assert read(text) is None


def test_absence_is_told_from_words():
    assert all(map(is_absent, ("", "–", "not published", "fastest, no number published")))
    assert not any(map(is_absent, ("0", "Hospitals", "published, estimate")))
