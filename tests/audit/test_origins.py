from dataclasses import replace

from scripts.audit import audit_house
from scripts.audit.house import unused_source
from scripts.audit.sourcing import changed_without_reason, single_origin
from scripts.model import (
    HELD,
    PORTFOLIO,
    AddressKind,
    Catalog,
    Finding,
    Grade,
    Moment,
    Permalink,
    Place,
    Vintage,
    Word,
)
from tests.audit.examining import cases, findings
from tests.codelists import CODELISTS
from tests.factory import catalog, market, plain, size, source, words


def test_figures_of_one_publisher_are_told():
    (finding,) = findings(single_origin, market(size(2024, "1"), size(2025, "2")))
    assert (finding.id, finding.grade) == ("single-origin-market", Grade.NOTE)
    assert plain(finding.arithmetic).startswith("two figures, one publication, one voice")


def test_two_publishers_are_two_voices_and_a_copy_is_none():
    assert cases(single_origin, market(size(2024, "1"), size(2025, "2", source="ohm/2025"))) == [HELD]
    author = Word("volt-research", "Volt Research")
    copied = replace(size(2025, "2"), source=replace(source("shop/2025"), author_named=author))
    assert [f.id for f in findings(single_origin, market(size(2024, "1"), copied))] == [
        "single-origin-market",
        "single-origin-volt-research",
    ]


def test_rivals_do_not_confirm_the_market_itself():
    rival = size(2025, "2", source="ohm/2025", scope="car-t")
    assert [f.id for f in findings(single_origin, market(size(2024, "1"), rival))] == ["single-origin-market"]
    assert cases(single_origin, market(rival)) == []


def house(*sources, **more):
    return Catalog(CODELISTS, {one.id: one for one in sources}, {"m": market(**more)})


def test_a_source_that_nothing_cites_is_told_of_the_house():
    (finding,) = [case for case in unused_source(house(source())) if isinstance(case, Finding)]
    assert (finding.market, finding.id) == (PORTFOLIO, "unused-source-volt-research-batteries-2025")
    assert audit_house(house(source())).findings == (finding,)


def test_commentary_and_the_origin_of_a_copy_cite_a_source():
    assert list(unused_source(house(source(), commentary=(words("It grows."),)))) == [HELD]
    copy = replace(source("shop/2025"), origin=source().id)
    told = [case for case in unused_source(house(source(), copy)) if isinstance(case, Finding)]
    assert [finding.id for finding in told] == ["unused-source-shop-2025"]


LAST = Vintage(Moment("2026-11-01"), {"size-2024": ("14.2", "", "usd-bn", "2024")})
OLDER = Vintage(Moment("2026-01-01"), {"gone-before": ("1", "", "usd-bn", "2020")})


def test_a_published_figure_that_changed_needs_a_reason():
    (finding,) = findings(changed_without_reason, market(size(2024, "12.4"), vintages=(OLDER, LAST)))
    assert finding.grade == Grade.ERROR
    assert (
        finding.title == "The claim size-2024 was published as 14.2 usd-bn 2024 and is now 12.4 usd-bn 2024"
    )
    told = size(2024, "12.4", revision_reason="The publisher corrected it.")
    assert cases(changed_without_reason, market(told, vintages=(LAST,))) == [HELD]


def test_an_unchanged_figure_is_sound_and_a_market_never_published_is_not_examined():
    assert cases(changed_without_reason, market(size(2024, "14.2"), vintages=(LAST,))) == [HELD]
    assert cases(changed_without_reason, market(size(2024, "14.2"))) == []


def test_one_digit_more_is_a_change():
    assert len(findings(changed_without_reason, market(size(2024, "14.20"), vintages=(LAST,)))) == 1


def ledger_row(**fate):
    address = "/c/solid-state-batteries/size-2024/"
    row = {"moved_to": "", "withdrawn": ""} | fate
    return {address: Permalink(address, AddressKind.CLAIM, Moment("2026-11-24"), **row, place=Place("x"))}


def examined(claims, **fate):
    known = market(*claims, vintages=(LAST,))
    return list(changed_without_reason(known, replace(catalog(known), permalinks=ledger_row(**fate))))


def test_a_figure_that_was_renamed_in_the_ledger_is_compared_under_its_new_name():
    moved = {"moved_to": "/c/solid-state-batteries/market-2024/"}
    assert examined([size(2024, "14.2", name="market-2024")], **moved) == [HELD]
    (changed,) = examined([size(2024, "12.4", name="market-2024")], **moved)
    assert (
        changed.title == "The claim market-2024 was published as 14.2 usd-bn 2024 and is now 12.4 usd-bn 2024"
    )
    (lost,) = examined([], **moved)
    assert lost.title.endswith("is gone")


def test_a_figure_that_is_still_there_is_not_lost_whatever_the_ledger_says():
    moved = {"moved_to": "/c/solid-state-batteries/nothing/"}
    assert examined([size(2024, "14.2")], **moved) == [HELD]


def test_a_figure_that_was_withdrawn_with_a_reason_is_not_lost():
    assert examined([], withdrawn="It was never printed.") == [HELD]
    assert len(examined([])) == 1


def test_a_published_figure_is_never_lost():
    (finding,) = findings(changed_without_reason, market(vintages=(LAST,)))
    assert finding.title.endswith("is gone")
    assert (
        "in the row of /c/solid-state-batteries/size-2024/, where it is now (moved_to)" in finding.arithmetic
    )
    assert finding.place.file.endswith("solid-state-batteries/observations.csv")
