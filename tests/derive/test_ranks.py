from scripts.derive.ranks import rate_beside
from scripts.model import Rank
from tests.factory import claim, growth, market


def fastest(**where):
    return claim("fastest", "1", "rank", "growth-rank", "2025/2030", **where)


def test_the_rate_of_the_same_part_and_publisher_stands_beside_its_place():
    place = fastest(region="asia-pacific")
    rate = growth(2025, 2030, "16.08", region="asia-pacific")
    assert rate_beside(market(place, rate), place) is rate


def test_rates_of_other_parts_publishers_and_rejected_ones_do_not():
    place = fastest(region="asia-pacific")
    for other in (
        growth(2025, 2030, "16.08"),
        growth(2025, 2030, "16.08", region="europe"),
        growth(2025, 2030, "16.08", region="asia-pacific", source="ohm/2025"),
        growth(2025, 2030, "16.08", region="asia-pacific", rank=Rank.DEPRECATED),
    ):
        assert rate_beside(market(place, other), place) is None
