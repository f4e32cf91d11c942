"""What stands for a whole market where no figure was chosen to lead, and how parts of all are rounded."""

from fractions import Fraction

from scripts.model import Status
from scripts.pages.environment import part_of_all
from scripts.pages.vitals import forecast, growth, has_regional_shares
from tests.factory import growth as rate
from tests.factory import market, share, size


def test_the_newest_growth_of_the_whole_market_stands_where_none_leads():
    known = market(size(2024, "10"), rate(2021, 2022, "4"), rate(2022, 2023, "5"))
    found = growth(known)
    assert found
    assert found.year == 2023
    assert growth(market(size(2024, "10"))) is None


def test_a_forecast_of_the_whole_market_stands_where_no_target_leads():
    ahead = size(2030, "20", status=Status.FORECAST)
    found = forecast(market(size(2024, "10"), ahead))
    assert found
    assert found.year == 2030
    assert forecast(market(size(2024, "10"))) is None


def test_no_region_has_a_share_where_only_segments_do():
    assert not has_regional_shares(market(size(2024, "10"), share("a", "50", use="cars")))


def test_only_all_is_a_hundred_per_cent():
    assert [part_of_all(Fraction(some, 1078)) for some in (1078, 1077, 539)] == ["100", "99.9", "50"]
