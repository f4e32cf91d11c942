import pytest

from scripts.derive import derive
from scripts.notation import number
from tests.factory import market, patients, study


def shown(*studies):
    return {
        trial.study.id: tuple(
            number(value, 1) for value in (trial.response.point, trial.response.low, trial.response.high)
        )
        for trial in derive(market(studies=studies)).trials
    }


def test_3_responders_of_7_patients_are_42_9_percent_give_or_take_much():
    assert shown(study("a", patients("r", "3"), patients("n", "7"))) == {"a": ("42.9", "9.9", "81.6")}


def test_no_responder_is_a_result_too():
    assert shown(study("a", patients("r", "0"), patients("n", "10"))) == {"a": ("0.0", "0.0", "30.8")}


def test_every_responder_is_a_result_too():
    assert shown(study("a", patients("r", "1"), patients("n", "1"))) == {"a": ("100.0", "2.5", "100.0")}


def test_a_study_without_both_counts_gives_no_proportion():
    assert shown(study("a", patients("r", "3"), None), study("b", None, patients("n", "7"))) == {}


def test_a_study_of_nobody_gives_no_proportion():
    assert shown(study("a", patients("r", "0"), patients("n", "0"))) == {}


def test_a_study_of_more_people_than_any_trial_gives_no_proportion():
    assert shown(study("a", patients("r", "3"), patients("n", "9" * 40))) == {}


def test_more_responders_than_patients_are_refused_before_anything_is_computed():
    with pytest.raises(ValueError, match="8 responders of 7 patients"):
        study("a", patients("r", "8"), patients("n", "7"))
    with pytest.raises(ValueError, match="below zero"):
        patients("r", "-1")
