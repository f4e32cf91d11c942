from scripts.audit.basis import base_year_mismatch
from scripts.model import Period, Rank
from tests.audit.examining import cases, findings
from tests.factory import claim, growth, market, plain, share, size


def found(*claims, headline=("size-2024", None, None)):
    one = market(*claims, headline=headline)
    return findings(base_year_mismatch, one)


def test_shares_of_another_year_than_the_headline_are_told_once():
    (finding,) = found(
        size(2024, "14.2"), share("a", "48.7", 2023, use="cars"), share("b", "44.8", 2023, chemistry="oxide")
    )
    assert finding.id == "base-year-mismatch-shares"
    assert finding.subjects == ("a", "b")
    assert plain(finding.title) == "Shares are of 2023, the headline size is of 2024"
    assert plain(finding.arithmetic) == (
        "two shares of 2023 beside USD 14.2 bn of 2024: no product of the two is of any one year, so none is computed"
    )


def test_shares_of_the_headline_year_are_silent():
    assert found(size(2024, "14.2"), share("a", "48.7", 2024, use="cars")) == []


def test_a_share_of_an_earlier_year_is_no_fault_beside_the_one_of_the_headline_year():
    now, before = share("now", "48.7", 2024, use="cars"), share("before", "50.1", 2019, use="cars")
    assert found(size(2024, "14.2"), now, before) == []
    elsewhere = share("elsewhere", "12.0", 2019, use="ships")
    assert [finding.subjects for finding in found(size(2024, "14.2"), now, elsewhere)] == [("elsewhere",)]


def test_deprecated_shares_and_shares_of_another_scope_are_not_held_against_the_headline():
    old = share("a", "48.7", 2023, use="cars", rank=Rank.DEPRECATED)
    wider = share("b", "48.7", 2023, use="cars", scope="all-batteries")
    assert found(size(2024, "14.2"), old, wider) == []


def test_a_rate_has_years_of_its_own_and_is_never_held_against_the_headline():
    assert found(size(2024, "14.2"), growth(2024, 2034, "24.5"), growth(2023, 2033, "24.5")) == []
    assert found(size(2024, "14.2"), growth(2023, 2024, "24.5")) == []


def test_a_quarter_is_no_share_of_a_year_and_a_market_without_a_base_year_states_none():
    quarter = claim("q", "40", "percent", "revenue-share", "2023-Q1", use="cars")
    assert found(size(2024, "14.2"), quarter) == []
    bare = market(
        size(2024, "14.2"), headline=("size-2024", None, None), base_year=None, forecast_period=None
    )
    assert cases(base_year_mismatch, bare) == []


def test_without_a_headline_there_is_no_base_to_differ_from():
    assert found(share("a", "48.7", 2023, use="cars"), headline=(None, None, None)) == []


def test_market_yml_must_name_the_years_of_its_headline():
    pair = (size(2024, "10"), size(2034, "20"), growth(2024, 2034, "7.2"))
    leading = ("size-2024", "size-2034", "cagr-2024-2034")
    stated = market(*pair, headline=leading, base_year=2024, forecast_period=Period.of("2025/2034"))
    assert findings(base_year_mismatch, stated) == []
    misstated = market(*pair, headline=leading, base_year=2019, forecast_period=Period.of("2030/2040"))
    told = findings(base_year_mismatch, misstated)
    assert [finding.topic for finding in told] == ["base-year", "forecast-period"]
    assert all(finding.stops for finding in told)


def test_a_share_of_units_is_no_factor_of_a_size():
    shipped = claim("shipped", "40", "percent", "shipment-share", "2023", use="cars")
    assert found(size(2024, "14.2"), shipped) == []
