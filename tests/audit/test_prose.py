import pytest

from scripts.audit.prose import bare_numbers, number_without_claim
from scripts.model import Grade
from tests.audit.examining import findings
from tests.factory import market, plain, words


def numbers(text, *allowed):
    return [number for number, _ in bare_numbers(text, allowed)]


def found(*sections, **more):
    one = market(commentary=sections, **more)
    return findings(number_without_claim, one)


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("It grows 24.5 % a year.", ["24.5"]),
        ("It grows 24.5% a year.", ["24.5%"]),
        ("It is worth 14bn.", ["14bn"]),
        ("It is worth USD 14.2 bn.", ["14.2"]),
        ("It is worth $14.2bn, they say.", ["$14.2bn"]),
        ("It is worth US$14.2bn.", ["US$14.2bn"]),
        ("It is worth USD14bn, not EUR5m.", ["USD14bn", "EUR5m"]),
        ("It takes ~80 cells, (>90) of them good.", ["~80", ">90"]),
        ("From 14.2–127.1 in a 10-year span", ["14.2", "127.1", "10"]),
        ("Sales of 4,238 units", ["4,238"]),
        ("In 3/7 of cases, or 1/2", ["3", "7", "1", "2"]),
        ("½ of all cells", ["½"]),
        ("Three of seven cells", ["Three", "seven"]),
        ("Two cells", ["Two"]),
        ("Twelve, thirteen, twenty-one", ["Twelve", "thirteen", "twenty"]),
        ("A dozen million cells", ["dozen", "million"]),
        ("Some 2,024 cells", ["2,024"]),  # with a separator it is no year
        ("Some 2024% more", ["2024%"]),
        ("In 1850 and 2150", ["1850", "2150"]),  # outside the years that markets are written about
        ("A top-10 list", ["10"]),
        ("A price of USD-14", ["14"]),
    ],
)
def test_a_typed_figure_is_found(text, typed):
    assert numbers(text) == typed


@pytest.mark.parametrize(
    "text",
    [
        "It began in 2024.",
        "It began in 2024, (2025) or “2026”.",
        "In the 1990s, and in the 1990’s",
        "Between 2024–2034 and 2024/2034",
        "A mid-2024 decision",
        "CD19 and BCMA, CAR-T, H1N1, Q3, FY24",
        "GLP-1, COVID-19 and IL-2",
        "One of them grows; the other has no rate.",
        "First, second, both, half and twice",
        "Nothing typed at all",
        "",
    ],
)
def test_years_and_names_are_no_figures(text):
    assert numbers(text) == []


def test_a_name_that_holds_a_figure_may_be_allowed():
    assert numbers("Phase 2 of the 18650 cell", "18650", "Phase 2") == []
    assert numbers("Phase 2 of the 18650 cell", "18650") == ["2"]


def test_an_allowed_number_does_not_allow_a_longer_one():
    assert numbers("14.2 and 114 and 14", "14") == ["14.2", "114"]
    assert numbers("14,200 and 3.14", "14") == ["14,200", "3.14"]


def test_a_typed_figure_stops_publication_and_says_what_to_do():
    (finding,) = found(words("Demand grows 24.5 % a year."))
    assert finding.grade == Grade.ERROR
    assert plain(finding.title) == "“24.5” under Drivers, “Why it grows”, is no reference to a claim"
    assert "{{ claim-id }}" in finding.arithmetic
    assert "allowed_numbers" in finding.arithmetic


def test_a_reference_to_a_claim_is_no_typed_figure():
    assert found(words("Demand grows ", "{cagr-2024-2034}", " a year.")) == []


def test_the_place_is_that_of_the_figure():
    (finding,) = found(words("Demand grows 24.5 % a year."))
    assert (finding.place.line, finding.place.column) == (5, 14)


def test_the_place_is_right_on_a_later_line_of_the_paragraph():
    (finding,) = found(words("Demand grows,\nand by 24.5 % a year."))
    assert (finding.place.line, finding.place.column) == (6, 8)
    (finding,) = found(words("Demand\ngrows,\n(by 24.5 % a year)."))
    assert (finding.place.line, finding.place.column) == (7, 5)


def test_the_place_is_that_of_the_figure_without_the_marks_around_it():
    (finding,) = found(words("Demand grows (“24.5”) a year."))
    assert (finding.place.line, finding.place.column) == (5, 16)


def test_titles_are_read_too_after_their_three_hashes():
    (finding,) = found(words("Why.", title="Growing 24.5 % a year"))
    assert plain(finding.title) == "“24.5” in the title “Growing 24.5 % a year” is no reference to a claim"
    assert (finding.place.line, finding.place.column) == (3, 13)


def test_titles_that_are_codes_are_not_read():
    assert found(words("Why.", heading="Segments", title="use/18650")) == []


def test_the_definition_of_the_market_is_read_too():
    (finding,) = found(definition="Cells of 5 volts.")
    assert plain(finding.title) == "“5” in the definition is no reference to a claim"
    assert (finding.place.line, finding.place.column) == (1, 1)


def test_each_typed_figure_has_a_name_of_its_own():
    findings = found(words("From 14.2 to ", "{a}", " or 127.1."), definition="Cells of 5 to 6 volts.")
    assert len(findings) == 4
    assert len({finding.id for finding in findings}) == 4


def test_a_number_that_the_market_allows_is_silent():
    assert found(words("The 18650 cell."), allowed_numbers=("18650",)) == []
