"""Numbers in texts lead to their pages, and no text of the data becomes markup on the way."""

from markupsafe import escape

from scripts.audit import audit
from scripts.derive import derive
from scripts.pages import MarketView
from scripts.pages.leads import Lead, arithmetic, lead, lead_of_several, led, linked
from tests.charts.markets import ordinary
from tests.factory import catalog, plain, spaced

TWO = Lead("../c/m/size-2023/", (spaced("USD 2 bn"), spaced("2 bn")))
EVIL = "<script>alert(1)</script> & \" 2 bn ' ]]> {{ 7 * 7 }}"


def view(market):
    return MarketView(market, catalog(market), derive(market), audit(market, catalog(market)), {}, {})


def address(found):
    return found.address if found else None


def test_a_number_becomes_a_link_and_the_rest_stays_text():
    assert linked(spaced("USD 2 bn in 2023"), [TWO]) == (
        f'<a class="ma-n" href="../c/m/size-2023/">{spaced("USD 2 bn")}</a>{spaced(" in 2023")}'
    )
    assert linked("nothing", [None, TWO]) == "nothing"


def test_hostile_text_and_addresses_are_escaped():
    shown = linked(EVIL, [TWO])
    before, after = EVIL.split("2 bn")
    assert shown == f'{escape(before)}<a class="ma-n" href="../c/m/size-2023/">2 bn</a>{escape(after)}'
    assert '"><b>' not in linked("2 bn", [Lead('"><b>', ("2 bn",))])
    assert "<script" not in led(EVIL, [Lead("#x")])


def test_a_cell_of_one_record_is_one_link_where_a_number_would_be_left_out():
    assert led("29.0 % (28.9 to 29.1)", [Lead("#a", ("29.0 %",))]).count("<a ") == 1
    assert led("29.0 % (28.9 to 29.1)", [Lead("#a", ("29.0 %",))]).endswith("29.1)</a>")
    assert led("computed at 24.5 %", [Lead("#a", ("24.5 %",))]).startswith("computed at <a ")
    assert led("thirteen times as much", [Lead("#a", ("13 times",))]).startswith("<a ")
    assert led("plain", []) == "plain"


def test_ids_lead_to_claims_derived_values_and_the_rows_of_events_and_studies():
    known = view(ordinary())
    there = {
        "size-2024": "c/solid-state-batteries/size-2024/",
        "derived-size-2025": "c/solid-state-batteries/derived-size-2025/",
        "a": "markets/solid-state-batteries/dynamics/#a",
        "one": "markets/solid-state-batteries/evidence/#one",
    }
    for record, place in there.items():
        assert address(lead(known, "../", record)) == f"../{place}"
        several = lead_of_several({known.market.id: known}, "", f"{known.market.id}/{record}")
        assert address(several) == place
    assert lead(known, "", "nobody") is None
    assert lead_of_several({}, "", "nobody/size-2024") is None


def test_the_arithmetic_of_a_finding_leads_to_its_claims_and_to_what_follows_from_them():
    # the path that 10 bn at 14.9 % a year implies reaches 40.1 bn, not 80 bn
    known = view(ordinary(last="80"))
    (found,) = [f for f in known.report.findings if f.rule == "growth-triangle" and "size-2034" in f.subjects]
    shown = plain(arithmetic(known, "", found))
    at = '<a class="ma-n" href="c/solid-state-batteries/'
    assert f'{at}size-2024/">10 bn</a> × 1.149' in shown
    assert f'not {at}size-2034/">80 bn</a>' in shown
    assert f'not {at}cagr-2024-2034/">14.9 %</a>' in shown
    assert f'needs {at}derived-growth-2024-2034/">23.1 % a year</a>' in shown
    assert f'({at}derived-growth-2024-2034/">22.4 to 23.9 %</a> within' in shown
