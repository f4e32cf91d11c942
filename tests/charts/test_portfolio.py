"""Figures of several markets: who is in them, what their titles find, and that sixty markets still fit."""

from dataclasses import replace
from itertools import combinations

import altair as alt
import pytest

from scripts.audit import Report
from scripts.charts import Member, portfolio_figures
from scripts.charts.theme import ACCENT, ACCENT_SOFT
from scripts.derive import derive
from scripts.model import Finding, Grade, Place, Rank
from tests.charts.markets import ARABIC, AWKWARD, JAPANESE, LONG, MARKUP, OTHER, THIRD, bare, ordinary
from tests.charts.reading import picture, texts
from tests.factory import growth, market, plain, size

KINDS = ("wide", "narrow")


def member(known, name, failing=0, rules=4):
    """A market of its own name in which so many of so many rules find something."""
    named = replace(known, id=name.lower().replace(" ", "-")[:40], short_title=name)
    held = tuple(f"rule-{n}" for n in range(rules))
    found = tuple(replace(FINDING, rule=rule, topic=name) for rule in held[:failing])
    return Member(named, derive(named), Report(named.id, found, {}, dict.fromkeys(held, 1)))


FINDING = Finding(
    market="m",
    rule="rule-0",
    topic="t",
    grade=Grade.CONTRADICTION,
    title="Something",
    arithmetic="1 + 1 = 3",
    place=Place("data/markets/m/observations.csv"),
)


def sized(name, value, rate, unit="usd-bn", failing=0):
    known = market(
        size(2024, value, unit, rank=Rank.PREFERRED),
        growth(2024, 2034, rate, rank=Rank.PREFERRED),
        headline=("size-2024", "", "cagr-2024-2034"),
    )
    return member(known, name, failing)


def by_id(*members):
    return {figure.id: figure for figure in portfolio_figures(members)}


def title(figure, *members):
    return plain(by_id(*members)[figure].title)


SIXTY = tuple(
    sized(f"Market number {n}", f"{1.5**n:.2f}", f"{n % 17}.5", failing=n % 5) for n in range(1, 31)
) + tuple(sized(f"Another market {n}", f"{30 + n}", f"{n % 9}.1") for n in range(30))
CROWDS = {
    "two": (member(ordinary(), "One"), sized("Two", "300", "-4.5", failing=2)),
    "awkward": tuple(member(known(), f"{name} {n}") for n, (name, known) in enumerate(AWKWARD.items())),
    "hostile": tuple(member(ordinary(), name, 1) for name in (MARKUP, LONG, ARABIC * 3, JAPANESE * 4)),
    "equal": (sized("One", "10", "5"), sized("Two", "10", "5")),
    "falling": (sized("One", "10", "-5"), sized("Two", "0.02", "-50")),
    "sixty": SIXTY,
}


@pytest.mark.parametrize("crowd", CROWDS)
@pytest.mark.parametrize("kind", KINDS)
def test_labels_stay_inside_and_apart(crowd, kind):
    for figure in portfolio_figures(CROWDS[crowd]):
        root = picture(getattr(figure, kind))
        far, low = (float(root.get(side)) for side in ("width", "height"))
        shown = texts(root)
        for text in shown:
            assert text.left >= -0.5, (figure.id, text)
            assert text.right <= far + 0.5, (figure.id, text)
            assert text.top >= -0.5, (figure.id, text)
            assert text.bottom <= low + 0.5, (figure.id, text)
        for one, other in combinations(shown, 2):
            assert not one.touches(other), (figure.id, one, other)


@pytest.mark.parametrize("crowd", CROWDS)
def test_drawings_are_valid_and_hold_as_many_marks_as_said(crowd):
    for figure in portfolio_figures(CROWDS[crowd]):
        assert figure.market == "all"
        for specification in (figure.wide, figure.narrow):
            alt.LayerChart.from_dict(dict(specification), validate=True)
            says = [d for layer in specification["layer"] for d in layer["data"]["values"] if "says" in d]
            assert len(says) == figure.marks
        assert {len(row.cells) for row in figure.rows} == {len(figure.columns)}


def test_a_comparison_needs_two_markets():
    assert set(by_id(sized("One", "10", "5"))) == set()
    assert set(by_id(sized("One", "10", "5"), sized("Two", "20", "7"))) == {"size-growth", "quality"}


def test_size_and_growth_are_told_by_the_largest_and_the_fastest():
    large, fast = sized("Large", "300", "4.5"), sized("Fast", "10", "20.5")
    assert title("size-growth", large, fast) == "Large is the largest, Fast grows fastest"
    both = sized("Both", "500", "30.0")
    assert title("size-growth", large, both) == "Both is the largest and grows fastest, 30.0 % a year"
    assert title("size-growth", *CROWDS["equal"]) == "Two markets, each growing 5 % a year"
    tied = (large, sized("Twin", "300", "9.5"))
    assert title("size-growth", *tied) == "Two markets, growing between 4.5 % a year and 9.5 % a year"


def test_millions_and_billions_stand_on_one_scale():
    found = by_id(sized("Small", "900", "5", "usd-m"), sized("Large", "2", "7"))["size-growth"]
    assert [row.cells[0] for row in found.rows] == ["Large", "Small"]
    across = sorted(d["x"] for layer in found.wide["layer"] for d in layer["data"]["values"] if "says" in d)
    assert across == pytest.approx([-0.045757, 0.301030], abs=1e-5)  # log10 of 0.9 and of 2


def test_a_market_without_growth_is_left_out_and_counted():
    found = by_id(sized("One", "10", "5"), sized("Two", "20", "7"), member(bare(), "Bare"))["size-growth"]
    assert len(found.rows) == 2
    assert "One market without size and growth in USD left out." in found.reading


def test_quality_counts_contradictions_and_grades_nobody():
    one, two, three = (
        sized("One", "1", "5", failing=1),
        sized("Two", "1", "5", failing=3),
        sized("Three", "1", "5"),
    )
    found = by_id(one, two, three)["quality"]
    assert plain(found.title) == "In two of three markets a source contradicts itself, most in Two"
    assert [row.cells[:6] for row in found.rows] == [
        ("Two", "1", "3", "3", "3", "0"),
        ("One", "3", "1", "1", "1", "0"),
        ("Three", "4", "0", "0", "0", "0"),
    ]
    four, five = sized("Four", "1", "5"), sized("Five", "1", "5", failing=1)
    assert title("quality", three, four) == "In none of two markets does a source contradict itself"
    assert title("quality", one, five) == "In both markets a source contradicts itself"
    assert title("quality", one, four) == "In one of two markets a source contradicts itself"


def test_open_questions_and_notes_stand_in_no_colour():
    known = sized("One", "1", "5", failing=2)
    milder = replace(
        known,
        report=replace(
            known.report,
            findings=tuple(
                replace(finding, grade=grade)
                for finding, grade in zip(known.report.findings, (Grade.QUESTION, Grade.NOTE), strict=True)
            ),
        ),
    )
    found = by_id(milder, sized("Two", "1", "5"))["quality"]
    assert found.title == "In none of two markets does a source contradict itself"
    colours = {
        layer["mark"]["color"]
        for layer in found.wide["layer"]
        if layer["mark"]["type"] == "rect" and "says" in layer["data"]["values"][0]
    }
    assert colours == {ACCENT, ACCENT_SOFT}


def test_a_market_in_units_or_another_currency_is_no_point_among_dollars():
    euros = sized("Euros", "10", "5", unit="eur-bn")
    found = by_id(sized("One", "10", "5"), sized("Two", "20", "7"), euros)["size-growth"]
    assert [row.cells[0] for row in found.rows] == ["Two", "One"]
    assert "One market without size and growth in USD left out." in found.reading


def rivalled(name, *rivals):
    own = size(2025, "10.0", rank=Rank.PREFERRED)
    others = [
        size(2025, value, name=f"r{n}", scope="all-batteries", source=source)
        for n, (value, source) in enumerate(rivals)
    ]
    return member(market(own, *others, headline=("size-2025", "", ""), base_year=2025), name)


def test_estimates_are_told_as_multiples_of_the_own_one():
    found = by_id(rivalled("One", ("20.0", OTHER), ("5.0", THIRD)))["spread"]
    assert plain(found.title) == "One, 2025: two other estimates are 0.50 to 2.0 times its own"
    assert [(row.cells[2], plain(row.cells[4])) for row in found.rows] == [
        ("Coulomb", "0.50 times"),
        ("Ampere", "2.0 times"),
    ]
    single = by_id(rivalled("One", ("20.0", OTHER)))["spread"]
    assert plain(single.title) == "One, 2025: the other estimate is 2.0 times its own"


def test_the_market_with_the_widest_spread_leads():
    narrow, wide = rivalled("Narrow", ("12.0", OTHER)), rivalled("Wide", ("50.0", OTHER), ("8.0", THIRD))
    found = by_id(narrow, wide)["spread"]
    assert plain(found.title).startswith("Estimates lie furthest apart in Wide, 2025: 0.80 to 5.0 times")
    assert [row.cells[0] for row in found.rows] == ["Wide", "Wide", "Narrow"]


def test_what_the_own_author_says_elsewhere_is_no_point_of_another_publisher():
    same = rivalled("One", ("20.0", "volt-research/other"), ("5.0", THIRD))
    assert [row.cells[2] for row in by_id(same)["spread"].rows] == ["Coulomb"]
    assert "spread" not in by_id(rivalled("One", ("20.0", "volt-research/other")))


def test_a_market_alone_in_its_field_has_no_spread():
    assert "spread" not in by_id(rivalled("One"), rivalled("Two"))


def test_points_of_a_spread_stand_at_the_logarithm_of_the_multiple():
    found = by_id(rivalled("One", ("100.0", OTHER), ("1.0", THIRD)))["spread"]
    points = sorted(d["x"] for layer in found.wide["layer"] for d in layer["data"]["values"] if "says" in d)
    assert points == pytest.approx([-1.0, 1.0])
