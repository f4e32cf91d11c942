"""Two hundred markets of all kinds, each true in itself and printed in every way, hold no contradiction.

The truth is made of exact fractions and rounded here: sizes in money, units or users, over years, quarters, halves or fiscal
years, by nested segments and regions, in editions, with ranges, qualifiers and figures rounded to two digits.
"""

from dataclasses import dataclass, field, replace
from decimal import Decimal, localcontext
from fractions import Fraction
from math import ceil, floor
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from scripts.audit import audit
from scripts.derive import derive
from scripts.model import FiscalYear, Grade, Moment, Period, Qualifier, Segment, Source, Status
from tests.codelists import DIMENSIONS, MEASURES, REGIONS
from tests.factory import catalog, claim, market, source

KINDS = {
    "money": ("market-size", "usd-bn", "revenue-share", "cagr"),
    "volume": ("shipments", "gwh", "shipment-share", "shipment-growth"),
    "users": ("users", "people", "user-share", "user-growth"),
}
USER_SHARE = replace(MEASURES["shipment-share"], code="user-share", of="users")
MEANT = {measure.code: measure for measure in (*MEASURES.values(), USER_SHARE)}
NESTED = replace(
    DIMENSIONS["use"],
    segments={
        "land": Segment("land", "On land"),
        "cars": Segment("cars", "Cars", part_of="land"),
        "phones": Segment("phones", "Trains", part_of="land"),
        "ships": Segment("ships", "Ships"),
        "others": Segment("others", "Others", residual=True),
    },
)
PLACES = {"europe": "world", "north-america": "world", "asia-pacific": "world", "germany": "europe"}
YEARS = (2023, 2024, 2025, 2030)
BASE, LAST = 2024, 2030
QUALIFIERS = (None, *Qualifier, "range")


@dataclass
class Publication:
    """One edition: what it prints, and in which way."""

    random: Random
    kind: str
    fiscal: bool
    qualified: bool
    kept: float
    source: Source
    superseded: bool = False
    home: str = "world"
    claims: list = field(default_factory=list)

    def says(self, measure, value, unit, period, **more):
        if self.random.random() > self.kept:
            return
        text, qualifier = (value, None) if isinstance(value, str) else self.printed(value)
        years = [f"FY{end}" if self.fiscal and "FY" not in end else end for end in period.split("/")]
        span = Period.of("/".join(years))
        if self.fiscal:
            span = span.within(FiscalYear(4))
        plain = claim(
            f"{self.source.id.replace('/', '-')}-{len(self.claims)}",
            text,
            unit,
            "shipment-share" if measure == "user-share" else measure,
            period,
            source=self.source,
        )
        published = self.source.published
        ahead = published is not None and span.end.last_month > published.last_month
        self.claims.append(
            replace(
                plain,
                measure=MEANT[measure],
                value=text,
                period=span,
                qualifier=qualifier,
                status=Status.FORECAST if ahead else Status.ESTIMATE,
                region=REGIONS[more.get("region", self.home)],
                segments={"use": more.get("use", "total"), "chemistry": "total"},
                superseded=self.superseded,
            )
        )

    def printed(self, value):
        """A true value as it is printed, with the words before it."""
        places = self.random.randint(0, 3)
        if self.source.rounded_to and value:
            places = self.source.rounded_to - 1 - Decimal(float(value)).adjusted()
        qualifier = self.random.choice(QUALIFIERS) if self.qualified and self.random.random() < 0.3 else None
        low, high = cut(value, places, floor), cut(value, places, ceil)
        if qualifier == "range":
            return (low if low == high else f"{low}..{high}"), None
        if qualifier in {Qualifier.AT_LEAST, Qualifier.MORE_THAN}:
            return low, qualifier
        if qualifier in {Qualifier.AT_MOST, Qualifier.LESS_THAN}:
            return high, qualifier
        return cut(value, places, lambda scaled: floor(scaled + Fraction(1, 2))), qualifier


def cut(value, places, way):
    """A fraction with so many decimals, fewer than none for tens and hundreds."""
    whole = way(value * Fraction(10) ** places)
    return f"{Decimal(whole).scaleb(-places):.{max(places, 0)}f}"


def rate(start, end, years):
    """The yearly growth in per cent that joins two true values."""
    with localcontext() as context:
        context.prec = 50
        ratio = Decimal(end.numerator * start.denominator) / Decimal(end.denominator * start.numerator)
        return Fraction((ratio ** (Decimal(1) / years) - 1) * 100)


def split(random, whole, names):
    return divided(whole, {name: Fraction(random.randint(1, 60)) for name in names})


def divided(whole, weights):
    return {name: whole * weight / sum(weights.values()) for name, weight in weights.items()}


def drifted(random, weights):
    """The weights a year later."""
    return {name: weight * random.randint(80, 125) / 100 for name, weight in weights.items()}


def truth(random, whole):
    """What is true in each year: of the whole, its segments, places."""
    names = (
        ["land", "ships", "others"],
        ["cars", "phones"],
        ["europe", "north-america", "asia-pacific"],
        ["germany", "rest"],
    )
    weights, at = [split(random, Fraction(1), some) for some in names], {}
    for year in YEARS:
        uses, places = divided(whole, weights[0]), divided(whole, weights[2])
        uses |= divided(uses["land"], weights[1])
        places |= {"germany": divided(places["europe"], weights[3])["germany"]}
        at[year] = (
            {(): whole}
            | {("use", c): v for c, v in uses.items()}
            | {("region", c): v for c, v in places.items()}
        )
        whole *= Fraction(random.randint(80, 140), 100)
        weights = [drifted(random, some) for some in weights]
    return at


def published(book, at):
    """All that one edition says of true values: sizes, shares of the whole, growth over a year and to the end."""
    size, unit, share, growth = KINDS[book.kind]
    for year, values in at.items():
        for of, value in values.items():
            if of[:1] == ("region",) and book.home != "world":
                continue
            more = dict([of]) if of else {}
            book.says(size, value, unit, str(year), **more)
            if of:
                book.says(share, value * 100 / values[()], "percent", str(year), **more)
            if year - 1 in at:
                grown = (value / at[year - 1][of] - 1) * 100
                book.says(growth, grown, "percent-a-year", f"{year - 1}/{year}", **more)
            if year == LAST:
                book.says(growth, to_the_end(at, of), "percent-a-year", f"{BASE}/{LAST}", **more)


def to_the_end(at, of):
    return rate(at[BASE][of], at[LAST][of], LAST - BASE)


def crossed(book, at):
    """Each segment within Europe and within all other regions, and who leads."""
    size, unit, _, _ = KINDS[book.kind]
    now = at[BASE]
    for use in ("land", "ships", "others"):
        for region in ("europe", "north-america", "asia-pacific"):
            value = now["use", use] * now["region", region] / now[()]
            book.says(size, value, unit, str(BASE), use=use, region=region)
    if book.kind == "money":
        first = max(("land", "ships"), key=lambda use: now["use", use])
        book.says("share-rank", "1", "rank", str(BASE), use=first)
        fastest = max(
            ("europe", "north-america", "asia-pacific"), key=lambda one: to_the_end(at, ("region", one))
        )
        book.says("growth-rank", "1", "rank", f"{BASE}/{LAST}", region=fastest)


def counted(book):
    """So many of so many patients, and their part in per cent."""
    n = book.random.randint(1, 90)
    k = book.random.randint(0, n)
    book.says("patients", str(n), "patients", str(BASE), use="cars")
    book.says("patients", str(k), "patients", str(BASE), use="cars")
    book.says("response-rate", Fraction(k * 100, n), "percent", str(BASE), use="cars")


def within_the_year(book, at, parts):
    """Quarters or halves of two years, and the growth of each on the same one of the year before."""
    size, unit, _, growth = KINDS[book.kind]
    names = [f"Q{n}" for n in range(1, 5)] if parts == 4 else ["H1", "H2"]
    before: dict[str, Fraction] = {}
    for year in (2023, 2024):
        values = split(book.random, at[year][()], names)
        if book.kind == "users":  # what stands at the end of the last one stands at the end of the year
            values = {name: at[year][()] * book.random.randint(50, 99) / 100 for name in names} | {
                names[-1]: at[year][()]
            }
        for name, value in values.items():
            prefix = "FY" if book.fiscal else ""
            book.says(size, value, unit, f"{prefix}{year}-{name}")
            if name in before:
                span = f"{prefix}{year - 1}-{name}/{prefix}{year}-{name}"
                book.says(growth, (value / before[name] - 1) * 100, "percent-a-year", span)
        before = values


def priced(book, at):
    """A price, and the money that it makes of all that is shipped."""
    price = Fraction(book.random.randint(1, 10**6), 100)
    for year in (2023, 2024):
        book.says("price", price, "usd", str(year))
        book.says("market-size", at[year][()] * price / 10**9, "usd-bn", str(year))


def the_market(seed, kind, calendar, qualified, rounded, kept, editions, home):
    """A market whose publications each tell a truth of their own."""
    random = Random(seed)
    claims, series = [], "batteries" if editions > 1 else ""
    for author in ("volt-research", "ohm")[: random.randint(1, 2)]:
        for edition in range(editions, 0, -1):
            date = Moment(f"{BASE + 2 - edition}-06-30")
            told = source(f"{author}/{edition}", published=date, series=series, rounded_to=rounded)
            book = Publication(random, kind, calendar == "fiscal", qualified, kept, told, edition > 1, home)
            at = truth(random, Fraction(random.randint(10**3, 10**6), random.randint(1, 1000)))
            published(book, at)
            if calendar != "years":
                within_the_year(book, at, 2 if calendar == "halves" else 4)
            if kind == "volume":
                priced(book, at)
            if home == "world":
                crossed(book, at)
            if rounded is None:
                counted(book)
            claims += book.claims
    random.shuffle(claims)
    return market(
        *claims,
        dimensions={**DIMENSIONS, "use": NESTED},
        geography=REGIONS[home],
        currency="USD" if kind == "money" else "",
        forecast_period=None,
        base_year=None,
    )


KNOBS = (
    st.integers(0, 10**6),
    st.sampled_from(list(KINDS)),
    st.sampled_from(["years", "quarters", "halves", "fiscal"]),
    st.booleans(),
    st.sampled_from([None, 2, 3]),
    st.sampled_from([0.3, 0.7, 1.0]),
    st.sampled_from([1, 2]),
    st.sampled_from(["world", "germany"]),
)


@settings(max_examples=200, derandomize=True, deadline=None)
@given(st.tuples(*KNOBS))
def test_what_is_true_is_no_contradiction_however_it_is_printed(knobs):
    one = the_market(*knobs)
    found = audit(one, catalog(one)).findings
    wrong = [f for f in found if f.grade in {Grade.ERROR, Grade.CONTRADICTION}]
    assert [(f.id, f.title, f.arithmetic) for f in wrong] == []
    derive(one)


def test_these_markets_give_every_rule_on_numbers_something_to_examine():
    whole = the_market(1, "volume", "quarters", False, None, 1.0, 2, "world")
    money = the_market(2, "money", "years", False, None, 1.0, 1, "world")
    checks = [audit(one, catalog(one)).checks for one in (whole, money)]
    for rule in (
        "growth-triangle",
        "yearly-growth",
        "quarters-and-years",
        "price-times-volume",
        "reachable-share",
        "region-in-region",
        "parts-exceed-whole",
        "total-is-not-the-sum",
        "shares-exceed-whole",
        "printed-ratio-disagrees",
        "leader-is-not-largest",
        "fastest-is-slower",
    ):
        assert any(check[rule] for check in checks), rule
