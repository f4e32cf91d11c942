"""Figures as files, made from nothing: the same bytes twice, and a fault is named."""

import io

import pytest
from PIL import Image

from scripts.render.drawn import RenderError
from scripts.render.pictures import pictures

SHEET = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 40" width="90" height="40"><title>a</title><desc>b</desc>'
    '<text y="20">Cars 58.2</text><text y="34" font-weight="600">Bold</text></svg>'
)


CARD = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 315" width="600" height="315"><title>a</title><desc>b</desc>'
    "<text y='20'>Cars</text></svg>"
)


def test_two_empty_caches_give_the_same_bytes_with_the_typeface_inside(tmp_path):
    first, second = (
        pictures({("m", "f"): SHEET}, {("m", "f"): CARD}, tmp_path / name)["m", "f"] for name in "ab"
    )
    assert first == second
    assert first.svg.count("data:font/woff2;base64,") == 2
    assert first.png.startswith(b"\x89PNG")
    assert Image.open(io.BytesIO(first.card)).size == (1200, 630)


def test_a_figure_that_cannot_be_painted_is_named(tmp_path):
    with pytest.raises(RenderError, match="m/f: "):
        pictures({("m", "f"): "<svg"}, {("m", "f"): CARD}, tmp_path)
