from scripts.audit.counts import reachable_share
from scripts.model import Grade
from tests.audit.examining import cases, findings
from tests.factory import claim, market, patients, plain, study


def rate(value, **more):
    return claim("rate", value, "percent", "response-rate", **more)


def test_43_per_cent_of_7_is_3():
    one = market(patients("n", "7"), rate("43"))
    assert findings(reachable_share, one) == []
    assert len(cases(reachable_share, one)) == 1


def test_45_per_cent_of_the_7_of_a_study_is_nobody():
    n = patients("n", "7")
    (finding,) = findings(reachable_share, market(n, rate("45"), studies=(study("s", None, n),)))
    assert finding.grade is Grade.CONTRADICTION
    assert plain(finding.arithmetic) == "3 of 7 are 42.9 % and 4 of 7 are 57.1 %, not 45 %"
    assert finding.subjects == ("rate", "n")


def test_7_patients_of_no_study_may_not_be_all():
    (finding,) = findings(reachable_share, market(patients("n", "7"), rate("45")))
    assert (finding.grade, plain(finding.reading)) == (Grade.QUESTION, "45 % is not of those 7 patients")


def test_the_number_who_responded_gives_the_per_cent():
    n, k = patients("n", "7"), patients("k", "3")
    of = {"studies": (study("s", k, n),)}
    assert findings(reachable_share, market(n, k, rate("42.9"), **of)) == []
    (finding,) = findings(reachable_share, market(n, k, rate("57"), **of))
    assert finding.grade is Grade.QUESTION
    assert plain(finding.reading) == "57 % and 3 patients are of different endpoints"
    (finding,) = findings(reachable_share, market(n, k, rate("45"), **of))
    assert finding.grade is Grade.CONTRADICTION


def test_a_study_says_which_count_is_n():
    n, k = patients("n", "22"), patients("k", "1")
    one = market(n, k, patients("screened", "40"), rate("4.5"), studies=(study("s", k, n),))
    assert findings(reachable_share, one) == []  # 1 of 22 is 4.545 %
    assert len(findings(reachable_share, market(n, k, patients("screened", "40"), rate("4.5")))) == 1


def test_of_a_thousand_any_per_cent_can_be_reached_so_nothing_is_examined():
    assert cases(reachable_share, market(patients("n", "1000"), rate("45"))) == []
    assert len(cases(reachable_share, market(patients("n", "1000"), rate("45.05")))) == 1


def test_about_and_more_than_are_not_held_to_the_digit():
    n = patients("n", "7")
    assert findings(reachable_share, market(n, rate("42", qualifier="about"))) == []
    assert findings(reachable_share, market(n, rate("45", qualifier="more-than"))) == []


def test_counts_of_another_study_source_or_time_are_not_held_against_it():
    for other in ({"scope": "car-t"}, {"source": "ohm/2025"}, {"period": "2023"}):
        assert cases(reachable_share, market(patients("n", "7", **other), rate("45"))) == []
