"""The search finds claims, figures and events by their words, and shows the value in the result."""

import gzip
import json

import pytest

from scripts.publish.search import INDEX
from tests.ledger import gone

pytestmark = pytest.mark.slow
MARKET = "personalized-cell-therapy"
# What a reader types, where the first screen of results must lead, and what it says there.
ASKED = [
    ("hospitals share 2023", f"c/{MARKET}/share-hospitals-2023/", "58.2 %"),
    ("127.1", f"c/{MARKET}/size-2034/", "USD 127.1 bn"),
    ("glucose market size 2030", "c/continuous-glucose-monitoring/size-2030/", "USD 28,715.26 m"),
    ("north america share", f"f/{MARKET}/regions/", "41.2 %"),
    ("Tecelra", f"markets/{MARKET}/dynamics/", "August 2024"),
]


def entries(site):
    index = json.loads((site / INDEX).read_text(encoding="utf-8"))
    return {document["location"]: document for document in index["docs"]}


@pytest.mark.browser
@pytest.mark.parametrize(("words", "place", "shown"), ASKED)
def test_the_first_screen_of_results_has_the_number(built_site, serving, browser, words, place, shown):
    home = serving(built_site)
    page = browser.new_page()
    page.goto(home, wait_until="networkidle")
    page.click(".md-search__input")
    page.keyboard.type(words)
    found = page.locator(".md-search-result__link", has_text=shown).first
    found.wait_for()
    links = page.locator(".md-search-result__link").evaluate_all(
        "all => all.slice(0, 8).map(one => one.href)"
    )
    assert any(link.startswith(f"{home}{place}") for link in links), links
    page.close()


def test_every_claim_and_figure_is_in_the_index_with_its_value_and_stands_there(built_site):
    known = entries(built_site)
    document = json.loads((built_site / f"api/v1/markets/{MARKET}.json").read_text(encoding="utf-8"))
    for claim in document["claims"]:
        assert claim["shown"] in known[f"c/{MARKET}/{claim['id']}/"]["title"], claim["id"]
    for page in (built_site / "f").glob("*/*/index.html"):
        place = f"{page.parent.relative_to(built_site).as_posix()}/"
        assert (place in known) != (place in gone()), place
    for place in known:
        assert (built_site / place.partition("#")[0] / "index.html").is_file(), place


def test_what_grows_with_the_data_stands_in_the_index_by_a_sentence_alone(built_site):
    texts = {place: known["text"] for place, known in entries(built_site).items()}
    growing = [
        text
        for place, text in texts.items()
        if place.startswith(("markets/", "compare/", "c/", "f/", "notebooks/"))
    ]
    assert "notebooks/personalized-cell-therapy/" in texts
    assert not [place for place in texts if place.startswith("notebooks/") and "#" in place]
    assert len(growing) > 300
    assert max(map(len, growing)) <= 300
    assert len(gzip.compress((built_site / INDEX).read_bytes(), 9)) < 60_000
