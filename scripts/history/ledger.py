"""The ledger of addresses held against a build: nothing that was ever published may be lost, or mean something else."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches

from scripts.model import AddressKind, Catalog, Moment, Permalink, Place
from scripts.model.addresses import CLAIMS, FEEDS, FIGURES, claim_address, twin

FILE = "data/permalinks.csv"
HEADER = "address,kind,published,moved_to,withdrawn"
PAGES = (".md", ".ipynb", ".html")
# Folders of docs/ that hold no address which we promise: what they hold is named by its content, or enters pages.
WITHOUT_PROMISE = ("assets/", "_fragments/", "404.html")


def addresses(paths: Iterable[str]) -> dict[str, AddressKind]:
    """What the files of a docs folder become: each address from the home page on, with what it leads to.

    A page of MkDocs has a twin in Markdown beside it.
    """
    made: dict[str, AddressKind] = {}
    for path in sorted(paths):
        if path.startswith(WITHOUT_PROMISE):
            continue
        if path.endswith(PAGES):
            stem = path.rpartition(".")[0]
            place = stem.removesuffix("index") if stem == "index" or stem.endswith("/index") else f"{stem}/"
            made[f"/{place}"] = _kind(path)
            if not path.endswith(".html"):
                made[f"/{twin(place)}"] = AddressKind.DOWNLOAD
        else:
            made[f"/{path}"] = _kind(path)
    return made


def _kind(path: str) -> AddressKind:
    if path.startswith(FEEDS):
        return AddressKind.FEED
    if not path.endswith(PAGES):
        return AddressKind.DOWNLOAD
    rooms = {CLAIMS: AddressKind.CLAIM, FIGURES: AddressKind.FIGURE}
    return rooms.get(f"{path.partition('/')[0]}/", AddressKind.PAGE)


def lost(ledger: Mapping[str, Permalink], made: Mapping[str, AddressKind]) -> list[str]:
    """Each promise that a build would break, as `file:line:column: what - cure`; empty if it keeps all."""
    fresh = _by_likeness(address for address in made if address not in ledger)
    return [fault for known in ledger.values() for fault in _broken(known, ledger, made, fresh)]


def _broken(
    known: Permalink,
    ledger: Mapping[str, Permalink],
    made: Mapping[str, AddressKind],
    fresh: Mapping[str, list[str]],
) -> Iterator[str]:
    here = f"{known.place}: {known.address}"
    if known.moved_to:
        after = ledger.get(known.moved_to)
        if known.address in made:
            yield f"{here} moved and is made again - an address is never reused: give the new content another id"
        elif after and after.moved_to:
            yield f"{here} leads to {after.address}, which moved itself - write {after.moved_to} under moved_to"
        elif after and after.withdrawn:
            yield f"{here} leads to {after.address}, which was withdrawn - say so under withdrawn instead"
        elif known.moved_to not in made:
            meant = _meant(known.moved_to, _by_likeness(made))
            yield f"{here} leads to {known.moved_to}, which is not there - correct moved_to{meant}"
    elif known.withdrawn:
        if known.address in made:
            yield f"{here} was withdrawn and is made again - an address is never reused: give the new content another id"
    elif known.address in made:
        if made[known.address] != known.kind:
            yield f"{here} is entered as a {known.kind} and is a {made[known.address]} - correct its kind"
    else:
        yield (
            f"{here} was published on {known.published.text} and is no longer made - restore it, or write its new "
            f"address under moved_to, or why it is gone under withdrawn{_meant(known.address, fresh)}"
        )


def _by_likeness(addresses: Iterable[str]) -> Mapping[str, list[str]]:
    """Addresses by what a lost one may share with them: the folder, if it was renamed, or its name, if the folder was."""
    found: dict[str, list[str]] = {}
    for address in addresses:
        for part in _parts(address):
            found.setdefault(part, []).append(address)
    return found


def _parts(address: str) -> tuple[str, str]:
    folder, _, name = address.rstrip("/").rpartition("/")
    room = address.split("/")[1]
    return f"{folder}/", f"{room}:{name}{'/' if address.endswith('/') else ''}"


def _meant(address: str, among: Mapping[str, list[str]]) -> str:
    """The likeliest address, if there is one."""
    folder, name = _parts(address)
    like = get_close_matches(address, among.get(folder, ()), 1, 0.75) or among.get(name, [])[:1]
    return f" (did it become {like[0]}?)" if like else ""


def gone(ledger: Mapping[str, Permalink], made: Mapping[str, AddressKind]) -> list[Permalink]:
    """What was published, is no longer made, and has no other fate yet."""
    return [
        known
        for known in ledger.values()
        if known.address not in made and not known.moved_to and not known.withdrawn
    ]


def with_reasons(text: str, withdrawn: Mapping[str, str]) -> str:
    """The ledger's text with the reasons why some addresses are withdrawn; every other row stays as it is."""
    head, *lines = text.splitlines()
    place = head.split(",").index("withdrawn")
    return "".join(f"{_withdrawn(line, withdrawn, place)}\n" for line in [head, *lines])


def _withdrawn(line: str, reasons: Mapping[str, str], place: int) -> str:
    (cells,) = csv.reader([line])
    if cells[0] not in reasons:
        return line
    cells[place] = reasons[cells[0]]
    out = io.StringIO()
    csv.writer(out, lineterminator="").writerow(cells)
    return out.getvalue()


def forgotten(catalog: Catalog) -> list[str]:
    """Claims that a vintage has and the ledger lacks: their rows were lost, and the promise with them."""
    if not catalog.permalinks:
        return []
    first = {
        f"/{claim_address(market.id, name)}": vintage.date.text
        for market in catalog.markets.values()
        for vintage in reversed(market.vintages)
        for name in vintage.published
    }
    return [
        f"{FILE}: {address} was published on {day} and has no row - restore it: {address},{AddressKind.CLAIM},{day},,"
        for address, day in first.items()
        if address not in catalog.permalinks
    ]


def appended(
    ledger: Mapping[str, Permalink], made: Mapping[str, AddressKind], day: Moment
) -> list[Permalink]:
    """The rows that a release adds: every address that is made and was not published before."""
    return [
        Permalink(address, kind, day, "", "", Place(FILE))
        for address, kind in made.items()
        if address not in ledger
    ]


def rows(added: Iterable[Permalink]) -> str:
    """Rows of the ledger as its file holds them; no field of theirs needs quotes."""
    return "".join(f"{known.address},{known.kind},{known.published.text},,\n" for known in added)
