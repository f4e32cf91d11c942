from scripts.notation import publisher, segments, subject, whose
from tests.factory import claim, growth, market, share, size


def test_the_whole_market_is_its_measure_alone():
    assert subject(market(), size(2024, "14.2")) == "Market size"


def test_segment_scope_and_region_are_named_in_that_order():
    told = share("a", "40", use="cars", chemistry="oxide", scope="all-batteries", region="europe")
    assert subject(market(), told) == "Revenue share, Cars, Oxide, All batteries, Europe"


def test_a_place_that_is_not_stated_is_not_named():
    assert subject(market(), claim("a", "3", region="not-stated")) == "Market size"


def test_a_figure_of_a_neighbouring_scope_is_told_with_scope_and_publisher():
    rival = size(2024, "90", scope="all-batteries", source="ohm/2025")
    assert whose(market(), rival) == "All batteries, Ohm: "


def test_a_figure_of_the_market_itself_needs_no_such_words():
    assert whose(market(), size(2024, "14.2")) == ""


def test_a_claim_without_a_source_has_no_publisher():
    assert publisher(size(2024, "14.2", source="ohm/2025")) == "Ohm"
    assert publisher(size(2024, "14.2", source=None)) == "no source"


def test_the_total_is_no_segment():
    assert segments(market(), growth(2024, 2034, "24.5")) == []
    assert segments(market(), share("a", "40", chemistry="sulfide")) == ["Sulfide"]
