from dataclasses import replace

import pytest

from scripts.audit.conflict import copies_disagree, horizon_conflict, same_key_conflict
from scripts.model import HELD, Grade, Moment, Rank, Status
from tests.audit.examining import cases, findings
from tests.factory import award, claim, growth, market, plain, share, size, source

EXPECTED = {"status": Status.FORECAST}


def found(rule, *claims):
    one = market(*claims)
    return findings(rule, one)


def test_two_values_of_one_source_for_one_key_are_a_contradiction():
    (finding,) = found(same_key_conflict, size(2024, "10"), size(2024, "12", name="other"))
    assert finding.grade == Grade.CONTRADICTION
    assert (
        plain(finding.title)
        == "One source contradicts itself on “Market size” for 2024: USD 10 bn and USD 12 bn"
    )
    assert (
        plain(finding.arithmetic)
        == "USD 10 bn and USD 12 bn: the digits printed leave no value common to all"
    )
    assert finding.subjects == ("size-2024", "other")
    assert finding.id == "same-key-conflict-market-size-2024-volt-research-batteries-2025"


def test_rival_values_of_several_sources_are_a_note():
    rivals = [
        size(2024, value, name=name, source=f"{name}/1")
        for name, value in (("a", "12.5"), ("b", "9"), ("c", "11"))
    ]
    (finding,) = found(same_key_conflict, *rivals)
    assert finding.grade == Grade.NOTE
    assert plain(finding.title) == "Three sources disagree on “Market size” for 2024: USD 9 bn to USD 12.5 bn"
    assert finding.id == "same-key-conflict-market-size-2024"
    assert plain(finding.arithmetic).startswith("USD 9 bn (B), USD 11 bn (C) and USD 12.5 bn (A):")


def test_the_wider_a_conflict_the_more_it_weighs():
    (slight,) = found(same_key_conflict, size(2024, "10"), size(2024, "12", name="other"))
    (wide,) = found(same_key_conflict, size(2024, "10"), size(2024, "95", name="other"))
    assert (slight.weight, wide.weight) == (1, 9)


def test_a_conflict_with_nothing_is_one_too():
    assert len(found(same_key_conflict, size(2024, "0"), size(2024, "12", name="other"))) == 1


def test_the_rate_of_two_sources_over_the_same_years_is_compared():
    (finding,) = found(
        same_key_conflict,
        growth(2024, 2034, "10.5"),
        growth(2024, 2034, "12.5", name="other", source="ohm/2025"),
    )
    assert plain(finding.title) == (
        "Two sources disagree on “Compound annual growth rate” for 2024 to 2034: 10.5 % a year and 12.5 % a year"
    )
    assert plain(finding.arithmetic).startswith("10.5 % a year (Volt Research) and 12.5 % a year (Ohm):")


def test_a_difference_that_rounding_explains_is_no_conflict():
    assert found(same_key_conflict, size(2024, "14.2"), size(2024, "14", name="other")) == []
    assert found(same_key_conflict, size(2024, "14.2"), size(2024, "14.3", name="other")) == []  # both 14.25
    assert found(same_key_conflict, size(2024, "14.2"), size(2024, "14230", "usd-m", name="other")) == []


@pytest.mark.parametrize(
    "other",
    [
        size(2025, "99", name="other"),
        size(2024, "99", name="other", scope="all-batteries"),
        size(2024, "99", name="other", region="europe"),
        size(2024, "99", name="other", use="cars"),
        size(2024, "99", "gwh", name="other", measure="shipments"),
        size(2024, "99", "eur-bn", name="other"),
    ],
)
def test_figures_of_different_things_do_not_conflict(other):
    assert found(same_key_conflict, size(2024, "14.2"), other) == []


def test_two_awards_are_not_two_values_of_one_thing():
    assert found(same_key_conflict, award("a", "8.0"), award("b", "14")) == []


def test_more_than_50_and_60_agree_and_more_than_60_and_50_do_not():
    more = share("a", "50", use="cars", qualifier="more-than")
    assert found(same_key_conflict, more, share("b", "60", use="cars")) == []
    assert len(found(same_key_conflict, more, share("b", "40", use="cars"))) == 1


def test_at_most_50_and_40_agree():
    assert (
        found(
            same_key_conflict,
            share("a", "50", use="cars", qualifier="at-most"),
            share("b", "40", use="cars"),
        )
        == []
    )


def test_one_amount_dated_to_two_years_is_a_horizon_conflict():
    (finding,) = found(
        horizon_conflict,
        size(2034, "127.1", **EXPECTED),
        size(2033, "127.1", qualifier="about", **EXPECTED),
        growth(2023, 2033, "24.5"),
        growth(2024, 2034, "24.5"),
    )
    assert finding.grade == Grade.CONTRADICTION
    assert finding.subjects == ("size-2033", "size-2034")
    assert plain(finding.title) == "About USD 127.1 bn is dated both 2033 and 2034"
    assert "about USD 127.1 bn for 2033 and USD 127.1 bn for 2034" in plain(finding.arithmetic)


@pytest.mark.parametrize(("year", "name"), [(2032, "size-2032"), (2030, "size-2030")])
def test_a_size_on_the_way_may_mean_that_years_grow_unlike(year, name):
    expected = size(2034, "127.1", **EXPECTED), size(2033, "127.1", **EXPECTED), growth(2024, 2034, "24.5")
    on_the_way = size(year, "120.0", name=name, **EXPECTED)
    (finding,) = found(horizon_conflict, *expected, on_the_way)
    assert finding.grade is Grade.QUESTION


def test_a_horizon_conflict_in_another_scope_is_told_with_scope_and_publisher():
    (finding,) = found(
        horizon_conflict, *(size(year, "127.1", scope="car-t", **EXPECTED) for year in (2033, 2034))
    )
    assert plain(finding.title).startswith("CAR-T cell therapy, Volt Research: USD 127.1 bn is dated both")


def test_three_years_are_all_named():
    (finding,) = found(horizon_conflict, *(size(year, "127.1", **EXPECTED) for year in (2033, 2034, 2035)))
    assert plain(finding.title) == "USD 127.1 bn is dated 2033, 2034 and 2035"


@pytest.mark.parametrize(
    "other",
    [
        size(2033, "127.1"),  # not a forecast
        size(2033, "127.2", **EXPECTED),
        size(2033, "127.1", source="ohm/2025", **EXPECTED),
        size(2033, "127.1", scope="all-batteries", **EXPECTED),
        size(2033, "127.1", use="cars", **EXPECTED),
        size(2033, "127.1", region="europe", **EXPECTED),
        size(2033, "127.1", "eur-bn", **EXPECTED),
        size(2034, "127.1", name="same-year", **EXPECTED),
    ],
)
def test_other_amounts_sources_and_things_have_their_own_horizon(other):
    assert found(horizon_conflict, size(2034, "127.1", **EXPECTED), other) == []


def test_dollars_and_gigawatt_hours_of_the_same_number_are_two_amounts():
    shipped = size(2033, "127", "gwh", measure="shipments", **EXPECTED)
    dollars = size(2034, "0.000000127", name="dollars", **EXPECTED)  # 127 dollars
    assert found(horizon_conflict, shipped, dollars) == []


def test_a_market_that_grows_too_slowly_to_show_may_be_the_same_in_two_years():
    # 20 bn stands for 19.5 to 20.5, which leaves room for 2 % a year
    same = size(2030, "20", **EXPECTED), size(2031, "20", **EXPECTED)
    assert found(horizon_conflict, *same, growth(2024, 2031, "2.0")) == []
    assert len(found(horizon_conflict, *same, growth(2024, 2031, "24.5"))) == 1
    others = growth(2024, 2031, "2.0", source="ohm/2025"), claim("first", "1", "rank", "share-rank")
    assert (
        found(horizon_conflict, *same, *others) == []
    )  # no rate of its own, and digits that hide slow growth
    fine = [size(year, "20.00", **EXPECTED) for year in (2030, 2031)]
    (finding,) = found(horizon_conflict, *fine, *others)
    assert (finding.grade, finding.reading) == (Grade.QUESTION, "the market stands still from 2030 to 2031")


def test_nothing_expected_for_two_years_is_one_amount_too():
    nothing = size(2030, "0", **EXPECTED), size(2031, "0", **EXPECTED)
    assert len(found(horizon_conflict, *nothing, growth(2024, 2031, "2.0"))) == 1


def beside(*claims, name="Cells"):
    """A market of its own that other markets may know as a scope."""
    return replace(market(*claims), id="all-batteries", short_title=name)


def test_a_figure_entered_under_two_markets_reads_alike():
    here = market(size(2024, "8.14", name="copy", scope="all-batteries"))
    (finding,) = findings(copies_disagree, here, beside(size(2024, "8.44")))
    assert (finding.id, finding.grade) == ("copies-disagree-copy", Grade.ERROR)
    assert plain(finding.title) == "USD 8.14 bn here is USD 8.44 bn in the market all-batteries"
    alike = market(size(2024, "7250.0", "usd-m", name="copy", scope="all-batteries"))
    assert cases(copies_disagree, alike, beside(size(2024, "7.2500"))) == [HELD]


def test_a_scope_is_a_market_by_id_or_by_name_and_by_nothing_else():
    here = market(size(2024, "8.14", name="copy", scope="car-t"))
    known = beside(size(2024, "8.44"), name="CAR-T Cell Therapy")
    assert len(findings(copies_disagree, here, known)) == 1
    assert cases(copies_disagree, here, beside(size(2024, "8.44"))) == []


def test_figures_of_other_sources_years_and_regions_are_no_copies():
    here = market(size(2024, "8.14", scope="all-batteries"))
    for other in (
        size(2023, "8.44"),
        size(2024, "8.44", source="ohm/2025"),
        size(2024, "8.44", region="europe"),
    ):
        assert cases(copies_disagree, here, beside(other)) == []


def dated(value, date, **more):
    name = f"v-{value}".replace(".", "-")
    told = replace(source(f"volt-research/{name}"), published=Moment(date) if date else None)
    return replace(size(2024, value, name=name, **more), source=told)


def test_texts_of_one_author_are_a_revision_if_dated_and_a_question_if_not():
    assert cases(same_key_conflict, market(dated("10.0", "2023"), dated("12.0", "2024"))) == [HELD]
    (finding,) = found(same_key_conflict, dated("10.0", ""), dated("12.0", "2024"))
    assert (finding.grade, finding.reading) == (
        Grade.QUESTION,
        "one of the texts is an older edition; nothing shows which",
    )
    preferred = dated("10.0", "", rank=Rank.PREFERRED)
    assert cases(same_key_conflict, market(preferred, dated("12.0", ""))) == [HELD]


def test_an_edition_that_was_replaced_and_answers_to_two_questions_do_not_conflict():
    assert found(same_key_conflict, size(2024, "10.0"), size(2024, "12.0", name="old", superseded=True)) == []
    asked = [share(name, value, title=name, use="cars") for name, value in (("young", "40"), ("old", "60"))]
    assert found(same_key_conflict, *asked) == []


def test_volumes_conflict_and_a_quarter_is_no_rival_of_a_year():
    shipped = [claim(n, v, "gwh", "shipments") for n, v in (("a", "100"), ("b", "140"))]
    assert len(found(same_key_conflict, *shipped)) == 1
    assert found(same_key_conflict, size(2024, "10.0"), claim("q", "2.5", period="2024-Q1")) == []
