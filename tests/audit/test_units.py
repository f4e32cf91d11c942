from scripts.audit.basis import spurious_precision, unit_or_money_basis_mixed
from scripts.model import HELD, Grade, Status
from tests.audit.examining import cases, findings
from tests.factory import claim, market, plain, size


def ids(*claims, **more):
    return [finding.id for finding in findings(unit_or_money_basis_mixed, market(*claims, **more))]


def test_a_size_in_another_currency_is_found():
    assert ids(size(2024, "14.2"), size(2025, "15", "eur-bn", name="euro")) == [
        "unit-or-money-basis-mixed-euro"
    ]


def test_a_rival_field_may_count_in_its_own_currency_but_not_in_two():
    assert ids(size(2024, "14.2"), size(2024, "9", "eur-bn", name="rival", scope="car-t")) == []
    mixed = size(2024, "9", "eur-bn", name="e", scope="car-t"), size(2025, "9", name="u", scope="car-t")
    assert ids(*mixed) == ["unit-or-money-basis-mixed-e"]


def test_one_figure_in_two_units_is_found_and_its_equal_is_not():
    (finding,) = findings(
        unit_or_money_basis_mixed,
        market(size(2024, "14.2"), size(2024, "14200", name="slip", source="ohm/2025")),
    )
    assert finding.id == "unit-or-money-basis-mixed-size-2024-slip"
    assert plain(finding.arithmetic) == "14,200 bn ÷ 14.2 bn = 1,000 times"
    assert ids(size(2024, "14.2"), size(2024, "14200", "usd-m", name="same", source="ohm/2025")) == []


def test_an_unstated_basis_is_a_notice_and_a_real_one_needs_its_prices():
    (unstated,) = findings(unit_or_money_basis_mixed, market(size(2024, "1"), money_basis="not stated"))
    assert unstated.grade == Grade.NOTE
    assert "a nominal growth over ten years holds 22 % of inflation, a real one none" in plain(
        unstated.arithmetic
    )  # 1.02^10 = 1.219
    (real,) = findings(unit_or_money_basis_mixed, market(size(2024, "1"), money_basis="real"))
    assert real.grade == Grade.ERROR
    assert ids(size(2024, "1"), money_basis="real", price_level="2020") == []
    assert cases(unit_or_money_basis_mixed, market(money_basis="not stated")) == []


def test_six_digits_are_more_than_an_estimate_can_have():
    (finding,) = findings(spurious_precision, market(size(2025, "13.27519")))
    assert plain(finding.title) == "USD 13.27519 bn for 2025 claims seven digits"
    # half of 0.00001 bn is 5,000; 13,275,190,000 / 5,000 = 2,655,038
    assert plain(finding.arithmetic) == "USD 5,000 in 13,275,190,000 is one part in 2,655,038"
    assert cases(spurious_precision, market(size(2033, "107.92"))) == [HELD]


def test_a_part_with_too_many_digits_is_named_and_others_are_counted():
    known = [size(2030 + n, "1.23456", name=f"c-{n}", use="cars") for n in range(3)]
    (finding,) = findings(spurious_precision, market(*known))
    assert (
        plain(finding.title)
        == "Market size, Cars: USD 1.23456 bn for 2030 claims six digits, and so do two other figures"
    )
    (finding,) = findings(spurious_precision, market(*known[:2]))
    assert plain(finding.title).endswith("claims six digits, and so does another figure")
    rival = size(2030, "1.23456", scope="car-t", use="cars")
    (finding,) = findings(spurious_precision, market(rival))
    assert plain(finding.title).startswith(
        "CAR-T cell therapy, Volt Research: market size, Cars: USD 1.23456 bn"
    )


def test_leading_noughts_are_no_digits_and_actuals_may_be_exact():
    assert cases(spurious_precision, market(size(2024, "0.00123"))) == [HELD]
    assert cases(spurious_precision, market(size(2024, "13.27519", status=Status.ACTUAL))) == []
    assert cases(spurious_precision, market(claim("n", "123456", "patients", "patients"))) == []


def test_a_currency_of_its_own_is_an_error_only_where_it_leads():
    known = size(2024, "14.2"), size(2025, "15", "eur-bn", name="euro")
    (beside,) = findings(unit_or_money_basis_mixed, market(*known, headline=("size-2024", None, None)))
    (leads,) = findings(unit_or_money_basis_mixed, market(*known, headline=("euro", None, None)))
    assert (beside.grade, leads.grade) == (Grade.NOTE, Grade.ERROR)


def test_a_market_of_volumes_has_no_currency_to_mix_and_a_slip_in_one_text_is_a_contradiction():
    shipped = [claim(n, v, "gwh", "shipments") for n, v in (("a", "14.2"), ("b", "14200"))]
    (finding,) = findings(unit_or_money_basis_mixed, market(*shipped, currency=""))
    assert (finding.id, finding.grade) == ("unit-or-money-basis-mixed-a-b", Grade.CONTRADICTION)
