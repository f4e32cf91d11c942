from dataclasses import replace

from scripts.audit.lineage import child_exceeds_parent
from scripts.model import HELD, FiscalYear, Grade, Moment, Period, Relation
from tests.audit.examining import cases, findings
from tests.codelists import SCOPES
from tests.factory import growth, market, plain, size, source


def grown(first, last, base, rate, end=None, **more):
    """A base and a rate, and the end where it is stated."""
    tag = more.pop("tag", "")
    known = [
        size(first, base, name=f"{tag}size-{first}", **more),
        growth(first, last, rate, name=f"{tag}cagr", **more),
    ]
    return [*known, size(last, end, name=f"{tag}size-{last}", **more)] if end else known


def parent(*claims):
    return replace(market(*claims), id="all-batteries", short_title="All batteries")


CHILD = grown(2024, 2034, "14.2", "24.5")


def child(*claims, **more):
    return market(*claims, part_of=("all-batteries",), **more)


def test_a_part_that_outgrows_the_whole_of_one_publisher_is_an_open_question_in_the_worst_year():
    whole = parent(*grown(2023, 2032, "13.1", "22.6", "78"))
    (finding,) = findings(child_exceeds_parent, child(*CHILD), whole)
    assert finding.grade == Grade.QUESTION
    # 14.2 x 1.245^8 = 81.96; 13.1 x 1.226 = 16.06 in 2024, which holds 14.2.
    assert plain(finding.title) == "Volt Research puts solid-state batteries above all batteries in 2032"
    assert (
        plain(finding.arithmetic)
        == "the part: 14.2 bn × 1.245⁸ = USD 82.0 bn; the whole: USD 78 bn; 105 % of it"
    )
    assert finding.id == "child-exceeds-parent-market-in-all-batteries-volt-research"
    assert set(finding.subjects) == {"size-2024", "cagr"}


def test_a_part_within_its_whole_is_sound_and_a_parent_without_figures_is_not_examined():
    assert cases(child_exceeds_parent, child(*CHILD), parent(*grown(2023, 2034, "130", "24.5"))) == [HELD]
    assert cases(child_exceeds_parent, child(*CHILD), parent()) == []
    assert cases(child_exceeds_parent, child(*CHILD), parent(size(2020, "1"))) == []  # no year in common


def test_rounding_explains_an_excess():
    small, large = size(2024, "14.2"), size(2024, "14")  # 14 stands for up to 14.5
    assert cases(child_exceeds_parent, child(small), parent(large)) == [HELD]
    assert len(findings(child_exceeds_parent, child(size(2024, "14.6")), parent(large))) == 1


def test_other_publishers_of_the_whole_are_one_note():
    wholes = [
        *grown(2024, 2030, "10.0", "5.0", tag="a-", source="amp/2025"),
        *grown(2024, 2030, "12.0", "5.0", tag="b-", source="ohm/2025"),
        *grown(2024, 2030, "20.0", "30.0", tag="c-", source="watt/2025"),
    ]
    (finding,) = findings(child_exceeds_parent, child(*CHILD), parent(*wholes))
    assert finding.grade == Grade.NOTE
    assert plain(finding.title) == (
        "Two of three other publishers put all of all batteries below what Volt Research gives solid-state batteries"
    )
    assert finding.id == "child-exceeds-parent-market-in-all-batteries-others"


def test_a_wider_scope_and_a_parent_market_tell_the_same_only_once():
    wider = grown(2023, 2032, "13.1", "22.6", "78", tag="w-", scope="all-batteries")
    alone = market(*CHILD, *wider)
    assert [f.id for f in findings(child_exceeds_parent, alone)] == [
        "child-exceeds-parent-market-in-all-batteries-volt-research"
    ]
    with_parent = child(*CHILD, *wider)
    told = findings(child_exceeds_parent, with_parent, parent(*grown(2023, 2032, "13.1", "22.6", "78")))
    assert len(told) == 1


def test_a_narrower_field_must_not_exceed_the_market():
    scopes = {**SCOPES, "car-t": replace(SCOPES["car-t"], relation=Relation.NARROWER)}
    known = market(size(2024, "5.0"), size(2024, "6.0", name="narrow", scope="car-t"), scopes=scopes)
    (finding,) = findings(child_exceeds_parent, known)
    assert finding.id == "child-exceeds-parent-car-t-in-market-volt-research"
    assert set(finding.subjects) == {"narrow", "size-2024"}


def test_a_scope_must_not_exceed_the_scope_that_holds_it():
    scopes = {
        "all-batteries": SCOPES["all-batteries"],
        "car-t": replace(SCOPES["car-t"], relation=Relation.NEIGHBOUR, part_of=("all-batteries",)),
    }
    part, whole = (
        size(2025, "13.9", name="part", scope="car-t"),
        size(2025, "7.21", name="whole", scope="all-batteries"),
    )
    (finding,) = findings(child_exceeds_parent, market(part, whole, scopes=scopes))
    assert "193 % of it" in plain(finding.arithmetic)  # 13.9 / 7.21 = 1.928


def test_currencies_are_not_compared():
    assert cases(child_exceeds_parent, child(size(2024, "14.2")), parent(size(2024, "7", "eur-bn"))) == []


def test_millions_and_billions_are_one_scale():
    assert cases(child_exceeds_parent, child(size(2024, "900", "usd-m")), parent(size(2024, "7.0"))) == [HELD]


def test_a_reading_says_how_two_pages_may_come_to_differ():
    def page(date, *claims):
        told = replace(source(f"volt-research/of-{date}"), published=Moment(date) if date else None)
        return [replace(one, source=told) for one in claims]

    part = page("2025-05-28", size(2024, "9.0"))
    (dated,) = findings(child_exceeds_parent, child(*part), parent(*page("2024", size(2024, "7.0"))))
    assert plain(dated.reading) == (
        "Volt Research revised its estimate between 2024 and 28 May 2025, or Volt Research draws solid-state batteries "
        "wider than we do"
    )
    assert dated.title.startswith("Two pages of Volt Research put")
    (undated,) = findings(child_exceeds_parent, child(*part), parent(*page("", size(2024, "7.0"))))
    assert undated.reading.startswith("the two pages are of different date, or")


def test_a_printed_window_counts_from_its_base():
    # 10.0 x 1.1^9 = 23.6 in 2033, over a window printed from 2025
    part = size(2024, "10.0"), growth(2025, 2034, "10.0", name="rate")
    (finding,) = findings(child_exceeds_parent, child(*part), parent(size(2033, "20.0")))
    assert "10.0 bn × 1.100⁹ = USD 23.6 bn" in plain(finding.arithmetic)


def test_a_fiscal_year_is_not_held_against_a_calendar_year():
    april = Period.of("FY2024").within(FiscalYear(4, "start"))
    part = replace(size(2024, "9.0"), period=april)
    assert cases(child_exceeds_parent, child(part), parent(size(2024, "7.0"))) == []
