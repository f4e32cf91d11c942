import pytest

from scripts.derive import derive, quantity
from scripts.model import Rank
from scripts.notation import known, number
from tests.factory import between, claim, growth, market, size

LEADING = ("size-2024", "size-2034", "cagr-2024-2034")


def headed(*others, base=None, target=None, rate=None):
    claims = (
        base or size(2024, "14.2"),
        target or size(2034, "127.1"),
        rate or growth(2024, 2034, "24.5"),
        *others,
    )
    return market(*claims, headline=tuple(leading.id for leading in claims[:3]))


def look(*others, **more):
    outlook = derive(headed(*others, **more)).outlook
    assert outlook
    return outlook


def test_the_path_leads_from_the_published_base_to_the_published_target():
    path = look().path
    assert [year.year for year in path] == list(range(2024, 2035))
    assert [year.claim.id if year.claim else None for year in path] == [
        "size-2024",
        *[None] * 9,
        "size-2034",
    ]


def test_the_path_ends_at_the_target_as_published_not_as_computed():
    path = look(target=size(2034, "130")).path
    assert path[-1].value == between("129.5", "130.5")  # the rate alone would lead to 127.05


def test_the_years_between_follow_the_published_rate():
    path = look().path
    assert (known(path[1].value), known(path[2].value)) == ("17.7", "22.0")
    assert number(path[9].value.point, 1) == "102.0"


def test_each_year_shows_its_rise_over_the_year_before():
    path = look().path
    assert path[0].increment is None
    assert path[1].increment
    assert path[1].increment.point == path[1].value.point - path[0].value.point
    assert number(path[1].increment.point, 3) == "3.479"  # 17.679 - 14.2
    assert path[-1].increment
    assert number(path[-1].increment.point, 2) == "25.05"  # 127.1 - 102.05


def test_the_path_is_in_the_unit_of_the_target():
    path = look(base=size(2024, "14200", "usd-m")).path
    assert path[0].value.point == quantity(size(2024, "14.2")).point


def test_increase_multiple_and_doubling_follow_from_the_headline():
    outlook = look()
    assert outlook.increase == between("112.8", "113.0", "112.9")
    assert outlook.multiple
    assert number(outlook.multiple.point, 2) == "8.95"
    assert outlook.doubling
    assert number(outlook.doubling.point, 2) == "3.16"


def test_the_headline_is_a_triangle_that_closes():
    triangle = look().triangle
    assert triangle
    assert triangle.closes
    assert (triangle.start.id, triangle.end.id, triangle.growth.id) == LEADING


def test_a_headline_of_two_sources_is_no_triangle():
    assert look(rate=growth(2024, 2034, "24.5", source="ohm/2025")).triangle is None


def test_the_base_is_stepped_back_to_an_earlier_year_with_a_rival_size():
    (back,) = look(size(2023, "2", rank=Rank.DEPRECATED)).back_casts
    assert (back.year, known(back.value), [rival.id for rival in back.rivals]) == (
        2023,
        "11.4",
        ["size-2023"],
    )


@pytest.mark.parametrize(
    "other",
    [
        size(2025, "17"),
        size(2023, "2", scope="all-batteries"),
        size(2023, "2", region="europe"),
        size(2023, "2", use="cars"),
        size(2023, "2", "eur-bn"),
        size(2023, "2", measure="shipments"),
    ],
)
def test_no_other_size_is_stepped_back_to(other):
    assert look(other).back_casts == ()


@pytest.mark.parametrize("missing", [0, 1, 2])
def test_without_base_target_or_rate_there_is_no_outlook(missing):
    claims = size(2024, "14.2"), size(2034, "127.1"), growth(2024, 2034, "24.5")
    leading = [None if place == missing else name for place, name in enumerate(LEADING)]
    assert derive(market(*claims, headline=leading)).outlook is None


@pytest.mark.parametrize(
    "changed",
    [
        {"base": size(2024, "14.2", "eur-bn")},
        {"base": size(2034, "14.2", name="other")},
        {"base": size(2035, "14.2")},
        {"base": size(2024, "14.2", "gwh", measure="shipments")},
        {"rate": growth(2024, 2034, "-100")},
    ],
)
def test_figures_that_do_not_belong_together_have_no_outlook(changed):
    assert derive(headed(**changed)).outlook is None


def test_rival_bases_are_the_markets_own_sizes_up_to_its_base_year_the_rejected_last():
    bases = derive(
        market(
            size(2023, "2", rank=Rank.DEPRECATED),
            size(2024, "14.2"),
            size(2025, "17.7"),
            size(2024, "5", name="a", scope="all-batteries"),
            size(2024, "4", name="b", region="europe"),
            claim("c", "3", "usd-m", "funding"),
        )
    ).bases
    assert [base.id for base in bases] == ["size-2024", "size-2023"]
