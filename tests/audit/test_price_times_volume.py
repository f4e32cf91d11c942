from dataclasses import replace

from scripts.audit.arithmetic import price_times_volume
from scripts.model import Grade
from tests.audit.examining import cases, findings
from tests.codelists import MEASURES
from tests.factory import claim, market, plain, size


def figures(money, price="650", volume="41540000", **more):
    return (
        size(2024, money, **more),
        claim("price", price, "usd", "price", **more),
        claim("volume", volume, "gwh", "shipments", **more),
    )


def test_2_7_bn_beside_41_54_m_at_650_is_a_contradiction_by_a_factor_of_ten():
    (finding,) = findings(price_times_volume, market(*figures("2.7")))
    assert finding.grade is Grade.CONTRADICTION
    assert finding.id == "price-times-volume-size-2024"
    assert plain(finding.arithmetic).startswith("USD 650 each × 41,540,000 GWh = USD 27.0 bn, not USD 2.7 bn")
    assert "a factor of ten: a misplaced decimal point?" in finding.arithmetic
    assert set(finding.subjects) == {"size-2024", "price", "volume"}


def test_27_bn_beside_41_54_m_at_650_fits():
    assert findings(price_times_volume, market(*figures("27"))) == []
    assert len(cases(price_times_volume, market(*figures("27")))) == 1


def test_more_than_26_bn_fits_and_more_than_28_bn_does_not():
    assert findings(price_times_volume, market(*figures("26", qualifier=None))) != []
    _, price, volume = figures("26")
    assert findings(price_times_volume, market(size(2024, "26", qualifier="more-than"), price, volume)) == []
    assert (
        len(findings(price_times_volume, market(size(2024, "28", qualifier="more-than"), price, volume))) == 1
    )


def test_figures_of_two_publications_are_an_open_question():
    one, _, volume = figures("2.7")
    _, price, _ = figures("2.7", source="ohm/2025")
    (finding,) = findings(price_times_volume, market(one, price, volume))
    assert finding.grade is Grade.QUESTION
    assert finding.reading == "the publications do not count the same sales, or not at the same prices"


def test_another_year_currency_or_segment_is_not_held_against_it():
    one, price, volume = figures("2.7")
    assert (
        cases(price_times_volume, market(one, price, claim("v", "41540000", "gwh", "shipments", "2023")))
        == []
    )
    assert cases(price_times_volume, market(size(2024, "2.7", "eur-bn"), price, volume)) == []
    assert cases(price_times_volume, market(size(2024, "2.7", use="cars"), price, volume)) == []


def test_a_segment_is_held_against_its_own():
    (finding,) = findings(price_times_volume, market(*figures("2.7", use="cars")))
    assert finding.grade is Grade.CONTRADICTION


def test_users_at_the_end_of_a_year_are_no_sales_and_a_price_for_each_user_is_an_open_question():
    # 20 each of 5 m is 100 m; the source says 1,000 m
    users = claim("users", "5000000", "people", "users")
    price = claim("price", "20", "usd", "price")
    assert cases(price_times_volume, market(size(2024, "1000", "usd-m"), price, users)) == []
    each = replace(price, measure=replace(MEASURES["price"], of="users"))
    (finding,) = findings(price_times_volume, market(size(2024, "1000", "usd-m"), each, users))
    assert finding.grade is Grade.QUESTION
    assert "a factor of ten" in finding.arithmetic
    assert findings(price_times_volume, market(size(2024, "100", "usd-m"), each, users)) == []


def test_a_price_that_does_not_say_of_which_of_two_volumes_is_an_open_question():
    other = replace(MEASURES["shipments"], code="packs", name="Packs sold")
    packs = replace(claim("packs", "100", "gwh", "shipments"), measure=other)
    (finding,) = findings(price_times_volume, market(*figures("27"), packs))
    assert (finding.grade, finding.reading) == (Grade.QUESTION, "the price is for one of another volume")
