import pytest

from scripts.derive import derive
from scripts.model import Rank
from scripts.notation import known, number
from tests.factory import between, claim, growth, market, plainly, size, source

ROUGH = source(rounded_to=1)
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
    assert path[0].value.point == size(2024, "14.2").quantity.point


def test_increase_multiple_and_doubling_follow_from_the_headline():
    outlook = look()
    assert plainly(outlook.increase) == between("112.8", "113.0", "112.9")
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
        size(2023, "2", "gwh", measure="shipments"),
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
        {"target": size(2034, "127.1", "gwh", measure="shipments")},
        {"rate": growth(2024, 2034, "-99", source=ROUGH)},  # to two digits; to one it may be -104
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


def test_a_fiscal_market_says_so_in_each_year_of_its_path():
    head = "FY2024", "FY2027", "FY2024/FY2027"
    base = claim("base", "100", period=head[0])
    target = claim("target", "133", period=head[1])
    rate = claim("rate", "10", "percent-a-year", "cagr", head[2])
    path = look(base=base, target=target, rate=rate).path
    assert [year.label for year in path] == ["FY2024", "FY2025", "FY2026", "FY2027"]
    assert number(path[2].value.point, 0) == "121"


def test_a_quarter_has_no_yearly_outlook():
    base, target = claim("base", "10", period="2024-Q1"), claim("target", "20", period="2034-Q1")
    rate = claim("rate", "7.2", "percent-a-year", "cagr", "2024/2034")
    assert derive(headed(base=base, target=target, rate=rate)).outlook is None


def test_a_market_led_by_volume_has_an_outlook_in_its_own_unit():
    base = size(2024, "10", "gwh", measure="shipments")
    target = size(2026, "40", "gwh", measure="shipments", name="target")
    rate = claim("rate", "100", "percent-a-year", "shipment-growth", "2024/2026")
    outlook = look(base=base, target=target, rate=rate)
    assert (known(outlook.path[1].value), outlook.increase.unit.code) == ("20", "gwh")
