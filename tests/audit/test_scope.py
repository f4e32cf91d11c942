from dataclasses import replace

from scripts.audit.scope import scope_contradiction
from scripts.model import HELD, Grade, Relation, Word
from tests.audit.examining import cases, findings
from tests.codelists import DIMENSIONS, SCOPES
from tests.factory import market, plain

DONOR, OWN, LIQUID = Word("donor", "Donor cells"), Word("own", "Own cells"), Word("liquid", "Liquids")


def tagged(**tags):
    """The dimension `chemistry` with tags on its segments."""
    chemistry = DIMENSIONS["chemistry"]
    segments = {code: replace(s, includes=tags.get(code, ())) for code, s in chemistry.segments.items()}
    return {**DIMENSIONS, "chemistry": replace(chemistry, segments=segments)}


def test_a_segment_that_holds_what_the_market_leaves_out_is_found():
    known = market(excludes=(DONOR,), dimensions=tagged(oxide=(DONOR,), sulfide=(OWN,)))
    (finding,) = findings(scope_contradiction, known)
    assert (finding.id, finding.grade) == ("scope-contradiction-chemistry", Grade.QUESTION)
    assert plain(finding.title) == "Chemistry: one of two segments holds what our definition leaves out"
    assert plain(finding.arithmetic) == "the market excludes donor cells; oxide (donor cells)"


def test_segments_within_the_market_are_sound_and_untagged_ones_are_not_examined():
    assert cases(scope_contradiction, market(excludes=(DONOR,), dimensions=tagged(oxide=(OWN,)))) == [
        HELD,
        HELD,
    ]
    assert cases(scope_contradiction, market(excludes=(DONOR,))) == [HELD]  # the market's own tags alone
    assert cases(scope_contradiction, market()) == []


def test_what_the_market_includes_needs_a_place_where_every_segment_says_what_it_holds():
    known = market(includes=(OWN, LIQUID), dimensions=tagged(oxide=(OWN,), sulfide=(OWN,)))
    (finding,) = findings(scope_contradiction, known)
    assert (finding.id, finding.grade) == ("scope-contradiction-chemistry-without-place", Grade.QUESTION)
    assert "no segment holds liquids" in plain(finding.title)
    half = market(includes=(OWN, LIQUID), dimensions=tagged(oxide=(OWN,)))
    assert findings(scope_contradiction, half) == []


def test_a_narrower_field_cannot_hold_what_the_market_leaves_out():
    scopes = {"car-t": replace(SCOPES["car-t"], relation=Relation.NARROWER, includes=(DONOR,))}
    assert [f.id for f in findings(scope_contradiction, market(excludes=(DONOR,), scopes=scopes))] == [
        "scope-contradiction-scope-car-t"
    ]
    wider = {"car-t": replace(scopes["car-t"], relation=Relation.WIDER)}
    assert findings(scope_contradiction, market(excludes=(DONOR,), scopes=wider)) == []


def test_a_market_that_includes_what_it_excludes_is_our_error():
    (finding,) = findings(scope_contradiction, market(includes=(OWN,), excludes=(OWN,)))
    assert finding.grade == Grade.ERROR


def test_what_another_dimension_holds_is_not_homeless_and_an_open_list_holds_it_perhaps():
    both = tagged(oxide=(OWN,), sulfide=(OWN,))
    uses = DIMENSIONS["use"]
    liquid = {
        code: replace(s, includes=(LIQUID,) if code == "cars" else ()) for code, s in uses.segments.items()
    }
    elsewhere = {**both, "use": replace(uses, segments=liquid)}
    assert findings(scope_contradiction, market(includes=(OWN, LIQUID), dimensions=elsewhere)) == []
    open_list = {**both, "chemistry": replace(both["chemistry"], open=True)}
    assert findings(scope_contradiction, market(includes=(OWN, LIQUID), dimensions=open_list)) == []
