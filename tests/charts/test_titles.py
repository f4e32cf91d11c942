"""Titles: the finding in words, also where the data are awkward."""

import pytest

from scripts.charts import figures
from scripts.derive import derive
from scripts.model import Rank, Status
from tests.charts.markets import OTHER, THIRD, of_shares, ordinary, shrinking
from tests.factory import event, growth, market, patients, plain, share, size, study

AHEAD = Status.FORECAST


def titles(*claims, **more):
    return told(market(*claims, **more))


def told(known):
    return {figure.id: plain(figure.title) for figure in figures(known, derive(known))}


def test_growth_is_told_with_both_ends_and_the_multiple():
    assert (
        told(ordinary())["size-forecast"] == "From USD 10 bn in 2024 to USD 40 bn in 2034: four times as much"
    )


def test_a_falling_market_goes_down():
    assert told(shrinking())["size-forecast"] == "Down from USD 40 bn in 2024 to USD 10 bn in 2030"


def test_a_market_that_stays_is_unchanged():
    known = titles(size(2024, "10"), size(2030, "10", status=AHEAD))
    assert known["size-forecast"] == "Unchanged: from USD 10 bn in 2024 to USD 10 bn in 2030"


def test_two_sizes_without_a_rate_are_told_without_a_multiple():
    known = titles(size(2020, "10"), size(2024, "15"))
    assert known["size-forecast"] == "Up from USD 10 bn in 2020 to USD 15 bn in 2024"


def test_one_size_is_the_only_one():
    assert titles(size(2024, "10")) == {
        "size-forecast": "USD 10 bn in 2024, the only year published",
        "silence-map": "None of five segments has a published share or size",
    }


def test_a_rejected_size_alone_makes_no_figure():
    assert titles(size(2024, "10", rank=Rank.DEPRECATED)) == {}


def test_no_data_make_no_figure():
    assert titles() == {}


@pytest.mark.parametrize(
    ("known", "title"),
    [
        (of_shares("48.7", count=5), "Part-0 at 48.7 %, the only published share"),
        (of_shares("100"), "Part-0 at 100 %, the whole of it"),
        (of_shares("20", "50", "30"), "Part-1 in the lead at 50 %, Part-2 next at 30 %"),
        (of_shares("40.0", "40.0", "20"), "Part-0 and Part-1 share the lead at 40.0 % each"),
        (of_shares(*["5"] * 20), "20 segments share the lead at 5 % each"),
        (of_shares("70", "50"), "The parts add to more than the whole, Part-0 first at 70 %"),
        (of_shares("0", count=3), "No use has a published share above zero"),
    ],
)
def test_shares_are_told_by_their_leader(known, title):
    assert told(known)["shares-use"] == title


def test_single_shares_are_no_leaders():
    known = titles(share("a", "34.27", use="cars"), share("b", "48.7", chemistry="oxide"))
    assert known["leaders"] == (
        "A single share is known in each of two dimensions, from Oxide at 48.7 % to Cars at 34.27 %"
    )


def test_leaders_are_called_so_where_nothing_unpublished_can_be_larger():
    shares = (
        share("a", "58.2", use="cars"),
        share("p", "20", use="phones"),
        share("b", "60", chemistry="oxide"),
    )
    assert titles(*shares)["leaders"] == "Oxide leads by chemistry at 60 %, Cars by use at 58.2 %"
    # of the regions 58.8 % are not published, and one of them may have them all
    assert told(ordinary())["leaders"] == (
        "The largest known shares of three dimensions, from Cars at 58.2 % to Europe at 41.2 %"
    )


def test_one_dimension_has_no_figure_of_leaders():
    assert "leaders" not in titles(share("a", "58.2", use="cars"))


def rivals(own, *others):
    known = [
        size(2024, value, name=f"r{n}", scope="all-batteries", source=f"house-{n}/x")
        for n, value in enumerate(others)
    ]
    return titles(size(2024, own), *known)["rival-estimates"]


@pytest.mark.parametrize(
    ("own", "others", "title"),
    [
        ("30", ("10", "20"), "USD 30 bn in 2024 is more than both estimates of its neighbours"),
        ("5", ("10",), "USD 5 bn in 2024 is less than the one estimate of its neighbours"),
        ("15", ("10", "20"), "USD 15 bn in 2024: one of two estimates of its neighbours is lower"),
        ("15", ("10", "12", "20"), "USD 15 bn in 2024: two of three estimates of its neighbours are lower"),
        ("15", ("15", "20"), "USD 15 bn in 2024: none of two estimates of its neighbours is lower"),
    ],
)
def test_an_estimate_is_placed_among_its_neighbours(own, others, title):
    assert rivals(own, *others) == title


def test_rivals_of_the_market_itself_are_told_as_a_range():
    known = titles(
        size(2024, "10"), size(2024, "14", name="b", source=OTHER), size(2024, "12", name="c", source=THIRD)
    )
    assert known["rival-estimates"] == "Three estimates for 2024, from USD 10 bn to USD 14 bn"


def test_growth_that_fits_and_growth_that_does_not():
    assert told(ordinary())["growth-check"] == "Both stated growth rates fit the sizes beside them"
    assert (
        told(shrinking())["growth-check"]
        == "Of two stated growth rates, one does not fit the sizes beside it"
    )
    single = titles(size(2024, "10"), size(2029, "20"), growth(2024, 2029, "14.9"))
    assert single["growth-check"] == "The stated growth fits the sizes beside it"


def test_events_are_counted_with_their_years_and_kinds():
    funding = event("a", "A grant", "Volt", date="2023-02-28")
    assert titles(events=(funding,)) == {"events": "One event on record: Funding, 28 February 2023"}
    two = (funding, event("b", "A rule", "Agency", date="2024"))
    assert titles(events=two)["events"] == "Two events from 2023 to 2024, all of one kind: funding"


def test_events_without_a_date_make_no_figure():
    assert titles(events=(event("a", "A grant", "Volt"),)) == {}


def test_a_trial_is_told_with_its_interval():
    one = study("a", patients("r", "3"), patients("n", "7"))
    assert titles(studies=(one,)) == {
        "trials": "3 of 7 patients responded, 42.9 %: the interval runs from 9.9 to 81.6 %"
    }


def test_trials_are_told_as_a_range():
    two = (
        study("a", patients("r", "3"), patients("n", "7")),
        study("b", patients("s", "0"), patients("m", "18")),
    )
    assert (
        titles(studies=two)["trials"]
        == "Two trial arms of 7 to 18 patients: response between 0.0 % and 42.9 %"
    )
