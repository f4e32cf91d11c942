"""The ledger held against a build: nothing published is lost, nothing is reused, no chain is longer than one hop."""

from dataclasses import replace

from scripts.history import enter
from scripts.history.ledger import HEADER, addresses, appended, forgotten, gone, lost, rows, with_reasons
from scripts.history.release import rewritten
from scripts.model import AddressKind, Moment, Permalink, Place, Vintage
from tests.factory import catalog, market, size

CLAIM = AddressKind.CLAIM
OLD, NEW = "/c/cars/size-2024/", "/c/cars/market-size-2024/"


def entry(address, *, line=2, moved_to="", withdrawn=""):
    return Permalink(
        address, CLAIM, Moment("2026-11-24"), moved_to, withdrawn, Place("data/permalinks.csv", line)
    )


def ledger(*entries):
    return {known.address: known for known in entries}


def made(*names):
    return dict.fromkeys(names, CLAIM)


def test_the_files_of_docs_become_these_addresses():
    found = addresses(
        [
            "index.md",
            "markets/cars/index.md",
            "markets/cars/data.md",
            "notebooks/tour.ipynb",
            "c/cars/size-2024/index.html",
            "f/cars/size/index.html",
            "f/cars/size/live/index.html",
            "f/cars/size.png",
            "markets/cars/data/cars.csv",
            "feeds/all.xml",
            "assets/almanac.css",
            "_fragments/x.html",
        ]
    )
    assert found == {
        "/": AddressKind.PAGE,
        "/index.md": AddressKind.DOWNLOAD,
        "/markets/cars/": AddressKind.PAGE,
        "/markets/cars/index.md": AddressKind.DOWNLOAD,
        "/markets/cars/data/": AddressKind.PAGE,
        "/markets/cars/data/index.md": AddressKind.DOWNLOAD,
        "/notebooks/tour/": AddressKind.PAGE,
        "/notebooks/tour/index.md": AddressKind.DOWNLOAD,
        "/c/cars/size-2024/": AddressKind.CLAIM,
        "/f/cars/size/": AddressKind.FIGURE,
        "/f/cars/size/live/": AddressKind.FIGURE,
        "/f/cars/size.png": AddressKind.DOWNLOAD,
        "/markets/cars/data/cars.csv": AddressKind.DOWNLOAD,
        "/feeds/all.xml": AddressKind.FEED,
    }


def test_an_address_that_is_still_made_is_no_fault():
    assert lost(ledger(entry(OLD)), made(OLD, NEW)) == []


def test_an_address_that_is_dropped_is_named_with_its_line_and_the_cure():
    assert lost(ledger(entry(OLD, line=7)), made(NEW)) == [
        (
            "data/permalinks.csv:7:1: /c/cars/size-2024/ was published on 2026-11-24 and is no longer made - restore it, "
            "or write its new address under moved_to, or why it is gone under withdrawn "
            "(did it become /c/cars/market-size-2024/?)"
        )
    ]


def test_where_a_market_was_renamed_each_address_is_found_in_its_new_folder():
    kept = ledger(entry("/c/cars/size-2024/"), entry("/markets/cars/data/cars.csv", line=3))
    claim, download = lost(kept, made("/c/electric-cars/size-2024/", "/c/electric-cars/growth/"))
    assert claim.endswith("(did it become /c/electric-cars/size-2024/?)")
    assert download.endswith("under withdrawn")


def test_an_address_unlike_all_others_gets_no_guess():
    (fault,) = lost(ledger(entry(OLD)), made("/c/cars/share-of-hospitals/", "/f/cars/size-2024/"))
    assert fault.endswith("or why it is gone under withdrawn")


def test_an_address_that_moved_or_was_withdrawn_with_a_reason_is_no_fault():
    assert lost(ledger(entry(OLD, moved_to=NEW)), made(NEW)) == []
    assert lost(ledger(entry(OLD, withdrawn="It was never printed.")), made(NEW)) == []


def test_an_address_is_never_reused():
    (moved,) = lost(ledger(entry(OLD, moved_to=NEW)), made(OLD, NEW))
    (gone,) = lost(ledger(entry(OLD, withdrawn="Gone.")), made(OLD))
    assert "moved and is made again - an address is never reused" in moved
    assert "was withdrawn and is made again - an address is never reused" in gone


def test_a_chain_has_one_hop():
    last = "/c/cars/size/"
    (fault,) = lost(ledger(entry(OLD, moved_to=NEW), entry(NEW, line=3, moved_to=last)), made(last))
    assert fault.endswith(f"{OLD} leads to {NEW}, which moved itself - write {last} under moved_to")


def test_nothing_leads_to_what_is_not_there():
    (missing,) = lost(ledger(entry(OLD, moved_to="/c/cars/market-size-2042/")), made(NEW))
    assert missing.endswith("is not there - correct moved_to (did it become /c/cars/market-size-2024/?)")
    both = ledger(entry(OLD, moved_to=NEW), entry(NEW, line=3, withdrawn="Gone."))
    (withdrawn,) = lost(both, made())
    assert "which was withdrawn - say so under withdrawn instead" in withdrawn


def test_a_release_appends_what_is_new_and_nothing_else():
    added = appended(ledger(entry(OLD)), made(OLD, NEW), Moment("2027-01-31"))
    assert rows(added) == "/c/cars/market-size-2024/,claim,2027-01-31,,\n"


def test_what_is_gone_is_neither_made_nor_moved_nor_withdrawn():
    third = "/c/cars/growth/"
    kept = ledger(entry(OLD), entry(NEW, moved_to=third), entry("/f/cars/size/", withdrawn="Gone."))
    assert gone(kept, made(third)) == [entry(OLD)]
    assert gone(kept, made(OLD, third)) == []


def test_a_reason_is_written_into_the_rows_that_it_ends_and_no_other():
    text = f"{HEADER}\n{OLD},claim,2026-11-24,,\n{NEW},claim,2026-11-24,,\n"
    reason = 'Its publisher, "Volt", took it back.'
    assert with_reasons(text, {OLD: reason}) == (
        f'{HEADER}\n{OLD},claim,2026-11-24,,"Its publisher, ""Volt"", took it back."\n{NEW},claim,2026-11-24,,\n'
    )
    assert with_reasons(text.replace("\n", "\r\n").rstrip(), {}) == text


def test_an_address_of_another_kind_than_its_row_says_is_told():
    (fault,) = lost(ledger(entry(OLD)), {OLD: AddressKind.FIGURE})
    assert fault.endswith(f"{OLD} is entered as a claim and is a figure - correct its kind")


def published(*vintages):
    """A catalog with one market whose vintages hold claims by day, and whose claims are `size-2024` at 14.2."""
    known = market(
        size(2024, "14.2"), vintages=tuple(Vintage(Moment(day), dict(held)) for day, held in vintages)
    )
    return catalog(known)


THEN, NOW = ("12.4", "", "usd-bn", "2024"), ("14.2", "", "usd-bn", "2024")
HOME = "/c/solid-state-batteries/"


def test_a_row_that_was_deleted_is_missed_where_a_vintage_has_the_claim():
    known = published(("2026-01-31", {"size-2024": THEN}), ("2026-03-01", {"size-2024": NOW}))
    assert forgotten(known) == []  # before the first release there is no ledger
    kept = replace(known, permalinks=ledger(entry(f"{HOME}other/")))
    assert forgotten(kept) == [
        (
            f"data/permalinks.csv: {HOME}size-2024/ was published on 2026-01-31 and has no row - "
            f"restore it: {HOME}size-2024/,claim,2026-01-31,,"
        )
    ]
    assert forgotten(replace(known, permalinks=ledger(entry(f"{HOME}size-2024/")))) == []


def test_a_release_never_rewrites_what_was_released_on_its_day_or_after():
    changed = published(("2026-01-31", {"size-2024": THEN}))
    (same_day,) = rewritten(changed, Moment("2026-01-31"))
    assert "size-2024 was released on 2026-01-31 already and has changed since" in same_day
    assert rewritten(changed, Moment("2026-02-01")) == []
    (earlier,) = rewritten(changed, Moment("2026-01-30"))
    assert "was last released on 2026-01-31, after 2026-01-30" in earlier
    assert rewritten(published(("2026-01-31", {"size-2024": NOW})), Moment("2026-01-31")) == []
    assert rewritten(published(), Moment("2026-01-31")) == []


def test_a_figure_that_was_renamed_or_withdrawn_on_the_day_of_its_release_keeps_that_day():
    day = Moment("2026-01-31")
    for held, rewrites in ((NOW, 0), (THEN, 1)):
        known = published(("2026-01-31", {"old": held}))
        moved = ledger(entry(f"{HOME}old/", moved_to=f"{HOME}size-2024/"))
        assert len(rewritten(replace(known, permalinks=moved), day)) == rewrites
        withdrawn = ledger(entry(f"{HOME}old/", withdrawn="Misread."))
        (gone_since,) = rewritten(replace(known, permalinks=withdrawn), day)
        assert "old was released on 2026-01-31 already" in gone_since


def test_a_vintage_holds_the_ids_that_were_made_for_rows_without_one(tmp_path):
    rows = tmp_path / "markets" / "solid-state-batteries" / "observations.csv"
    rows.parent.mkdir(parents=True)
    rows.write_text(
        "measure,period,value,unit,source\nmarket-size,2024,14.2,usd-bn,volt/x\n", encoding="utf-8"
    )
    made_up = catalog(market(size(2024, "14.2"), made_ids=("size-2024",)))
    enter(tmp_path, made_up, made_up, {}, Moment("2026-03-01"))
    vintage = rows.parent / "vintages" / "2026-03-01.csv"
    assert (
        vintage.read_text(encoding="utf-8") == "id,value,qualifier,unit,period\nsize-2024,14.2,,usd-bn,2024\n"
    )
    named = catalog(market(size(2024, "14.2")))
    enter(tmp_path, named, named, {}, Moment("2026-03-02"))
    assert (rows.parent / "vintages" / "2026-03-02.csv").read_bytes() == rows.read_bytes()
