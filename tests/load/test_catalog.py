"""What loading yields: the nouns of the model, with every text exactly as typed."""

from decimal import Decimal
from pathlib import Path

from scripts.load import load_catalog
from scripts.model import Comparison, Market, Moment, Period, Place, Qualifier, Rank, Reference, Status, Text
from tests.load.conftest import BASE


def solid_state() -> Market:
    return load_catalog(BASE).markets["solid-state-batteries"]


def test_the_base_holds_two_markets_and_two_sources() -> None:
    catalog = load_catalog(BASE)
    assert list(catalog.markets) == ["batteries", "solid-state-batteries"]
    assert list(catalog.sources) == ["grid-office/storage-2024", "volt-research/solid-state-2025"]
    assert catalog.newest_date == "2026-11-23"


def test_a_claim_keeps_the_digits_its_source_prints() -> None:
    market = solid_state()
    claim = market.claims["size-2024"]
    assert (claim.printed.text, claim.printed.value, claim.printed.decimals) == ("1.20", Decimal("1.20"), 2)
    assert (claim.period, claim.status, claim.rank) == (Period.of("2024"), Status.ESTIMATE, Rank.PREFERRED)
    assert market.is_own_whole(claim)
    assert not market.is_own_whole(market.claims["semi-size-2024"])
    assert claim.place == Place("base/markets/solid-state-batteries/observations.csv", 2)


def test_text_that_looks_like_markup_or_a_formula_stays_what_it_is() -> None:
    market = solid_state()
    assert market.claims["size-2024"].note == "<script>alert(1)</script> {{7*7}}"
    assert market.claims["semi-size-2024"].note == 'A note, with "quotes".'
    assert (
        load_catalog(BASE).sources["volt-research/solid-state-2025"].title
        == "Solid-state batteries to 2034 <b>& beyond</b>"
    )


def test_a_claim_knows_segments_scope_region_and_qualifier() -> None:
    claims = solid_state().claims
    assert claims["oxide-share-2024"].segments == {"technology": "oxide", "end_use": "total"}
    assert claims["semi-size-2024"].scope == "semi-solid"
    assert claims["deal-2025"].region.name == "Norway"
    assert claims["size-2034"].printed.qualifier is Qualifier.MORE_THAN
    assert claims["deal-2025"].period is None
    assert claims["semi-size-2024"].source is None


def test_numbers_in_yaml_stay_text_until_a_field_wants_a_number() -> None:
    market = solid_state()
    assert market.allowed_numbers == ("18650", "4680")
    assert market.base_year == 2024
    assert load_catalog(BASE).codelists.units["usd-m"].factor == 1_000_000
    assert load_catalog(BASE).codelists.regions["norway"].m49 == "578"


def test_a_market_is_put_together_from_all_its_files() -> None:
    market = solid_state()
    assert market.definition == "Batteries whose electrolyte is solid, sold as cells."
    assert market.headline.target is market.claims["size-2034"]
    assert market.part_of == ("batteries",)
    assert market.dimensions["technology"].segments["sulfide"].definition == "Electrolytes with sulfur."
    assert [tag.code for tag in market.scopes["semi-solid"].includes] == ["liquid-electrolyte"]
    assert market.accepted_findings[0].place.line == 42
    assert (market.next_update, market.checked) == (Moment("2027-05"), Moment("2026-11-23"))


def test_a_comparison_names_markets_in_the_order_in_which_they_are_shown() -> None:
    assert load_catalog(BASE).comparisons == {
        "part-and-whole": Comparison(
            "part-and-whole",
            "Solid-state batteries: <b>part</b> and whole",
            "Does the part fit into the whole?",
            ("solid-state-batteries", "batteries"),
            Place("base/comparisons.yml", 1),
        )
    }


def test_a_room_without_comparisons_has_none(data: Path) -> None:
    (data / "comparisons.yml").unlink()
    assert load_catalog(data).comparisons == {}


def test_evidence_refers_to_claims_and_sources() -> None:
    market = solid_state()
    (event,), (study,) = market.events, market.studies
    assert event.amount is market.claims["deal-2025"]
    assert event.organisations == ("Fjord Cells", "Oslo Ceramics")
    assert study.responders is market.claims["cells-passed"]
    first, second, third = market.fact_checks
    assert [source.id for source in first.sources] == [
        "volt-research/solid-state-2025",
        "grid-office/storage-2024",
    ]
    assert (first.date, second.sources, third.subject) == (Period.of("2024-01/2024-06"), (), "market")


def test_commentary_is_divided_into_words_and_references() -> None:
    definition, drivers, segments, regions = solid_state().commentary
    file = "base/markets/solid-state-batteries/commentary.md"
    (entry,) = drivers.entries
    assert entry.paragraphs[0] == (
        Text("It stood at ", Place(file, 13, 1)),
        Reference("size-2024", Place(file, 13, 13)),
        Text(" and may reach\n", Place(file, 13, 28)),
        Reference("size-2034", Place(file, 14, 1)),
        Text(", a growth of ", Place(file, 14, 16)),
        Reference("cagr-2024-2034", Place(file, 14, 30)),
        Text(".", Place(file, 14, 48)),
    )
    assert (entry.source and entry.source.id, entry.locator) == ("volt-research/solid-state-2025", "")
    assert definition.entries[0].locator == "Overview, paragraph 1"
    assert (segments.entries[0].title, regions.entries[0].title) == ("technology/oxide", "norway")
    assert regions.entries[0].source is None


def test_windows_line_ends_and_byte_order_marks_change_nothing(data: Path) -> None:
    before = load_catalog(data)
    for file in data.rglob("*.*"):
        if file.is_file():
            file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n"))
    assert load_catalog(data) == before


def test_hidden_files_are_passed_over(data: Path) -> None:
    before = load_catalog(data)
    for folder in (data, data / "codelists", data / "sources/volt-research", data / "markets/batteries"):
        (folder / ".DS_Store").write_bytes(b"\x00\xff")
    assert load_catalog(data) == before


def test_columns_may_stand_in_any_order(data: Path) -> None:
    before = load_catalog(data)
    file = data / "markets/solid-state-batteries/events.csv"
    rows = [line.split(",") for line in file.read_text(encoding="utf-8").splitlines()]
    file.write_text("".join(",".join(row[::-1]) + "\n" for row in rows), encoding="utf-8")
    assert load_catalog(data) == before
