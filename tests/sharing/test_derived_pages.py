"""A computed value says that what it follows from was revised."""

from lxml import html

from scripts.audit import audit
from scripts.derive import derive
from scripts.model import Moment, Vintage
from scripts.pages import MarketView
from scripts.sharing.derived_page import SharedDerived, derived_page
from tests.factory import catalog, growth, market, plain, size

NOW = {
    "size-2024": ("10.0", "", "usd-bn", "2024"),
    "cagr-2024-2034": ("7.2", "", "percent-a-year", "2024/2034"),
}
THEN = {**NOW, "size-2024": ("9.0", "", "usd-bn", "2024")}


def shown(*vintages) -> str:
    known = market(
        size(2024, "10.0"),
        size(2034, "20.0"),
        growth(2024, 2034, "7.2"),
        headline=("size-2024", "size-2034", "cagr-2024-2034"),
        vintages=tuple(Vintage(Moment(day), held) for day, held in vintages),
    )
    whole = catalog(known)
    view = MarketView(known, whole, derive(known), audit(known, whole), {}, {})
    shared = SharedDerived(view.derived.values["derived-size-2025"], view, "https://example.org/")
    return " ".join(plain(html.fromstring(derived_page(shared, shared.preview)).text_content()).split())


def test_a_value_whose_input_was_revised_says_when_and_what_it_was():
    text = shown(("2026-01-31", THEN), ("2026-03-01", NOW))
    assert "An input was revised on 1 March 2026. USD 10.0 bn was USD 9.0 bn since 31 January 2026" in text
    assert "An input was revised, not yet released. USD 10.0 bn was USD 9.0 bn" in shown(("2026-01-31", THEN))


def test_a_value_whose_inputs_never_changed_says_nothing():
    assert "revised" not in shown(("2026-01-31", NOW), ("2026-03-01", NOW))
    assert "First published here Not yet released" in shown()
