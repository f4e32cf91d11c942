import pytest

from scripts.audit.leaders import superlative_without_number
from tests.audit.examining import findings
from tests.factory import claim, growth, market, patients, plain, share


def fastest(name="fastest", value="1", **more):
    return claim(name, value, "rank", "growth-rank", "2025/2034", **more)


def largest(name="largest", **more):
    return claim(name, "1", "rank", "share-rank", "2024", **more)


def found(*claims):
    one = market(*claims)
    return findings(superlative_without_number, one)


def test_the_fastest_region_without_a_rate_is_told_with_the_places_that_say_so():
    (finding,) = found(
        fastest(region="asia-pacific", locator="Region, heading; Region, paragraph 2; Conclusion")
    )
    assert (
        plain(finding.title)
        == "Asia Pacific is called fastest-growing, without a number in the text that was read"
    )
    assert (
        plain(finding.arithmetic)
        == "said by Volt Research in three places; the text that was read gives no rate for it"
    )


def test_the_largest_segment_without_a_share_is_told():
    (finding,) = found(largest(use="cars"))
    assert plain(finding.title) == "Cars is called largest, without a number in the text that was read"
    assert (
        plain(finding.arithmetic)
        == "said by Volt Research in one place; the text that was read gives no share for it"
    )


def test_a_place_is_not_counted_where_none_is_given():
    (finding,) = found(largest(use="cars", locator=""))
    assert plain(finding.arithmetic) == "said by Volt Research; the text that was read gives no share for it"


def test_a_segment_within_a_region_is_named_with_both():
    (finding,) = found(fastest(use="cars", region="europe"))
    assert plain(finding.title).startswith("Cars, Europe is called")


@pytest.mark.parametrize(
    ("scope", "shown"),
    [("all-batteries", "Cars (all batteries)"), ("car-t", "Cars (CAR-T cell therapy)")],
)
def test_another_scope_is_named_with_its_own_capitals(scope, shown):
    (finding,) = found(largest(use="cars", scope=scope))
    assert plain(finding.title).startswith(f"{shown} is called")


def test_a_superlative_with_its_number_is_silent():
    assert found(fastest(region="asia-pacific"), growth(2025, 2034, "18.01", region="asia-pacific")) == []
    assert found(largest(use="cars"), share("s", "48.7", use="cars")) == []


@pytest.mark.parametrize(
    "other",
    [
        growth(2025, 2034, "18.01", region="europe"),
        growth(2025, 2034, "18.01", region="asia-pacific", source="ohm/2025"),
        growth(2025, 2034, "18.01", region="asia-pacific", scope="all-batteries"),
        growth(2025, 2034, "18.01", region="asia-pacific", use="cars"),
        share("s", "48.7", region="asia-pacific"),
    ],
)
def test_the_number_of_something_else_does_not_help(other):
    assert len(found(fastest(region="asia-pacific"), other)) == 1


def test_a_scope_that_is_the_fastest_as_a_whole_is_named_with_its_place():
    (finding,) = found(fastest(scope="all-batteries"))
    assert plain(finding.title).startswith("Worldwide (all batteries) is called")


def test_one_of_something_else_is_no_first_place():
    assert found(patients("one", "1")) == []


def test_second_place_is_no_superlative():
    assert found(fastest(value="2", region="asia-pacific")) == []
