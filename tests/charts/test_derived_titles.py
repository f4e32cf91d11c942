"""Titles of the figures of computed values: increments, segment values, sensitivity, concentration."""

from dataclasses import replace

import pytest

from scripts.charts import figures
from scripts.charts.sensitivity import SHADES
from scripts.charts.theme import INKS
from scripts.derive import derive
from scripts.model import Rank
from tests.charts.markets import LONG, called_largest, of_shares, path
from tests.factory import market, plain, share, size, source


def title(known, figure):
    return next(plain(one.title) for one in figures(known, derive(known)) if one.id == figure)


@pytest.mark.parametrize(
    ("known", "told"),
    [
        (
            ("14.2", "127.1", "24.5", 2034),
            "More than half of the increase falls in the last three years of ten",
        ),
        (("8.00", "64.00", "100.0"), "More than half of the increase falls in the last year of three"),
        (("64.00", "8.00", "-50.0"), "More than half of the decrease falls in the first year of three"),
        (("100.0", "133.1", "10.0"), "Each year adds between USD 10.0 bn and USD 12 bn"),
        (("10.0", "12.0", "20.0", 2025), "2025 adds USD 2.0 bn"),
        (("12.0", "10.0", "-16.7", 2025), "2025 takes away USD 2.0 bn"),
        (("10.0", "10.0", "0.0"), "No year from 2025 to 2027 adds anything"),
        (("100", "101", "0.3"), "Rounding leaves open whether the years to 2027 add or lose anything"),
        (("100", "100", "0.1"), "Rounding leaves open whether the years to 2027 add or lose anything"),
        (
            ("10.0", "40.0", "5.0", 2034),
            "The stated rate misses the target: 2034 alone would add USD 24.5 bn",
        ),
        (
            ("100.0", "105.0", "10.0", 2026),
            "The stated rate misses the target: 2026 alone would lose USD 5 bn",
        ),
    ],
)
def test_increments_are_told_by_where_most_of_them_falls(known, told):
    assert title(path(*known), "increments") == told


@pytest.mark.parametrize(
    ("known", "told"),
    [
        (("14.2", "127.1", "24.5", 2034), "Two percentage points less growth a year take USD 19 bn off 2034"),
        (
            ("10.0", "12.1", "10.0", 2026),
            "One percentage point less growth a year takes USD 0.22 bn off 2026",
        ),
        (("10.0", "10.3", "0.1"), "0.5 percentage points less growth a year take USD 0.150 bn off 2027"),
        (("100.0", "0.0", "-99.0", 2025), "From USD 0.8 bn to USD 13.2 bn in 2025, by base and growth rate"),
    ],
)
def test_sensitivity_is_told_by_one_step_of_the_rate(known, told):
    assert title(path(*known), "sensitivity") == told


def test_a_target_that_is_a_range_leaves_its_year_open():
    # 104 and 108.2, which may be 107.5 to 108.8; then 107.5 to 120.5: between 1.3 less and 13 more
    known = path("100", "108..120", "4.0", 2027)
    assert title(known, "increments") == (
        "Each year to 2026 adds between USD 4.0 bn and USD 4.2 bn; what 2027 adds is open"
    )


def reading(known, figure):
    return next(plain(one.reading) for one in figures(known, derive(known)) if one.id == figure)


def test_a_headline_that_misses_its_target_is_not_shown_without_a_word():
    missed, met = path("10.0", "40.0", "5.0", 2034), path("10.0", "13.3", "10.0")
    assert "does not lead to the published USD 40.0 bn" in reading(missed, "sensitivity")
    assert "does not lead" not in reading(met, "sensitivity")


def test_the_last_increment_says_what_it_is_taken_from():
    assert reading(path("10.0", "12.0", "20.0", 2025), "increments").startswith(
        "The bar is the published USD 12.0 bn less the published USD 10.0 bn"
    )
    assert reading(path("10.0", "13.3", "10.0"), "increments").endswith("less the computed year before.")


LEAD = size(2024, "14.2", rank=Rank.PREFERRED)
CARS, PHONES = share("cars", "58.2", use="cars"), share("phones", "20.1", use="phones")


@pytest.mark.parametrize(
    ("claims", "told"),
    [
        # 14.15 to 14.25 times 58.15 to 58.25 %: 8.23 to 8.30
        ((LEAD, CARS, PHONES), "Cars at USD 8.3 bn in 2024, the larger of two parts with a known size"),
        (
            (LEAD, CARS, size(2024, "9", name="p", use="phones")),
            "Phones at USD 9 bn in 2024, the larger of two parts with a known size",
        ),
        (
            (LEAD, CARS, PHONES, share("oxide", "60.0", chemistry="oxide")),
            "Oxide at USD 8.5 bn in 2024, the largest of three parts with a known size",
        ),
        (
            tuple(size(2024, "5", name=code, use=code) for code in ("cars", "phones")),
            "Two parts are the largest with a known size, at USD 5 bn each in 2024",
        ),
    ],
)
def test_segment_values_are_told_by_the_largest_part(claims, told):
    assert title(market(*claims), "segment-values") == told


@pytest.mark.parametrize(
    "claims",
    [
        (LEAD, share("c", "58.2", 2023, use="cars"), share("p", "20.1", 2023, use="phones")),
        (LEAD, *(replace(one, source=source("ampere/b")) for one in (CARS, PHONES))),
        (LEAD, CARS),
        (CARS, PHONES),
    ],
    ids=["another year", "another source", "one part alone", "no whole"],
)
def test_a_share_multiplies_its_own_whole_alone_and_one_part_is_no_figure(claims):
    known = market(*claims)
    assert "segment-values" not in {one.id for one in figures(known, derive(known))}


def test_printed_and_computed_sizes_are_told_apart():
    known = market(LEAD, CARS, size(2024, "3", name="p", use="phones"))
    found = next(one for one in figures(known, derive(known)) if one.id == "segment-values")
    assert [tuple(map(plain, row.cells[1:5])) for row in found.rows] == [
        ("Cars", "58.2 %", "USD 8.3 bn", "computed: its share of its own whole"),
        ("Phones", "20 %", "USD 3 bn", "published, estimate"),  # 2.5 to 3.5 of 14.2: 17.6 to 24.6 %
    ]
    looks = {
        datum["says"].split(":")[0]: "stroke" in layer["mark"]
        for layer in found.wide["layer"]
        for datum in layer["data"]["values"]
        if "says" in datum
    }
    assert looks == {"Cars": True, "Phones": False}


def test_a_long_name_leaves_the_title_a_sentence():
    known = of_shares("30", "20", names=(LONG,), count=3)
    with_base = replace(known, claims={**known.claims, "size-2024": LEAD})
    told = title(with_base, "segment-values")
    assert told.endswith("… at USD 4.3 bn in 2024, the larger of two parts with a known size")
    assert len(told) < 130


@pytest.mark.parametrize(
    ("known", "told"),
    [
        (
            of_shares("48.7", count=5),
            "Use: concentration between 0.303 and 0.500, whatever the unpublished shares",
        ),
        (of_shares("50.0", "30.0", "20.0"), "Use: a concentration of 0.380, where 1 is a single segment"),
        (
            market(share("c", "58.2", use="cars"), share("o", "48.7", chemistry="oxide")),
            "Which dimension is the most concentrated cannot be told from the published shares",
        ),
        (
            market(share("c", "90.0", use="cars"), share("o", "50.0", chemistry="oxide")),
            "Use is the most concentrated dimension, whatever the unpublished shares",
        ),
        (
            market(
                share("c", "45.0", use="cars"),
                called_largest("c", use="cars"),
                share("o", "80.0", chemistry="oxide"),
            ),
            "Chemistry is the most concentrated dimension, whatever the unpublished shares",
        ),
    ],
)
def test_concentration_is_told_as_far_as_it_is_known(known, told):
    assert title(known, "concentration") == told


def channels(colour):
    return [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]


def luminance(parts):
    """WCAG 2.2, relative luminance."""
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("shade", SHADES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_numbers_on_every_shade_keep_their_contrast(shade, scheme):
    inks = {ink.name: channels(getattr(ink, scheme)) for ink in INKS}
    ground = [shade * a + (1 - shade) * p for a, p in zip(inks["accent"], inks["paper"], strict=True)]
    high, low = sorted((luminance(ground), luminance(inks["ink"])), reverse=True)
    assert (high + 0.05) / (low + 0.05) >= 4.5
