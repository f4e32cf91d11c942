"""Markets made to be awkward for drawings, by name."""

from dataclasses import replace
from typing import Any

from scripts.model import Claim, Dimension, Market, Moment, Rank, Relation, Scope, Segment, Status
from tests import factory
from tests.codelists import DIMENSIONS, REGIONS, SCOPES
from tests.factory import event, growth, market, patients, share, size, study

LONG = "A segment whose name goes on " + "and on " * 24 + "to the end"
ARABIC = "العلاج بالخلايا الجذعية في المستشفيات"
JAPANESE = "個別化細胞治療市場における病院の割合と予測"
MARKUP = "<script>alert(1)</script> & {{ 7 * 7 }} \" ' ]]>"
OTHER = "ampere/batteries-2025"
THIRD = "coulomb/batteries-2024"


def ordinary(first: str = "10", last: str = "40", rate: str = "14.9") -> Market:
    """Ten years of growth, one rejected base, a neighbour, shares, events and trials."""
    return market(
        size(2024, first, rank=Rank.PREFERRED),
        size(2034, last, status=Status.FORECAST, rank=Rank.PREFERRED),
        growth(2024, 2034, rate, rank=Rank.PREFERRED),
        size(2023, "3", rank=Rank.DEPRECATED),
        size(2033, last, rank=Rank.DEPRECATED, qualifier="about"),
        size(2025, "20", name="all-2025", scope="all-batteries", source=OTHER),
        size(2030, "33", name="all-2030", scope="all-batteries", source=OTHER, status=Status.FORECAST),
        growth(2025, 2030, "10.5", name="all-rate", scope="all-batteries", source=OTHER),
        share("cars", "58.2", use="cars"),
        share("phones", "20.1", use="phones"),
        share("oxide", "48.7", chemistry="oxide"),
        share("europe", "41.2", region="europe"),
        factory.claim("asia-first", "1", "rank", "growth-rank", "2025/2034", region="asia-pacific"),
        headline=("size-2024", "size-2034", "cagr-2024-2034"),
        regions=(REGIONS["europe"], REGIONS["asia-pacific"]),
        events=(
            event("a", "A grant for a plant", "Volt", date="2023-02-28"),
            event("b", "A rule", "Agency", date="2024-08"),
            event("c", "A merger", "Volt; Ampere", date="2021"),
            event("d", "Something, some day", "Ampere"),
        ),
        studies=(study("one", patients("r", "3"), patients("n", "7")),),
    )


def bare() -> Market:
    """One size and nothing else."""
    return market(size(2024, "10"))


def of_shares(*values: str, names: tuple[str, ...] = (), count: int = 0) -> Market:
    """One dimension with these shares, further segments unpublished up to `count`."""
    total = max(count, len(values))
    codes = [f"part-{place}" for place in range(total)]
    named = dict(zip(codes, names, strict=False))
    segments = {code: Segment(code, named.get(code, code.capitalize())) for code in codes}
    claims = [share(code, value, use=code) for code, value in zip(codes, values, strict=False)]
    dimensions = dict(DIMENSIONS) | {"use": Dimension("use", "Use", segments)}
    return market(*claims, dimensions=dimensions)


def hostile() -> Market:
    """Markup, other scripts and very long names wherever a name may stand."""
    known = ordinary()
    shares = of_shares("30", "20", "10", "5", names=(MARKUP, LONG, ARABIC, JAPANESE), count=5)
    return replace(
        known,
        short_title=MARKUP,
        dimensions=shares.dimensions,
        claims={
            **{c.id: c for c in known.claims.values() if c.measure.code != "revenue-share"},
            **shares.claims,
        },
        scopes={code: replace(scope, name=LONG) for code, scope in SCOPES.items()},
        events=tuple(
            replace(e, title=title) for e, title in zip(known.events, (MARKUP, LONG, ARABIC), strict=False)
        ),
        studies=tuple(replace(s, title=JAPANESE * 4) for s in known.studies),
    )


def crowded() -> Market:
    """Sixty segments, sixty events, thirty rivals, twenty trials."""
    scopes = {"all-batteries": Scope("all-batteries", "All batteries", Relation.WIDER)}
    rivals = [
        claim
        for place in range(30)
        for claim in (
            size(2024, f"{10 + place}.5", name=f"s{place}", scope="all-batteries", source=f"house-{place}/a"),
            size(2030, f"{30 + place}.5", name=f"t{place}", scope="all-batteries", source=f"house-{place}/a"),
            growth(
                2024, 2030, f"{5 + place}", name=f"g{place}", scope="all-batteries", source=f"house-{place}/a"
            ),
        )
    ]
    base = of_shares(*["1.5"] * 60)
    return replace(
        base,
        scopes=scopes,
        claims={**base.claims, **{c.id: c for c in (size(2024, "12"), *rivals)}},
        events=tuple(
            event(f"e{n}", f"Event {n}", "Volt", date=f"20{10 + n % 15}-0{1 + n % 9}") for n in range(60)
        ),
        studies=tuple(study(f"s{n}", patients(f"r{n}", str(n)), patients(f"n{n}", "40")) for n in range(20)),
    )


def shrinking() -> Market:
    """Negative growth, and a rate that says otherwise."""
    return market(
        size(2024, "40"),
        size(2030, "10", status=Status.FORECAST),
        growth(2024, 2030, "-20.6"),
        growth(2024, 2030, "5", name="wrong"),
        headline=("size-2024", "size-2030", "cagr-2024-2030"),
    )


def empty_values() -> Market:
    """Zero where a number may be zero."""
    return replace(
        of_shares("0", "0", count=3),
        claims={
            c.id: c
            for c in (size(2024, "0"), share("z", "0", use="part-0"), share("e", "0", region="europe"))
        },
        regions=(REGIONS["europe"],),
        studies=(study("none", patients("r", "0"), patients("n", "5")),),
        events=(replace(event("a", "Only one", "Volt"), date=Moment("2024-02-29")),),
    )


def path(first: str, last: str, rate: str, end: int = 2027, *others: Claim, **more: Any) -> Market:
    """A headline alone: a size in 2024, a target and the rate between them."""
    return market(
        size(2024, first),
        size(end, last, status=Status.FORECAST),
        growth(2024, end, rate),
        *others,
        headline=("size-2024", f"size-{end}", f"cagr-2024-{end}"),
        **more,
    )


def called_largest(code: str, **segment: str) -> Claim:
    """The source's word that a segment has the largest share."""
    return factory.claim(f"{code}-rank", "1", "rank", "share-rank", **segment)


def many_bases() -> Market:
    """Five sizes of one year in long digits, a rejected one, and shares."""
    others = [size(2024, f"{n}0000000.25", name=f"b{n}", source=f"house-{n}/a") for n in range(2, 6)]
    rejected = size(2021, "7000000.5", rank=Rank.DEPRECATED)
    shares = share("cars", "60.0", use="cars"), share("phones", "0.4", use="phones")
    return path("10000000.25", "80000000.25", "100.00", 2027, *others, rejected, *shares)


def edited() -> Market:
    """Three editions of one forecast, and regions with places on a map of tiles, one of a very long name."""
    said = [
        replace(
            size(year, value, name=f"size-{year}-{date}", status=Status.FORECAST),
            source=replace(factory.source(f"volt-research/{date}"), published=Moment(date)),
        )
        for year, value, date in (
            (2030, "30", "2023"),
            (2030, "33.5", "2024-05"),
            (2031, "4", "2023"),
            (2031, "4", "2025"),
        )
    ]
    places = {"europe": (1, 0), "asia-pacific": (2, 0), "north-america": (0, 0)}
    regions = {code: replace(REGIONS[code], tile=place) for code, place in places.items()}
    regions["asia-pacific"] = replace(regions["asia-pacific"], name=LONG)
    regions["north-america"] = replace(regions["north-america"], name=ARABIC)
    shares = [share("e", "41.2", region="europe"), share("n", "0", region="north-america")]
    rank = factory.claim("first", "1", "rank", "growth-rank", "2025/2034", region="asia-pacific")
    regional = [replace(c, region=regions[c.region.code]) for c in (*shares, rank)]
    return market(*said, *regional, regions=tuple(regions.values()))


AWKWARD = {
    "ordinary": ordinary,
    "edited": edited,
    "bare": bare,
    "one share": lambda: of_shares("48.7", count=5),
    "all shares": lambda: of_shares("50", "30", "20"),
    "sixty shares": lambda: of_shares(*["1.6"] * 60),
    "ties": lambda: of_shares("30.0", "30.0", "10", count=4),
    "hostile": hostile,
    "crowded": crowded,
    "shrinking": shrinking,
    "zeros": empty_values,
    "flat": lambda: path("10.0", "10.0", "0.0"),
    "one year": lambda: path("10.0", "12.0", "20.0", 2025),
    "missed target": lambda: path("10.0", "40.0", "5.0", 2034),
    "sixty years": lambda: path("10.0", "184.8", "5.0", 2084),
    "nearly all lost": lambda: path("100.0", "0.1", "-90.0"),
    "many bases": many_bases,
}
