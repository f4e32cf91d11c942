"""What the audit finds by itself in the first market, whose source prints two markets on one page."""

import re

import pytest

from scripts.audit import audit
from scripts.load import load_catalog
from scripts.model import Grade, Rank
from tests.commands import ROOT
from tests.factory import plain

MARKET = "personalized-cell-therapy"


@pytest.fixture(scope="module")
def catalog():
    return load_catalog(ROOT / "data")


@pytest.fixture(scope="module")
def findings(catalog):
    return {finding.id: finding for finding in audit(catalog.markets[MARKET], catalog).findings}


def numbers(text):
    return re.findall(r"\d[\d,.]*\d|\d", plain(text))


def test_2_to_127_1_needs_51_5_percent_and_24_5_percent_makes_17_9(findings):
    finding = findings["growth-triangle-cagr-2023-2033"]
    assert finding.grade == Grade.CONTRADICTION
    assert set(finding.subjects) == {"size-2023", "size-2033", "cagr-2023-2033"}
    arithmetic = plain(finding.arithmetic)
    assert "2 bn × 1.245¹⁰ = 17.9 bn, not 127.1 bn" in arithmetic
    assert "needs 51.5 % a year" in arithmetic
    assert "not 24.5 %" in arithmetic


def test_the_headline_itself_closes(findings):
    assert "growth-triangle-cagr-2024-2034" not in findings


def test_127_1_is_dated_both_2033_and_2034(findings):
    (finding,) = [finding for finding in findings.values() if finding.rule == "horizon-conflict"]
    assert set(finding.subjects) == {"size-2033", "size-2034"}
    assert numbers(finding.title) == ["127.1", "2033", "2034"]


def test_2_to_14_2_in_one_year_is_7_1_times_as_much_while_the_rate_leads_back_to_11_4(findings):
    finding = findings["series-jump-size-2023-size-2024"]
    arithmetic = plain(finding.arithmetic)
    assert "14.2 bn ÷ 2 bn = 7.1 times as much in one year" in arithmetic
    assert "610 % a year" in arithmetic
    assert "beside 24.5 % a year as stated" in arithmetic
    assert arithmetic.endswith("stepping back from 14.2 bn at that rate gives 11.4 bn for 2023")


def test_asia_pacific_is_called_fastest_without_a_number(findings):
    finding = findings["superlative-without-number-growth-rank-asia-pacific"]
    assert finding.title.startswith("Asia Pacific is called fastest-growing")
    assert "in three places" in finding.arithmetic


def test_the_four_shares_have_another_base_year_than_the_headline(findings):
    finding = findings["base-year-mismatch-shares"]
    assert set(finding.subjects) == {
        "share-cardiovascular-2023",
        "share-platelet-2023",
        "share-hospitals-2023",
        "share-north-america-2023",
    }
    assert numbers(finding.title) == ["2023", "2024"]


def test_leaders_with_a_published_share_are_no_empty_superlatives(catalog, findings):
    leaders = [name for name in catalog.markets[MARKET].claims if name.startswith("share-rank-")]
    assert len(leaders) == 4
    assert not {f"superlative-without-number-{leader}" for leader in leaders} & set(findings)


def test_the_award_that_the_source_tells_twice_is_one_record(catalog, findings):
    awards = [event for event in catalog.markets[MARKET].events if event.amount]
    assert [award.amount.id for award in awards].count("nih-prime-editing-award") == 1
    assert not [name for name in findings if name.startswith("counted-twice")]


def test_nothing_is_our_own_fault(findings):
    assert [finding.id for finding in findings.values() if finding.grade == Grade.ERROR] == []


def test_the_loudest_finding_about_the_market_itself_is_the_contradiction_in_its_size(catalog):
    first = audit(catalog.markets[MARKET], catalog).findings[0]
    assert {"size-2023", "size-2024"} <= set(first.subjects)


def test_findings_have_names_of_their_own_and_name_what_exists(catalog, findings):
    market = catalog.markets[MARKET]
    assert len(findings) == len(audit(market, catalog).findings)
    known = {
        *market.claims,
        *market.dimensions,
        *(event.id for event in market.events),
        *(s.id for s in market.studies),
    }
    assert all(set(finding.subjects) <= known for finding in findings.values())


def test_a_figure_that_led_to_a_contradiction_is_ranked_below_the_one_that_closes(catalog):
    claims = catalog.markets[MARKET].claims
    assert {claims[name].rank for name in ("size-2023", "size-2033", "cagr-2023-2033")} == {Rank.DEPRECATED}
    assert {claims[name].rank for name in ("size-2024", "size-2034", "cagr-2024-2034")} == {Rank.PREFERRED}


def test_other_publishers_are_held_to_the_same_arithmetic(findings):
    # Straits Research: (133.62 / 24.67)^(1/9) = 1.2065; Mordor Intelligence: (81.80 / 22.30)^(1/5) = 1.2968
    assert "needs 20.6 % a year" in plain(findings["growth-triangle-straits-cgt-cagr-2023-2032"].arithmetic)
    assert "needs 29.68 % a year" in plain(findings["growth-triangle-mordor-cgt-cagr-2025-2030"].arithmetic)
