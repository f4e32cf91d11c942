from scripts.audit.evidence import same_value_two_endpoints, small_sample
from scripts.model import HELD
from tests.audit.examining import cases, findings
from tests.factory import claim, market, patients, plain, study

MEDIAN = claim("median", "4.6", "months", "survival")
BOTH = "progression-free survival; time to progression"


def of(*studies):
    return market(MEDIAN, studies=studies)


def test_one_median_under_two_endpoints_is_found():
    (finding,) = findings(same_value_two_endpoints, of(study("t", None, None, median=MEDIAN, endpoint=BOTH)))
    assert (
        plain(finding.title)
        == "4.6 months stands for progression-free survival and time to progression alike"
    )
    assert finding.subjects == ("t", "median")


def test_one_median_under_one_endpoint_is_sound_and_none_is_not_examined():
    plainly = study("t", None, None, median=MEDIAN, endpoint="progression-free survival")
    assert cases(same_value_two_endpoints, of(plainly)) == [HELD]
    assert cases(same_value_two_endpoints, of(study("t", None, None, endpoint=BOTH))) == []


def test_two_records_of_one_study_with_one_median_are_found_once():
    one = study("a", None, None, median=MEDIAN, endpoint="overall survival", registry_id="NCT1")
    two = study("b", None, None, median=MEDIAN, endpoint="time to progression", registry_id="NCT1")
    assert [f.id for f in findings(same_value_two_endpoints, of(one, two))] == ["same-value-two-endpoints-b"]
    other = study("b", None, None, median=MEDIAN, endpoint="time to progression", registry_id="NCT2")
    assert cases(same_value_two_endpoints, of(one, other)) == [HELD, HELD]


def trial(responders, n):
    return market(studies=(study("t", patients("r", responders), patients("n", n)),))


def test_three_of_seven_are_too_few():
    (finding,) = findings(small_sample, trial("3", "7"))
    assert plain(finding.arithmetic) == "3 ÷ 7 = 42.9 %, with an exact 95 % interval of 9.9 to 81.6 %"
    assert finding.subjects == ("t", "n", "r")


def test_sixty_five_patients_are_enough_and_twenty_nine_are_not():
    assert cases(small_sample, trial("42", "65")) == [HELD]
    assert cases(small_sample, trial("15", "30")) == [HELD]  # 31.3 to 68.7 %, less than half of all there is
    assert len(findings(small_sample, trial("0", "29"))) == 1  # a narrow interval, and few patients
    assert cases(small_sample, market(studies=(study("t", None, patients("n", "7")),))) == []
