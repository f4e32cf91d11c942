from scripts.audit import HOUSE_RULES, RULES, audit, guide, guides, name
from scripts.model import Grade
from tests.audit.examining import findings
from tests.factory import accepted, catalog, claim, growth, market, patients, share, size, words

DOES_NOT_CLOSE = size(2023, "2"), size(2033, "127.1"), growth(2023, 2033, "24.5")
OPEN = "growth-triangle-cagr-2023-2033"


# A second voice, so that no market here rests on a single one.
SECOND = patients("second", "7", source="ohm/2025")


def report(*claims, **more):
    one = market(*claims, SECOND, **more)
    return audit(one, catalog(one))


def test_a_market_without_faults_has_no_findings():
    clean = report(size(2024, "14.2"), size(2034, "127.1"), growth(2024, 2034, "24.5"))
    assert clean.findings == ()
    assert clean.failing == ()
    assert {*clean.holding, *clean.idle} == {told.name for told in guides()}
    assert not {*clean.holding} & {*clean.idle}
    assert not clean.stops


def test_a_rule_that_finds_something_no_longer_holds():
    found = report(*DOES_NOT_CLOSE)
    assert found.failing == ("growth-triangle",)
    assert "growth-triangle" not in found.holding


def test_cases_are_counted_and_a_rule_without_any_is_idle_rather_than_sound():
    # One triangle that closes, and a source and a locator for each of three claims and a second voice: no shares.
    clean = report(size(2024, "14.2"), size(2034, "127.1"), growth(2024, 2034, "24.5"))
    assert clean.checks["growth-triangle"] == 1
    assert clean.checks["unsourced"] == clean.checks["missing-locator"] == 4
    assert "shares-exceed-whole" in clean.idle
    assert clean.passed == clean.examined
    open_triangle = report(*DOES_NOT_CLOSE)
    assert open_triangle.checks["growth-triangle"] == 1
    assert open_triangle.passed == open_triangle.examined - 1


def test_a_warning_does_not_stop_publication_and_an_error_does():
    assert not report(*DOES_NOT_CLOSE).stops
    assert report(size(2024, "14.2", source=None)).stops


def test_the_worst_finding_comes_first_and_of_equals_the_weightiest():
    slight = (
        size(2024, "100.00", source="ohm/2025", name="a", scope="car-t"),
        size(2026, "121.00", source="ohm/2025", name="b", scope="car-t"),
        growth(2024, 2026, "10.14", source="ohm/2025", name="slight", scope="car-t"),
    )
    superior = share("x", "60", use="cars"), share("y", "45", use="ships")
    found = report(*slight, *superior, *DOES_NOT_CLOSE, commentary=(words("It grows 5 %."),))
    assert [(finding.grade, finding.rule) for finding in found.findings] == [
        (Grade.ERROR, "number-without-claim"),
        (Grade.CONTRADICTION, "growth-triangle"),  # 27 points off
        (Grade.CONTRADICTION, "shares-exceed-whole"),  # 5 points off
        (Grade.NOTE, "growth-triangle"),
    ]


def test_an_accepted_finding_is_shown_with_its_reason_and_is_not_open():
    known = report(*DOES_NOT_CLOSE, accepted_findings=(accepted(OPEN, "the source says so"),))
    assert [finding.id for finding in known.findings] == [OPEN]
    assert known.accepted == {OPEN: "the source says so"}
    assert known.open == ()


def test_an_accepted_error_does_not_stop_publication():
    claim = size(2024, "14.2", source=None)
    assert not report(claim, accepted_findings=(accepted("unsourced-size-2024"),)).stops


def test_an_exception_that_no_longer_applies_stops_publication():
    unused = report(size(2024, "14.2"), accepted_findings=(accepted(OPEN),))
    (finding,) = unused.findings
    assert (finding.rule, finding.grade, finding.place.line) == ("unused-exception", Grade.ERROR, 40)
    assert OPEN in finding.title
    assert unused.stops
    assert unused.accepted == {}


def test_an_exception_that_applies_is_not_unused():
    known = report(*DOES_NOT_CLOSE, accepted_findings=(accepted(OPEN),))
    assert [finding.rule for finding in known.findings] == ["growth-triangle"]


def test_the_findings_about_a_claim_are_those_that_name_it():
    found = report(*DOES_NOT_CLOSE, share("x", "60", use="cars"), share("y", "45", use="ships"))
    assert [finding.rule for finding in found.about("size-2033")] == ["growth-triangle"]
    assert [finding.rule for finding in found.about("y")] == ["shares-exceed-whole"]
    assert found.about("nobody") == ()


def test_every_rule_says_what_and_why_with_its_arithmetic_and_a_case_of_each_kind():
    every = [*guides(), *map(guide, HOUSE_RULES)]
    assert {told.name for told in every} >= {name(rule) for rule in RULES}
    for told in every:
        for text in (told.says, told.why, told.arithmetic, told.fires, told.silent):
            assert text.endswith((".", "”")), (told.name, text)


def test_findings_bear_the_name_of_the_rule_that_found_them():
    faulty = market(
        *DOES_NOT_CLOSE,
        size(2024, "14.2", name="headed"),
        size(2023, "4", name="rival"),
        share("x", "60", 2023, use="cars"),
        share("y", "45", 2023, use="ships", source=None),
        share("z", "5", 2023, use="phones", locator=""),
        headline=("headed", None, None),
        commentary=(words("It grows 5 %."),),
    )
    found = {name(rule): {f.rule for f in findings(rule, faulty)} for rule in RULES}
    fired = {rule for rule, names in found.items() if names}
    assert all(names <= {rule} for rule, names in found.items())
    assert fired >= {
        "growth-triangle",
        "series-jump",
        "same-key-conflict",
        "base-year-mismatch",
        "unsourced",
        "missing-locator",
        "number-without-claim",
    }


def without_locators(count, **more):
    return [size(2000 + year, "10.0", locator="", **more) for year in range(count)]


def test_up_to_twelve_findings_of_one_rule_and_source_are_told_one_by_one():
    found = report(*without_locators(12))
    assert len([f for f in found.findings if f.rule == "missing-locator"]) == 12
    assert found.together == 0


def test_more_are_one_finding_that_counts_them_shows_three_and_names_all():
    found = report(*without_locators(13))
    (finding,) = [f for f in found.findings if f.rule == "missing-locator"]
    assert finding.id == "missing-locator-volt-research-batteries-2025"
    assert finding.title.endswith("; and twelve findings more like it, of one source")
    assert finding.arithmetic.count("locator: empty") == 3
    assert finding.subjects == tuple(f"size-{2000 + year}" for year in range(13))
    # Fourteen rows with a locator or without: one passed.
    assert found.together == 12
    assert found.checks["missing-locator"] == 14
    assert found.passed == found.examined - 13 - len([f for f in found.findings if f is not finding])


def test_an_accepted_finding_stays_by_itself():
    exception = accepted("missing-locator-size-2000")
    found = report(*without_locators(14), accepted_findings=(exception,))
    ids = [finding.id for finding in found.findings if finding.rule == "missing-locator"]
    assert sorted(ids) == ["missing-locator-size-2000", "missing-locator-volt-research-batteries-2025"]
    assert not found.stops


def test_figures_that_no_rule_could_hold_against_another_are_named():
    known = size(2024, "14.2"), size(2034, "127.1"), growth(2024, 2034, "24.5")
    found = report(*known, share("lone", "40", 2020, chemistry="oxide", region="europe"))
    # The patients of the second voice stand alone, and so do quarters without a year; a share is below 100 %.
    assert (found.figures, found.unread) == (5, ("second",))
    alone = report(claim("q", "3.1", period="2024-Q1"))
    assert alone.unread == ("q", "second")
    rank = report(claim("first", "1", "rank", "share-rank"))
    assert rank.figures == 1  # a place in an order is no figure


def test_figures_of_earlier_editions_that_no_rule_compared_are_counted():
    old = size(2020, "9", name="old", superseded=True)
    assert report(size(2024, "14.2"), old).earlier == 1
    assert report(size(2024, "14.2")).earlier == 0


def test_what_touches_the_headline_comes_before_what_is_further_off():
    head = (
        size(2024, "10.0", name="head"),
        size(2025, "14.0", name="target"),
        growth(2024, 2025, "40", name="rate"),
    )
    rivals = [size(2024, value, name=f"r-{value}", source=f"r{value}/1") for value in ("30", "90")]
    other = [size(2024, v, name=f"o-{v}", scope="car-t", source=f"o{v}/1") for v in ("1", "99")]
    found = report(*head, *rivals, *other, headline=("head", "target", "rate"))
    first = [finding for finding in found.findings if finding.rule == "same-key-conflict"]
    assert [finding.subjects[0] for finding in first] == ["head", "o-1"]
    assert first[0].weight == 300 + 9  # 90 is nine times 10.0
    assert first[1].weight == 99  # 99 times, of another scope


def test_findings_of_one_grade_are_at_hand():
    found = report(*DOES_NOT_CLOSE)
    assert [finding.rule for finding in found.graded(Grade.CONTRADICTION)] == ["growth-triangle"]
    assert found.graded(Grade.QUESTION) == ()
