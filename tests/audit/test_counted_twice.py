import pytest

from scripts.audit.evidence import counted_twice
from scripts.model import Word
from tests.audit.examining import findings
from tests.factory import award, event, market, patients, plain, study

GRANT, SAME = award("grant", "14"), award("same", "14")


def found(*events, studies=()):
    one = market(events=events, studies=studies)
    return findings(counted_twice, one)


def test_one_award_told_twice_counts_twice():
    (finding,) = found(
        event("a", "Award for coatings", "Fund", GRANT, "2024-10"),
        event("b", "Grant for electrodes", "Fund", SAME, "2024-10"),
    )
    assert finding.subjects == ("a", "b")
    assert plain(finding.title) == "“Award for coatings” and “Grant for electrodes” look like one"
    assert plain(finding.arithmetic) == "both: USD 14 m; keep one record with both locators"


def test_an_award_told_again_with_its_recipient_and_without_its_day_counts_twice():
    first = event("a", "Award", "Fund; Institute", GRANT, "2024-10-05")
    assert len(found(first, event("b", "Grant", "Fund", SAME, "2024-10"))) == 1
    undated = event("b", "Grant", "Fund", SAME)
    assert len(found(first, undated)) == len(found(undated, first)) == 1


def test_the_same_amount_with_another_digit_counts_twice():
    thousand = award("k", "14.0")
    assert len(found(event("a", "Award", "Fund", GRANT), event("b", "Grant", "Fund", thousand))) == 1


def test_two_awards_of_one_funder_to_two_recipients_are_two():
    assert (
        found(
            event("a", "Award", "Fund; Institute", GRANT, "2024-10"),
            event("b", "Award", "Fund; Clinic", SAME, "2024-10"),
        )
        == []
    )


@pytest.mark.parametrize(
    "other",
    [
        event("b", "Award", "Fund", award("more", "15"), "2024-10"),
        event("b", "Award", "Fund", award("euros", "14", "eur-m"), "2024-10"),
        event("b", "Award", "Fund", SAME, "2024-11"),
        event("b", "Award", "Bank", SAME, "2024-10"),
        event("b", "Award", "", SAME, "2024-10"),
        event("b", "Award", "Fund", SAME, "2024-10", type=Word("approval", "Approval")),
    ],
)
def test_another_amount_currency_month_funder_or_kind_is_another_event(other):
    assert found(event("a", "Award", "Fund", GRANT, "2024-10"), other) == []


def test_without_amounts_the_words_of_the_title_decide():
    first = event("a", "Approval of the new cell", "Agency", date="2024-02")
    assert len(found(first, event("b", "approval of the New Cell", "Agency", date="2024-02"))) == 1
    assert found(first, event("b", "Approval of the old cell", "Agency", date="2024-02")) == []


def test_an_amount_told_only_once_leaves_the_title_to_decide():
    with_amount, without = event("a", "Award", "Fund", GRANT), event("b", "award", "Fund")
    assert len(found(with_amount, without)) == len(found(without, with_amount)) == 1
    assert found(with_amount, event("b", "Grant", "Fund")) == []


def test_a_study_told_twice_counts_twice():
    def told(name, responders="3", n="7", **more):
        return study(name, patients(f"{name}-r", responders), patients(f"{name}-n", n), **more)

    (finding,) = found(studies=(told("a"), told("b")))
    assert plain(finding.arithmetic) == "both: 3 patients of 7 patients; keep one record with both locators"
    assert found(studies=(told("a"), told("b", responders="4"))) == []
    assert found(studies=(told("a"), told("b", n="8"))) == []
    assert found(studies=(told("a"), told("b", condition="Cuts"))) == []


def test_studies_without_counts_are_not_compared():
    full = study("a", patients("r", "3"), patients("n", "7"))
    for responders, n in ((None, None), (patients("r2", "3"), None), (None, patients("n2", "7"))):
        partly = study("b", responders, n)
        assert found(studies=(full, partly)) == found(studies=(partly, full)) == []
        assert found(studies=(partly, study("c", responders, n))) == []
