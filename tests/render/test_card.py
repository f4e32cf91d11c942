"""Preview cards: their size, their edges, and what happens to words that do not fit."""

import io
from importlib.resources import files

import pytest
from PIL import Image, ImageFont

from scripts.render.card import HEIGHT, MARGIN, ROOM, SANS, Face, card
from scripts.render.card import _fitted as fitted
from scripts.render.card import _wrapped as wrapped

PLACE = "almanac.example/c/cars/size-2024/"
LONG = "The part would be larger than the whole in each of the years that its own publisher gives " * 8
WORD = "donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunterbeamtengesellschaft" * 4


def picture(*texts):
    image = Image.open(io.BytesIO(card(*texts)))
    image.load()
    return image


def inked(image):
    """The box of everything that is not paper, right of the accent at the edge."""
    return (
        image.convert("L").point(lambda grey: 255 if grey < 240 else 0).crop((40, 0, 1200, HEIGHT)).getbbox()
    )


@pytest.mark.parametrize(
    ("headline", "sentence"),
    [
        ("USD 14.2 bn", "Market size, cars, 2024, estimate as reported by Volt Research."),
        (LONG, LONG),
        (WORD, WORD),
        ("", ""),
        ("\u0634\u0631\u0643\u0629 \u4e2d\u56fd \U0001f697 e\u0301", "<script>alert(1)</script> & \u202e"),
    ],
)
def test_a_card_has_1200_by_630_pixels_and_keeps_its_margins(headline, sentence):
    data = card(headline, sentence, PLACE * 5, "Market Almanac")
    image = picture(headline, sentence, PLACE * 5, "Market Almanac")
    assert image.size == (1200, 630)
    assert image.format == "PNG"
    assert len(data) <= 300_000
    left, _, right, bottom = inked(image)
    assert left + 40 >= MARGIN - 4
    assert right + 40 <= 1200 - MARGIN + 8
    assert bottom <= HEIGHT - 40


def test_the_same_words_give_the_same_bytes_and_others_do_not():
    said = ("USD 14.2 bn", "Market size, cars, 2024.", PLACE, "Market Almanac")
    assert card(*said) == card(*said)
    assert card(*said) != card("USD 14.3 bn", *said[1:])


def test_a_number_is_set_larger_than_a_sentence():
    assert fitted("USD 14.2 bn")[0].size == 132
    assert fitted(LONG)[0].size == 42


def words_of(lines):
    return [len(line) for line in lines]


def test_lines_hold_whole_words_and_what_does_not_fit_ends_in_an_ellipsis():
    face = Face(SANS, 42)
    lines, is_whole = wrapped("one two three", face, 2)
    assert (words_of(lines), is_whole) == ([3], True)
    lines, is_whole = wrapped(LONG, face, 2)
    assert (len(lines), is_whole) == (2, False)
    font = ImageFont.truetype(str(files(SANS[0]) / "files" / SANS[1]), 42)
    assert all(font.getlength(" ".join(line)) <= ROOM + 2 for line in lines)
    assert lines[-1][-1].endswith("…")
    lines, is_whole = wrapped(WORD, face, 1, 300)
    assert (words_of(lines), is_whole) == ([1], False)
