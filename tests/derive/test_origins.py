from dataclasses import replace

from scripts.derive.definitions import definitions
from scripts.derive.origins import origins
from scripts.model import Word
from tests.codelists import SCOPES
from tests.factory import market, size, source


def test_citations_collapse_to_voices():
    shop = replace(source("shop/2025"), author_named=source().publisher)
    known = origins(
        market(
            size(2024, "1"),
            size(2025, "2"),
            replace(size(2026, "3"), source=shop),
            size(2024, "4", name="ohm", source="ohm/2025"),
            size(2024, "5", name="rival", source="amp/2025", scope="car-t"),
            size(2023, "6", source=None),
        )
    )
    # Five cited claims in four publications by four outlets; the shop repeats volt-research: three voices, two of the market.
    assert (known.claims, known.publications, known.outlets, len(known.voices)) == (5, 4, 4, 3)
    assert known.own_voices == 2
    first = known.voices[0]
    assert (first.code, first.claims, first.own, first.outlets) == (
        "volt-research",
        3,
        3,
        ("Volt Research", "Shop"),
    )


def test_each_field_says_what_it_holds_and_who_speaks_of_it():
    own, donor = Word("own", "Own"), Word("donor", "Donor")
    scopes = {
        "car-t": replace(SCOPES["car-t"], includes=(own,), excludes=(donor,)),
        "all-batteries": replace(SCOPES["all-batteries"], includes=(donor,)),
    }
    known = definitions(
        market(
            size(2024, "1"),
            size(2024, "2", name="rival", source="ohm/2025", scope="car-t"),
            scopes=scopes,
            includes=(donor,),
        )
    )
    assert [(field.code, field.voices) for field in known.fields] == [
        ("", ("Volt Research",)),
        ("car-t", ("Ohm",)),
    ]  # nobody gives a figure for all batteries
    assert known.tags == (donor, own)
    assert [(field.includes, field.excludes) for field in known.fields] == [
        ((donor,), ()),
        ((own,), (donor,)),
    ]
