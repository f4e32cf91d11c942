from dataclasses import replace

import pytest

from scripts.audit.sourcing import missing_locator, unsourced
from scripts.model import Grade
from tests.audit.examining import findings
from tests.factory import event, market, plain, size, study, words


def found(rule, *claims, **more):
    one = market(*claims, **more)
    return findings(rule, one)


RECORDS = (
    lambda **lack: {"claims": {"x": size(2024, "14.2", name="x", **lack)}},
    lambda **lack: {"events": (event("x", "Award", "Fund", **lack),)},
    lambda **lack: {"studies": (study("x", None, None, **lack),)},
)


@pytest.mark.parametrize("record", RECORDS)
def test_a_record_without_a_source_stops_publication(record):
    (finding,) = found(unsourced, **record(source=None))
    assert (finding.grade, finding.subjects) == (Grade.ERROR, ("x",))
    assert plain(finding.title) == "x has no source"


@pytest.mark.parametrize("record", RECORDS)
def test_a_record_without_a_locator_is_a_note(record):
    (finding,) = found(missing_locator, **record(locator=""))
    assert (finding.grade, finding.subjects) == (Grade.NOTE, ("x",))
    assert plain(finding.title) == "x does not say where in its source it stands"


@pytest.mark.parametrize("record", RECORDS)
@pytest.mark.parametrize("rule", [unsourced, missing_locator])
def test_a_record_with_source_and_locator_is_silent(rule, record):
    assert found(rule, **record()) == []


def test_without_a_source_the_locator_is_not_asked_for():
    assert found(missing_locator, size(2024, "14.2", source=None, locator="")) == []


def test_commentary_without_a_source_stops_publication():
    (finding,) = found(unsourced, commentary=(words("It grows.", source=None),))
    assert finding.grade == Grade.ERROR
    assert plain(finding.title) == "“Why it grows” under Drivers has no source"
    assert finding.place.line == 3


def test_commentary_with_a_source_is_silent():
    assert found(unsourced, commentary=(words("It grows."),)) == []


def test_commentary_whose_source_has_no_place_is_a_note():
    section = words("It grows.")
    bare = replace(section, entries=tuple(replace(entry, locator="") for entry in section.entries))
    (finding,) = found(missing_locator, commentary=(bare,))
    assert finding.grade == Grade.NOTE
    assert plain(finding.title) == "“Why it grows” under Drivers does not say where in its source it stands"


def test_commentary_with_source_and_place_is_silent():
    section = words("It grows.")
    placed = replace(section, entries=tuple(replace(entry, locator="Page 3") for entry in section.entries))
    assert found(missing_locator, commentary=(placed,)) == []
