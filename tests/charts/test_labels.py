"""Labels: none is cut off at the edge, none lies on another, whatever the data."""

from itertools import combinations

import pytest

from scripts.charts import figures
from scripts.charts.typography import fitted, width, wrapped
from scripts.derive import derive
from tests.charts.markets import ARABIC, AWKWARD, JAPANESE, LONG, of_shares
from tests.charts.reading import picture, real_width, texts

KINDS = ("wide", "narrow")


@pytest.mark.parametrize("name", AWKWARD)
@pytest.mark.parametrize("kind", KINDS)
def test_no_label_leaves_the_drawing_and_none_covers_another(name, kind):
    market = AWKWARD[name]()
    for figure in figures(market, derive(market)):
        root = picture(getattr(figure, kind))
        far, low = (float(root.get(side)) for side in ("width", "height"))
        shown = texts(root)
        for text in shown:
            inside = (
                text.left >= -0.5
                and text.right <= far + 0.5
                and text.top >= -0.5
                and text.bottom <= low + 0.5
            )
            assert inside, (figure.id, text, far, low)
        for one, other in combinations(shown, 2):
            assert not one.touches(other), (figure.id, one, other)


@pytest.mark.parametrize("name", AWKWARD)
def test_drawings_are_as_wide_as_a_column_or_a_phone_and_never_stretched(name):
    market = AWKWARD[name]()
    for figure in figures(market, derive(market)):
        assert [float(picture(getattr(figure, kind)).get("width")) for kind in KINDS] == [756, 330]


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize(
    "text", ["Hospitals 58.2 %", "WWW. mmm @ illicit", LONG, "0123456789 − … “é”", "{[|]}~^"]
)
def test_text_is_never_thought_narrower_than_it_is_by_more_than_a_pixel_in_a_hundred(text, bold):
    assert width(text, bold=bold) >= real_width(text, bold) * 0.99
    assert width(text, bold=bold) <= real_width(text, bold) * 1.12


def test_a_text_that_fits_stays_whole():
    assert fitted("Hospitals", 200) == "Hospitals"


@pytest.mark.parametrize("text", [LONG, ARABIC * 4, JAPANESE * 3])
def test_a_text_that_does_not_fit_ends_in_an_ellipsis_within_its_room(text):
    short = fitted(text, 150)
    assert short.endswith("…")
    assert text.startswith(short[:-1])
    assert width(short) <= 150


def test_no_room_leaves_an_ellipsis():
    assert fitted("Hospitals", 0) == "…"


def test_a_letter_is_not_parted_from_its_accent():
    text = "e\u0301" * 20
    assert fitted(text, 60)[:-1].endswith("\u0301")


def test_a_long_name_is_broken_at_a_space_and_keeps_every_word():
    name = "Tumour-infiltrating lymphocytes, selected, with pembrolizumab"
    first, second = wrapped(name, 240).split("\n")
    assert f"{first} {second}" == name
    assert max(width(first), width(second)) <= 240


def test_what_two_lines_cannot_hold_ends_in_an_ellipsis_and_one_long_word_stays_in_one_line():
    first, second = wrapped("Batteries " * 40, 150).split("\n")
    assert second.endswith("…")
    assert max(width(first), width(second)) <= 150
    assert wrapped("x" * 90, 150) == fitted("x" * 90, 150)


def test_names_that_differ_only_at_their_ends_can_be_told_apart_on_a_phone():
    names = [f"Tumour-infiltrating lymphocytes, selected, given {way}" for way in ("early", "late")]
    market = of_shares("40", "20", names=tuple(names))
    figure = next(one for one in figures(market, derive(market)) if one.id.startswith("shares-"))
    shown = " ".join(text.text for text in texts(picture(figure.narrow)))
    for name in names:
        assert name in shown


def test_bars_of_the_whole_have_one_scale_from_chart_to_chart():
    lengths = []
    for share in ("50", "5"):
        market = of_shares(share, names=("Cars",))
        figure = next(one for one in figures(market, derive(market)) if one.id.startswith("shares-"))
        lengths.append(figure.wide["layer"][0]["encoding"]["x"]["scale"]["domain"])
    assert lengths == [[0, 100], [0, 100]]
