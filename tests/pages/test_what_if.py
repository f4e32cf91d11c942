"""What if: sliders around the published figures, in plain numbers that a script can read."""

from decimal import Decimal

import pytest
from lxml import html

from scripts.derive import derive
from scripts.model import Rank, Status
from scripts.pages.what_if import settled, what_if
from tests.charts.markets import bare, ordinary, shrinking
from tests.factory import growth, market, size


def of(known):
    derived = derive(known)
    assert derived.outlook
    return settled(derived, derived.outlook)


def test_the_base_moves_from_half_the_smallest_published_one_to_twice_the_largest():
    base = of(ordinary()).base  # 10 in 2024, and 3 in 2023, which is rejected
    assert (base.least, base.value, base.most, base.step) == ("1.5", "10", "20", "0.1")


def test_the_rate_moves_ten_points_below_nothing_and_beyond_twice_the_published_one():
    rate = of(ordinary()).growth  # 14.9 % a year
    assert (rate.least, rate.value, rate.most, rate.step) == ("-10", "14.9", "39.8", "0.1")


def test_a_falling_market_may_fall_faster_but_not_by_more_than_all_of_itself():
    rate = of(shrinking()).growth  # -20.6 % a year
    assert (rate.least, rate.most) == ("-30.6", "10")
    steep = market(
        size(2024, "40", rank=Rank.PREFERRED),
        size(2026, "1", status=Status.FORECAST, rank=Rank.PREFERRED),
        growth(2024, 2026, "-95.12", rank=Rank.PREFERRED),
        headline=("size-2024", "size-2026", "cagr-2024-2026"),
    )
    assert (of(steep).growth.least, of(steep).growth.step) == ("-99", "0.01")


@pytest.mark.parametrize("known", [ordinary(), shrinking(), ordinary("9.75", "40", "15.125")])
def test_the_published_value_is_one_of_the_sliders_own_and_lies_within_it(known):
    for slider in (of(known).base, of(known).growth):
        least, most, step, value = map(Decimal, (slider.least, slider.most, slider.step, slider.value))
        assert least <= value <= most
        assert (value - least) % step == 0


def test_the_increase_is_the_difference_of_the_published_ends():
    known = of(ordinary("9.75", "40"))
    assert (known.end, known.increase, known.decimals) == ("40", "30.25", 0)
    assert (known.first, known.last, known.pattern) == (2024, 2034, "USD\u00a0#\u00a0bn")


def test_without_an_outlook_there_is_nothing_to_move():
    assert what_if(derive(bare()), lambda _: None) == ""


def test_the_form_is_hidden_until_a_script_shows_it_and_every_input_has_a_name():
    form = html.fragment_fromstring(what_if(derive(ordinary()), lambda _: None))
    assert "hidden" in form.attrib
    assert [(label.text or "").split(",")[0].strip() for label in form.iter("label")] == ["Base", "Growth"]
    assert len(form.findall(".//td")) == 11
