"""What a comparison answers: ties, several parts at once, neighbours, and nothing that would be a grade."""

import pytest

from scripts.charts.compared_finding import answer, finding
from tests.charts.markets import ARABIC, JAPANESE, LONG, MARKUP
from tests.comparing import compared, path, stated
from tests.factory import plain


def said(*markets):
    return plain(finding(compared(*markets)))


def answered(*markets):
    return plain(answer(compared(*markets)))


def test_two_parts_that_outgrow_one_whole_in_one_year_are_told_together():
    whole = path("Whole", "30.0", "1.0")
    one, two = (path(name, "25.0", "20.0", part_of=("whole",)) for name in ("Apples", "Pears"))
    # 25 x 1.2 = 30.0 against 30.3 in 2025; 36.0 against 30.6 in 2026
    assert said(one, two, whole) == "Apples and pears would each outgrow whole in 2026"
    assert said(whole, two, one) == "Pears and apples would each outgrow whole in 2026"


def test_one_part_that_outgrows_two_wholes_in_one_year_names_both():
    part = path("Part", "25.0", "20.0", part_of=("field", "world"))
    assert (
        said(part, path("Field", "30.0", "1.0"), path("World", "30.0", "1.0"))
        == "Part would outgrow field and world in 2026"
    )


def test_what_exceeds_later_is_told_after_what_exceeds_first():
    part, whole = path("Part", "25.0", "20.0", part_of=("middle",)), path("Whole", "60.0", "1.0")
    middle = path("Middle", "30.0", "1.0", part_of=("whole",))
    # 24.95 x 1.1995^2 = 35.90 to 25.05 x 1.2005^2 = 36.10 against 30 x 1.01^2 = 30.6;
    # 25 x 1.2^6 = 74.6 against 60 x 1.01^6 = 63.7
    assert answered(part, middle, whole) == (
        "Part would outgrow middle in 2026: USD 36 bn against USD 30.6 bn, at the rates they state. "
        "Part would outgrow whole in 2030."
    )


def test_published_values_are_not_said_to_follow_from_rates():
    part, whole = stated("Part", "20", part_of=("whole",)), stated("Whole", "10")
    assert answered(part, whole) == (
        "Part is larger than whole, of which it is part, already in 2024: USD 20 bn against USD 10 bn."
    )


def test_parts_that_stay_within_their_wholes_are_told_by_the_last_year():
    whole = path("Whole", "100", "5.0", last=2030)
    parts = [path(name, "10.0", "5.0", part_of=("whole",)) for name in ("Apples", "Pears")]
    assert said(*parts, whole) == "No part would outgrow its whole by 2030"


def test_parts_that_rounding_alone_puts_above_their_whole_are_told_with_that_doubt():
    whole = stated("Whole", "10")
    parts = [stated(name, "10.4", part_of=("whole",)) for name in ("Apples", "Pears")]
    assert said(*parts, whole) == "No part would surely outgrow its whole by 2024"


def test_three_neighbours_lie_between_two_ends_and_none_wins():
    known = [stated("Apples", "10.0"), stated("Pears", "30.0"), stated("Plums", "20.0")]
    assert said(*known) == "In 2024 the three lie between USD 10.0 bn and USD 30.0 bn"


def test_three_equal_neighbours_are_of_one_size():
    known = [stated(name, "10.0") for name in ("Apples", "Pears", "Plums")]
    assert said(*known) == "Apples, pears and plums are of one size in 2024, within the digits printed"


def test_a_neighbour_of_nothing_is_no_multiple():
    assert said(stated("Apples", "0"), stated("Pears", "30")) == (
        "In 2024 the two lie between USD 0 bn and USD 30 bn"
    )


def test_computed_sizes_would_be_and_published_ones_are():
    first, later = path("Early", "10.0", "10.0", first=2023, last=2025), stated("Late", "22.0")
    # 10 x 1.1 = 11.0 in 2024; 22 is twice as much: 21.95 / 11.06 = 1.98 to 22.05 / 10.94 = 2.02
    assert said(first, later) == "Late would be 2.0 times as large as early in 2024"


def test_a_multiple_is_told_for_the_first_and_the_last_year_of_both():
    one, two = path("Apples", "30.0", "10.0", last=2026), path("Pears", "10.0", "0.0", last=2026)
    # 30 x 1.1^2 = 36.3 of 10: between 35.9 / 10.16 and 36.7 / 9.94, about 3.6
    assert said(one, two) == "Apples is 3.0 times as large as pears in 2024, and would be 3.6 times in 2026"


def test_sizes_of_different_things_are_not_compared():
    shipped = stated("Cells", "5", unit="gwh", measure="shipments")
    assert said(stated("Packs", "5"), shipped) == (
        "Sizes count different things, market size and shipments, and cannot be compared"
    )


def test_a_part_in_another_currency_than_its_whole_is_not_compared():
    part = stated("Part", "5", unit="eur-bn", part_of=("whole",))
    assert said(part, stated("Whole", "9")) == "Sizes are stated in EUR and USD, and cannot be compared"


@pytest.mark.parametrize("name", [MARKUP, LONG, ARABIC * 4, JAPANESE * 3])
def test_a_sentence_stays_one_whatever_the_name(name):
    told = said(path(name, "25.0", "20.0", part_of=("whole",)), path("Whole", "30.0", "1.0"))
    assert told.endswith("would outgrow whole in 2026")
    assert len(told) < 90
