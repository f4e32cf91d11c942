"""Comparisons of made-up markets: what they find in a sentence, how parts lie to wholes, and the figure of their paths."""

from dataclasses import replace

import altair as alt
import pytest

from scripts.charts.compared_finding import answer, finding
from scripts.charts.compared_paths import compared_paths
from scripts.derive import compare, derive
from scripts.model import Comparison, Place, Rank
from tests.charts.markets import MARKUP
from tests.factory import claim, growth, market, plain, size

PLACE = Place("data/comparisons.yml")


def named(name, *claims, **more):
    """A market of its own name; its headline is the claims `size`, `target` and `rate`, as far as they are there."""
    ids = {one.id for one in claims}
    leading = [part if part in ids else None for part in ("size", "target", "rate")]
    known = market(*claims, headline=leading, **more)
    return replace(known, id=name.lower().replace(" ", "-"), short_title=name)


def path(name, base, rate, target=None, first=2024, last=2034, unit="usd-bn", **more):
    known = [size(first, base, unit, name="size"), growth(first, last, rate, name="rate")]
    return named(name, *known, *([size(last, target, unit, name="target")] if target else []), **more)


def compared(*markets):
    comparison = Comparison("test", "Test", "", tuple(one.id for one in markets), PLACE)
    known = {one.id: one for one in markets}
    return compare(comparison, known, {name: derive(one) for name, one in known.items()})


def said(*markets):
    return plain(finding(compared(*markets)))


WHOLE = path("Whole", "13.1", "22.6", "78", 2023, 2032)
PART = path("Part", "14.2", "24.5", "127.1", part_of=("whole",))


def test_the_year_in_which_a_part_would_outgrow_its_whole_leads():
    # 14.2 x 1.245^8 = 82.0 against 78 in 2032; 2031: 65.8 against 13.1 x 1.226^8 = 66.9
    assert said(PART, WHOLE) == "Part would outgrow whole in 2032"
    assert plain(answer(compared(PART, WHOLE))).endswith(
        "USD 82 bn against USD 78 bn, at the rates they state."
    )


def test_the_order_in_which_markets_are_named_does_not_matter_to_parts():
    assert said(WHOLE, PART) == said(PART, WHOLE)


def test_a_part_that_is_larger_from_the_first_year_on_is_so_already():
    part, whole = (
        named("Part", size(2024, "20", name="size"), part_of=("whole",)),
        named("Whole", size(2024, "10", name="size")),
    )
    assert said(part, whole) == "Part is larger than whole, of which it is part, already in 2024"


def test_a_part_within_its_whole_tells_how_much_of_it_it_is():
    part = path("Part", "10.0", "5.0", "16.3", part_of=("whole",))
    # 10 of 100 in 2024; 16.3 of 163 in 2034
    assert (
        said(part, path("Whole", "100", "5.0", "163")) == "Part is 10 % of whole in 2024 and 10.0 % in 2034"
    )


def test_a_part_of_a_part_is_a_part_of_the_whole():
    middle = path("Middle", "50", "1.0", part_of=("whole",))
    part = path("Part", "14.2", "24.5", "127.1", part_of=("middle",))
    known = compared(part, middle, WHOLE)
    assert {(pair.one.market.id, pair.other.market.id) for pair in known.inclusions} == {
        ("part", "middle"),
        ("part", "whole"),
        ("middle", "whole"),
    }


def test_neighbours_that_change_places_are_told_and_rounding_alone_changes_none():
    slow, fast = path("Slow", "20.0", "1.0"), path("Fast", "10.0", "20.0")
    # 10 x 1.2^4 = 20.7 against 20 x 1.01^4 = 20.8; a year later 24.9 against 21.0
    assert said(slow, fast) == "Fast would pass slow in 2029"
    level = said(named("One", size(2024, "10", name="size")), named("Two", size(2024, "10.4", name="size")))
    assert level == "One and two are of one size in 2024, within the digits printed"


def test_markets_of_other_currencies_or_years_are_not_compared():
    euro = path("Euro", "10", "5.0", unit="eur-bn")
    assert (
        said(path("Dollar", "10", "5.0"), euro) == "Sizes are stated in USD and EUR, and cannot be compared"
    )
    early = named("Early", size(2010, "1", name="size"))
    assert (
        said(early, named("Late", size(2024, "2", name="size")))
        == "The published figures have no year in common"
    )


def test_missing_headlines_are_said():
    assert said(named("Nothing"), named("Nobody")) == "For none of the two markets is a size published"
    assert said(named("Nothing"), path("Known", "10", "5")) == "A size is published for known alone"


def test_two_sizes_of_one_year_are_told_as_a_multiple():
    one, two = named("One", size(2024, "30.0", name="size")), named("Two", size(2024, "10.0", name="size"))
    assert (
        said(one, two) == "One is 3.0 times as large as two in 2024"
    )  # 29.95 / 10.05 = 2.98 to 30.05 / 9.95 = 3.02


def test_a_rejected_size_is_no_point_of_a_path():
    other = claim("old", "2", period="2023")
    known = named("One", size(2024, "30.0", name="size"), replace(other, rank=Rank.DEPRECATED))
    (course, _) = compared(known, named("Two", size(2024, "1", name="size"))).courses
    assert [point.year for point in course.points] == [2024]


@pytest.mark.parametrize(
    "markets",
    [
        (PART, WHOLE),
        (PART, WHOLE, path("Third", "900", "-5.0", unit="usd-m"), path("Fourth", "10.4", "24.0")),
        (path("A " * 60, "10.0", "5.0"), path(MARKUP, "12.0", "7.0")),
        (path("طب", "10.0", "5.0"), path("全固体電池", "12.0", "7.0")),
    ],
    ids=["two", "four", "long", "foreign"],
)
def test_the_figure_draws_as_many_marks_as_it_says(markets):
    (figure,) = compared_paths(compared(*markets))
    for specification in (figure.wide, figure.narrow):
        alt.Chart.from_dict(dict(specification))  # what Vega-Lite's schema allows
    assert figure.marks == len(figure.rows)


def test_sizes_that_cannot_be_compared_have_no_figure():
    assert compared_paths(compared(path("Dollar", "10", "5"), path("Euro", "10", "5", unit="eur-bn"))) == ()
    assert compared_paths(compared(named("Nothing"), path("Known", "10", "5"))) == ()
