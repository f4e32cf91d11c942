import json
from dataclasses import replace

from scripts.audit import Report, audit
from scripts.audit.output import as_github, as_json, as_text, problems_as_github, problems_as_json
from scripts.model import Finding, Grade, Place, Problem
from tests.factory import accepted, catalog, growth, market, patients, plain, size

DOES_NOT_CLOSE = size(2023, "2"), size(2033, "127.1"), growth(2023, 2033, "24.5")
# A second voice, so that the market does not rest on a single one.
SECOND = patients("second", "7", source="ohm/2025")
OPEN = "growth-triangle-cagr-2023-2033"


def report(**more):
    one = market(*DOES_NOT_CLOSE, SECOND, **more)
    return audit(one, catalog(one))


def told(title="a title", arithmetic="1 + 1 = 2", file="data/a.csv", rule="a-rule"):
    finding = Finding(
        market="m",
        rule=rule,
        topic="t",
        grade=Grade.ERROR,
        title=title,
        arithmetic=arithmetic,
        place=Place(file, 3, 7),
    )
    return Report("m", (finding,), {}, {rule: 1})


def test_the_text_groups_findings_by_market_with_sum_and_place():
    lines = plain(as_text([report()])).splitlines()
    assert lines[0].startswith("solid-state-batteries: ")
    assert lines[0].endswith(" passed; 1 contradiction")
    assert lines[1].startswith("  nothing to examine: ")
    assert "shares-exceed-whole" in lines[1]
    assert lines[3:5] == [
        "  contradictions",
        "    USD 2 bn (2023) growing 24.5 % a year does not become USD 127.1 bn (2033) [growth-triangle]",
    ]
    assert lines[5].startswith("      2 bn × 1.245¹⁰ = 17.9 bn")
    assert lines[6] == "      data/markets/solid-state-batteries/observations.csv:2:1"


def test_the_worst_market_and_the_gravest_findings_come_first():
    slight = told(title="slight")
    slight = Report("slight", (replace(slight.findings[0], grade=Grade.NOTE),), {}, {"a-rule": 4})
    grave = replace(slight, market="grave", findings=(*slight.findings, *told(title="grave").findings))
    lines = as_text([slight, grave]).splitlines()
    assert [line for line in lines if not line.startswith(" ")] == [
        "grave: 4 checks, 2 passed; 1 error, 1 note",
        "",
        "slight: 4 checks, 3 passed; 1 note",
        "",
        "2 markets: 8 checks, 5 passed; 1 error, 2 notes",
    ]
    assert lines[1:3] == ["  errors", "    grave [a-rule]"]


def test_the_text_names_the_reason_of_an_accepted_finding():
    text = as_text([report(accepted_findings=(accepted(OPEN, "the source says so"),))])
    assert "      accepted: the source says so\n" in text


def test_the_json_has_one_record_for_each_finding():
    (record,) = json.loads(as_json([report()]))["findings"]
    assert record.pop("title")
    assert record.pop("arithmetic")
    assert record == {
        "id": OPEN,
        "market": "solid-state-batteries",
        "rule": "growth-triangle",
        "severity": "warning",
        "grade": "contradiction",
        "reading": "",
        "subjects": ["size-2023", "size-2033", "cagr-2023-2033"],
        "file": "data/markets/solid-state-batteries/observations.csv",
        "line": 2,
        "column": 1,
        "accepted": None,
    }


def test_the_json_says_how_many_cases_each_rule_examined():
    counted = json.loads(as_json([report()]))["checks"]["solid-state-batteries"]
    assert counted["growth-triangle"] == 1
    assert counted["shares-exceed-whole"] == 0


def test_the_json_keeps_accepted_findings_with_their_reason():
    (record,) = json.loads(as_json([report(accepted_findings=(accepted(OPEN, "known"),))]))["findings"]
    assert record["accepted"] == "known"


def test_the_json_of_no_findings_is_an_empty_list():
    assert json.loads(as_json([])) == {"checks": {}, "earlier": {}, "findings": []}


def test_a_finding_is_an_annotation_at_its_file_and_line():
    assert as_github([told()]) == ("::error file=data/a.csv,line=3,col=7,title=a-rule::a title. 1 + 1 = 2")


def test_warnings_and_notices_keep_their_level():
    assert as_github([report()]).startswith("::warning file=")
    slight = size(2024, "100.00"), size(2026, "121.00"), growth(2024, 2026, "10.14")
    one = market(*slight, SECOND)
    assert as_github([audit(one, catalog(one))]).startswith("::notice file=")


def test_an_accepted_finding_is_no_annotation():
    assert as_github([report(accepted_findings=(accepted(OPEN),))]) == ""


def test_percent_signs_and_line_ends_are_escaped_in_messages():
    assert as_github([told(title="100 % of\r\nit")]).endswith("::100 %25 of%0D%0Ait. 1 + 1 = 2")


def test_an_escape_in_the_data_is_shown_as_typed():
    assert as_github([told(title="a %0A b")]).endswith("::a %250A b. 1 + 1 = 2")


def test_commas_and_colons_are_escaped_in_properties_alone():
    line = as_github([told(file="data/a,line=9:b.csv", title="a, b: c")])
    assert line.startswith("::error file=data/a%2Cline=9%3Ab.csv,line=3,")
    assert line.endswith("::a, b: c. 1 + 1 = 2")


def test_no_text_in_the_data_can_begin_a_second_command():
    evil = "quiet\n::stop-commands::x\r::set-env name=A::b"
    for line in (
        as_github([told(title=evil, arithmetic=evil, file=evil, rule=evil)]),
        problems_as_github([Problem(Place(evil), evil, evil)]),
    ):
        assert len(line.splitlines()) == 1
        head, _, _ = line.removeprefix("::error ").partition("::")
        assert [part.partition("=")[0] for part in head.split(",")] == ["file", "line", "col", "title"]


def test_a_problem_is_an_annotation_with_its_cure():
    problem = Problem(Place("data/a.csv", 2, 5), "'14,2' has a decimal comma", "write 14.2")
    assert problems_as_github([problem]) == (
        "::error file=data/a.csv,line=2,col=5,title=data::'14,2' has a decimal comma - write 14.2"
    )
    assert json.loads(problems_as_json([problem])) == {
        "problems": [
            {
                "file": "data/a.csv",
                "line": 2,
                "column": 5,
                "what": "'14,2' has a decimal comma",
                "cure": "write 14.2",
            }
        ]
    }


def asking(**more):
    (finding,) = told().findings
    return replace(finding, grade=Grade.QUESTION, reading="it was revised", **more)


def test_an_open_question_says_under_which_reading_it_holds():
    report = Report("m", (asking(),), {}, {"a-rule": 1})
    assert "  open questions\n" in as_text([report])
    assert "      holds if it was revised\n" in as_text([report])
    (record,) = json.loads(as_json([report]))["findings"]
    assert (record["grade"], record["severity"], record["reading"]) == (
        "open question",
        "notice",
        "it was revised",
    )
    assert as_github([report]).startswith("::notice ")
    assert as_github([report]).endswith("(open question: holds if it was revised)")


def test_figures_that_stand_alone_and_ids_that_were_made_are_told():
    many = tuple(f"c-{n}" for n in range(13))
    text = as_text([Report("m", (), {}, {"a": 1}, 20, many, 0, ("made-1", "made-2"))])
    shown = ", ".join(many[:12])
    assert f"  13 of 20 figures stand alone, no rule could hold them against another: {shown} ...\n" in text
    assert "  2 ids were made from their rows: made-1, made-2\n" in text


def test_figures_of_earlier_editions_are_counted():
    one, two = (Report("m", (), {}, {"a": 1}, earlier=n) for n in (1, 2))
    assert "  1 figure of an earlier edition was not compared\n" in as_text([one])
    assert "  2 figures of earlier editions were not compared\n" in as_text([two])
    assert json.loads(as_json([two]))["earlier"] == {"m": 2}
