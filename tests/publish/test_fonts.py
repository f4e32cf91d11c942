"""The letters cut into each file of a face are those for which the style sheet asks it."""

import re
from itertools import chain

from fontTools.ttLib import TTFont

from scripts.publish.fonts import BASIC, EXTENDED, FACES, write_fonts
from tests.commands import ROOT

RULE = re.compile(r'url\("fonts/([a-z]+-\d+)\.(basic|extended)\.woff2"\).*unicode-range: ([^;]*);')


def letters(ranges):
    return set(chain.from_iterable(range(first, last + 1) for first, last in ranges))


def asked(text):
    ends = [part.removeprefix("U+").split("-") for part in text.split(", ")]
    return letters([(int(each[0], 16), int(each[-1], 16)) for each in ends])


def test_the_style_sheet_asks_each_file_for_what_is_in_it():
    rules = RULE.findall((ROOT / "docs" / "assets" / "fonts.css").read_text(encoding="utf-8"))
    assert {(face, part) for face, part, _ in rules} == {
        (face, part) for face in FACES for part in ("basic", "extended")
    }
    for _, part, ranges in rules:
        assert asked(ranges) == letters(BASIC if part == "basic" else EXTENDED)


def test_no_letter_is_in_both_parts():
    assert letters(BASIC) & letters(EXTENDED) == set()


def test_the_cut_fonts_hold_what_english_text_and_polish_names_need(tmp_path):
    write_fonts(tmp_path)
    basic = TTFont(tmp_path / "sans-400.basic.woff2").getBestCmap()
    extended = TTFont(tmp_path / "sans-400.extended.woff2").getBestCmap()
    assert all(ord(letter) in basic for letter in "Az09%–’−×\u00a0")
    assert all(ord(letter) in extended for letter in "Łóźüé")
    assert ord("Ł") not in basic
