"""The analysts' room as it stands: addresses, prose, and what the figures of the first market must obey."""

import re

import pytest

from scripts.audit.prose import bare_numbers
from scripts.load import load_catalog
from scripts.model import Reference, Role, Text
from tests.commands import ROOT


@pytest.fixture(scope="module")
def catalog():
    return load_catalog(ROOT / "data")


@pytest.fixture(scope="module")
def claims(catalog):
    return [claim for market in catalog.markets.values() for claim in market.claims.values()]


def pieces(market):
    return [
        (entry, piece)
        for section in market.commentary
        for entry in section.entries
        for paragraph in entry.paragraphs
        for piece in paragraph
    ]


def test_every_address_is_https(catalog):
    addresses = {source.id: source.address for source in catalog.sources.values() if source.address}
    assert addresses
    assert {
        name for name, address in addresses.items() if not re.match(r"https://[^/\s]+/", address)
    } == set()


def test_no_other_address_is_hidden_in_the_text():
    texts = [path for path in (ROOT / "data").rglob("*") if path.suffix in {".yml", ".csv", ".md"}]
    assert len(texts) > 10
    loose = re.compile(r"(?<![a-z])(http|ftp)://|(?<!//)www\.", re.IGNORECASE)
    found = [path.name for path in texts if loose.search(path.read_text("utf-8"))]
    assert found == []


def test_no_digit_is_typed_in_commentary_but_those_of_years_and_names(catalog):
    digits = {
        word
        for market in catalog.markets.values()
        for _, piece in pieces(market)
        if isinstance(piece, Text)
        for word in re.findall(r"\S*\d\S*", piece.text)
    }
    kept = {word.strip(".,;:()") for word in digits}
    assert {word for word in kept if not re.fullmatch(r"(19|20)\d\d|CD\d+", word)} == set()


def test_no_figure_is_spelled_out_in_commentary(catalog):
    typed = [
        word
        for market in catalog.markets.values()
        for _, piece in pieces(market)
        if isinstance(piece, Text)
        for word, _ in bare_numbers(piece.text, market.allowed_numbers)
    ]
    assert typed == []


def test_commentary_refers_to_its_figures(catalog):
    """Four markets have prose; what was entered from tables alone has none."""
    told = [market for market in catalog.markets.values() if market.commentary]
    assert len(told) == 4
    for market in told:
        references = [piece.claim for _, piece in pieces(market) if isinstance(piece, Reference)]
        assert references
        assert set(references) <= set(market.claims)


def test_every_piece_of_commentary_names_its_source_and_the_place_in_it(catalog):
    for market in catalog.markets.values():
        for section in market.commentary:
            for entry in section.entries:
                assert entry.source, entry.title
                assert entry.locator, entry.title


def test_every_claim_names_its_source_and_the_place_in_it(claims):
    assert [claim.id for claim in claims if not (claim.source and claim.locator)] == []


def test_every_rank_but_the_normal_one_has_its_reason(claims):
    ranked = [claim for claim in claims if claim.rank != "normal"]
    assert ranked
    assert [claim.id for claim in ranked if not claim.rank_reason] == []


def test_every_share_lies_between_nothing_and_the_whole(claims):
    shares = [
        claim.printed.value
        for claim in claims
        if claim.unit.code == "percent" and claim.measure.role != Role.CHANGE
    ]
    assert shares
    assert min(shares) >= 0
    assert max(shares) <= 100


def test_what_has_happened_was_published_after_it_happened(claims):
    dated = [
        (claim.id, claim.period.end.year, claim.source.published.year)
        for claim in claims
        if claim.status == "actual" and claim.period and claim.source and claim.source.published
    ]
    assert dated
    assert [name for name, happened, published in dated if happened > published] == []
