"""What the pages of some cases say in words: the place of a market, what a share is of, who leads."""

from pathlib import Path

import pytest

from tests.cases.reading import one_data_folder, page_text
from tests.commands import verb

SHOWN = (
    "a-national-market",
    "an-edition-drops-a-segment",
    "asia-pacific-without-japan",
    "growth-of-users-beside-growth-of-money",
    "nested-segments-in-one-dimension",
    "one-years-share-and-many-years-sizes",
    "others-in-the-lead",
    "quarters-beside-a-year",
    "shares-of-shipments-by-region",
)

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One site in which each case is a market."""
    folder = tmp_path_factory.mktemp("cases")
    data = one_data_folder(SHOWN, folder / "data")
    done = verb("site", "--data", data, "--out", folder / "site")
    assert done.returncode == 0, done.stderr
    return folder / "site"


def read(site: Path, case: str) -> str:
    """All that is said on a market's pages, one after the other, apart from those that list its rows."""
    pages = sorted((site / "markets" / case).rglob("index.html"))
    assert len(pages) >= 2
    return "\n".join(page_text(page) for page in pages if page.parent.name not in {"data", "changes"})


def test_a_national_market_names_its_country_and_never_the_world(site: Path) -> None:
    said = read(site, "a-national-market")
    assert "Germany" in said
    assert "orldwide" not in said
    assert "Germany" in page_text(site / "markets" / "a-national-market" / "index.html")


def test_asia_pacific_is_said_to_be_without_japan(site: Path) -> None:
    assert "Asia Pacific without Japan" in read(site, "asia-pacific-without-japan")


def test_a_share_of_shipments_is_never_called_revenue(site: Path) -> None:
    said = read(site, "shares-of-shipments-by-region")
    assert "60 % of shipments" in said.replace("\N{NO-BREAK SPACE}", " ")
    assert "revenue" not in said.lower()


def test_others_are_nowhere_said_to_lead(site: Path) -> None:
    said = read(site, "others-in-the-lead")
    assert "Others in the lead" not in said
    assert "Alpha" in said


def test_the_year_is_the_size_and_not_its_first_quarter(site: Path) -> None:
    overview = page_text(site / "markets" / "quarters-beside-a-year" / "index.html")
    assert "USD 96 bn" in overview.replace("\N{NO-BREAK SPACE}", " ")
    assert "the only size published" not in overview


def test_a_dropped_segment_is_said_to_be_not_in_the_newest_edition(site: Path) -> None:
    assert "not in the newest edition (" in read(site, "an-edition-drops-a-segment")


def test_growth_of_users_is_named_as_such_and_accuses_nobody(site: Path) -> None:
    said = read(site, "growth-of-users-beside-growth-of-money")
    assert "users" in said.lower()
    assert "contradicts itself" not in page_text(
        site / "markets" / "growth-of-users-beside-growth-of-money" / "index.html"
    )


def test_no_money_of_2000_is_made_of_a_share_of_2023(site: Path) -> None:
    said = read(site, "one-years-share-and-many-years-sizes")
    assert "12.8 bn" not in said.replace("\N{NO-BREAK SPACE}", " ")


def test_nested_segments_are_said_to_be_part_of_theirs(site: Path) -> None:
    said = read(site, "nested-segments-in-one-dimension")
    assert "Part one of alpha" in said
