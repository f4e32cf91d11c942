from dataclasses import replace
from fractions import Fraction

from scripts.audit import Report, audit, score
from scripts.derive import derive
from scripts.load import load_catalog
from scripts.model import FactCheck, Place, Verdict
from tests.commands import ROOT
from tests.factory import catalog, market, share, size, source


def checked(*verdicts):
    return tuple(
        FactCheck(f"check-{n}", "market", "Whether it is so.", verdict, source=(source(),), place=Place("x"))
        for n, verdict in enumerate(verdicts)
    )


def parts(known, report=None):
    told = score(known, report or audit(known, catalog(known)), derive(known).coverage)
    return {part.name: part for part in told.parts}


def test_each_part_is_a_count_of_what_the_page_lists():
    known = market(
        size(2024, "14.2"),
        size(2024, "14.2", name="again", source="ohm/2025"),
        fact_checks=checked(
            Verdict.VERIFIED, Verdict.PARTLY_VERIFIED, Verdict.NOT_FOUND, Verdict.CONTRADICTED
        ),
    )
    found = parts(known, Report("m", (), {}, {"a": 4, "b": 0, "c": 6, "d": 0}))
    assert (found["Checks"].value, found["Checks"].counts) == (1, "10 of 10 passed")
    assert (found["Breadth"].value, found["Breadth"].counts) == (Fraction(1, 2), "2 of 4 rules had cases")
    assert found["Voices"].value == Fraction(1, 2)
    assert found["Facts"].value == Fraction(3, 8)  # one and a half of four
    # A market and five segments, three figures each, without the share of the whole: 17 cells, of which one is known.
    assert found["Coverage"].value == Fraction(1, 17)


def test_what_a_market_lacks_counts_as_nothing():
    found = parts(market(), Report("m", (), {}, {}))
    assert [part.value for part in found.values()] == [0, 0, 0, 0, 0]
    assert found["Facts"].counts == "none checked"


def test_the_mean_is_plain_and_rounded_half_up():
    told = score(market(), Report("m", (), {}, {}), ())
    some = replace(
        told, parts=tuple(replace(part, value=Fraction(n, 8)) for n, part in enumerate(told.parts))
    )
    assert some.value == Fraction(2, 8)  # (0 + 1 + 2 + 3 + 4) / 8 / 5
    assert some.per_cent == 25
    half = replace(some, parts=(replace(told.parts[0], value=Fraction(1, 8)),))
    assert half.per_cent == 13  # 12.5


def test_six_invented_claims_look_less_sure_than_a_market_that_was_checked():
    invented = market(*(size(year, "10.0") for year in range(2020, 2025)), share("s", "40", use="cars"))
    guessed = score(invented, audit(invented, catalog(invented)), derive(invented).coverage)
    real = load_catalog(ROOT / "data")
    first = real.markets["personalized-cell-therapy"]
    known = score(first, audit(first, real), derive(first).coverage)
    assert guessed.value < known.value
