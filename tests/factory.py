"""A market in few words: solid-state batteries, whose figures each test makes up for itself.

Values are given as text, with exactly the digits a source would print.
"""

from dataclasses import replace
from decimal import Decimal
from typing import Any

from scripts.model import (
    TOTAL,
    WORLD,
    AcceptedFinding,
    Catalog,
    Claim,
    Entry,
    Event,
    Fragment,
    Headline,
    Market,
    Moment,
    Period,
    Place,
    Quantity,
    Reference,
    Section,
    Source,
    Study,
    Text,
    Word,
)
from scripts.notation.figures import NBSP
from tests.codelists import CODELISTS, DIMENSIONS, EVENT_TYPES, MEASURES, REGIONS, SCOPES, UNITS

FOLDER = "data/markets/solid-state-batteries"


def spaced(text: str) -> str:
    """A text with the non-breaking spaces that figures are written with."""
    return text.replace(" ", NBSP)


def plain(text: str) -> str:
    """A text with ordinary spaces, for comparison with a sentence typed here."""
    return text.replace(NBSP, " ")


def between(low: str, high: str, point: str | None = None) -> Quantity:
    """An interval, by default around its middle."""
    ends = Decimal(low), Decimal(high)
    return Quantity(Decimal(point) if point else sum(ends, Decimal(0)) / 2, *ends)


def plainly(value: Quantity | None) -> Quantity | None:
    """The interval alone of a number that was computed, to compare with `between`."""
    return value and Quantity(value.point, value.low, value.high, value.below, value.above)


def source(name: str = "volt-research/batteries-2025", **more: Any) -> Source:
    """A source with its publisher."""
    publisher = name.partition("/")[0]
    word = Word(publisher, publisher.replace("-", " ").title())
    kind = Word("report-page", "Report page")
    return replace(Source(name, word, "Batteries", kind, place=Place(f"data/sources/{name}.yml")), **more)


def claim(
    name: str,
    value: str,
    unit: str = "usd-bn",
    measure: str = "market-size",
    period: str = "2024",
    **more: Any,
) -> Claim:
    """A claim of the whole market worldwide, unless `more` says otherwise: fields, or segments by dimension."""
    segments = {code: more.pop(code, TOTAL) for code in DIMENSIONS}
    origin = more.pop("source", source().id)
    plainly = Claim(
        MEASURES[measure],
        REGIONS[more.pop("region", WORLD)],
        value,
        UNITS[unit],
        id=name,
        segments=segments,
        period=Period.of(period) if period else None,
        source=source(origin) if isinstance(origin, str) and origin else origin or None,
        locator="Page 1",
        place=Place(f"{FOLDER}/observations.csv", 2),
    )
    return replace(plainly, **more)


def size(year: int, value: str, unit: str = "usd-bn", **more: Any) -> Claim:
    """A size, named `size-<year>` by default."""
    return claim(more.pop("name", f"size-{year}"), value, unit, period=str(year), **more)


def growth(start: int, end: int, value: str, **more: Any) -> Claim:
    """A yearly rate, named `cagr-<start>-<end>` by default."""
    name = more.pop("name", f"cagr-{start}-{end}")
    return claim(name, value, "percent-a-year", "cagr", f"{start}/{end}", **more)


def share(name: str, value: str, year: int = 2024, **more: Any) -> Claim:
    """A revenue share, of a segment or a region."""
    return claim(name, value, "percent", "revenue-share", str(year), **more)


def patients(name: str, value: str, **more: Any) -> Claim:
    """A count of patients."""
    return claim(name, value, "patients", "patients", **more)


def award(name: str, value: str, unit: str = "usd-m", **more: Any) -> Claim:
    """An amount of money awarded."""
    return claim(name, value, unit, "funding", **more)


def event(
    name: str, title: str, organisations: str, amount: Claim | None = None, date: str = "", **more: Any
) -> Event:
    """A funding event; several organisations are joined by `; `, as in the data."""
    plainly = Event(
        name,
        EVENT_TYPES["funding"],
        title,
        REGIONS[WORLD],
        date=Moment(date) if date else None,
        organisations=tuple(organisations.split("; ")) if organisations else (),
        amount=amount,
        source=source(),
        locator="Page 2",
        place=Place(f"{FOLDER}/events.csv", 2),
    )
    return replace(plainly, **more)


def study(name: str, responders: Claim | None, n: Claim | None, **more: Any) -> Study:
    """A study with so many responders of n patients."""
    place = Place(f"{FOLDER}/studies.csv", 2)
    plainly = Study(
        name,
        f"Study {name}",
        REGIONS[WORLD],
        condition=more.pop("condition", "Burns"),
        n=n,
        responders=responders,
        source=source(),
        locator="Page 3",
        place=place,
    )
    return replace(plainly, **more)


def words(*pieces: str, heading: str = "Drivers", title: str = "Why it grows", **more: Any) -> Section:
    """A section with one entry of one paragraph; a piece in braces is a reference to a claim."""
    place = Place(f"{FOLDER}/commentary.md", 5)
    paragraph: tuple[Fragment, ...] = tuple(
        Reference(piece.strip("{}"), place) if piece.startswith("{") else Text(piece, place)
        for piece in pieces
    )
    origin = more.pop("source", source())
    return Section(heading, (Entry(title, (paragraph,), origin, "Page 1", Place(place.file, 3)),))


def accepted(finding: str, reason: str = "known and harmless") -> AcceptedFinding:
    """A finding that the analysts accept."""
    return AcceptedFinding(finding, reason, Place(f"{FOLDER}/market.yml", 40))


def market(*claims: Claim, **more: Any) -> Market:
    """A market of these claims; `headline` names the ids of size, target and rate that lead."""
    by_id = {claim.id: claim for claim in claims}
    leading = [by_id[name] if name else None for name in more.pop("headline", (None, None, None))]
    plainly = Market(
        id="solid-state-batteries",
        title="Solid-state battery market",
        short_title="Solid-state batteries",
        industry=Word("energy", "Energy"),
        definition="Cells without a liquid.",
        geography=REGIONS[WORLD],
        currency="USD",
        money_basis="nominal",
        base_year=2024,
        forecast_period=Period.of("2025/2034"),
        headline=Headline(*leading),
        dimensions=DIMENSIONS,
        scopes=SCOPES,
        owner="Volt desk",
        codelists=CODELISTS,
        claims=by_id,
        place=Place(f"{FOLDER}/market.yml"),
    )
    return replace(plainly, **more)


def catalog(*markets: Market) -> Catalog:
    """A catalog of these markets."""
    return Catalog(CODELISTS, {source().id: source()}, {one.id: one for one in markets})
