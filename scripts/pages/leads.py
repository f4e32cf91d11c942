"""Where numbers lead: each number on a page is a quiet link to the page of its claim or derived value."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from markupsafe import Markup, escape

from scripts.model import Finding
from scripts.model.addresses import claim_address, market_address
from scripts.notation import capital, mentions, ways
from scripts.pages.view import MarketView

LINK = Markup('<a class="ma-n" href="{}">{}</a>')


@dataclass(frozen=True, slots=True)
class Lead:
    """The address of a record from the page that shows it, and the ways in which its number is written."""

    address: str
    written: tuple[str, ...] = ()


# What a record's id leads to; none where nothing of that name has an address.
Leads = Callable[[str], Lead | None]


def lead(view: MarketView, root: str, record: str) -> Lead | None:
    """Where a claim, derived value, event or study of a market leads; `root` is the way to the site's home."""
    figure = view.market.claims.get(record) or view.derived.values.get(record)
    if figure:
        return Lead(f"{root}{claim_address(view.market.id, record)}", ways(figure))
    rows = (("dynamics", view.market.events), ("evidence", view.market.studies))
    for page, records in rows:
        if any(known.id == record for known in records):
            return Lead(f"{root}{market_address(view.market.id, page, record)}")
    return None


def lead_of_several(views: Mapping[str, MarketView], root: str, record: str) -> Lead | None:
    """The same for records of several markets, `<market>/<id>`."""
    market, _, own = record.partition("/")
    return lead(views[market], root, own) if market in views else None


def linked(text: str, leads: Iterable[Lead | None]) -> Markup:
    """A text in which each number of these records leads there; the rest of it is plain text."""
    known = [one for one in leads if one]
    pieces = mentions(text, [one.written for one in known])
    return Markup("").join(
        escape(piece) if place is None else LINK.format(known[place].address, piece)
        for piece, place in pieces
    )


def led(text: str, leads: Iterable[Lead | None]) -> Markup:
    """The same for a cell: where it is about one record and the links would leave a number of it out, the whole leads."""
    known = [one for one in leads if one]
    if len(known) == 1:
        rest = [piece for piece, place in mentions(text, [known[0].written]) if place is None]
        if rest == [text] or any(char.isdigit() for piece in rest for char in piece):
            return LINK.format(known[0].address, text)
    return linked(text, known)


def arithmetic(view: MarketView, root: str, finding: Finding) -> Markup:
    """The arithmetic of a finding: the numbers of the claims that it names lead there, and those that follow from them.

    What is computed may be written as something else is: of those only what can be nothing else is linked.
    """
    named = set(finding.subjects)
    follows = [value.id for value in view.derived.values.values() if named.issuperset(value.inputs)]
    stated = [one for subject in finding.subjects if (one := lead(view, root, subject))]
    computed = [one for value in follows if (one := lead(view, root, value))]
    often = Counter(way for one in (*stated, *computed) for way in one.written)
    sure = [Lead(one.address, tuple(w for w in one.written if often[w] == 1)) for one in computed]
    return linked(f"{capital(finding.arithmetic)}.", (*stated, *sure))
