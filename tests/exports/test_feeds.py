"""A feed tells what changed, from what, and why."""

import json

from lxml import etree

from scripts.audit import audit
from scripts.derive import derive
from scripts.exports import feed_files
from scripts.exports.records import LICENCE_NOTE
from scripts.model import Moment, Vintage
from scripts.pages import MarketView
from tests.factory import catalog, market, size

WHY = "Volt counts vans since May"


def feeds(*figures, reason=WHY):
    """The feeds of a market whose size of 2024 was each of these figures in turn."""
    rows = [size(2024, figure, revision_reason=reason) for figure in figures]
    dates = ("2025-01-05", "2025-06-05", "2025-11-05")
    vintages = tuple(
        Vintage(Moment(date), {row.id: row.typed}) for date, row in zip(dates, rows, strict=False)
    )
    known = market(rows[-1], vintages=vintages)
    whole = catalog(known)
    view = MarketView(known, whole, derive(known), audit(known, whole), {}, {})
    return dict(feed_files([view], "2025-11-05", "https://almanac.example/"))


def lines(files):
    told = json.loads(files["feeds/solid-state-batteries.json"])
    return [item["content_text"] for item in told["items"]]


def test_a_revision_is_told_with_what_it_was_before_and_why():
    newest, first = lines(feeds("5.1", "6.3"))
    assert newest == f"Market size, 2024: USD 6.3 bn (Volt Research), before USD 5.1 bn: {WHY}"
    assert first == "Market size, 2024: USD 6.3 bn (Volt Research)"
    assert lines(feeds("5.1", "6.3", reason=""))[0].endswith("before USD 5.1 bn")


def test_the_reason_of_the_newest_revision_is_not_given_for_an_older_one():
    newest, older, _ = lines(feeds("5.1", "5.8", "6.3"))
    assert newest.endswith(f"before USD 5.8 bn: {WHY}")
    assert older.endswith("before USD 5.1 bn")


def test_an_atom_feed_says_what_may_be_done_with_it():
    feed = etree.fromstring(feeds("5.1")["feeds/all.xml"].encode())
    assert feed.findtext("{http://www.w3.org/2005/Atom}rights") == LICENCE_NOTE
