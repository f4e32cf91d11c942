"""The oddities that are known of the four real markets' reports are found, with the arithmetic that was worked by hand."""

import pytest

from scripts.audit import audit
from scripts.load import load_catalog
from tests.commands import ROOT
from tests.factory import plain

SEED, CAR_T = "personalized-cell-therapy", "car-t-cell-therapy"
WHOLE, GLUCOSE = "cell-and-gene-therapy", "continuous-glucose-monitoring"

# Market, finding, and what its arithmetic or title must say; the numbers come from the notes on the reports.
ODDITIES = (
    # A: size and growth of the seed
    (SEED, "growth-triangle-cagr-2023-2033", "51.5 % a year"),
    (SEED, "growth-triangle-cagr-2023-2033", "= 17.9 bn, not 127.1 bn"),
    (SEED, "series-jump-size-2023-size-2024", "7.1 times as much in one year, a growth of 610 % a year"),
    (SEED, "series-jump-size-2023-size-2024", "gives 11.4 bn for 2023"),
    (SEED, "horizon-conflict-size-2034-size-2033", "dated both 2033 and 2034"),
    (SEED, "unit-or-money-basis-mixed-money-basis", "nominal or real"),
    # B: shares of the seed
    (SEED, "remainder-unpublished-therapeutic-area", "51.3 %"),
    (SEED, "remainder-unpublished-technology", "55.2 %"),
    (SEED, "remainder-unpublished-end-user", "41.8 %"),
    (SEED, "base-year-mismatch-shares", "Shares are of 2023, the headline size is of 2024"),
    (SEED, "rivals-far-apart-market-beside-bone-marrow-transplant", "9.14252 bn"),
    # C and D: scope, regions, evidence
    (SEED, "scope-contradiction-technology", "all four segments"),
    (SEED, "scope-contradiction-technology-without-place", "CAR-T cells"),
    (SEED, "superlative-without-number-growth-rank-asia-pacific", "in three places"),
    (SEED, "remainder-unpublished-region", "that was read for 58.8 %"),
    (SEED, "small-sample-nci-colorectal-trial", "42.9 %, with an exact 95 % interval of 9.9 to 81.6 %"),
    (SEED, "same-value-two-endpoints-nci-colorectal-trial", "4.6 months"),
    # G: against the outside world
    (
        SEED,
        "child-exceeds-parent-market-in-cell-and-gene-therapy-market-us",
        "14.2 bn × 1.245⁸ = USD 82.0 bn",
    ),
    (SEED, "rivals-far-apart-market-beside-autologous-cell-therapy", "1.9 to 2.6 times"),
    (SEED, "child-exceeds-parent-market-in-cell-therapy-others", "Nine other publishers"),
    (SEED, "parts-exceed-whole-towards-cell-size-2025-by-region", "8.04 bn beside 7.21 bn"),
    (SEED, "child-exceeds-parent-cellular-immunotherapy-in-cell-therapy-towards-healthcare", "USD 7.21 bn"),
    (SEED, "growth-triangle-mordor-cgt-cagr-2025-2030", "29.68 % a year"),
    (SEED, "growth-triangle-straits-cgt-cagr-2023-2032", "20.6 % a year"),
    # CAR-T cell therapy
    (CAR_T, "growth-triangle-cagr-2023-2033", "needs 29.0 % a year, not 30 %"),
    (
        CAR_T,
        "series-jump-sums-precedence-research-car-t-release-2024",
        "1,103 (2020), 1,860 (2021), 3,827 (2022)",
    ),
    (CAR_T, "series-jump-sums-precedence-research-car-t-release-2024", "69 %, 106 % and 121 %"),
    (CAR_T, "remainder-unpublished-indication-without-room", "multiple myeloma"),
    (CAR_T, "future-actual-precedence-research-car-t-report-page", "January 2023"),
    # Cell and gene therapy
    (WHOLE, "growth-triangle-cagr-2023-2032", "21.9 % a year"),
    (WHOLE, "growth-triangle-cagr-2023-2032", "= 82.0 bn, not 78 bn"),
    (WHOLE, "printed-ratio-disagrees-share-north-america-2023", "= 10.7 bn, the whole that would fit"),
    # Continuous glucose monitoring
    (GLUCOSE, "fastest-is-slower-growth-rank-asia-pacific", "16.68 % − 16.08 %"),
    (GLUCOSE, "rivals-far-apart-market", "between USD 951.61 m and USD 12.71 bn"),
    (GLUCOSE, "rivals-far-apart-market-growth", "between 3.6 % and 16.68 % a year"),
    (GLUCOSE, "base-year-mismatch-shares", "Shares are of 2024, the headline size is of 2025"),
)


@pytest.fixture(scope="module")
def findings():
    catalog = load_catalog(ROOT / "data")
    reports = [audit(market, catalog) for market in catalog.markets.values()]
    return {(report.market, finding.id): finding for report in reports for finding in report.findings}


@pytest.mark.parametrize(("market", "finding", "says"), ODDITIES, ids=lambda value: str(value)[:60])
def test_each_known_oddity_is_found_and_told(findings, market, finding, says):
    told = findings[market, finding]
    assert says in plain(f"{told.title}: {told.arithmetic}")


def test_figures_that_fit_but_for_rounding_are_left_alone(findings):
    # 56.74 + 35.2 + 6.88 = 98.82 is printed 98.8; the segments of CAR-T add up to 8,444.6 m, printed 8.44 bn.
    rules = {(market, finding.rule) for (market, _), finding in findings.items()}
    assert (GLUCOSE, "shares-exceed-whole") not in rules
    assert (CAR_T, "parts-exceed-whole") not in rules
    assert (CAR_T, "total-is-not-the-sum") not in rules


def test_no_finding_is_an_error_of_ours(findings):
    assert [finding.id for finding in findings.values() if finding.stops] == []
